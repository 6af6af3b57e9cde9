import { html } from "../../vendor/preact-htm.js";
import { textSize } from "../../components/useWidth.js";
import { height } from "../figures.js";
import { widthOf } from "./letters.js";
import { useMarks } from "./marks.js";

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const SHADES = 6;

/**
 * Hours across, days of the week down: the darker, the more. Hours in which nothing ever was are left out at both ends.
 * @param {import('./charts.js').ChartProps} props
 */
export function Heat({ answer, words, width, onRead }) {
  const cells = new Map(answer.rows.map((row) => [row.value, row]));
  const busy = answer.rows.filter(({ cells: [cell] }) => (height(answer, cell) ?? 0) > 0 || cell?.state === "hidden").map(({ value }) => Number(value.split("-")[1]));
  const [from, to] = busy.length > 0 ? [Math.min(...busy), Math.max(...busy)] : [9, 18];
  const hours = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const top = Math.max(1, ...answer.rows.map(({ cells: [cell] }) => height(answer, cell) ?? 0));
  const size = Math.round(textSize() * 0.82);
  const names = DAYS.map((day) => words.weekday(day));
  const left = Math.ceil(Math.max(...names.map((name) => widthOf(name, size)))) + 12;
  const [wide, tall] = [(width - left) / hours.length, Math.max(28, size * 2)];
  const above = size * 1.9;
  const shownNumbers = wide > size * 1.9;
  const fields = DAYS.flatMap((day) => hours.map((hour) => ({ day, hour, row: cells.get(`${day}-${hour}`) })));
  const { at, mark, box, onKeyDown } = useMarks(fields.length, { columns: hours.length });
  const high = Math.ceil(above + DAYS.length * tall + 4);

  return html`<svg ref=${box} class="chart" role="group" aria-label=${answer.name} viewBox=${`0 0 ${width} ${high}`} width=${width} height=${high} onKeyDown=${onKeyDown}>
    ${hours.map((hour, index) => (wide > size * 2.2 || index % 2 === 0) && html`<text class="chart-tick" x=${left + wide * (index + 0.5)} y=${size * 1.1} text-anchor="middle" font-size=${size}>${words.t("unit.hour", { h: String(hour) })}</text>`)}
    ${names.map((name, index) => html`<text class="chart-tick" x="0" y=${above + tall * (index + 0.5) + size * 0.35} font-size=${size}>${name}</text>`)}
    ${fields.map(({ day, hour, row }, index) => {
      const cell = row?.cells[0];
      const number = height(answer, cell);
      const shade = number === null ? (cell ? "heat-none" : "heat-0") : `heat-${number <= 0 ? 0 : Math.max(1, Math.ceil((number / top) * SHADES))}`;
      const [x, y] = [left + wide * (hour - from), above + tall * (day - 1)];
      const label = row ? onRead(row) : words.t("read.row", { name: `${names[day - 1]} ${words.t("unit.hour", { h: String(hour) })}`, value: 0 });
      return html`<g class=${`mark ${at === index ? "mark-at" : ""}`} ...${mark(index, label)} key=${`${day}-${hour}`}>
        <rect class=${`heat ${shade}`} x=${x + 1} y=${y + 1} width=${wide - 2} height=${tall - 2} rx="3" />
        ${shownNumbers && number !== null && number > 0 && html`<text class=${`heat-number on-${shade}`} x=${x + wide / 2} y=${y + tall / 2 + size * 0.33} text-anchor="middle" font-size=${size * 0.92}>${words.number(number, { notation: number > 9_999 ? "compact" : "standard" })}</text>`}
      </g>`;
    })}
  </svg>`;
}
