/**
 * The only file that knows the form of the server's JSON (docs/openapi.yaml). `fetchX` asks, `adaptX` turns the answer into
 * what the views read: names in camelCase, lists that are never missing, nothing the views don't use.
 */

/** The server can't be reached, or isn't able to answer. */
export class Away extends Error {}
/** The server is there, and has no such thing. */
export class Missing extends Error {}

/**
 * @typedef {{text: string, lang: string}} Text - `lang` differs from the one asked for when the text fell back
 * @typedef {{src: string, alt: Text, width?: number, height?: number, srcset?: string, credit?: string, licence?: string}} Picture
 * @typedef {{lat: number, lon: number, accuracy?: "exact" | "near" | "village"}} Position
 * @typedef {{id: string, name: string, meaning: string}} Label
 * @typedef {{id: string, name: string, teaser: string, icon: string, picture?: string}} Theme
 * @typedef {{phone?: string, email?: string, website?: string, address?: string}} Contact
 * @typedef {{field: string, note?: Text}} ToCheck
 * @typedef {{name: string, position: Position}} Commune
 * @typedef {{from: number, to: number}} Night - minutes after midnight; `from` may be later than `to`
 * @typedef {{id: string, name?: string, position: Position}} Stand - where a screen stands
 * @typedef {{name: string, timeZone: string, position: Position, contact: Contact, territory: string, communes: Commune[], screens: Stand[], night: ?Night}} Office
 * @typedef {object} Catalogue
 * @property {string} version
 * @property {string} lang
 * @property {string[]} languages
 * @property {Office} office
 * @property {?string} welcome - picture
 * @property {Theme[]} themes
 * @property {Map<string, Label>} labels - labels and appellations, by id
 * @property {Summary[]} places
 * @typedef {object} Trail
 * @property {string[]} practices
 * @property {string} [shape]
 * @property {number} [length_m]
 * @property {number} [ascent_m]
 * @property {number} [descent_m]
 * @property {number} [durationMin] - breaks not included
 * @property {string} [difficulty]
 * @property {string} [waymarking]
 * @property {string[]} surface
 * @typedef {object} Summary
 * @property {string} id
 * @property {string} code - printed in QR codes
 * @property {string} kind - also the id of its theme
 * @property {Text} name
 * @property {Text} teaser
 * @property {string} commune
 * @property {Position} position
 * @property {Picture} picture
 * @property {?Trail} trail
 * @property {import('./opening.js').Opening & {note?: Text}} opening
 * @property {boolean} [free] - absent when not known
 * @property {string[]} labels
 * @property {{children?: string, pushchair?: string, wheelchair?: string, dog?: string}} suits - what is known only
 * @property {string} [shade]
 * @property {boolean} [drinkingWater]
 * @property {string[]} keywords
 * @property {Text} [withoutCar] - how to come without a car
 * @property {Set<string>} toCheckFields
 * @typedef {{name: Text, position?: Position, distance_m?: number, commune?: string, services: string[], note?: Text}} Step
 * @typedef {{kind: "recorded" | "schematic", segments: Position[][]}} Line
 * @typedef {object} Details
 * @property {{html: string, lang: string}} body
 * @property {Picture[]} pictures
 * @property {?{free: boolean, rates: {who: string, amount: number, currency: string, note?: Text}[]}} prices
 * @property {Contact} contact
 * @property {Step[]} steps
 * @property {?Line} line
 * @property {?{distances_m: number[], elevations_m: number[]}} profile
 * @property {?{period?: Text, protection?: {level: string, date?: string, reference?: string}, visit?: string}} heritage
 * @property {?{type: string, appellations: string[], grapes: string[], vineyardHa?: number, since?: number}} cellar
 * @property {{name: string, url?: string, date?: string}[]} sources
 * @property {{date: string, by: string}} lastCheck
 * @property {ToCheck[]} toCheck
 * @typedef {Summary & Details} Place
 * @typedef {object} Notice
 * @property {string} id
 * @property {"info" | "warning" | "alert"} level
 * @property {"flood" | "fire" | "heat" | "storm" | "closure"} [hazard]
 * @property {Object<string, string>} texts - by language
 * @property {string[]} places - concerned, by id; none: everywhere
 * @property {number} from - milliseconds since 1970
 * @property {number} until
 */

