import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { degreesOf, direction } from "../../lib/geo.js";
import { CLOSE_BY_M, here } from "../../lib/here.js";
import { metresTo, within } from "../../lib/outing.js";
import { about, travelMinutes } from "../../lib/travel.js";
import { Icon } from "../Icon/Icon.js";

const ICONS = { foot: "footprints", bicycle: "bike", car: "car" };

/**
 * How far a place is from this screen, which way, and how long it takes to get there, where that is a reasonable way to go.
 * @param {{place: import('../../lib/api.js').Summary}} props
 */
export function Away({ place }) {
  const { screen, words, catalogue } = useHere();
  if (!catalogue) return null;
  const from = here(catalogue, screen.session.screen);
  const metres = metresTo(place, from);
  if (metres < CLOSE_BY_M) return html`<span class="away"><span><${Icon} name="compass" />${words.t("away.here")}</span></span>`;
  const wind = direction(from, place.position);
  const own = /** @type {import('../../lib/travel.js').Mode[]} */ (["foot", "bicycle"]).filter((mode) => within(metres, mode));
  const modes = own.length > 0 ? own : [/** @type {const} */ ("car")];
  return html`<span class="away">
    <span class="away-where"><span class="away-arrow" style=${{ rotate: `${degreesOf(wind)}deg` }}><${Icon} name="arrow-up" /></span>${words.t("away.inDirection", { distance: words.distance(metres), direction: words.t(`direction.${wind}`) })}</span>
    ${modes.map((mode) => html`<span key=${mode}><${Icon} name=${ICONS[mode]} /><span class="hidden">${words.t(`away.${mode}`)}</span>${words.t("away.about", { duration: words.duration(about(travelMinutes(metres, mode))) })}</span>`)}
  </span>`;
}
