export const importDoubts = {};
