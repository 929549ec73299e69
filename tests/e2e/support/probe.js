// Tries every way out that a policy is there to refuse, from a page, a worker or a service worker, and then waits as long
// as the slowest needs. Plain text on purpose: it is sent into the browser as it stands.
// Answers, for each way that tells, 'open' or 'refused'. Some never tell, and a beacon says yes and is dropped later: what
// left is known by the trap alone, where each way asks for its own name.
async function probe(trap) {
  const to = (name) => trap + '/' + name;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const inTime = (promise) => Promise.race([promise, pause(5000).then(() => 'refused')]);
  const heard = (target, good) =>
    new Promise((resolve) => {
      for (const name of good) target.addEventListener(name, () => resolve('open'));
      target.addEventListener('error', () => resolve('refused'));
    });
  const then = (promise) => promise.then(() => 'open');

  const anywhere = {
    fetch: () => then(fetch(to('fetch'), { mode: 'no-cors' })),
    post: () => then(fetch(to('post'), { mode: 'no-cors', method: 'POST', body: 'x' })),
    keepalive: () => then(fetch(to('keepalive'), { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true })),
    ownFetch: () => then(fetch(new URL('/manifest.webmanifest', origin).href)),
    xhr: () => {
      const request = new XMLHttpRequest();
      const done = heard(request, ['load']);
      request.open('GET', to('xhr'));
      request.send();
      return done;
    },
    websocket: () => heard(new WebSocket(to('websocket').replace('http', 'ws')), ['open']),
    eventsource: async () => {
      const source = new EventSource(to('eventsource'));
      const answer = await heard(source, ['open']);
      source.close();
      return answer;
    },
    webtransport: () => then(new WebTransport(to('webtransport').replace('http:', 'https:')).ready),
    import: () => then(import(to('import'))),
    eval: () => (0, eval)('"open"'),
    function: () => new Function('return "open"')(),
    fontface: () => then(new FontFace('probe', `url(${to('fontface')})`).load()),
  };

  // A worker of an address elsewhere is refused to everybody: one that starts here and loads from there is not.
  const blobWorker = (type, code) => new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type });
  const nested = {
    blobscripts: () => void blobWorker('classic', `importScripts('${to('blobscripts')}')`),
    blobimport: () => void blobWorker('module', `import '${to('blobimport')}'`),
    blobfetch: () => void blobWorker('module', `fetch('${to('blobfetch')}', { mode: 'no-cors' })`),
  };

  const asElement = (tag, fields, good) => {
    const element = Object.assign(document.createElement(tag), fields);
    const done = heard(element, good);
    (tag === 'link' ? document.head : document.body).append(element);
    return done;
  };
  const inPages = {
    image: () => asElement('img', { src: to('image') }, ['load']),
    style: () => asElement('link', { rel: 'stylesheet', href: to('style') }, ['load']),
    script: () => asElement('script', { src: to('script') }, ['load']),
    modulescript: () => asElement('script', { type: 'module', src: to('modulescript') }, ['load']),
    video: () => void asElement('video', { src: to('video'), preload: 'auto' }, ['loadeddata']),
    audio: () => void asElement('audio', { src: to('audio'), preload: 'auto' }, ['loadeddata']),
    object: () => void asElement('object', { data: to('object') }, ['load']),
    embed: () => void asElement('embed', { src: to('embed') }, ['load']),
    frame: () => void asElement('iframe', { src: to('frame') }, ['load']),
    icon: () => void asElement('link', { rel: 'icon', href: to('icon') }, ['load']),
    prefetch: () => void asElement('link', { rel: 'prefetch', href: to('prefetch') }, ['load']),
    preload: () => void asElement('link', { rel: 'preload', as: 'image', href: to('preload') }, ['load']),
    modulepreload: () => void asElement('link', { rel: 'modulepreload', href: to('modulepreload') }, ['load']),
    beacon: () => (navigator.sendBeacon(to('beacon'), 'x') ? 'open' : 'refused'),
    later: () => void fetchLater(to('later'), { method: 'POST', body: 'x', activateAfter: 0 }),
    cssimage: () => {
      document.body.style.backgroundImage = `url(${to('cssimage')})`;
    },
    cssimport: () => {
      const sheet = document.head.appendChild(document.createElement('style')).sheet;
      sheet.insertRule(`@import url(${to('cssimport')})`);
    },
    cssfont: () => {
      const sheet = new CSSStyleSheet();
      sheet.insertRule(`@font-face { font-family: probing; src: url(${to('cssfont')}) }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      document.body.append(Object.assign(document.createElement('p'), { textContent: 'probe', style: 'font-family: probing' }));
    },
    svgimage: () => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      image.setAttribute('href', to('svgimage'));
      svg.append(image);
      document.body.append(svg);
    },
    ping: () => Object.assign(document.createElement('a'), { href: '#', ping: to('ping') }).click(),
    form: async () => {
      const inner = document.body.appendChild(Object.assign(document.createElement('iframe'), { name: 'probe-form' }));
      const form = Object.assign(document.createElement('form'), { action: to('form'), method: 'post', target: inner.name });
      document.body.append(form);
      form.submit();
    },
    childleaves: () => {
      document.body.appendChild(document.createElement('iframe')).contentWindow.location = to('childleaves');
    },
    speculation: () => {
      const rules = JSON.stringify({ prefetch: [{ source: 'list', urls: [to('speculation')], eagerness: 'immediate' }] });
      document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: rules }));
    },
    inlinescript: () => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: `new Image().src = '${to('inlinescript')}'` }));
    },
    worklet: () => void new AudioContext().audioWorklet.addModule(to('worklet')).catch(() => undefined),
  };

  const answers = {};
  const attempt = async ([name, way]) => {
    try {
      const answer = await inTime(Promise.resolve(way()));
      if (answer !== undefined) answers[name] = answer;
    } catch {
      answers[name] = 'refused';
    }
  };
  // What a driver runs is exempt from the policy up to its first pause.
  await pause(0);
  const ways = { ...anywhere, ...(typeof Worker === 'function' ? nested : {}), ...(typeof document === 'object' ? inPages : {}) };
  await Promise.all(Object.entries(ways).map(attempt));
  await pause(3000);
  return answers;
}
