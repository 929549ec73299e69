export const records = {
  title: '取扱記録',
};
