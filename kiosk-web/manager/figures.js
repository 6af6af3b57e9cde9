/** What cells of an answer say, in words and as heights. */

/** @typedef {import('./server.js').Answer} Answer */
/** @typedef {import('./server.js').Cell} Cell */
/** @typedef {import('../lib/i18n.js').Translator} Translator */

export const UNKNOWN = "unknown";
/** There is no percentage on fewer. */
const SMALL_BASE = 30;

/**
 * A figure as a height: percent of a share, so much for one of a ratio, else the number. Null where nobody counted, or nobody may know.
 * @param {Answer} answer
 * @param {Cell | undefined} cell
 * @returns {?number}
 */
export function height(answer, cell) {
  if (cell?.state !== "counted") return null;
  if (answer.form === "share") return cell.share;
  if (answer.form === "ratio" || answer.per_hour) return cell.ratio;
  return cell.value;
}

/**
 * A height in the figure's unit.
 * @param {Answer} answer
 * @param {number} number
 * @param {Translator} words
 * @param {string} currency
 */
export function written(answer, number, words, currency) {
  if (answer.form === "share") return percent(number, words);
  if (answer.unit === "cents") {
    const isRound = answer.form === "sum" && !answer.per_hour;
    return words.number(number / 100, { style: "currency", currency, maximumFractionDigits: isRound ? 0 : 2 });
  }
  if (answer.unit === "minutes" && !answer.per_hour) return words.t("unit.hours", { n: Math.round(number / 60) });
  if (answer.unit === "seconds") return number < 60 ? words.t("unit.seconds", { n: Math.round(number) }) : words.t("unit.minutes", { m: Math.floor(number / 60), s: String(Math.round(number % 60)).padStart(2, "0") });
  return words.number(number, { maximumFractionDigits: answer.form === "ratio" || answer.per_hour ? 1 : 0 });
}

/**
 * @param {number} number
 * @param {Translator} words
 */
export const percent = (number, words) => words.number(number / 100, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * What a cell says, whatever there is to say.
 * @param {Answer} answer
 * @param {Cell | undefined} cell
 * @param {Translator} words
 * @param {string} currency
 */
export function told(answer, cell, words, currency) {
  const number = height(answer, cell);
  if (number !== null) return written(answer, number, words, currency);
  if (cell?.state === "hidden") return words.t("cell.hidden");
  if (cell?.state === "too_few") return words.t("cell.tooFew", { n: cell.base ?? SMALL_BASE });
  return words.t("cell.notCounted");
}

/**
 * A change against what it is compared to, with its sign; nothing where there is no such percentage.
 * @param {Cell | undefined} cell
 * @param {Translator} words
 */
export function change(cell, words) {
  if (cell?.change == null) return "";
  return words.number(cell.change / 100, { style: "percent", signDisplay: "exceptZero", maximumFractionDigits: Math.abs(cell.change) < 10 ? 1 : 0 });
}

/** Values that have an order of their own, which says more than which is most. */
const ORDERED = ["face"];

/**
 * The rows that a chart shows: what is known, at most so many, then what isn't.
 * @param {Answer} answer
 * @param {number} [most]
 */
export function shown(answer, most = Infinity) {
  const known = answer.rows.filter(({ value }) => value !== UNKNOWN);
  if (ORDERED.includes(answer.breakdown ?? "")) known.sort((one, other) => Number(other.value) - Number(one.value));
  return { known: known.slice(0, most), more: Math.max(0, known.length - most), unknown: answer.rows.find(({ value }) => value === UNKNOWN) ?? null };
}

/**
 * The figure of the whole period and, compared, of what it is held against.
 * @param {Answer} answer
 */
export const whole = ({ breakdown, rows, total }) => (breakdown ? total : (rows[0]?.cells ?? total));

/**
 * Whether anybody counted anything in the period: null when somebody counted, and it was nothing.
 * @param {Answer} answer
 */
export function isCounted({ rows, total }) {
  const cells = [...rows.map((row) => row.cells[0]), total[0]].filter((cell) => cell && cell.state !== "not_counted");
  return cells.length === 0 ? false : rows.length === 0 ? null : true;
}

/**
 * Round values for an axis from 0, up to at least `top`.
 * @param {number} top
 * @param {number} count - how many steps at most
 */
export function steps(top, count) {
  if (top <= 0) return [0, 1];
  const rough = top / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough) ?? rough;
  const list = [];
  for (let value = 0; value < top + step * 0.999; value += step) list.push(value);
  return list;
}

/**
 * All that a row says, in one sentence.
 * @param {Answer} answer
 * @param {import('./server.js').Row} row
 * @param {Translator} words
 * @param {string} currency
 */
export function sentence(answer, row, words, currency) {
  const [now, before] = row.cells;
  const parts = [words.t("read.row", { name: row.name, value: told(answer, now, words, currency) })];
  if (now?.share != null && answer.form === "sum" && answer.adds_up) parts[0] += ` (${percent(now.share, words)})`;
  if (before) parts.push(words.t("read.before", { value: told(answer, before, words, currency) }) + (now?.change == null ? "" : ` (${change(now, words)})`));
  if (now?.n != null) parts.push(words.t("read.n", { n: now.n }));
  return parts.join(" · ");
}
