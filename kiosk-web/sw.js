/**
 * Keeps a screen going without its server: the app, the catalogue in all languages, pictures and the map's tiles.
 * docs/adr/0012-service-worker.md says why it is as it is.
 *
 * A version of the app, or of the content, is a cache of its own, filled whole before it is used. Which one is used stands in `STATE` and
 * changes when a page says `take`: between two visitors. Whatever goes wrong in here ends in asking the network.
 *
 * A page says `hello` (what is used?), `prepare` (fetch what is new) and `take`; it is told `state`, `ready`, `taken` and `trouble`.
 */
const PREFIX = "vitrine-screen-";
const STATE = `${PREFIX}state`;
const MEDIA = `${PREFIX}media`; // names hold their content: good for every version
const TILES = `${PREFIX}map-`;
const appCache = (/** @type {string} */ version) => `${PREFIX}app-${version}`;
const contentCache = (/** @type {string} */ version) => `${PREFIX}content-${version}`;

const AT_ONCE = 2; // visitors come first
const MAP_PATIENCE_MS = 1_000;
const TILES_AT_MOST = 4_000;
const CONTENT = /^\/api\/v1\/(?:[a-z]{2}\/(?:catalogue|places\/|codes\/)|places\/[^/]+\/qr\.svg$)/;
const NEVER = /^\/(?:api|p|d|phone|manager|desk|healthz|readyz|metrics|app\.json|sw\.js)(?:\/|$)/;

/** @typedef {{app: ?string, content: ?string}} Versions */
/** @type {Promise<Versions> | undefined} */
let used;
/** @type {Versions} filled whole, not used yet */
let ready = { app: null, content: null };
let preparing = false;
let askedAgain = false;
/** @type {Set<string>} caches being filled: neither used yet nor old */
const filling = new Set();

addEventListener("install", () => skipWaiting()); // this file is machinery; versions wait by themselves
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || request.cache === "no-store") return;
  if (request.mode === "navigate" && url.pathname !== "/" && url.pathname !== "/sorry.html") return;
  const { pathname } = url;
  if (request.cache === "reload") {
    if (CONTENT.test(pathname)) event.respondWith(fetchedAnew(event, pathname));
  } else if (pathname === "/api/v1/map") event.respondWith(networkFirst(event));
  else if (pathname.startsWith("/media/")) event.respondWith(keptOrFetched(event, async () => MEDIA, pathname, true));
  else if (pathname.startsWith("/map/")) event.respondWith(keptOrFetched(event, async () => TILES + pathname.split("/")[2], pathname));
  else if (CONTENT.test(pathname)) event.respondWith(keptOrFetched(event, async () => nameOf(contentCache, (await versions()).content), pathname));
  else if (!NEVER.test(pathname)) event.respondWith(keptOrFetched(event, async () => nameOf(appCache, (await versions()).app), pathname));
});

addEventListener("message", (event) => {
  const { type, lang } = event.data ?? {};
  if (type === "hello") event.waitUntil(tell("state", () => versions()));
  if (type === "prepare") event.waitUntil(prepare(lang));
  if (type === "take") event.waitUntil(tell("taken", take));
});

/**
 * @param {(version: string) => string} name
 * @param {?string} version
 */
const nameOf = (name, version) => (version ? name(version) : null);

/**
 * What is kept, else what the network has. A gap in a version is mended on the way.
 * @param {FetchEvent} event
 * @param {() => Promise<?string>} cacheName
 * @param {string} key
 * @param {boolean} [keep] - whatever version is used
 */
async function keptOrFetched(event, cacheName, key, keep = false) {
  let name = null;
  try {
    name = await cacheName();
    const kept = name && (await caches.match(key, { cacheName: name, ignoreVary: true }));
    if (kept) return kept;
  } catch {
    name = null; // the cache can't be read: the network can
  }
  try {
    const answer = await fetch(event.request);
    if (name && answer.ok && (keep || (await sameVersion(name, key, answer)))) event.waitUntil(put(name, key, answer.clone()));
    return answer;
  } catch (error) {
    const older = await caches.match(key, { ignoreVary: true }).catch(() => undefined);
    if (older) return older;
    throw error;
  }
}

/**
 * May this answer fill a gap in that cache? Another version's file would spoil it.
 * @param {string} name
 * @param {string} key
 * @param {Response} answer
 */
