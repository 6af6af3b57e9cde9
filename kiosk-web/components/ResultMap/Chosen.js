import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";
import { PlaceCard } from "../PlaceCard/PlaceCard.js";

/**
 * The card of the place chosen on a map.
 * @param {{place: import('../../lib/api.js').Summary, onClose: () => void}} props
 */
export function Chosen({ place, onClose }) {
  const { words } = useHere();
  return html`<div class="map-chosen">
    <${PlaceCard} place=${place} compact=${true} />
    <button class="map-chosen-close" aria-label=${words.t("maps.closeCard")} onClick=${onClose}><${Icon} name="x" /></button>
  </div>`;
}
