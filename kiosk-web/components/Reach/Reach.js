import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { Text } from "../Text/Text.js";

/**
 * The upper part of the screen while everything to touch is in the lower one: what the page is about, calmly. It only repeats
 * what the page says, so screen readers skip it.
 */
export function Reach() {
  const { state, catalogue } = useHere();
  const { page, id } = state.route;
  const place = page === "place" ? catalogue?.places.find((other) => other.id === id) : undefined;
  const theme = catalogue?.themes.find((other) => other.id === (place?.kind ?? (page === "theme" ? id : undefined)));
  const picture = place?.picture.src ?? theme?.picture ?? catalogue?.welcome;
  return html`<div class=${`reach ${theme ? `theme-${theme.id}` : ""}`} aria-hidden="true">
    <p class="reach-name">${place ? html`<${Text} of=${place.name} />` : (theme?.name ?? catalogue?.office.territory)}</p>
    <div class="reach-arch">${picture && html`<img src=${picture} alt="" />`}</div>
  </div>`;
}
