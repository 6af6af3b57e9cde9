import { statusAt } from "./opening.js";
import { distance } from "./geo.js";
import { daylight } from "./daylight.js";

const AT_MOST = 12;
const SOON_MIN = 120; // who reads of it now is there when it opens
const CLOSING_MIN = 45; // who reads of it now arrives too late
const WALK_MIN = 120; // of a trail whose length nobody gave
const NORTHERN_SUMMER = [6, 7, 8, 9];
const HOT_HOURS = [11 * 60, 18 * 60];
const NEAR_M = 12_000;

/**
 * Places that fit the moment, the best of each kind first, no two of the same kind in a row as long as others are left.
 *
 * @param {import('./api.js').Catalogue} catalogue
 * @param {import('./opening.js').Moment} now
 * @param {{notices?: import('./api.js').Notice[], seed?: string, from?: import('./geo.js').Position}} [how] - from: where the screen
 *   stands; the same seed gives the same choice
 * @returns {import('./api.js').Summary[]}
 */
export function choosePlaces({ places, office }, now, { notices = [], seed = "", from = office.position } = {}) {
  const sun = daylight(office.position, now.date, office.timeZone) ?? { rise: 0, set: 1440 };
  const month = Number(now.date.slice(5, 7));
  const summer = NORTHERN_SUMMER.includes(office.position.lat >= 0 ? month : ((month + 5) % 12) + 1);
  const moment = { now, sun, summer, notices, from };
  const fitting = places
    .map((place) => ({ place, score: fit(place, moment) * (0.5 + chance(`${seed} ${place.id}`)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ place }) => place);
  return mixed(fitting).slice(0, AT_MOST);
}

/**
 * @typedef {object} At
 * @property {import('./opening.js').Moment} now
 * @property {{rise: number, set: number}} sun
 * @property {boolean} summer
 * @property {import('./api.js').Notice[]} notices
 * @property {import('./geo.js').Position} from
 *
 * @param {import('./api.js').Summary} place
 * @param {At} at
 * @returns {number} 0: not now
 */
function fit(place, { now, sun, summer, notices, from }) {
  if (notices.some((notice) => speaksAgainst(notice, place))) return 0;
  const hot = (summer && within(now.minute, HOT_HOURS)) || notices.some(({ hazard }) => hazard === "heat");
  const near = 1 / (1 + distance(from, place.position) / NEAR_M);
  return isOutdoors(place) ? near * outdoors(place, now, sun, summer, hot) : near * doors(place, now, sun);
}

/**
 * A trail is there at every hour; daylight and heat decide.
 * @param {import('./api.js').Summary} place
 * @param {import('./opening.js').Moment} now
 * @param {{rise: number, set: number}} sun
 * @param {boolean} summer
 * @param {boolean} hot
 */
function outdoors({ trail, shade }, now, sun, summer, hot) {
  const time = trail?.durationMin ?? WALK_MIN;
  const byDay = now.minute >= sun.rise - 90 && now.minute + time <= sun.set;
  // In the evening and at night one looks for tomorrow: short walks first.
  if (!byDay) return now.minute > sun.set || now.minute < sun.rise ? 0.4 / (1 + time / 120) : 0;
  if (hot && shade !== "good") return 0.15;
  return summer && now.minute < HOT_HOURS[0] ? 1.5 : 1;
}

/**
 * @param {import('./api.js').Summary} place
 * @param {import('./opening.js').Moment} now
 * @param {{rise: number, set: number}} sun
 */
function doors({ opening }, now, sun) {
  const { status, until, at } = statusAt(opening, now);
  if (status === "always") return 1;
  if (status === "open" && until) return until.date > now.date || until.minute - now.minute >= CLOSING_MIN ? 1.6 : 0;
  if (status === "opens" && at) return at.minute - now.minute <= SOON_MIN ? 1.3 : 0;
  if (status === "closed" || status === "out-of-season" || status === "opens") return 0;
  return now.minute >= sun.rise && now.minute <= sun.set ? 0.35 : 0; // nobody knows: never praised at night
}

/** @param {import('./api.js').Summary} place */
const isOutdoors = ({ kind, trail }) => trail !== null || kind === "hike" || kind === "greenway";

/**
 * @param {import('./api.js').Notice} notice
 * @param {import('./api.js').Summary} place
 */
function speaksAgainst({ level, hazard, places }, place) {
  if (level === "info" && hazard === undefined) return false;
  if (places.length > 0) return hazard !== "heat" && places.includes(place.id);
  return hazard !== undefined && hazard !== "heat" && hazard !== "closure" && isOutdoors(place);
}

/**
 * @param {number} minute
 * @param {number[]} hours
 */
const within = (minute, [from, to]) => from <= minute && minute < to;

/** @param {import('./api.js').Summary[]} sorted */
function mixed(sorted) {
  const left = [...sorted];
  const chosen = [];
  while (left.length > 0) {
    const other = left.findIndex(({ kind }) => kind !== chosen.at(-1)?.kind);
    chosen.push(...left.splice(Math.max(other, 0), 1));
  }
  return chosen;
}

/**
 * A number that looks like chance, always the same for the same text (FNV-1a).
 * @param {string} text
 * @returns {number} 0 to 1
 */
function chance(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
