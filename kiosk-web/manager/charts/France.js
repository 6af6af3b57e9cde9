import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { height } from "../figures.js";
import { useMarks } from "./marks.js";

const OUTLINES = "/vendor/manager/departements.json";
const SHADES = 6;

/** @typedef {{width: number, height: number, outlines: Object<string, string>}} Outlines */

/** @type {?Outlines} fetched once, when the first map is seen */
let fetched = null;

/** @returns {?Outlines} */
function useOutlines() {
  const [outlines, setOutlines] = useState(fetched);
  useEffect(() => {
    if (fetched) return;
    fetch(OUTLINES)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${OUTLINES}: ${answer.status}`))))
      .then((read) => setOutlines((fetched = read)))
      .catch((error) => console.warn("The map of France can't be drawn; the table has its figures.", error));
  }, []);
  return outlines;
}

/**
 * France's départements, those beyond the seas beside it: the darker, the more. Steps are by square root, for the neighbours would make all
 * others alike.
 * @param {import('./charts.js').ChartProps} props
 */
export function France({ answer, words, width, chosen, onChoose, onRead }) {
  const outlines = useOutlines();
  const rows = new Map(answer.rows.map((row) => [row.value, row]));
  const codes = outlines ? Object.keys(outlines.outlines).filter((code) => rows.has(code)).sort((one, other) => number(rows, answer, other) - number(rows, answer, one)) : [];
  const { at, mark, box, onKeyDown } = useMarks(codes.length, { onChoose: onChoose && ((index) => onChoose(codes[index])) });
  if (!outlines) return html`<p class="quiet">${words.t("loading")}</p>`;
  const top = Math.max(1, ...codes.map((code) => number(rows, answer, code)));
  const shade = (/** @type {string} */ code) => {
    const counted = height(answer, rows.get(code)?.cells[0]);
    return counted === null || counted <= 0 ? "heat-0" : `heat-${Math.max(1, Math.ceil(Math.sqrt(counted / top) * SHADES))}`;
  };
  const drawn = Math.min(width, 640);
  return html`<svg ref=${box} class="chart france" role="group" aria-label=${answer.name} viewBox=${`0 0 ${outlines.width} ${outlines.height}`} width=${drawn} height=${Math.round((drawn * outlines.height) / outlines.width)} onKeyDown=${onKeyDown}>
    ${Object.entries(outlines.outlines).map(([code, path]) => !rows.has(code) && html`<path class="land heat-0" d=${path} key=${code} />`)}
    ${codes.map((code, index) => html`<path class=${`land mark ${shade(code)} ${at === index ? "mark-at" : ""} ${chosen?.includes(code) ? "mark-chosen" : ""}`} d=${outlines.outlines[code]} ...${mark(index, onRead(/** @type {import('../server.js').Row} */ (rows.get(code))))} key=${code} />`)}
  </svg>`;
}

/**
 * @param {Map<string, import('../server.js').Row>} rows
 * @param {import('../server.js').Answer} answer
 * @param {string} code
 */
const number = (rows, answer, code) => height(answer, rows.get(code)?.cells[0]) ?? 0;
