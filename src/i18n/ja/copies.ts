export const copies = {
  title: '控え',
  restoreTitle: '控えから戻す',
};