async function sameVersion(name, key, answer) {
  if (!name.startsWith(appCache(""))) return false;
  const list = await (await caches.match("/app.json", { cacheName: name }))?.json();
  const hash = list?.files.find((/** @type {{path: string}} */ { path }) => path === key)?.hash;
  return hash !== undefined && (answer.headers.get("ETag") ?? "").includes(hash);
}

/**
 * The page could not read what was kept.
 * @param {FetchEvent} event
 * @param {string} key
 */
async function fetchedAnew(event, key) {
  const answer = await fetch(event.request);
  const { content } = await versions();
  const body = answer.ok ? await answer.clone().json().catch(() => null) : null;
  if (content && body?.version === content) event.waitUntil(put(contentCache(content), key, answer.clone()));
  return answer;
}

/** @param {FetchEvent} event */
async function networkFirst(event) {
  const key = new URL(event.request.url).pathname;
  try {
    const answer = await fetch(event.request, { signal: AbortSignal.timeout(MAP_PATIENCE_MS) });
    if (answer.ok) event.waitUntil(put(STATE, key, answer.clone()));
    return answer;
  } catch (error) {
    const kept = await caches.match(key, { cacheName: STATE }).catch(() => undefined);
    if (kept) return kept;
    throw error;
  }
}

/** @returns {Promise<Versions>} */
function versions() {
  used ??= caches
    .match("/versions", { cacheName: STATE })
    .then((kept) => kept?.json())
    .then((known) => ({ app: known?.app ?? null, content: known?.content ?? null }))
    .catch(() => ({ app: null, content: null }));
  return used;
}

/** What is ready is used from now on; what was used before is thrown away. */
async function take() {
  const before = await versions();
  const after = { app: ready.app ?? before.app, content: ready.content ?? before.content };
  ready = { app: null, content: null };
  used = Promise.resolve(after); // at once: the next that is taken begins from here
  await (await caches.open(STATE)).put("/versions", new Response(JSON.stringify(after)));
  for (const name of await caches.keys()) {
    if (filling.has(name)) continue; // a slow screen takes the app while its content is still being fetched
    const old =
      (name.startsWith(appCache("")) && name !== nameOf(appCache, after.app)) ||
      (name.startsWith(contentCache("")) && name !== nameOf(contentCache, after.content));
    if (old) await caches.delete(name);
  }
  return after;
}

/** @param {string} lang - a language that the office has */
async function prepare(lang) {
  if (preparing) {
    askedAgain = true; // something newer than what is being fetched
    return;
  }
  preparing = true;
  try {
    await prepareApp();
    await prepareContent(lang);
    await prepareMap();
  } catch (error) {
    // The server is away, or changed meanwhile: what is used stays, and the next page that says `prepare` begins where this ended.
    if (isFull(error)) await tell("trouble", async () => ({ message: `This screen can't keep all it should: ${error}` }));
  } finally {
    filling.clear();
    preparing = false;
  }
  if (!askedAgain) return;
  askedAgain = false;
  await prepare(lang);
}

async function prepareApp() {
  const answer = await fetch("/app.json", { cache: "no-store" });
  if (answer.status === 404 || answer.status === 410) return dismantle();
  if (!answer.ok) throw new Error(`/app.json: ${answer.status}`);
  const list = await answer.clone().json();
  const name = appCache(list.version);
  filling.add(name);
  await fill(name, list.files.map((/** @type {{path: string, hash: string}} */ { path, hash }) => ({ path, hash })));
  await (await caches.open(name)).put("/app.json", answer);
  if ((await versions()).app === list.version) return;
  ready.app = list.version;
  await tell("ready", async () => ready);
}

