export const imports = {
  title: '取り込み',
};
