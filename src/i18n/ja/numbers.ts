export const numbers = {
  title: 'マイナンバー',
};
