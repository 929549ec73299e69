export const persons = {
  title: '対象者',
};
