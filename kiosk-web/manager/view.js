/**
 * What is looked at, as an address: `#/visitors?period=2026-07&vs=weekdays&profile=family`. Whoever opens it sees the same.
 *
 * @typedef {object} View
 * @property {Page} page
 * @property {string} period
 * @property {?string} vs - what it is compared to
 * @property {Object<string, string[]>} filters
 * @property {string[]} tables - the panels that are shown as tables
 * @property {boolean} publish - with small counts hidden
 */
/** @typedef {"overview" | "visitors" | "screens" | "shop"} Page */
import { kindOf } from "./periods.js";

export const PAGES = /** @type {Page[]} */ (["overview", "visitors", "screens", "shop"]);

const NAME = /^[a-z][a-z-]*$/;
const VALUE = /^[A-Za-z0-9._-]+$/;

/**
 * @param {string} hash - `location.hash`
 * @param {string} usual - the period where it says none
 * @param {string[]} filterable - what can be chosen from
 * @returns {View}
 */
export function parse(hash, usual, filterable) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  const asked = new URLSearchParams(query);
  const list = (/** @type {string} */ name) => (asked.get(name) ?? "").split(",").filter((value) => VALUE.test(value));
  const period = asked.get("period") ?? "";
  const vs = asked.has("vs") ? asked.get("vs") : "weekdays";
  return {
    page: PAGES.find((page) => page === path) ?? PAGES[0],
    period: kindOf(period) ? period : usual,
    vs: vs && NAME.test(vs) && vs !== "none" ? vs : null,
    filters: Object.fromEntries(filterable.map((facet) => [facet, list(facet)]).filter(([, values]) => values.length > 0)),
    tables: list("tables"),
    publish: asked.get("publish") === "1",
  };
}

/**
 * @param {View} view
 * @returns {string} with its `#`
 */
export function href({ page, period, vs, filters, tables, publish }) {
  const parts = [["period", period], ["vs", vs ?? "none"], ...Object.entries(filters).map(([facet, values]) => [facet, values.join(",")])];
  if (tables.length > 0) parts.push(["tables", tables.join(",")]);
  if (publish) parts.push(["publish", "1"]);
  return `#/${page}?${parts.map((part) => part.join("=")).join("&")}`; // nothing in it has to be escaped
}
