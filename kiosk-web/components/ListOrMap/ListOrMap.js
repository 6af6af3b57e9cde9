import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";
import { ResultMap } from "../ResultMap/ResultMap.js";

/**
 * The same places, as a list or on a map: whoever has a list puts it in here.
 * @param {object} props
 * @param {import('../../lib/api.js').Summary[]} props.places - those of the list, in its order
 * @param {string} [props.theme] - they all belong to
 * @param {any} [props.beside] - what else concerns the list, beside the switch
 * @param {any} props.children - the list
 */
export function ListOrMap({ places, theme, beside, children }) {
  const { state, screen, words } = useHere();
  const { asMap } = state.maps;
  const choice = (/** @type {boolean} */ map, /** @type {string} */ icon, /** @type {string} */ text) =>
    html`<button class="list-or-map-choice" aria-pressed=${asMap === map ? "true" : "false"} onClick=${() => asMap !== map && screen.parts.maps.show(map, theme)}>
      <${Icon} name=${icon} />${words.t(text)}
    </button>`;
  return html`<div class=${`list-or-map ${asMap ? "list-or-map-map" : ""}`}>
    <div class="list-or-map-head">
      <div class="list-or-map-switch" role="group" aria-label=${words.t("maps.switch")}>${choice(false, "list", "maps.asList")}${choice(true, "map", "maps.asMap")}</div>
      ${!asMap && beside}
    </div>
    ${asMap ? html`<${ResultMap} places=${places} />` : children}
  </div>`;
}
