import type { Messages } from '../messages.ts';

const known: Record<string, string> = {
  Empty: 'Nothing is entered.',
  Required: 'Nothing is entered.',
  Missing: 'Nothing is entered.',
  TooLong: 'This is too long.',
  TooShort: 'This is too short.',
  Control: 'There are characters that cannot be used.',
  NotChosen: 'Choose one.',
  Formula: 'It must not begin with =, +, - or @.',
  NotDigits: 'There is something other than digits.',
  NotTwelveDigits: 'These are not twelve digits.',
  AllZero: 'A number of zeros cannot be used.',
  CheckDigit: 'Probably a typing mistake. Compare the twelve digits again.',
  Different: 'This differs from the first.',
  NotADate: 'There is no such date.',
  InFuture: 'This date lies ahead.',
  OutOfRange: 'This is out of range.',
};

export const problems = {
  say: (problem: string): string => known[problem] ?? 'Check how this is written.',
} satisfies Messages['problems'];