/** @param {string} lang */
async function prepareContent(lang) {
  const first = await (await fetch(`/api/v1/${lang}/catalogue`, { cache: "no-store" })).json();
  const { version, languages, places, themes, welcome } = first;
  const name = contentCache(version);
  filling.add(name);
  const bodies = languages.flatMap((/** @type {string} */ other) => places.map((/** @type {any} */ { id }) => `/api/v1/${other}/places/${id}`));
  await fill(name, [
    ...languages.map((/** @type {string} */ other) => ({ path: `/api/v1/${other}/catalogue` })),
    ...bodies.map((/** @type {string} */ path) => ({ path })),
    ...places.map((/** @type {any} */ { id }) => ({ path: `/api/v1/places/${id}/qr.svg`, optional: true })),
  ]);
  const kept = await caches.match(`/api/v1/${lang}/catalogue`, { cacheName: name });
  if ((await kept?.json())?.version !== version) {
    await caches.delete(name); // it changed in the middle
    throw new Error("the content changed while it was fetched");
  }
  if ((await versions()).content !== version) {
    ready.content = version;
    await tell("ready", async () => ready);
  }
  const pictures = places.flatMap((/** @type {any} */ { picture }) => addressesOf(picture));
  for (const { id } of places) {
    const body = await caches.match(`/api/v1/${lang}/places/${id}`, { cacheName: name });
    pictures.push(...((await body?.json())?.pictures ?? []).flatMap(addressesOf));
  }
  pictures.push(...themes.flatMap((/** @type {any} */ { picture }) => (picture ? [picture] : [])), ...(welcome ? [welcome] : []));
  const wanted = new Set(pictures);
  await fill(MEDIA, [...wanted].map((path) => ({ path, optional: true })));
  const media = await caches.open(MEDIA);
  for (const { url } of await media.keys()) if (!wanted.has(new URL(url).pathname) && !ready.content) await media.delete(url);
}

/** @param {{src: string, sizes?: {src: string}[]}} picture */
const addressesOf = ({ src, sizes = [] }) => [src, ...sizes.map((size) => size.src)];

/** The tiles of the territory, from afar to near, as many as may be. */
async function prepareMap() {
  const answer = await fetch("/api/v1/map", { cache: "no-store" });
  if (!answer.ok) return;
  await put(STATE, "/api/v1/map", answer.clone());
  const { tiles } = await answer.json();
  const name = tiles && TILES + tiles.version;
  for (const other of await caches.keys()) if (other.startsWith(TILES) && other !== name) await caches.delete(other);
  if (!tiles) return;
  const paths = [];
  for (let zoom = tiles.min_zoom; zoom <= tiles.max_zoom; zoom++) {
    const level = tilesWithin(tiles.bounds, zoom).map(([x, y]) => tiles.url.replace("{z}", zoom).replace("{x}", x).replace("{y}", y));
    if (paths.length + level.length > TILES_AT_MOST) break;
    paths.push(...level);
  }
  await fill(name, paths.map((path) => ({ path: new URL(path, location.origin).pathname, optional: true })));
}

/**
 * @param {[number, number, number, number]} bounds - west, south, east, north
 * @param {number} zoom
 * @returns {[number, number][]} x and y, counted from the north-west
 */
function tilesWithin([west, south, east, north], zoom) {
  const n = 2 ** zoom;
  const column = (/** @type {number} */ lon) => Math.min(n - 1, Math.max(0, Math.floor(((lon + 180) / 360) * n)));
  const row = (/** @type {number} */ lat) => Math.min(n - 1, Math.max(0, Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * n)));
  const all = /** @type {[number, number][]} */ ([]);
  for (let x = column(west); x <= column(east); x++) for (let y = row(north); y <= row(south); y++) all.push([x, y]);
  return all;
}

/**
 * Fetches what a cache lacks, a few at a time.
 * @param {string} name
 * @param {{path: string, hash?: string, optional?: boolean}[]} entries - optional: what isn't there isn't missed
 */
async function fill(name, entries) {
  const cache = await caches.open(name);
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const left = entries.filter(({ path }) => !there.has(path));
  const worker = async () => {
    for (let entry = left.shift(); entry; entry = left.shift()) {
      const { path, hash, optional } = entry;
      const answer = await fetch(path, { cache: "no-cache" });
      if (!answer.ok && optional) continue;
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      if (hash && !(answer.headers.get("ETag") ?? "").includes(hash)) throw new Error(`${path} changed while it was fetched`);
      await cache.put(path, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/**
 * @param {string} name
 * @param {string} key
 * @param {Response} answer
 */
async function put(name, key, answer) {
  try {
    await (await caches.open(name)).put(key, answer);
  } catch {
    // Full or broken: the network has it.
  }
}

/** @param {unknown} error */
const isFull = (error) => error instanceof DOMException && error.name === "QuotaExceededError";

/** The server has no list of files any more: it wants screens without a worker. */
async function dismantle() {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  used = undefined;
  await registration.unregister();
  throw new Error("dismantled");
}

/**
 * @param {string} type
 * @param {() => Promise<object>} what
 */
async function tell(type, what) {
  try {
    const message = { type, ...(await what()) };
    for (const page of await clients.matchAll({ type: "window" })) page.postMessage(message);
  } catch {
    // The page asks again.
  }
}
