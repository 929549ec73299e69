/**
 * Opens the browser's print dialog. The print job takes its name from the document's title, which the router keeps
 * free of names. Resolves when the dialog is closed, whether or not anything was printed: no browser tells.
 */
export const printPage = (page: Window): Promise<void> =>
  new Promise((settle) => {
    page.addEventListener('afterprint', () => settle(), { once: true });
    page.print();
  });
