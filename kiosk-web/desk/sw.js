/**
 * The worker of the desk, for `/desk`: the server first, and what was kept while it is away. A page that was opened from what was kept
 * takes all its files from there, so that they belong together. Nothing of `/api/` passes through here.
 */

const CACHE = "vitrine-desk-1";
const PATIENCE_MS = 1_500;

/** Pages that began without the server. */
const away = new Set();

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  const older = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("vitrine-desk-") && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(older());
});

self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === "GET" && origin === location.origin && !pathname.startsWith("/api/")) event.respondWith(answer(event, pathname));
});

/**
 * All of it or nothing: what was kept stays whole when the server goes away meanwhile.
 * @param {string[]} paths
 */
async function keep(paths) {
  const answers = await Promise.all(paths.map((path) => fetch(path, { cache: "no-cache" }).catch(() => Response.error())));
  if (answers.some(({ ok }) => !ok)) return;
  const cache = await caches.open(CACHE);
  await Promise.all(paths.map((path, index) => cache.put(path, answers[index])));
  for (const { url } of await cache.keys()) if (!paths.includes(new URL(url).pathname)) await cache.delete(url); // another version's
}

/**
 * @param {FetchEvent} event
 * @param {string} path
 */
async function answer(event, path) {
  const kept = await caches.match(path, { cacheName: CACHE, ignoreVary: true });
  if (kept && away.has(event.clientId)) return kept;
  try {
    const fresh = await fetch(event.request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : undefined);
    if (fresh.status < 500 || !kept) return fresh;
  } catch (error) {
    if (!kept) throw error;
  }
  away.add(event.resultingClientId || event.clientId);
  return kept;
}