/**
 * @param {string} lang
 * @returns {Promise<Catalogue>}
 */
export async function fetchCatalogue(lang) {
  return adaptCatalogue(await getJSON(`/api/v1/${lang}/catalogue`));
}

/**
 * @param {string} lang
 * @param {string} id
 * @returns {Promise<Place>}
 */
export async function fetchPlace(lang, id) {
  return adaptPlace(await getJSON(`/api/v1/${lang}/places/${id}`));
}

/** @returns {Promise<Notice[]>} the gravest first */
export async function fetchNotices() {
  return adaptNotices(await getJSON("/api/v1/notices"));
}

/**
 * @param {string} lang
 * @param {string} code
 * @returns {Promise<Place>}
 */
export async function fetchPlaceByCode(lang, code) {
  return adaptPlace(await getJSON(`/api/v1/${lang}/codes/${code}`));
}

/**
 * The office by itself: a catalogue without places.
 * @param {string} lang
 * @returns {Promise<Catalogue>}
 */
export async function fetchOffice(lang) {
  return adaptCatalogue(await getJSON(`/api/v1/${lang}/office`));
}

/**
 * @returns {Promise<?import('./map/base.js').Tiles>} null where the office has none
 */
export async function fetchMap() {
  return adaptMap(await getJSON("/api/v1/map"));
}

/** @param {string} id */
export const qrAddress = (id) => `/api/v1/places/${id}/qr.svg`;

/**
 * The address a place's code holds, as its picture names itself.
 * @param {string} id
 */
