import { statusAt } from "./opening.js";
import { isOpen } from "./status.js";

/**
 * What a visitor may ask of a place. Only what is known counts: a place of which nothing is said about pushchairs isn't
 * shown to somebody with one.
 *
 * @typedef {import('./api.js').Summary} Summary
 * @typedef {import('./opening.js').Moment} Moment
 * @typedef {{id: string, icon: string, keeps: (place: Summary, now: Moment) => boolean}} Filter
 */

const SHORT_MIN = 120;
const welcome = (/** @type {string | undefined} */ answer) => answer !== undefined && answer !== "no";

/** @type {Filter[]} */
export const FILTERS = [
  { id: "open", icon: "clock", keeps: (place, now) => !place.trail && isOpen(place.opening, now) },
  { id: "noAppointment", icon: "key-round", keeps: ({ kind, opening }, now) => kind === "cellar" && !["by-appointment", "unknown", "out-of-date"].includes(statusAt(opening, now).status) },
  { id: "short", icon: "clock", keeps: ({ trail }) => trail?.durationMin !== undefined && trail.durationMin <= SHORT_MIN },
  { id: "easy", icon: "sun", keeps: ({ trail }) => ["very-easy", "easy"].includes(trail?.difficulty ?? "") },
  { id: "loop", icon: "repeat", keeps: ({ trail }) => trail?.shape === "loop" },
  { id: "children", icon: "users", keeps: ({ suits }) => welcome(suits.children) },
  { id: "pushchair", icon: "baby", keeps: ({ suits }) => welcome(suits.pushchair) },
  { id: "wheelchair", icon: "accessibility", keeps: ({ suits }) => welcome(suits.wheelchair) },
  { id: "dog", icon: "dog", keeps: ({ suits }) => welcome(suits.dog) },
  { id: "shade", icon: "trees", keeps: ({ shade }) => shade === "good" || shade === "some" },
  { id: "organic", icon: "leaf", keeps: ({ labels }) => labels.includes("organic") },
  { id: "free", icon: "euro", keeps: ({ free, trail }) => !trail && free === true },
];

/**
 * The filters worth a button: those that leave some places and take some away.
 * @param {Summary[]} places
 * @param {Moment} now
 * @param {string[]} chosen - stay, whatever they do
 */
export function usefulFilters(places, now, chosen) {
  return FILTERS.filter(({ id, keeps }) => {
    const kept = places.filter((place) => keeps(place, now)).length;
    return chosen.includes(id) || (kept > 0 && kept < places.length);
  });
}

/**
 * @param {Summary[]} places
 * @param {string[]} chosen
 * @param {Moment} now
 */
export function filtered(places, chosen, now) {
  const active = FILTERS.filter(({ id }) => chosen.includes(id));
  return places.filter((place) => active.every(({ keeps }) => keeps(place, now)));
}
