import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { projection } from "../../lib/geo.js";
import { textSize } from "../useWidth.js";

/**
 * A small map of the whole territory, in the corner of the big one: the office, and the place seen from there.
 * @param {{place: import('../../lib/api.js').Position, x: number, y: number, size: number}} props - pixels
 */
export function Locator({ place, x, y, size }) {
  const { words, catalogue } = useHere();
  if (!catalogue) return null;
  const { office } = catalogue;
  const text = textSize();
  const communes = office.communes.map(({ position }) => position);
  const { point } = projection([...communes, office.position, place], { width: size, height: size - text * 1.2, margin: text, atLeast_m: 5_000 });
  const here = point(office.position);
  const there = point(place);
  return html`<g class="locator" transform=${`translate(${x} ${y})`}>
    <rect width=${size} height=${size} rx=${text * 0.6} />
    <g class="sketch-villages">${communes.map((position) => html`<circle cx=${point(position).x} cy=${point(position).y} r=${text * 0.14} />`)}</g>
    <line class="sketch-crow" x1=${here.x} y1=${here.y} x2=${there.x} y2=${there.y} />
    <circle class="locator-place" cx=${there.x} cy=${there.y} r=${text * 0.42} />
    <g class="sketch-office" transform=${`translate(${here.x} ${here.y})`}><circle r=${text * 0.42} /><circle r=${text * 0.18} /></g>
    <text class="sketch-name-office" x=${size / 2} y=${size - text * 0.55} font-size=${text * 0.72} text-anchor="middle">${words.t("map.office")}</text>
  </g>`;
}
