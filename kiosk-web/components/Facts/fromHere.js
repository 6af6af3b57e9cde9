import { degreesOf, direction, distance } from "../../lib/geo.js";
import { CLOSE_BY_M, here } from "../../lib/here.js";
import { within } from "../../lib/outing.js";
import { about, travelMinutes } from "../../lib/travel.js";

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
  const mode = MODES.find((mode) => within(metres, mode)) ?? "car";
  const time = words.duration(about(travelMinutes(metres, mode)));
  return {
    value: words.distance(metres),
    detail: `${words.t("glance.toward", { direction: words.t(`direction.${wind}`) })} · ${words.t(`glance.${mode}`, { time })}`,
    degrees: degreesOf(wind),
  };
}
