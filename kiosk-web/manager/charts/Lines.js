import { html } from "../../vendor/preact-htm.js";
import { textSize } from "../../components/useWidth.js";
import { height, steps, written } from "../figures.js";
import { isIn, kindOf, mondayOf } from "../periods.js";
import { widthOf } from "./letters.js";
import { useMarks } from "./marks.js";

/**
 * A curve, with that of the year before behind it. Where nobody counted there is a gap, not a zero; what was noted of days stands over them.
 * @param {import('./charts.js').ChartProps & {tall?: number}} props
 */
export function Lines({ answer, words, currency, width, onChoose, onRead, notes = [], tall = 300 }) {
  const { rows } = answer;
  const size = Math.round(textSize() * 0.82);
  const heights = rows.map(({ cells }) => cells.map((cell) => height(answer, cell)));
  const marks = steps(Math.max(1, ...heights.flat().map((number) => number ?? 0)), Math.max(3, Math.floor(tall / 60)));
  const labels = marks.map((mark) => written(answer, mark, words, currency));
  const left = Math.ceil(Math.max(...labels.map((label) => widthOf(label, size)))) + 14;
  const [above, below] = [30, size * 2.1];
  const step = (width - left - 8) / Math.max(1, rows.length);
  const x = (/** @type {number} */ index) => left + step * (index + 0.5);
  const y = (/** @type {number} */ number) => above + (tall - above - below) * (1 - number / marks[marks.length - 1]);
  const { at, mark, box, onKeyDown } = useMarks(rows.length, { onChoose: onChoose && ((index) => onChoose(rows[index].value)) });
  const noted = rows.map(({ value }) => notes.filter(({ day }) => isIn(day, value)));
  const names = rows.map(({ value, name }) => shortName(value, name, words));
  const every = Math.max(1, Math.ceil((Math.max(...names.map((name) => widthOf(name, size))) + 14) / step));
  const now = heights.map(([number]) => number);
  const before = heights.map(([, number]) => number ?? null);

  return html`<svg ref=${box} class="chart" role="group" aria-label=${answer.name} viewBox=${`0 0 ${width} ${tall}`} width=${width} height=${tall} onKeyDown=${onKeyDown}>
    ${marks.map((value, index) => html`<line class=${value === 0 ? "axis" : "grid"} x1=${left} x2=${width - 8} y1=${y(value)} y2=${y(value)} />
      <text class="chart-tick" x=${left - 8} y=${y(value) + size * 0.35} text-anchor="end" font-size=${size}>${labels[index]}</text>`)}
    ${names.map((name, index) => index % every === 0 && html`<text class="chart-tick" x=${x(index)} y=${tall - below + size * 1.5} text-anchor="middle" font-size=${size}>${name}</text>`)}
    ${at !== null && rows[at] && html`<line class="pointer" x1=${x(at)} x2=${x(at)} y1=${above - 6} y2=${tall - below} />`}
    <path class="line-before" d=${path(before, x, y)} />
    <path class="area" d=${area(now, x, y)} />
    <path class="line" d=${path(now, x, y)} />
    ${now.map((number, index) => number !== null && (step > 14 || isAlone(now, index)) && html`<circle class=${`point ${at === index ? "point-at" : ""}`} cx=${x(index)} cy=${y(number)} r=${at === index ? 5.5 : 3.5} />`)}
    ${noted.map((list, index) => list.length > 0 && html`<g class="note-mark"><line x1=${x(index)} x2=${x(index)} y1=${above - 4} y2=${tall - below} /><circle cx=${x(index)} cy=${above - 10} r="6" /></g>`)}
    ${rows.map((row, index) => {
      const label = [onRead(row), ...noted[index].map(({ text }) => text)].join(" · ");
      return html`<rect class="mark mark-column" x=${x(index) - step / 2} y="0" width=${step} height=${tall} ...${mark(index, label)} key=${row.value} />`;
    })}
  </svg>`;
}

/** @typedef {(number: number) => number} Scale */

/** @param {(?number)[]} numbers @param {number} index */
const isAlone = (numbers, index) => (numbers[index - 1] ?? null) === null && (numbers[index + 1] ?? null) === null;

const coordinate = (/** @type {number} */ number) => number.toFixed(1);

/**
 * One piece for each run of what was counted.
 * @param {(?number)[]} numbers
 * @returns {[number, number][][]}
 */
function runs(numbers) {
  /** @type {[number, number][][]} */
  const all = [];
  numbers.forEach((number, index) => {
    if (number === null) return;
    if (index === 0 || numbers[index - 1] === null) all.push([]);
    all[all.length - 1].push([index, number]);
  });
  return all;
}

/** @param {(?number)[]} numbers @param {Scale} x @param {Scale} y */
const path = (numbers, x, y) => runs(numbers).map((run) => `M${run.map(([index, number]) => `${coordinate(x(index))} ${coordinate(y(number))}`).join("L")}`).join("");

/** @param {(?number)[]} numbers @param {Scale} x @param {Scale} y */
const area = (numbers, x, y) =>
  runs(numbers)
    .map((run) => `M${coordinate(x(run[0][0]))} ${coordinate(y(0))}L${run.map(([index, number]) => `${coordinate(x(index))} ${coordinate(y(number))}`).join("L")}L${coordinate(x(run[run.length - 1][0]))} ${coordinate(y(0))}z`)
    .join("");

/**
 * What stands under a point: as little as says which it is.
 * @param {string} value
 * @param {string} name
 * @param {import('../../lib/i18n.js').Translator} words
 */
function shortName(value, name, words) {
  switch (kindOf(value)) {
    case "day":
      return words.date(value, { day: "numeric", ...(value.endsWith("-01") && { month: "short" }) });
    case "week":
      return words.date(mondayOf(value), { day: "numeric", month: "short" });
    case "month":
      return words.date(`${value}-01`, { month: "short" });
    default:
      return name;
  }
}
