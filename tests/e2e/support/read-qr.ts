import type { Locator } from '@playwright/test';
import jsQR from 'jsqr';

/** What a phone's camera would read of it as it stands on the screen; null when it reads nothing. */
export const readQr = async (code: Locator): Promise<string | null> => {
  const picture = await code.screenshot({ type: 'png' });
  const { width, height, dark } = await code.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.codePointAt(0) ?? 0);
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (context === null) throw new Error('No canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let pixels = '';
    for (let at = 0; at < data.length; at += 4) pixels += (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) < 384 ? '1' : '0';
    return { width: image.width, height: image.height, dark: pixels };
  }, picture.toString('base64'));
  const pixels = Uint8ClampedArray.from([...dark].flatMap((one) => (one === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255])));
  return jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
};
