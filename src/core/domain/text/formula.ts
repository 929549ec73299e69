/**
 * True when a spreadsheet would take a text for a formula: it begins with '=', or with '+', '-' or '@' and holds a
 * call, a reference or a pipe. A name such as '@cosme' or '+A' alone is not one.
 */
export const isFormula = (text: string): boolean => {
  const folded = text.normalize('NFKC').trim();
  return folded.startsWith('=') || (/^[-+@]/.test(folded) && /[(!|=]/.test(folded));
};
