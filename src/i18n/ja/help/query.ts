import type { HelpQuery } from '../../help-texts.ts';

/** What is taken out of a sentence typed into the search, longest first, so that the words that matter are left. */
export const query: HelpQuery = {
  joins: ['を'],
  particles: ['ときは', 'から', 'まで', 'より', 'には', 'では', 'とき', 'の', 'が', 'は', 'に', 'へ', 'と', 'も', 'で', 'や'],
  endings: [
    'てしまいました', 'てしまった', 'ちゃった', 'たいです', 'しました', 'したい', 'ました', 'ません', 'ている', 'ときは', 'とき', 'には', 'ます', 'です', 'した',
    'する', 'して', 'たい', 'ない', 'から', 'まで', 'た', 'て', 'る', 'は', 'が', 'に', 'の', 'も', 'か', 'い',
  ],
};
