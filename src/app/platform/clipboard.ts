/** Puts a text that is no secret on the clipboard. False where the browser refuses. */
export const copyText = (page: Window, text: string): Promise<boolean> => {
  if (!('clipboard' in page.navigator)) return Promise.resolve(false);
  return page.navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
};
