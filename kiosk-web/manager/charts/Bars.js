import { html } from "../../vendor/preact-htm.js";
import { textSize } from "../../components/useWidth.js";
import { height, percent, shown, told } from "../figures.js";
import { lines, widthOf } from "./letters.js";
import { useMarks } from "./marks.js";

/**
 * A bar each row, the year before as a line behind it, and what isn't known below, in another dress.
 * @param {import('./charts.js').ChartProps} props
 */
export function Bars({ answer, words, currency, width, most, chosen, onChoose, onRead }) {
  const { known, unknown } = shown(answer, most);
  const rows = unknown ? [...known, unknown] : known;
  const size = Math.round(textSize() * 0.94);
  const compared = answer.columns.length > 1;
  const values = rows.map(({ cells }) => (answer.form === "sum" && answer.adds_up && cells[0]?.share != null ? `${told(answer, cells[0], words, currency)} · ${percent(cells[0].share, words)}` : told(answer, cells[0], words, currency)));
  const atEnd = Math.ceil(Math.max(0, ...values.map((value) => widthOf(value, size, 700)))) + 14;
  const forNames = Math.min(width * 0.42, Math.max(60, ...rows.map(({ name }) => widthOf(name, size) + 14)));
  const room = Math.max(40, width - forNames - atEnd);
  const top = Math.max(1, ...rows.flatMap(({ cells }) => cells.map((cell) => height(answer, cell) ?? 0)));
  const long = (/** @type {import('../server.js').Cell | undefined} */ cell) => Math.max(0, ((height(answer, cell) ?? 0) / top) * room);
  const texts = rows.map(({ name }) => lines(name, forNames - 14, size));
  const { at, mark, box, onKeyDown } = useMarks(rows.length, { onChoose: onChoose && ((index) => onChoose(rows[index].value)) });

  let y = 0;
  const drawn = rows.map((row, index) => {
    const tall = Math.max(size * 2.1, texts[index].length * size * 1.2 + size * 0.8);
    if (row === unknown) y += size * 0.6;
    const middle = y + tall / 2;
    const [now, before] = row.cells;
    const label = onRead(row);
    const bar = size * 1.15;
    const group = html`<g class=${`mark ${at === index ? "mark-at" : ""} ${chosen?.includes(row.value) ? "mark-chosen" : ""}`} ...${mark(index, label)} key=${row.value}>
      <rect class="mark-ground" x="0" y=${y} width=${width} height=${tall} rx="6" />
      ${texts[index].map((text, line) => html`<text class="chart-name" x="6" y=${middle + (line - (texts[index].length - 1) / 2) * size * 1.2 + size * 0.35} font-size=${size}>${text}</text>`)}
      ${compared && height(answer, before) !== null && html`<rect class="bar-before" x=${forNames} y=${middle - bar / 2 - 4} width=${long(before)} height=${bar + 8} rx="3" />`}
      <rect class=${row === unknown ? "bar bar-unknown" : "bar"} x=${forNames} y=${middle - bar / 2} width=${long(now)} height=${bar} rx="3" />
      <text class=${now?.state === "counted" ? "chart-value" : "chart-value chart-none"} x=${forNames + Math.max(long(now), compared ? long(before) : 0) + 8} y=${middle + size * 0.35} font-size=${size}>${values[index]}</text>
    </g>`;
    y += tall;
    return group;
  });
  return html`<svg ref=${box} class="chart" role="group" aria-label=${answer.name} viewBox=${`0 0 ${width} ${Math.ceil(y)}`} width=${width} height=${Math.ceil(y)} onKeyDown=${onKeyDown}>${drawn}</svg>`;
}
