export const home = {
  title: '今やること',
};
