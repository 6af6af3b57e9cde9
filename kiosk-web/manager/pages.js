/** What each page of the board shows, and the questions that this takes. */
import { grainOf } from "./periods.js";

/**
 * @typedef {object} Panel
 * @property {string} id - of its title, and in addresses
 * @property {"lines" | "bars" | "heat" | "map"} chart
 * @property {string} measure
 * @property {string} by - what it is broken down by; `grain`: as the period wants it
 * @property {number} [most] - how many rows a chart shows; the table has all
 * @property {boolean} [wide]
 */
/** @typedef {import('./view.js').Page} Page */

/** @type {Record<Page, string[]>} figures over the page */
export const FIGURES = {
  overview: ["visitors", "contacts", "unmet-share", "sessions", "satisfaction", "turnover"],
  visitors: ["visitors", "contacts", "foreign-share", "return-share", "unmet-share", "coverage"],
  screens: ["sessions", "session-median", "idle-share", "take-aways", "scans", "empty-search-share", "satisfaction"],
  shop: ["turnover", "tickets", "average-basket", "conversion", "turnover-per-visitor", "depositor-share"],
};

/** Figures of today, whatever is looked at. */
export const TODAY = ["visitors", "contacts", "sessions", "places-opened", "take-aways", "tickets", "turnover"];

/** @type {Record<Page, Panel[]>} */
export const PANELS = {
  overview: [
    { id: "attendance", chart: "lines", measure: "visitors", by: "grain", wide: true },
    { id: "origins", chart: "bars", measure: "visitors", by: "origin", most: 10 },
    { id: "hours", chart: "heat", measure: "visitors", by: "weekday-hour" },
    { id: "topics", chart: "bars", measure: "contacts", by: "topic", most: 8 },
    { id: "places", chart: "bars", measure: "places-opened", by: "place", most: 8 },
  ],
  visitors: [
    { id: "map", chart: "map", measure: "visitors", by: "departement" },
    { id: "countries", chart: "bars", measure: "visitors", by: "country", most: 12 },
    { id: "profiles", chart: "bars", measure: "visitors", by: "profile" },
    { id: "languages", chart: "bars", measure: "contacts", by: "language", most: 8 },
    { id: "stays", chart: "bars", measure: "visitors", by: "stay" },
    { id: "channels", chart: "bars", measure: "contacts", by: "channel" },
    { id: "unmet", chart: "bars", measure: "unmet", by: "topic", most: 8 },
    { id: "sites", chart: "bars", measure: "admissions", by: "site", most: 8 },
  ],
  screens: [
    { id: "sessions", chart: "lines", measure: "sessions", by: "grain", wide: true },
    { id: "places", chart: "bars", measure: "places-opened", by: "place", most: 10 },
    { id: "taken", chart: "bars", measure: "take-aways", by: "place", most: 10 },
    { id: "faces", chart: "bars", measure: "faces", by: "face" },
    { id: "spoken", chart: "bars", measure: "sessions", by: "language" },
    { id: "screenHours", chart: "heat", measure: "sessions", by: "weekday-hour" },
    { id: "health", chart: "bars", measure: "screen-minutes", by: "screen" },
  ],
  shop: [
    { id: "turnover", chart: "lines", measure: "turnover", by: "grain", wide: true },
    { id: "products", chart: "bars", measure: "turnover", by: "product", most: 12 },
    { id: "shopHours", chart: "heat", measure: "tickets", by: "weekday-hour" },
    { id: "depositors", chart: "bars", measure: "turnover", by: "depositor", most: 8 },
    { id: "categories", chart: "bars", measure: "turnover", by: "category" },
  ],
};

/** The facets that a page's charts can be touched for. */
const NEVER_CHOSEN = new Set(["grain", "weekday-hour"]);

/**
 * What a touch on a value may leave alone to be seen.
 * @param {string} facet
 */
export const canBeChosen = (facet) => !NEVER_CHOSEN.has(facet);

/** Grains of curves that a figure doesn't know go over to the next one. */
const COARSER = /** @type {const} */ ({ hour: "day", day: "week", week: "month", month: "year" });

/**
 * @param {import('./server.js').Catalogue} catalogue
 * @param {string} code
 */
export const measureOf = (catalogue, code) => /** @type {import('./server.js').Measure} */ (catalogue.measures.find((measure) => measure.code === code));

/**
 * The facet that a panel is broken down by.
 * @param {Panel} panel
 * @param {import('./view.js').View} view
 * @param {import('./server.js').Catalogue} catalogue
 */
export function facetOf({ measure, by }, { period }, catalogue) {
  if (by !== "grain") return by;
  const { facets } = measureOf(catalogue, measure);
  /** @type {string} */
  let grain = grainOf(period);
  while (!facets.includes(grain) && grain in COARSER) grain = COARSER[/** @type {"hour"} */ (grain)];
  return grain;
}

/**
 * The filters that a figure can't be limited by: it is shown for all.
 * @param {string} code
 * @param {import('./view.js').View} view
 * @param {import('./server.js').Catalogue} catalogue
 */
export const notLimitedBy = (code, { filters }, catalogue) => Object.keys(filters).filter((facet) => !measureOf(catalogue, code).filters.includes(facet));

/**
 * A question as it is typed.
 * @param {string} code - of a figure
 * @param {?string} by
 * @param {import('./view.js').View} view
 * @param {import('./server.js').Catalogue} catalogue
 */
export function question(code, by, view, catalogue) {
  const { filters } = measureOf(catalogue, code);
  const words = [code, view.period];
  if (by) words.push(`by=${by}`);
  const isPossible = view.vs !== "opening-hours" || catalogue.per_opening_hour.includes(code);
  if (view.vs && isPossible && by !== "weekday-hour") words.push(`vs=${view.vs}`);
  for (const [facet, values] of Object.entries(view.filters)) if (filters.includes(facet)) words.push(`${facet}=${values.join(",")}`);
  return words.join(" ");
}

/**
 * All that a page asks: its figures, then its panels.
 * @param {import('./view.js').View} view
 * @param {import('./server.js').Catalogue} catalogue
 */
export function questions(view, catalogue) {
  const figures = FIGURES[view.page].map((code) => question(code, null, view, catalogue));
  const panels = PANELS[view.page].map((panel) => question(panel.measure, facetOf(panel, view, catalogue), view, catalogue));
  return [...figures, ...panels];
}
