import { begins } from '../../e2e/pages/user.ts';
import { withSamplePage } from './sample-page.ts';

/** The home screen of the built app in `dist`, with the people of a sample. Answers a PNG. */
export const takePicture = (dist: string): Promise<Buffer> =>
  withSamplePage(dist, 'ja', async ({ page, user, words, restore, makeCopy }) => {
    await restore();
    await makeCopy();
    await user.press('link', begins(words.titles.home));
    await page.getByRole('heading', { name: words.home.state.title }).waitFor();
    await page.mouse.move(0, 0);
    return page.screenshot();
  });
