/**
 * Switches correction off in a field before anything is typed into it: some systems send what stands there to be corrected.
 * Set as an attribute on focus, in one place: engines that know `autocorrect` as a boolean property would read "off" as true.
 */
export const keepCorrectionOff = (page: Document): void => {
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.setAttribute('autocorrect', 'off');
  });
};
