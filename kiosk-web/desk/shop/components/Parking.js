import { html, useState } from "../../../vendor/preact-htm.js";
import { Box } from "../../components/Box.js";
import { clock } from "../../components/clock.js";
import { useShop } from "./context.js";

/** A name for a basket that waits; the hour when nothing is said. */
export function ParkBox() {
  const { shop, state, t } = useShop();
  const [name, setName] = useState("");
  const park = (/** @type {Event} */ event) => {
    event.preventDefault();
    shop.parking.park(name.trim() || clock(new Date().toISOString(), state));
  };
  return html`<${Box} title=${t("shop.park.title")} onClose=${() => shop.update({ dialog: null })}>
    <form class="form" onSubmit=${park}>
      <label>${t("shop.park.name")}<input class="field" maxlength="60" autocomplete="off" autofocus placeholder=${t("shop.park.example")} value=${name} onInput=${(/** @type {any} */ event) => setName(event.target.value)} /></label>
      <p class="box-buttons"><button class="button button-main">${t("shop.park.keep")}</button></p>
    </form>
  <//>`;
}

/** The baskets that wait at this till. */
export function ParkedBox() {
  const { shop, state, t } = useShop();
  const busy = state.basket.lines.length > 0 || state.training;
  return html`<${Box} title=${t("shop.park.waitingTitle")} onClose=${() => shop.update({ dialog: null })}>
    ${busy && html`<p>${t(state.training ? "shop.park.training" : "shop.park.busy")}</p>`}
    <ul class="rows">
      ${state.parked.map((/** @type {any} */ { id, name, at, order }) => html`<li key=${id}>
        <button type="button" class="button row" aria-disabled=${busy ? "true" : undefined} onClick=${() => !busy && shop.parking.resume(id)}>
          <b>${name}</b> <span>${t("shop.basket.count", { n: order.lines.reduce((/** @type {number} */ all, /** @type {any} */ line) => all + line.quantity, 0) })}</span> <span class="row-end">${clock(at, state)}</span>
        </button>
      </li>`)}
    </ul>
  <//>`;
}
