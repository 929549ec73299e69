/** As much as two lines of a phone hold. */
const MOST = 60;
/** Of a name that is cut: its end tells what kind of file it is, and to whom it was given. */
const END = 24;

/** What cannot be seen, breaks the line, or turns the direction of writing, so that a name reads as another. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A file's name for the screen. Whoever made the file chose it, so it may be made to mislead: what is unseen stands as a sign, and a
 * long name is cut in its middle, never at its end. To be shown in a <bdi>, which keeps letters written from the right to themselves.
 */
export const fileNameText = (name: string): string => {
  const letters = [...name.replace(UNSEEN, '\u{fffd}')];
  return letters.length <= MOST ? letters.join('') : `${letters.slice(0, MOST - END - 1).join('')}…${letters.slice(-END).join('')}`;
};
