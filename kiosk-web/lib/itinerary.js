/**
 * A day made of places: in which order, when one gets to each, and what the hours say of it. Ways are guessed from the straight line
 * (lib/travel.js). The time spent at a place is counted where it is known and never made up: after a visit of unknown length, a time
 * is the earliest there can be.
 *
 * @typedef {import('./geo.js').Position} Position
 * @typedef {import('./opening.js').Moment} Moment
 * @typedef {import('./travel.js').Mode} Mode
 * @typedef {{position: Position, opening: import('./opening.js').Opening, durationMin?: number}} Stop
 * @typedef {object} Leg - the way to a stop, and the time there
 * @property {number} metres - as the crow flies
 * @property {number} minutes - of travel
 * @property {Moment} arrive
 * @property {boolean} earliest - an earlier visit has no known length: `arrive` is the earliest
 * @property {?Conflict} conflict
 * @typedef {{kind: "closed" | "opens" | "closes" | "last-entry" | "appointment" | "check", at?: Moment}} Conflict
 * @typedef {object} Plan
 * @property {Leg[]} legs - in the order of the stops
 * @property {number} travelMin
 * @property {number} visitMin - of the visits whose length is known
 * @property {number} unknown - visits whose length isn't
 */
import { distance } from "./geo.js";
import { addDays, statusAt } from "./opening.js";
import { travelMinutes } from "./travel.js";

const DAY = 1440;

/**
 * The order that makes the shortest way, from here through all of them; where it ends is free. Exact: for every set of places and the
 * last one among them, the best way is kept (Held and Karp 1962). Twelve places are half a million sums.
 *
 * @param {Position} here
 * @param {Position[]} places - 16 at most
 * @returns {number[]} indices of places, in order
 */
export function orderByRoad(here, places) {
  const n = places.length;
  if (n < 2) return places.map((_, index) => index);
  const between = places.map((a) => places.map((b) => distance(a, b)));
  const sets = 1 << n;
  const best = new Float64Array(sets * n).fill(Infinity);
  const before = new Int8Array(sets * n).fill(-1);
  for (let last = 0; last < n; last++) best[(1 << last) * n + last] = distance(here, places[last]);
  for (let set = 1; set < sets; set++) {
    for (let last = 0; last < n; last++) {
      const soFar = best[set * n + last];
      if (soFar === Infinity) continue;
      for (let next = 0; next < n; next++) {
        if (set & (1 << next)) continue;
        const at = (set | (1 << next)) * n + next;
        if (soFar + between[last][next] >= best[at]) continue;
        best[at] = soFar + between[last][next];
        before[at] = last;
      }
    }
  }
  const order = [];
  let set = sets - 1;
  let last = 0;
  for (let other = 1; other < n; other++) if (best[set * n + other] < best[set * n + last]) last = other;
  while (last >= 0) {
    order.unshift(last);
    const previous = before[set * n + last];
    set &= ~(1 << last);
    last = previous;
  }
  return order;
}

/**
 * What happens when somebody sets out and takes the stops in this order, without waiting before closed doors.
 * @param {Position} here
 * @param {Moment} start
 * @param {Mode} mode
 * @param {Stop[]} stops
 * @returns {Plan}
 */
export function plan(here, start, mode, stops) {
  let at = start;
  let from = here;
  let earliest = false;
  const total = { travelMin: 0, visitMin: 0, unknown: 0 };
  const legs = stops.map(({ position, opening, durationMin }) => {
    const metres = distance(from, position);
    const minutes = travelMinutes(metres, mode);
    const arrive = shift(at, minutes);
    const leg = { metres, minutes, arrive, earliest, conflict: conflictAt(opening, arrive, durationMin) };
    at = shift(arrive, durationMin ?? 0);
    from = position;
    total.travelMin += minutes;
    total.visitMin += durationMin ?? 0;
    if (durationMin === undefined) {
      total.unknown += 1;
      earliest = true;
    }
    return leg;
  });
  return { legs, ...total };
}

/**
 * What stands against arriving then; null when nothing known does.
 * @param {import('./opening.js').Opening} opening
 * @param {Moment} arrive
 * @param {number} [durationMin]
 * @returns {?Conflict}
 */
export function conflictAt(opening, arrive, durationMin = 0) {
  const found = statusAt(opening, arrive);
  switch (found.status) {
    case "open":
      if (opening.lastEntryMin !== undefined && !found.lastEntry) return { kind: "last-entry", at: found.until };
      return found.until && isBefore(found.until, shift(arrive, durationMin)) ? { kind: "closes", at: found.until } : null;
    case "opens":
      return { kind: "opens", at: found.at };
    case "closed":
    case "out-of-season":
      return { kind: "closed", at: found.next };
    case "by-appointment":
      return { kind: "appointment" };
    case "out-of-date":
      return { kind: "check" };
    default:
      return null; // always there, or nothing is known of its hours: the page says which
  }
}

/**
 * When a day may begin, seen from now: at once while the day lasts, else in the morning or after lunch.
 * @param {Moment} now
 * @returns {{id: string, at: Moment}[]} the first is the one to propose
 */
export function startChoices(now) {
  const tomorrow = addDays(now.date, 1);
  const choices = [
    { id: "now", at: shift(now, (5 - (now.minute % 5)) % 5) },
    { id: "today9", at: { date: now.date, minute: 9 * 60 } },
    { id: "today14", at: { date: now.date, minute: 14 * 60 } },
    { id: "tomorrow9", at: { date: tomorrow, minute: 9 * 60 } },
    { id: "tomorrow14", at: { date: tomorrow, minute: 14 * 60 } },
  ].filter(({ id, at }) => id === "now" || !isBefore(at, now));
  const late = now.minute >= 18 * 60 || now.minute < 6 * 60;
  return choices.filter(({ id }) => id !== "now" || !late).slice(0, 3);
}

/**
 * @param {Moment} moment
 * @param {number} minutes
 * @returns {Moment}
 */
function shift({ date, minute }, minutes) {
  const all = minute + minutes;
  return { date: addDays(date, Math.floor(all / DAY)), minute: all % DAY };
}

/**
 * @param {Moment} a
 * @param {Moment} b
 */
const isBefore = (a, b) => a.date < b.date || (a.date === b.date && a.minute < b.minute);
