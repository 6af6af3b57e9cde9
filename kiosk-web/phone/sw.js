/**
 * The worker of the phone page, for `/p/` and `/d/`. The network first, for hours change; what was kept when there is none. It keeps what
 * the page tells it to and nothing by itself.
 */

const CACHE = "vitrine-phone-1";
const PATIENCE_MS = 4_000;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  const older = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("vitrine-phone-") && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(older());
});

self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fresh(request));
});

/** @param {string[]} addresses */
async function keep(addresses) {
  const cache = await caches.open(CACHE);
  // The browser has them since a moment ago: nothing is sent twice. One that fails doesn't spoil the others.
  await Promise.allSettled(addresses.map((address) => cache.add(new Request(address, { cache: "force-cache" }))));
}

/** @param {Request} request */
async function fresh(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : undefined);
    if (kept && answer.status === 200) await cache.put(request, answer.clone());
    return answer.status >= 500 && kept ? kept : answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}
