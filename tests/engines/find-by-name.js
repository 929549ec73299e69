// In the page: finds what a person would name so, null when it is not there. Sent there as text, see webkit-user.ts.
export function findByName(kind, name, groups) {
  const KINDS = {
    button: 'button',
    link: 'a[href]',
    field: 'input:not([type="radio"], [type="checkbox"], [type="file"], [type="hidden"]), textarea',
    choice: 'input[type="radio"], input[type="checkbox"]',
    group: 'fieldset, [role="group"]',
  };
  const wordsOf = (node) =>
    [...node.childNodes]
      .map((child) => {
        if (child.nodeType === Node.TEXT_NODE) return child.textContent;
        return child.nodeType === Node.ELEMENT_NODE && child.getAttribute('aria-hidden') !== 'true' ? wordsOf(child) : '';
      })
      .join('');
  const nameOf = (element) => {
    const label = element.getAttribute('aria-label');
    if (label !== null) return label;
    const by = element.getAttribute('aria-labelledby');
    if (by !== null) return by.split(' ').map((id) => wordsOf(document.getElementById(id) ?? document.createElement('i'))).join(' ');
    if (element instanceof HTMLFieldSetElement) return wordsOf(element.querySelector('legend') ?? document.createElement('i'));
    if ('labels' in element && element.labels?.length > 0) return [...element.labels].map(wordsOf).join(' ');
    return wordsOf(element);
  };
  const isCalled = (element, [words, isPattern]) => {
    const own = nameOf(element).replaceAll(/\s+/g, ' ').trim();
    return isPattern ? new RegExp(words).test(own) : own === words.replaceAll(/\s+/g, ' ').trim();
  };
  const isSeen = (element) => element.getClientRects().length > 0;
  const firstOf = (root, what, called) => [...root.querySelectorAll(KINDS[what])].find((element) => isSeen(element) && isCalled(element, called));
  let root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  for (const group of groups) {
    root = firstOf(root, 'group', group);
    if (root === undefined) return null;
  }
  const found = firstOf(root, kind, name);
  if (found === undefined || found.getAttribute('aria-disabled') === 'true') return null;
  // A radio button may lie unseen under its card.
  return kind === 'choice' ? (found.closest('label') ?? found) : found;
}
