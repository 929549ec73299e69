// Tries every way out, from a page or from a worker. Plain text on purpose: it is sent into the browser as it stands.
// Answers, for each way, 'open' when it was not refused here; the trap itself knows what really arrived.
async function probe(trap) {
  const socket = trap.replace('http', 'ws');
  const inTime = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 3000, 'refused'))]);
  const byEvents = (target, good) =>
    new Promise((resolve) => {
      for (const name of good) target.addEventListener(name, () => resolve('open'));
      target.addEventListener('error', () => resolve('refused'));
    });
  const ways = {
    fetch: () => fetch(trap + '/fetch', { mode: 'no-cors' }).then(() => 'open'),
    post: () => fetch(trap + '/post', { mode: 'no-cors', method: 'POST', body: 'x' }).then(() => 'open'),
    ownFetch: () => fetch(location.origin === 'null' ? 'x' : new URL('/manifest.webmanifest', origin).href).then(() => 'open'),
    xhr: () => {
      const request = new XMLHttpRequest();
      const done = byEvents(request, ['load']);
      request.open('GET', trap + '/xhr');
      request.send();
      return done;
    },
    websocket: () => byEvents(new WebSocket(socket + '/websocket'), ['open', 'message']),
    eventsource: () => byEvents(new EventSource(trap + '/eventsource'), ['open', 'message']),
    beacon: () => (navigator.sendBeacon(trap + '/beacon', 'x') ? 'open' : 'refused'),
    import: () => import(trap + '/import').then(() => 'open'),
    eval: () => (0, eval)('"open"'),
    function: () => new Function('return "open"')(),
    image: () => {
      const image = new Image();
      const done = byEvents(image, ['load']);
      image.src = trap + '/image';
      return done;
    },
    style: () => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: trap + '/style' });
      const done = byEvents(link, ['load']);
      document.head.append(link);
      return done;
    },
    frame: () => {
      const frame = Object.assign(document.createElement('iframe'), { src: trap + '/frame' });
      document.body.append(frame);
      return new Promise((resolve) => setTimeout(resolve, 500, 'refused'));
    },
  };
  const needsPage = ['image', 'style', 'frame'];
  const answers = {};
  for (const [name, attempt] of Object.entries(ways)) {
    if (typeof document === 'undefined' && needsPage.includes(name)) continue;
    if (name === 'beacon' && typeof navigator.sendBeacon !== 'function') continue;
    if (name === 'eventsource' && typeof EventSource !== 'function') continue;
    try {
      answers[name] = await inTime(attempt());
    } catch {
      answers[name] = 'refused';
    }
  }
  return answers;
}
