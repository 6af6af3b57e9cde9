import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";
import { PlaceCard } from "../PlaceCard/PlaceCard.js";
import { PlaceRows } from "./PlaceRows.js";

/**
 * What was touched on a map: the card of a place, or the names of those that stand on the same spot.
 * @param {object} props
 * @param {import('../../lib/api.js').Summary[]} props.found
 * @param {(id: ?string) => void} props.onChoose - null closes
 */
export function Cards({ found, onChoose }) {
  const { words } = useHere();
  if (found.length === 0) return null;
  const close = html`<button class="map-found-close" aria-label=${words.t("maps.closeCard")} onClick=${() => onChoose(null)}><${Icon} name="x" /></button>`;
  if (found.length === 1) return html`<div class="map-found" key=${found[0].id}><${PlaceCard} place=${found[0]} compact=${true} />${close}</div>`;
  return html`<section class="map-found map-together" aria-labelledby="map-together">
    <h2 id="map-together">${words.t("maps.together", { n: found.length })}</h2>
    ${close}
    <${PlaceRows} places=${found} chosen=${null} onChoose=${onChoose} />
  </section>`;
}
