import type { Page } from '@playwright/test';
import type { TextSize } from '../../../src/app/models/text-size-model.ts';

/** Sets the size of letters in the browser itself, as its settings do: every rem follows it, those of media queries too. Chromium alone. */
export const browserFontSize = async (page: Page): Promise<(pixels: number) => Promise<void>> => {
  const session = await page.context().newCDPSession(page);
  return async (pixels) => {
    await session.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
  };
};

/** What a person chooses in the settings; the screens keep what they show. */
export const chooseTextSize = (page: Page, size: TextSize): Promise<void> =>
  page.evaluate((chosen) => {
    document.documentElement.dataset.textSize = chosen;
  }, size);

/** Words that reach beyond the window, beyond a box that hides what does not fit into it, or out of a button or chip. */
export const cutWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    /** Where words must end, and what tells of it; null for words that are read aloud only. What can be scrolled to is not cut. */
    const boundsOf = (parent: Element): readonly (readonly [DOMRect, string])[] | null => {
      const bounds: (readonly [DOMRect, string])[] = [[new DOMRect(0, -1e6, document.documentElement.clientWidth, 2e6), 'the window']];
      let scrolls = false;
      for (let box: Element | null = parent; box !== null && box !== document.body; box = box.parentElement) {
        const { clipPath, overflowX, overflowY } = getComputedStyle(box);
        if (clipPath !== 'none' || box.matches('svg, select, .open-frame__skip')) return null;
        scrolls ||= /auto|scroll/.test(overflowX + overflowY);
        if (!scrolls && (/hidden|clip/.test(overflowX + overflowY) || box.matches('button, .button, .chip'))) bounds.push([box.getBoundingClientRect(), box.className]);
      }
      return scrolls ? bounds.slice(1) : bounds;
    };
    const found: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
      const parent = node.parentElement;
      if ((node.textContent ?? '').trim() === '' || parent === null || !parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()];
      for (const [{ left, right, top, bottom }, name] of boundsOf(parent) ?? [])
        // The box of a font's letters is higher than they are, and than a narrow line.
        if (rects.some((one) => one.right > right + 1 || one.left < left - 1 || one.bottom - one.height / 8 > bottom || one.top + one.height / 8 < top))
          found.push(`beyond ${name}: ${node.textContent}`);
    }
    return [...new Set(found)];
  });

/** Less than 44 px high or wide: a radio button is pressed by its whole card, a link in a sentence by its words (WCAG 2.2 §2.5.8). */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const inSentence = (element: Element): boolean =>
      element.matches('a') &&
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some((one) => one.nodeType === Node.TEXT_NODE && (one.textContent ?? '').trim() !== '');
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((one) => one.checkVisibility() && one.closest('.visually-hidden, .open-frame__skip') === null && !inSentence(one))
      .map((one) => one.closest('label') ?? one)
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width < 43.5 || height < 43.5;
      })
      .map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return `${Math.round(width)} x ${Math.round(height)}: ${one.className} ${(one.textContent ?? '').trim().slice(0, 30)}`;
      });
  });
