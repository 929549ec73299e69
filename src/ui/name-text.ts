/** Names longer than this are set smaller and broken anywhere: their phrases do not fit a line. */
const LONG_NAME = 24;
export const isLongName = (name: string): boolean => name.length > LONG_NAME;

/** A name for the screen: the ideographic space within it, kept as written, tears a line of text apart. */
export const nameText = (name: string): string => name.replaceAll('\u3000', ' ');
