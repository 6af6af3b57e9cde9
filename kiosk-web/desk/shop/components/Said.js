import { html } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { useShop } from "./context.js";

/** What was done last is said out loud; why something wasn't is also seen. */
export function Said() {
  const { state } = useShop();
  const { said } = state;
  return html`<div role="alert">${said?.kind === "refused" && html`<p class="said"><${Icon} name="triangle-alert" /><span>${said.words}</span></p>`}</div>
    <p class="hidden" role="status">${said?.kind === "told" ? said.words : ""}</p>`;
}
