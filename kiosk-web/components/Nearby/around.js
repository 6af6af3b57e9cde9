import { direction, distance, nearest } from "../../lib/geo.js";
import { CLOSE_BY_M } from "../../lib/here.js";

const AT_MOST = 6;
/** Half an hour on foot, a quarter of an hour by bicycle: as the crow flies. */
const WALKING_M = 2_000;
const CYCLING_M = 3_000;

/**
 * What "near" means, on the page of a place and on its map.
 * @param {{trail?: ?{practices: string[]}}} place
 */
export const reach = ({ trail }) => (trail?.practices.includes("cycling") ? CYCLING_M : WALKING_M);

/**
 * @typedef {object} Where
 * @property {number} away_m
 * @property {boolean} close
 * @property {boolean} line - measured from a line, not from a point
 * @property {?string} wind - which way, from a point
 * @property {?number} step - which step of the line is the nearest one, counted from 1
 *
 * A way is accompanied by what can be visited, not by other ways.
 * @param {import('../../lib/api.js').Place} place
 * @param {import('../../lib/api.js').Summary[]} places
 * @returns {(Where & {place: import('../../lib/api.js').Summary})[]}
 */
export function around(place, places) {
  const { line, trail } = place;
  const segments = line?.segments ?? [];
  const from = segments.length > 0 ? segments : place.position;
  const others = places.filter((other) => other.id !== place.id && (!trail || !other.trail));
  return nearest(others, from, reach(place))
    .slice(0, AT_MOST)
    .map(({ place: other, away_m }) => ({
      place: other,
      away_m,
      close: away_m < CLOSE_BY_M,
      line: segments.length > 0,
      wind: segments.length > 0 ? null : direction(place.position, other.position),
      step: segments.length > 0 ? nearestStep(place.steps, other.position) : null,
    }));
}

/**
 * @param {import('../../lib/api.js').Step[]} steps
 * @param {import('../../lib/api.js').Position} position
 */
function nearestStep(steps, position) {
  const known = steps.flatMap((step, index) => (step.position ? [{ number: index + 1, away_m: distance(step.position, position) }] : []));
  return known.sort((a, b) => a.away_m - b.away_m)[0]?.number ?? null;
}
