import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";

/**
 * What two fingers do, for one.
 * @param {{view: import('../../lib/map/canvas.js').View, onZoom: (levels: number) => void, onFit: () => void}} props
 */
export function Buttons({ view, onZoom, onFit }) {
  const { words } = useHere();
  const button = (/** @type {string} */ icon, /** @type {string} */ text, /** @type {() => void} */ act, disabled = false) =>
    html`<button class="map-button" aria-label=${words.t(text)} aria-disabled=${disabled ? "true" : undefined} onClick=${act}><${Icon} name=${icon} /></button>`;
  return html`<div class="map-buttons" role="group" aria-label=${words.t("maps.buttons")}>
    ${button("plus", "maps.closer", () => onZoom(1), view.closest)}
    ${button("minus", "maps.further", () => onZoom(-1), view.furthest)}
    ${button("locate-fixed", "maps.fit", onFit)}
  </div>`;
}
