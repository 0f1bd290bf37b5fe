// Lets the application open without a network: the page itself and what a form needs are kept. It never answers for
// /api. The list below is written by scripts/worker.mjs, and with every build it is another one.
const shell = 'himpun-development';
const files = [];

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(files)));
});

addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== shell).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => clients.claim()));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(fresh(request, '/'));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(request));
  else if (files.includes(url.pathname)) event.respondWith(fresh(request, url.pathname));
});

/** The network first; what was kept when there is none. */
async function fresh(request, path) {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await caches.match(path, { cacheName: shell });
    if (found) return found;
    throw error;
  }
}

/** A name with a hash never changes its bytes: what is kept is as good as new. */
async function kept(request) {
  const found = await caches.match(request, { cacheName: shell });
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    void caches.open(shell).then((cache) => cache.put(request, copy));
  }
  return response;
}
