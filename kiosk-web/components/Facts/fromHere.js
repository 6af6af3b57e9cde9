import { direction, distance } from "../../lib/geo.js";
import { here } from "../../lib/here.js";
import { REASONABLE_MIN, about, travelMinutes } from "../../lib/travel.js";

/** Closer than this, "300 m away" would be said of a point that is only known to 300 m. */
const CLOSE_BY_M = 400;
const WINDS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"];
const MODES = /** @type {const} */ (["foot", "bicycle", "car"]);

/**
 * How far from this screen, which way, and how long it takes by the slowest means that is still reasonable.
 *
 * @param {import('../../lib/i18n.js').Translator} words
 * @param {import('../../lib/api.js').Catalogue} catalogue
 * @param {string} screenId
 * @param {import('../../lib/api.js').Position} position
 * @returns {{value: string, detail: ?string, degrees: ?number}} degrees: clockwise from north
 */
export function fromHere(words, catalogue, screenId, position) {
  const start = here(catalogue, screenId);
  const metres = distance(start, position);
  if (metres < CLOSE_BY_M) return { value: words.t("away.here"), detail: null, degrees: null };
  const wind = direction(start, position);
  const mode = MODES.find((mode) => travelMinutes(metres, mode) <= REASONABLE_MIN[mode]) ?? "car";
  const time = words.duration(about(travelMinutes(metres, mode)));
  return {
    value: words.distance(metres),
    detail: `${words.t("glance.toward", { direction: words.t(`direction.${wind}`) })} · ${words.t(`glance.${mode}`, { time })}`,
    degrees: WINDS.indexOf(wind) * 45,
  };
}
