import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";

const ORDERS = /** @type {const} */ (["near", "duration", "name"]);

/** @param {{order: import('../../lib/results.js').Order}} props */
export function Sorting({ order }) {
  const { screen, words } = useHere();
  return html`<div class="sorting" role="group" aria-label=${words.t("results.sort")}>
    ${ORDERS.map((one) => html`<button class="sorting-button" aria-pressed=${one === order ? "true" : "false"} onClick=${() => screen.parts.finding.sortBy(one)} key=${one}>${words.t(`order.${one}`)}</button>`)}
  </div>`;
}
