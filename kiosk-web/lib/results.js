import { FILTERS, filterNamed } from "./filters.js";
import { metresTo } from "./outing.js";

/**
 * Which places fit what was chosen, and which may: one logic for every list.
 *
 * @typedef {import('./api.js').Summary} Summary
 * @typedef {import('./filters.js').Why} Why
 * @typedef {import('./filters.js').Circumstances} Circumstances
 * @typedef {{place: Summary, notes: Why[], unknown: Why[]}} Result
 * @typedef {{fits: Result[], maybe: Result[]}} Found
 * @typedef {"near" | "duration" | "name"} Order
 */

/**
 * @param {string[]} chosen - filters; the visitor's way of moving is among them
 * @param {Omit<Circumstances, "move">} moment
 * @returns {Circumstances}
 */
export function circumstances(chosen, moment) {
  const move = /** @type {import('./outing.js').Move | undefined} */ (chosen.find((id) => filterNamed(id)?.group === "move"));
  return { ...moment, move };
}

/**
 * @param {Summary[]} places
 * @param {string[]} chosen
 * @param {Omit<Circumstances, "move">} moment
 * @returns {Found} each in the order of the places
 */
export function find(places, chosen, moment) {
  const filters = chosen.flatMap((id) => filterNamed(id) ?? []);
  const situation = circumstances(chosen, moment);
  /** @type {Found} */
  const found = { fits: [], maybe: [] };
  next: for (const place of places) {
    /** @type {Result} */
    const result = { place, notes: [], unknown: [] };
    for (const { kind, judge } of filters) {
      if (kind && kind !== place.kind) continue;
      const { fits, why } = judge(place, situation);
      if (fits === false) continue next;
      if (why) result[fits ? "notes" : "unknown"].push(why);
    }
    (result.unknown.length > 0 ? found.maybe : found.fits).push(result);
  }
  return found;
}

/**
 * What gives most when a single choice is given up.
 * @param {Summary[]} places
 * @param {string[]} chosen
 * @param {Omit<Circumstances, "move">} moment
 * @returns {{id: string, n: number}[]} the best first; none when no single one helps
 */
export function loosen(places, chosen, moment) {
  return chosen
    .map((id) => {
      const { fits, maybe } = find(places, chosen.filter((other) => other !== id), moment);
      return { id, fits: fits.length, n: fits.length + maybe.length };
    })
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.fits - a.fits || b.n - a.n);
}

/**
 * The filters worth a button beside a list: those that would take some places away and leave some.
 * @param {Summary[]} places - those the list shows
 * @param {string[]} chosen
 * @param {Omit<Circumstances, "move">} moment
 * @param {string} [kind] - when all places are of one kind, its own filters come first
 */
export function usefulFilters(places, chosen, moment, kind) {
  const situation = circumstances(chosen, moment);
  return FILTERS.filter((filter) => {
    if (chosen.includes(filter.id) || (filter.kind ? filter.kind !== kind : !["with", "wish"].includes(filter.group))) return false;
    const keeps = (/** @type {Summary} */ place) => filter.judge(place, situation).fits === true;
    return places.some(keeps) && !places.every(keeps);
  }).sort((a, b) => Number(b.kind !== undefined) - Number(a.kind !== undefined));
}

/** @param {Result[]} maybe - the nearest come first, but those of which more is known before them */
export const bestKnownFirst = (maybe) => maybe.toSorted((a, b) => a.unknown.length - b.unknown.length);

/** @type {WeakMap<Summary[], Map<string, Summary[]>>} comparing thousands of names takes a while: once a list */
const orders = new WeakMap();

/**
 * The places in the order asked for, those that are as good by distance.
 * @param {Summary[]} places
 * @param {Order} order
 * @param {{from: import('./api.js').Position, collator: Intl.Collator}} by
 * @returns {Summary[]}
 */
export function ordered(places, order, { from, collator }) {
  let known = orders.get(places);
  if (!known) orders.set(places, (known = new Map()));
  const key = `${order}/${from.lat}/${from.lon}`;
  let list = known.get(key);
  if (!list) {
    const away = (/** @type {Summary} */ place) => metresTo(place, from);
    const duration = (/** @type {Summary} */ { trail }) => trail?.durationMin ?? Number.MAX_SAFE_INTEGER;
    const compare = {
      near: () => 0,
      duration: (/** @type {Summary} */ a, /** @type {Summary} */ b) => duration(a) - duration(b),
      name: (/** @type {Summary} */ a, /** @type {Summary} */ b) => collator.compare(a.name.text, b.name.text),
    }[order];
    known.set(key, (list = places.toSorted((a, b) => compare(a, b) || away(a) - away(b))));
  }
  return list;
}
