import type { Messages } from '../messages.ts';

export const actions = {
  add: 'Add',
  back: 'Back',
  cancel: 'Cancel',
  change: 'Change',
  choose: 'Choose',
  close: 'Close',
  copy: 'Copy by hand',
  done: 'Done',
  hide: 'Hide',
  later: 'Later',
  next: 'Next',
  print: 'Print',
  reload: 'Reload',
  retry: 'Try again',
  save: 'Save',
  show: 'Show',
} satisfies Messages['actions'];
