import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Icon } from "../Icon/Icon.js";

/**
 * Puts a place in the visitor's day, or takes it out again.
 * @param {{place: import('../../lib/api.js').Summary}} props
 */
export function AddToDay({ place }) {
  const { state, screen, words } = useHere();
  const isIn = state.day.ids.includes(place.id);
  const toggle = () => (isIn ? screen.parts.day.remove(place.id) : screen.parts.day.add(place.id));
  return html`<button class="button add-to-day" aria-pressed=${isIn} aria-label=${words.t("day.named", { what: place.name.text })} onClick=${toggle}>
    <${Icon} name=${isIn ? "check" : "plus"} /><span>${words.t("day.title")}</span>
  </button>`;
}
