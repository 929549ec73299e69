export const restore = {};
