import { distance } from "./geo.js";
import { REASONABLE_MIN, TRAVEL, travelMinutes } from "./travel.js";

/**
 * Going to a place from this screen: how, and how long until one is back. Everything is "about", because the way is guessed.
 *
 * @typedef {import('./api.js').Summary} Summary
 * @typedef {import('./travel.js').Mode} Mode
 * @typedef {"foot" | "bicycle" | "car" | "noCar"} Move - how a visitor moves; "noCar" takes whatever else there is
 * @typedef {object} Outing
 * @property {number} metres - as the crow flies
 * @property {Mode} [mode] - absent: not on foot nor by bicycle, and no car
 * @property {number} [way] - minutes, one way
 */

/** A place without a duration of its own is worth the way when this much time is left there. */
export const TIME_THERE_MIN = 30;
/** Nearer than this, somebody who didn't say how they move will rather walk. */
const WALKED_MIN = 20;

/** @type {WeakMap<import('./api.js').Position, WeakMap<Summary, number>>} the distances of thousands of places, measured once */
const measured = new WeakMap();

/**
 * @param {Summary} place
 * @param {import('./api.js').Position} from
 * @returns {number} metres as the crow flies
 */
export function metresTo(place, from) {
  let known = measured.get(from);
  if (!known) measured.set(from, (known = new WeakMap()));
  let metres = known.get(place);
  if (metres === undefined) known.set(place, (metres = distance(from, place.position)));
  return metres;
}

/**
 * @param {Summary} place
 * @param {import('./api.js').Position} from
 * @param {Move} [move]
 * @returns {Outing}
 */
export function outing(place, from, move) {
  const metres = metresTo(place, from);
  const mode = modeFor(metres, move);
  return mode ? { metres, mode, way: travelMinutes(metres, mode) } : { metres };
}

/**
 * @param {number} metres
 * @param {Move} [move]
 * @returns {Mode | undefined}
 */
function modeFor(metres, move) {
  if (move === "noCar") return /** @type {Mode[]} */ (["foot", "bicycle"]).find((mode) => within(metres, mode));
  if (move) return move;
  return travelMinutes(metres, "foot") <= WALKED_MIN ? "foot" : "car";
}

/**
 * Is it near enough to go there that way?
 * @param {number} metres
 * @param {Mode} mode
 */
export const within = (metres, mode) => travelMinutes(metres, mode) <= REASONABLE_MIN[mode];

/**
 * How long a trail takes whose duration nobody wrote down, from its length at our own pace; the climb isn't in it.
 * @param {import('./api.js').Trail} trail
 * @param {Move} [move]
 * @returns {{minutes: number, mode: Mode} | undefined}
 */
export function guessedDuration({ length_m, practices }, move) {
  if (length_m === undefined) return undefined;
  const walked = practices.includes("walking") && !(move === "bicycle" && practices.includes("cycling"));
  const mode = walked || !practices.includes("cycling") ? "foot" : "bicycle";
  return { minutes: Math.round(((length_m / 1000) * 60) / TRAVEL[mode].kmh), mode };
}
