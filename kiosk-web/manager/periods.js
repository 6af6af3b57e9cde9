/**
 * Periods as questions write them: `2026-07-14`, `2026-W29`, `2026-07`, `2026-high`, `2026`, `2026-07-01..2026-07-14`. Days are texts, and
 * arithmetic on them is in UTC, where every day has 24 hours.
 */

/** @typedef {"day" | "week" | "month" | "season" | "year" | "range"} Kind */

export const KINDS = /** @type {Kind[]} */ (["day", "week", "month", "season", "year", "range"]);

const DAY_MS = 86_400_000;
const PATTERNS = /** @type {[Kind, RegExp][]} */ ([
  ["day", /^\d{4}-\d{2}-\d{2}$/],
  ["week", /^\d{4}-W\d{2}$/],
  ["month", /^\d{4}-(0[1-9]|1[0-2])$/],
  ["year", /^\d{4}$/],
  ["range", /^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/],
  ["season", /^\d{4}-[a-z][a-z0-9-]*$/],
]);

/**
 * @param {string} text
 * @returns {?Kind} null when it isn't a period
 */
export const kindOf = (text) => PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

const dateOf = (/** @type {string} */ day) => new Date(`${day}T00:00:00Z`);
const dayOf = (/** @type {Date} */ date) => date.toISOString().slice(0, 10);

/**
 * @param {string} day
 * @param {number} days
 */
export const plus = (day, days) => dayOf(new Date(dateOf(day).getTime() + days * DAY_MS));

/**
 * @param {string} from
 * @param {string} to
 */
export const daysBetween = (from, to) => Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / DAY_MS);

/** The ISO week of a day: that of its Thursday. @param {string} day */
export function weekOf(day) {
  const thursday = plus(day, 3 - ((dateOf(day).getUTCDay() + 6) % 7));
  const number = 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, "0")}`;
}

/** The Monday of an ISO week. @param {string} week */
export function mondayOf(week) {
  const fourth = `${week.slice(0, 4)}-01-04`; // always in the first week
  const monday = plus(fourth, -((dateOf(fourth).getUTCDay() + 6) % 7));
  return plus(monday, 7 * (Number(week.slice(6)) - 1));
}

/**
 * The period of a kind that a day is in; for a range the 30 days that end with it.
 * @param {Kind} kind
 * @param {string} day
 * @param {string} season - the code of a season
 */
export function around(kind, day, season) {
  switch (kind) {
    case "day":
      return day;
    case "week":
      return weekOf(day);
    case "month":
      return day.slice(0, 7);
    case "season":
      return `${day.slice(0, 4)}-${season}`;
    case "year":
      return day.slice(0, 4);
    default:
      return `${plus(day, -29)}..${day}`;
  }
}

/**
 * The period before or after, of the same kind: seasons go by years.
 * @param {string} period
 * @param {1 | -1} way
 */
export function beside(period, way) {
  const year = Number(period.slice(0, 4));
  const written = (/** @type {number} */ number) => String(number).padStart(4, "0");
  switch (kindOf(period)) {
    case "day":
      return plus(period, way);
    case "week":
      return weekOf(plus(mondayOf(period), 7 * way));
    case "month": {
      const months = year * 12 + Number(period.slice(5)) - 1 + way;
      return `${written(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, "0")}`;
    }
    case "range": {
      const [from, to] = period.split("..");
      const length = (daysBetween(from, to) + 1) * way;
      return `${plus(from, length)}..${plus(to, length)}`;
    }
    default:
      return written(year + way) + period.slice(4);
  }
}

/** @typedef {"hour" | "day" | "week" | "month"} Grain */

/**
 * What a curve over a period has a point for: few enough to be seen one by one.
 * @param {string} period
 * @returns {Grain}
 */
export function grainOf(period) {
  switch (kindOf(period)) {
    case "day":
      return "hour";
    case "week":
    case "month":
      return "day";
    case "year":
      return "month";
    case "season":
      return "week";
    default: {
      const [from, to] = period.split("..");
      const days = daysBetween(from, to);
      return days < 1 ? "hour" : days <= 62 ? "day" : days <= 400 ? "week" : "month";
    }
  }
}

/**
 * Whether a day is in what a point of a curve stands for.
 * @param {string} day
 * @param {string} point
 */
export function isIn(day, point) {
  const kind = kindOf(point);
  if (kind === "week") return weekOf(day) === point;
  return kind !== null && day.startsWith(point);
}
