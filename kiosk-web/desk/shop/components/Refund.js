import { html, useState } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { euros } from "../money.js";
import { METHODS } from "../payment.js";
import { worthOf } from "../tickets.js";
import { useShop } from "./context.js";

const USUAL = ["shop.refund.changed", "shop.refund.damaged", "shop.refund.mistake"];

/**
 * What comes back, line by line; how the money is given back, and why.
 * @param {{entry: import('../tickets.js').Entry, left: number[], onLeave: () => void}} props
 */
export function Refund({ entry, left, onLeave }) {
  const { shop, state, t } = useShop();
  const { lines, payments } = entry.content;
  const [back, setBack] = useState(lines.map(() => 0));
  const [method, setMethod] = useState(payments[0]?.method ?? "cash");
  const [reason, setReason] = useState("");
  const worth = lines.reduce((/** @type {number} */ all, /** @type {any} */ line, /** @type {number} */ index) => all + worthOf(line, left[index], back[index]), 0);
  const set = (/** @type {number} */ index, /** @type {number} */ quantity) => setBack(back.map((/** @type {number} */ one, /** @type {number} */ at) => (at === index ? Math.max(0, Math.min(quantity, left[index])) : one)));
  const give = (/** @type {Event} */ event) => {
    event.preventDefault();
    const chosen = back.flatMap((/** @type {number} */ quantity, /** @type {number} */ index) => (quantity > 0 ? [{ index, quantity }] : []));
    if (chosen.length === 0) return shop.refuse(t("shop.refund.which"));
    if (reason.trim() === "") return shop.refuse(t("shop.refund.why"));
    shop.tickets.refund(entry, { lines: chosen, method, reason: reason.trim() });
  };
  return html`<form class="form" onSubmit=${give}>
    <p class="choices"><button type="button" class="button" onClick=${onLeave}><${Icon} name="arrow-left" />${t("shop.sold.receipt")}</button>
      <button type="button" class="button" onClick=${() => setBack(left)}>${t("shop.refund.all")}</button></p>
    <ul class="basket-lines">
      ${lines.map((/** @type {any} */ line, /** @type {number} */ index) => html`<li key=${index} class="basket-line">
        <p class="basket-label">${line.label}</p>
        <div class="basket-count">
          <button type="button" class="count" aria-label=${t("shop.basket.less", { label: line.label })} onClick=${() => set(index, back[index] - 1)}><${Icon} name="minus" /></button>
          <span class="count-number">${t("shop.refund.of", { back: back[index], left: left[index] })}</span>
          <button type="button" class="count" aria-label=${t("shop.basket.more", { label: line.label })} onClick=${() => set(index, back[index] + 1)}><${Icon} name="plus" /></button>
        </div>
      </li>`)}
    </ul>
    <p class="left"><span>${t("shop.refund.worth")}</span> <output>${euros(state, worth)}</output></p>
    <div class="choices" role="group" aria-label=${t("shop.refund.method")}>
      ${METHODS.map((one) => html`<button type="button" key=${one} class="button button-small" aria-pressed=${String(one === method)} onClick=${() => setMethod(one)}>${t(`shop.method.${one}`)}</button>`)}
    </div>
    <label>${t("shop.refund.reason")}<input class="field" maxlength="200" autocomplete="off" value=${reason} onInput=${(/** @type {any} */ event) => setReason(event.target.value)} /></label>
    <div class="choices">${USUAL.map((one) => html`<button type="button" class="button button-small" onClick=${() => setReason(t(one))}>${t(one)}</button>`)}</div>
    <p class="box-buttons"><button class="button button-main" aria-disabled=${state.asking ? "true" : undefined}>${t("shop.refund.give")}</button></p>
  </form>`;
}