export async function fetchCodeAddress(id) {
  const answer = await fetch(qrAddress(id), { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Away(`${qrAddress(id)}: ${answer.status}`);
  const picture = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
  return picture.querySelector("title")?.textContent ?? "";
}

/** @param {string} id */
export const trackAddress = (id) => `/api/v1/places/${id}/track.gpx`;
/**
 * @param {string} lang
 * @param {string} id
 */
export const calendarAddress = (lang, id) => `/api/v1/${lang}/places/${id}/calendar.ics`;
/** @param {string[]} codes */
export const dayAddress = (codes) => `/d/${codes.join("-")}`;
/** @param {string[]} codes */
export const dayQRAddress = (codes) => `/api/v1/days/${codes.join("-")}/qr.svg`;

const PATIENCE_MS = 8_000; // on the office's own network an answer takes milliseconds

/** @param {string} url */
async function getJSON(url) {
  let answer;
  try {
    answer = await ask(url);
    // What a cache kept may be spoilt: "reload" asks past all of them.
    if (answer.ok) return await answer.json().catch(async () => (await ask(url, "reload")).json());
  } catch (error) {
    throw new Away(`${url}: ${error}`);
  }
  if (answer.status === 404) throw new Missing(url);
  throw new Away(`${url}: ${answer.status}`);
}

/**
 * @param {string} url
 * @param {RequestCache} [cache]
 */
const ask = (url, cache = "default") =>
  fetch(url, { cache, signal: AbortSignal.timeout(PATIENCE_MS) });

/**
 * @param {any} raw
 * @returns {Catalogue}
 */
export function adaptCatalogue(raw) {
  return {
    version: raw.version,
    lang: raw.lang,
    languages: raw.languages,
    office: {
      name: raw.office.name,
      timeZone: raw.office.time_zone,
      position: raw.office.position,
      contact: raw.office.contact ?? {},
      territory: raw.office.territory.name,
      communes: raw.office.territory.communes,
      night: raw.office.night ?? null,
      screens: raw.office.screens ?? [],
    },
    welcome: raw.welcome ?? null,
    themes: raw.themes,
    labels: new Map([...raw.labels, ...raw.appellations].map((label) => [label.id, label])),
    places: raw.places.map(adaptSummary),
  };
}

/**
 * @param {any} raw
 * @returns {?import('./map/base.js').Tiles}
 */
function adaptMap({ tiles }) {
  if (!tiles) return null;
  const { kind, url, min_zoom, max_zoom, bounds, attribution, layers = [] } = tiles;
  return { kind, url, minZoom: min_zoom, maxZoom: max_zoom, bounds, attribution, layers };
}

/**
 * @param {any} raw
 * @returns {Summary}
 */
function adaptSummary(raw) {
  return {
    id: raw.id,
    code: raw.code,
    kind: raw.kind,
    name: raw.name,
    teaser: raw.teaser,
    commune: raw.commune.name,
    position: raw.position,
    picture: adaptPicture(raw.picture),
    trail: raw.trail ? adaptTrail(raw.trail) : null,
    opening: adaptOpening(raw.opening),
    free: raw.free,
    labels: raw.labels ?? [],
    suits: raw.suits ?? {},
    shade: raw.shade,
    drinkingWater: raw.drinking_water,
    keywords: raw.keywords ?? [],
    withoutCar: raw.without_car,
    toCheckFields: new Set(raw.to_check_fields),
  };
}

/**
 * @param {any} raw
 * @returns {Place}
 */
export function adaptPlace(raw) {
  return {
    ...adaptSummary(raw),
    body: raw.body,
    pictures: raw.pictures.map(adaptPicture),
    prices: raw.prices ? { free: raw.prices.free, rates: raw.prices.rates ?? [] } : null,
    contact: raw.contact ?? {},
    steps: (raw.steps ?? []).map((/** @type {any} */ step) => ({ ...step, services: step.services ?? [] })),
    line: raw.line ? adaptLine(raw.line) : null,
    profile: raw.profile ?? null,
    heritage: raw.heritage ?? null,
    cellar: raw.cellar
      ? {
          type: raw.cellar.type,
          appellations: raw.cellar.appellations ?? [],
          grapes: raw.cellar.grapes ?? [],
          vineyardHa: raw.cellar.vineyard_ha,
          since: raw.cellar.since,
        }
      : null,
    sources: raw.sources,
    lastCheck: raw.last_check,
    toCheck: raw.to_check,
  };
}

/**
 * @param {any} raw
 * @returns {Picture}
 */
function adaptPicture({ sizes = [], ...picture }) {
  if (sizes.length === 0) return picture;
  return { ...picture, srcset: sizes.map((/** @type {any} */ size) => `${size.src} ${size.width}w`).join(", ") };
}

/**
 * @param {any} raw
 * @returns {Trail}
 */
function adaptTrail({ duration_min, surface = [], ...trail }) {
  return { ...trail, surface, durationMin: duration_min };
}

/**
 * @param {any} raw
 * @returns {import('./opening.js').Opening & {note?: Text}}
 */
export function adaptOpening(raw) {
  return {
    kind: raw.kind,
    knownUntil: raw.known_until,
    periods: (raw.periods ?? []).map((/** @type {any} */ { by_appointment, ...period }) => ({
      ...period,
      byAppointment: by_appointment ?? false,
    })),
    closed: raw.closed ?? [],
    lastEntryMin: raw.last_entry_min,
    note: raw.note,
  };
}

/**
 * @param {any} raw
 * @returns {Notice[]}
 */
export function adaptNotices(raw) {
  return raw.notices.map((/** @type {any} */ { id, level, hazard, texts, places = [], starts_at, ends_at }) => ({
    id,
    level,
    hazard,
    texts,
    places,
    from: Date.parse(starts_at),
    until: Date.parse(ends_at),
  }));
}

/**
 * @param {any} raw
 * @returns {Line}
 */
function adaptLine({ kind, points }) {
  const segments = points.map((/** @type {[number, number][]} */ segment) => segment.map(([lon, lat]) => ({ lat, lon })));
  return { kind, segments };
}
