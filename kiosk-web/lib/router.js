/**
 * Addresses of the screens, in the part after `#` so that any static server can serve them.
 *
 *     #/                        welcome, choice of language
 *     #/fr                      themes
 *     #/fr/find                 what fits me now
 *     #/fr/ideas                what fits what was chosen
 *     #/fr/search               places by name
 *     #/fr/theme/hike           places of a theme
 *     #/fr/place/pont-romain    a place
 *     #/fr/day                  the visitor's own day
 *     #/fr/accessibility        what was done so that everybody can use the screen
 *     #/place/pont-romain       the same in the browser's language: what a QR code leads to
 *
 * @typedef {object} Route
 * @property {"welcome" | "home" | "find" | "ideas" | "search" | "theme" | "place" | "day" | "accessibility" | "unknown"} page
 * @property {?string} lang - null where the address doesn't say
 * @property {string} [id] - of the theme or the place
 */

const SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
const PATTERNS = /** @type {const} */ ([
  ["welcome", /^\/?$/],
  ["accessibility", /^\/(?<lang>[a-z]{2})\/accessibility$/],
  ["home", /^\/(?<lang>[a-z]{2})\/?$/],
  ["find", /^\/(?<lang>[a-z]{2})\/find$/],
  ["ideas", /^\/(?<lang>[a-z]{2})\/ideas$/],
  ["search", /^\/(?<lang>[a-z]{2})\/search$/],
  ["day", /^\/(?<lang>[a-z]{2})\/day$/],
  ["theme", new RegExp(`^/(?<lang>[a-z]{2})/theme/(?<id>${SLUG})$`)],
  ["place", new RegExp(`^(?:/(?<lang>[a-z]{2}))?/place/(?<id>${SLUG})$`)],
]);

/**
 * @param {string} hash - `location.hash`
 * @returns {Route}
 */
export function parse(hash) {
  const path = hash.replace(/^#/, "");
  for (const [page, pattern] of PATTERNS) {
    const found = pattern.exec(path);
    if (found) return { page, lang: found.groups?.lang ?? null, id: found.groups?.id };
  }
  return { page: "unknown", lang: /^\/([a-z]{2})\//.exec(path)?.[1] ?? null };
}

/**
 * @param {Route} route
 * @returns {string} an address, with its `#`
 */
export function href({ page, lang, id }) {
  if (page === "welcome" || page === "unknown") return "#/";
  if (page === "home") return `#/${lang}`;
  return id ? `#/${lang}/${page}/${id}` : `#/${lang}/${page}`;
}
