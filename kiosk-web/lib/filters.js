import { presentStatus } from "./opening.js";
import { TIME_THERE_MIN, guessedDuration, outing, within } from "./outing.js";

/**
 * What a visitor may ask of a place. Only what is known counts, and what isn't known is never a "no": the answer says what is
 * missing, so that the place is shown after those that fit, with the reason in words.
 *
 * @typedef {import('./api.js').Summary} Summary
 * @typedef {{key: string, values?: Object<string, number>}} Why - a text of the locales; `minutes…` values are durations
 * @typedef {{fits: boolean | null, why?: Why}} Answer - null: not known, and why; with `true` a `why` is what to know before going
 * @typedef {object} Circumstances
 * @property {import('./opening.js').Moment} now
 * @property {import('./api.js').Position} from - where this screen stands
 * @property {import('./outing.js').Move} [move] - how the visitor moves, if that was chosen
 * @typedef {object} Filter
 * @property {string} id
 * @property {string} icon
 * @property {"time" | "move" | "with" | "wish"} group - of time and move only one can be chosen
 * @property {string} [kind] - of places it is asked of; others are not concerned
 * @property {(place: Summary, circumstances: Circumstances) => Answer} judge
 */

/** @type {Answer} */
const YES = { fits: true };
/** @type {Answer} */
const NO = { fits: false };
/** @returns {Answer} */
const unknown = (/** @type {string} */ key, /** @type {Object<string, number>} */ values = {}) => ({ fits: null, why: { key: `unknown.${key}`, values } });
/** @returns {Answer} */
const yesBut = (/** @type {string} */ key, /** @type {Object<string, number>} */ values = {}) => ({ fits: true, why: { key, values } });

/** @returns {Filter} */
const suits = (/** @type {"children" | "pushchair" | "wheelchair" | "dog"} */ id, /** @type {string} */ icon) => ({
  id,
  icon,
  group: "with",
  judge({ suits }) {
    const answer = suits[id] ?? (id === "pushchair" && suits.wheelchair === "yes" ? "yes" : undefined); // where one rolls, so does the other
    if (answer === undefined) return unknown(id);
    if (answer === "no") return NO;
    return answer === "yes" ? YES : yesBut(`suits.${id}.${answer}`);
  },
});

/** @returns {Filter} */
const time = (/** @type {string} */ id, /** @type {number} */ minutes) => ({
  id,
  icon: "clock",
  group: "time",
  judge: (place, circumstances) => inTime(place, minutes, circumstances),
});

/** @type {Filter[]} */
export const FILTERS = [
  time("oneHour", 60),
  time("twoHours", 120),
  time("halfDay", 240),
  time("fullDay", 480),
  { id: "foot", icon: "footprints", group: "move", judge: reached },
  { id: "bicycle", icon: "bike", group: "move", judge: reached },
  { id: "car", icon: "car", group: "move", judge: () => YES },
  { id: "noCar", icon: "bus", group: "move", judge: reached },
  suits("children", "users"),
  suits("pushchair", "baby"),
  suits("wheelchair", "accessibility"),
  suits("dog", "dog"),
  { id: "open", icon: "circle-check", group: "wish", judge: ({ opening }, { now }) => openAt(opening, now) },
  { id: "free", icon: "euro", group: "wish", judge: ({ free }) => (free === undefined ? unknown("free") : { fits: free }) },
  { id: "shade", icon: "trees", group: "wish", judge: ({ shade }) => (shade === undefined ? unknown("shade") : shade === "some" ? yesBut("shade.some") : { fits: shade === "good" }) },
  { id: "easy", icon: "sun", group: "wish", kind: "hike", judge: ({ trail }) => known(trail?.difficulty, ["very-easy", "easy"], "difficulty") },
  { id: "loop", icon: "repeat", group: "wish", kind: "hike", judge: ({ trail }) => known(trail?.shape, ["loop"], "shape") },
  { id: "noAppointment", icon: "key-round", group: "wish", kind: "cellar", judge: withoutAppointment },
  { id: "organic", icon: "leaf", group: "wish", kind: "cellar", judge: ({ labels, toCheckFields }) => (labels.includes("organic") ? YES : toCheckFields.has("labels") ? unknown("labels") : NO) },
];

const BY_ID = new Map(FILTERS.map((filter) => [filter.id, filter]));
export const filterNamed = (/** @type {string} */ id) => BY_ID.get(id);
export const filtersOf = (/** @type {string} */ group) => FILTERS.filter((filter) => filter.group === group && !filter.kind);

/** Those of which one excludes the others. */
export const EXCLUSIVE = new Set(["time", "move"]);

/** @returns {Answer} */
function known(/** @type {string | undefined} */ value, /** @type {string[]} */ wanted, /** @type {string} */ key) {
  return value === undefined ? unknown(key) : { fits: wanted.includes(value) };
}

/**
 * @param {Summary} place
 * @param {Circumstances} circumstances
 * @returns {Answer}
 */
function reached(place, { from, move }) {
  const practices = place.trail?.practices ?? [];
  if (move === "foot" && practices.length > 0 && !practices.includes("walking")) return NO;
  const { metres, mode } = outing(place, from, move);
  if (move !== "noCar") return { fits: mode !== undefined && within(metres, mode) };
  return mode || place.withoutCar ? YES : unknown("noCar");
}

/**
 * There, the trail or a while at the place, and back.
 * @param {Summary} place
 * @param {number} minutes
 * @param {Circumstances} circumstances
 * @returns {Answer}
 */
function inTime(place, minutes, { from, move }) {
  const { way } = outing(place, from, move);
  if (way === undefined) return unknown("way");
  const left = minutes - 2 * way;
  if (!place.trail) return left >= TIME_THERE_MIN ? yesBut("outing.timeThere", { minutes: left }) : NO;
  if (left <= 0) return NO;
  const { durationMin } = place.trail;
  if (durationMin !== undefined) return durationMin <= left ? yesBut("outing.inAll", { minutes: durationMin + 2 * way }) : NO;
  const guess = guessedDuration(place.trail, move);
  if (!guess) return unknown("duration");
  if (guess.minutes <= left) return unknown(`duration-${guess.mode}`, { minutes: guess.minutes });
  // A greenway is ridden as far as one likes; a loop is walked to its end.
  return place.kind === "greenway" && place.trail.shape !== "loop" ? unknown(`part-${guess.mode}`, { minutes: guess.minutes }) : NO;
}

/**
 * @param {import('./opening.js').Opening} opening
 * @param {import('./opening.js').Moment} now
 * @returns {Answer}
 */
function openAt(opening, now) {
  switch (presentStatus(opening, now).status) {
    case "always":
    case "open":
      return YES;
    case "unknown":
      return unknown("hours");
    case "out-of-date":
      return unknown("oldHours");
    case "by-appointment":
      return unknown("appointment");
    default:
      return NO;
  }
}

/**
 * @param {Summary} place
 * @param {Circumstances} circumstances
 * @returns {Answer}
 */
function withoutAppointment({ opening }, { now }) {
  const { status } = presentStatus(opening, now);
  if (status === "by-appointment") return NO;
  return status === "unknown" || status === "out-of-date" ? unknown("hours") : YES;
}
