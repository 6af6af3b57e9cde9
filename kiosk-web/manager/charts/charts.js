import { Bars } from "./Bars.js";
import { France } from "./France.js";
import { Heat } from "./Heat.js";
import { Lines } from "./Lines.js";

/**
 * What every chart is given. A chart is drawn at its size in pixels, with classes for its colours, so that it can be shown, printed and saved.
 *
 * @typedef {object} ChartProps
 * @property {import('../server.js').Answer} answer
 * @property {import('../../lib/i18n.js').Translator} words
 * @property {string} currency
 * @property {number} width
 * @property {number} [most] - rows
 * @property {string[]} [chosen] - values that everything is limited to
 * @property {(value: string) => void} [onChoose]
 * @property {(row: import('../server.js').Row) => string} onRead - all that a row says
 * @property {import('../server.js').Note[]} [notes]
 */
export const CHARTS = { bars: Bars, heat: Heat, lines: Lines, map: France };
