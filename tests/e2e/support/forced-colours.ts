import type { Page } from '@playwright/test';

/**
 * What a reader whose colours replace the app's cannot see or tell apart, one line a finding: controls without an edge, a focus without a
 * ring, what is chosen looking like what is not, and states that were colour alone. Asked of the styles as computed, in Chromium.
 */
export const lostInForcedColours = async (page: Page): Promise<readonly string[]> => {
  // The ring is shown to whoever last used a key.
  await page.keyboard.press('Shift');
  return page.evaluate(() => {
    const found: string[] = [];
    const named = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${(element.textContent ?? '').trim().slice(0, 30)}`;
    const all = (selector: string): readonly HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility() && one.closest('.visually-hidden, .open-frame__skip') === null);
    const probe = document.createElement('span');
    document.body.append(probe);
    const coloured = (name: string): string => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const ground = coloured('Canvas');
    probe.remove();
    const isClear = (colour: string): boolean => colour === ground || /^rgba\(.*, 0\)$/.test(colour);

    const isSeen = (width: string, style: string, colour: string): boolean =>
      Number.parseFloat(width) >= 1 && style !== 'none' && !isClear(colour);
    const hasEdge = (element: Element): boolean => {
      const style = getComputedStyle(element);
      return (
        isSeen(style.borderTopWidth, style.borderTopStyle, style.borderTopColor) &&
        isSeen(style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor)
      );
    };
    /** Edges and ground as they are seen: a white ground on white is none. */
    const look = (element: Element): string => {
      const style = getComputedStyle(element);
      const outline = isSeen(style.outlineWidth, style.outlineStyle, style.outlineColor) ? style.outlineWidth : 'none';
      const edge = isSeen(style.borderTopWidth, style.borderTopStyle, style.borderTopColor) ? `${style.borderTopWidth} ${style.borderTopStyle}` : 'none';
      return [outline, edge, isClear(style.backgroundColor) ? 'none' : style.backgroundColor].join(', ');
    };

    for (const control of all('button, a.button, select, textarea, input:not([type="radio"], [type="checkbox"])'))
      if (!hasEdge(control)) found.push(`no edge: ${named(control)}`);

    for (const chosen of all('[aria-current], [aria-pressed="true"], .choice__card:not(.choice__card--plain):has(:checked)')) {
      const mark = chosen.querySelector('.mark');
      const others = all(`.${chosen.classList[0] ?? ''}`).filter((one) => !one.matches('[aria-current], [aria-pressed="true"], :has(:checked)'));
      for (const other of others) {
        const same = mark === null ? look(other) === look(chosen) : look(other.querySelector('.mark') ?? other) === look(mark);
        if (same) found.push(`chosen like the others: ${named(chosen)}`);
      }
    }

    const hasShape = (element: Element): boolean => {
      const shape = element.querySelector('svg');
      return shape !== null && shape.getBoundingClientRect().width >= 12 && !isClear(getComputedStyle(shape).stroke);
    };
    for (const chip of all('.chip')) {
      if (!hasEdge(chip)) found.push(`a state without an edge: ${named(chip)}`);
      if (chip.innerText.trim() === '') found.push(`a state without a word: ${named(chip)}`);
      if (!chip.matches('.chip--plain') && !hasShape(chip)) found.push(`a state without a shape: ${named(chip)}`);
    }
    for (const mark of all('.mark, .rail__count')) {
      if (!hasEdge(mark)) found.push(`a mark without an edge: ${named(mark)}`);
      if (!hasShape(mark) && mark.innerText.trim() === '') found.push(`a mark without a shape: ${named(mark)}`);
    }
    for (const notice of all('.notice'))
      if (!hasEdge(notice) || !hasShape(notice) || notice.innerText.trim() === '') found.push(`a notice without edge, shape or word: ${named(notice)}`);

    for (const icon of all('.icon'))
      if (icon.parentElement !== null && getComputedStyle(icon).stroke !== getComputedStyle(icon.parentElement).color)
        found.push(`a shape in a colour of its own: ${icon.parentElement.className} ${named(icon)}`);

    const before = document.activeElement;
    for (const target of all('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
      target.focus();
      const style = getComputedStyle(target);
      const isRinged = isSeen(style.outlineWidth, style.outlineStyle, style.outlineColor) && Number.parseFloat(style.outlineWidth) >= 2;
      if (document.activeElement === target && !isRinged) found.push(`a focus without a ring: ${named(target)}`);
    }
    if (before instanceof HTMLElement) before.focus();
    return [...new Set(found)];
  });
};
