/**
 * Relationships (to the employee or owner on whom a person depends) that declarations commonly show, in the order a
 * list offers them. What is kept is the word itself; other words of up to ten characters are accepted too.
 */
export const RELATIONSHIPS = [
  { label: '妻', group: 'spouse' },
  { label: '夫', group: 'spouse' },
  { label: '配偶者', group: 'spouse' },
  { label: '子', group: 'child' },
  { label: '長男', group: 'child' },
  { label: '長女', group: 'child' },
  { label: '二男', group: 'child' },
  { label: '二女', group: 'child' },
  { label: '三男', group: 'child' },
  { label: '三女', group: 'child' },
  { label: '養子', group: 'child' },
  { label: '父', group: 'parent' },
  { label: '母', group: 'parent' },
  { label: '養父', group: 'parent' },
  { label: '養母', group: 'parent' },
  { label: '義父', group: 'parent' },
  { label: '義母', group: 'parent' },
  { label: '祖父', group: 'grandparent' },
  { label: '祖母', group: 'grandparent' },
  { label: '兄', group: 'sibling' },
  { label: '姉', group: 'sibling' },
  { label: '弟', group: 'sibling' },
  { label: '妹', group: 'sibling' },
  { label: '孫', group: 'grandchild' },
  { label: 'その他', group: 'other' },
] as const;

/** Other spellings, each with the word of the list it stands for. */
export const RELATIONSHIP_SYNONYMS = [
  ['次男', '二男'],
  ['次女', '二女'],
  ['つま', '妻'],
  ['おっと', '夫'],
  ['子供', '子'],
  ['子ども', '子'],
  ['こども', '子'],
] as const;
