/**
 * Is it open now? The rule is docs/opening.md; the examples that bind it to the server's are Tests/Vectors/opening.json.
 * Everything is the office's wall clock: a local date and a minute of the day, no time zone.
 *
 * @typedef {{date: string, minute: number}} Moment - `date` is YYYY-MM-DD
 * @typedef {object} Period
 * @property {string} [from] - YYYY-MM-DD, or MM-DD for every year
 * @property {string} [to]
 * @property {number[]} [days] - ISO weekdays; absent: every day
 * @property {[number, number][]} [hours] - minutes after midnight; the end may be beyond 1440
 * @property {boolean} [byAppointment]
 * @typedef {object} Opening
 * @property {"always" | "by-appointment" | "periods" | "unknown"} kind
 * @property {string} [knownUntil]
 * @property {Period[]} periods
 * @property {string[]} closed - dates
 * @property {number} [lastEntryMin] - minutes before closing
 * @typedef {object} Status
 * @property {"always" | "unknown" | "by-appointment" | "open" | "out-of-date" | "opens" | "closed" | "out-of-season"} status
 * @property {Moment} [until] - open: when it closes
 * @property {Moment} [lastEntry] - open: the last entry, when it is still to come
 * @property {Moment} [at] - opens: later today
 * @property {Moment} [next] - closed, out of season: when it opens next
 */

const DAY = 1440;
/** @type {WeakMap<Opening, {at: string, status: Status}>} asked by each filter and each card of a list: once a minute */
const present = new WeakMap();
/** @type {WeakMap<Opening, {date: string, next: Moment | undefined}>} */
const upcoming = new WeakMap();
const LOOK_AHEAD_DAYS = 366;

/**
 * @param {Opening} opening
 * @param {Moment} now
 * @returns {Status}
 */
export function statusAt(opening, now) {
  const found = presentStatus(opening, now);
  if (found.status !== "closed" && found.status !== "out-of-season") return found;
  const next = nextOpening(opening, now.date);
  return next ? { ...found, next } : found;
}

/**
 * The same without when it opens next, which may be looked for through a whole year: thousands of places are asked at once.
 * @param {Opening} opening
 * @param {Moment} now
 * @returns {Status}
 */
export function presentStatus(opening, now) {
  const at = write(now);
  let known = present.get(opening);
  if (known?.at !== at) present.set(opening, (known = { at, status: findStatus(opening, now) }));
  return known.status;
}

/**
 * @param {Opening} opening
 * @param {Moment} now
 * @returns {Status}
 */
function findStatus(opening, now) {
  if (opening.kind !== "periods") return { status: opening.kind };
  const { date, minute } = now;

  const current =
    hoursOf(opening, date).find(([start, end]) => start <= minute && minute < end) ??
    hoursOf(opening, addDays(date, -1))
      .map(([start, end]) => [start - DAY, end - DAY])
      .find(([start, end]) => start <= minute && minute < end);
  if (current) {
    const until = moment(date, current[1]);
    const lastEntry = current[1] - (opening.lastEntryMin ?? 0);
    return opening.lastEntryMin !== undefined && minute < lastEntry
      ? { status: "open", until, lastEntry: moment(date, lastEntry) }
      : { status: "open", until };
  }

  if (opening.knownUntil && date > opening.knownUntil) return { status: "out-of-date" };
  const later = hoursOf(opening, date).find(([start]) => start > minute);
  if (later) return { status: "opens", at: moment(date, later[0]) };

  const inDates = opening.periods.filter((period) => containsDate(period, date));
  const appointments = inDates.filter((period) => period.byAppointment && containsWeekday(period, date));
  if (appointments.length > 0 && !opening.closed.includes(date)) return { status: "by-appointment" };

  return { status: inDates.length > 0 ? "closed" : "out-of-season" };
}

/**
 * The hours of a day, sorted, overlapping or touching ones merged.
 * @param {Opening} opening
 * @param {string} date
 * @returns {[number, number][]}
 */
export function hoursOf(opening, date) {
  if (opening.closed.includes(date)) return [];
  if (opening.knownUntil && date > opening.knownUntil) return [];
  const hours = opening.periods
    .filter((period) => !period.byAppointment && containsDate(period, date) && containsWeekday(period, date))
    .flatMap((period) => period.hours ?? [])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @type {[number, number][]} */
  const merged = [];
  for (const [start, end] of hours) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * @param {Opening} opening
 * @param {string} date
 * @returns {Moment | undefined}
 */
function nextOpening(opening, date) {
  let known = upcoming.get(opening);
  if (known?.date !== date) upcoming.set(opening, (known = { date, next: findNext(opening, date) }));
  return known.next;
}

/**
 * @param {Opening} opening
 * @param {string} date
 * @returns {Moment | undefined}
 */
function findNext(opening, date) {
  for (let ahead = 1; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const day = addDays(date, ahead);
    if (opening.knownUntil && day > opening.knownUntil) return undefined;
    const [first] = hoursOf(opening, day);
    if (first) return moment(day, first[0]);
  }
  return undefined;
}

/**
 * @param {Period} period
 * @param {string} date
 */
function containsDate({ from, to }, date) {
  const yearly = (from ?? to ?? "").length === 5;
  const day = yearly ? date.slice(5) : date;
  if (yearly && from && to && from > to) return day >= from || day <= to; // across New Year
  return (!from || day >= from) && (!to || day <= to);
}

/**
 * @param {Period} period
 * @param {string} date
 */
function containsWeekday({ days }, date) {
  return !days || days.includes(weekday(date));
}

/**
 * @param {string} date
 * @returns {number} ISO weekday, Monday is 1
 */
export function weekday(date) {
  return new Date(`${date}T00:00Z`).getUTCDay() || 7;
}

/**
 * @param {string} date
 * @param {number} days
 */
export function addDays(date, days) {
  const day = new Date(`${date}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/**
 * @param {string} date
 * @param {number} minute - may be negative, or beyond the day
 * @returns {Moment}
 */
function moment(date, minute) {
  const days = Math.floor(minute / DAY);
  return { date: addDays(date, days), minute: minute - days * DAY };
}

/**
 * @param {string} timeZone - IANA name
 * @param {Date} [instant]
 * @returns {Moment} the wall clock there
 */
export function wallClock(timeZone, instant = new Date()) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(instant);
  const of = (/** @type {string} */ type) => parts.find((part) => part.type === type)?.value ?? "";
  return { date: `${of("year")}-${of("month")}-${of("day")}`, minute: Number(of("hour")) * 60 + Number(of("minute")) };
}

/** @param {Moment} at - written `2026-07-14T10:05`, as in the examples */
export function write({ date, minute }) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/**
 * @param {string} text - `2026-07-14T10:05`
 * @returns {Moment}
 */
export function read(text) {
  const [date, time] = text.split("T");
  const [hours, minutes] = time.split(":").map(Number);
  return { date, minute: hours * 60 + minutes };
}
