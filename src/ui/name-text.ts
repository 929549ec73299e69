/** A name for the screen: the ideographic space within it, kept as written, tears a line of text apart. */
export const nameText = (name: string): string => name.replaceAll('\u3000', ' ');
