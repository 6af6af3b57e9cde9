/** What a day's plan (lib/itinerary.js) says, in words. */

import { addDays, weekday } from "./opening.js";

/**
 * @param {import('./i18n.js').Translator} words
 * @param {import('./itinerary.js').Conflict} conflict
 * @param {import('./opening.js').Moment} arrive
 */
export function describeConflict(words, { kind, at }, arrive) {
  switch (kind) {
    case "opens":
      return words.t("day.opens", { time: words.time(at?.minute ?? 0) });
    case "closes":
      return words.t("day.closes", { time: words.time(at?.minute ?? 0) });
    case "last-entry":
      return words.t("day.lastEntry");
    case "appointment":
      return words.t("day.appointment");
    case "check":
      return words.t("day.check");
    case "closed": {
      if (!at) return words.t("day.closed");
      const far = at.date > addDays(arrive.date, 6);
      const day = far ? words.date(at.date, { day: "numeric", month: "long" }) : words.weekday(weekday(at.date));
      return words.t("day.closedUntil", { day, time: words.time(at.minute) });
    }
  }
}

/**
 * @param {import('./i18n.js').Translator} words
 * @param {{id: string, at: import('./opening.js').Moment}} choice - of `startChoices`
 */
export function describeStart(words, { id, at }) {
  if (id === "now") return words.t("day.startNow");
  return words.t(id.startsWith("today") ? "day.startToday" : "day.startTomorrow", { time: words.time(at.minute) });
}

/**
 * When one gets there.
 * @param {import('./i18n.js').Translator} words
 * @param {import('./itinerary.js').Leg} leg
 */
export function describeArrival(words, { arrive, earliest }) {
  const time = words.time(Math.round(arrive.minute / 5) * 5); // no guess is good to the minute
  return earliest ? words.t("day.earliest", { time }) : time;
}

/**
 * What the places of a day say to `plan`: where they are, their hours, how long they take when that is known.
 * @param {import('./api.js').Summary[]} places
 * @returns {import('./itinerary.js').Stop[]}
 */
export const stopsOf = (places) => places.map(({ position, opening, trail }) => ({ position, opening, durationMin: trail?.durationMin }));
