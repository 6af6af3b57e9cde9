import { html, useEffect, useRef, useState } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { cents, euros } from "../money.js";
import { METHODS, NOTES, balance } from "../payment.js";
import { useShop } from "./context.js";

/** How it is paid: a touch on a method takes what is left, or the amount that was typed. */
export function Pay() {
  const { shop, state, t } = useShop();
  const { tenders, asking, till } = state;
  const { total } = shop.priced;
  const { left, change } = balance(tenders, total);
  const [typed, setTyped] = useState("");
  const title = useRef(/** @type {?HTMLElement} */ (null));
  const field = useRef(/** @type {?HTMLInputElement} */ (null));
  useEffect(() => (matchMedia("(pointer: coarse)").matches ? title : field).current?.focus(), []);

  const tender = (/** @type {import('../payment.js').Method} */ method, /** @type {?number} */ amount) => {
    if (shop.selling.tender({ method, amount: amount ?? left })) setTyped("");
  };
  const touch = (/** @type {import('../payment.js').Method} */ method) => {
    const amount = typed.trim() === "" ? left : cents(typed);
    if (amount) tender(method, amount);
    else shop.refuse(t(left === 0 ? "shop.pay.enough" : "shop.pay.wrong"));
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") return shop.selling.leave();
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (typed.trim() !== "") touch("cash");
    else if (left === 0) shop.selling.sell();
    else shop.refuse(t("shop.pay.choose"));
  };

  return html`<section class="pay" aria-labelledby="pay-title" aria-busy=${String(asking)}>
    <header class="basket-head">
      <h2 id="pay-title" ref=${title} tabindex="-1">${t("shop.pay.title")}</h2>
      <button type="button" class="button button-small" onClick=${() => shop.selling.leave()}><${Icon} name="arrow-left" />${t("shop.basket.title")}</button>
    </header>
    <p class="total"><span>${t("shop.total")}</span> <output>${euros(state, total)}</output></p>
    <ul class="tenders">
      ${tenders.map((/** @type {any} */ { method, amount }) => html`<li key=${method}>
        <span>${t(`shop.method.${method}`)}</span> <b>${euros(state, amount)}</b>
        <button type="button" class="count" aria-label=${t("shop.pay.takeBack", { method: t(`shop.method.${method}`) })} onClick=${() => shop.selling.takeBack(method)}><${Icon} name="x" /></button>
      </li>`)}
    </ul>
    ${left > 0 && html`${tenders.length > 0 && html`<p class="left"><span>${t("shop.pay.left")}</span> <output>${euros(state, left)}</output></p>`}
      <label class="pay-amount">${t("shop.pay.amount")}<input ref=${field} class="field" inputmode="decimal" autocomplete="off" placeholder=${t("shop.pay.all")} value=${typed} onInput=${(/** @type {any} */ event) => setTyped(event.target.value)} onKeyDown=${press} /></label>
      <div class="notes" role="group" aria-label=${t("shop.pay.notes")}>
        ${NOTES.map((note) => html`<button type="button" key=${note} class="button note" onClick=${() => tender("cash", note)}>${euroNote(state, note)}</button>`)}
      </div>
      <div class="methods" role="group" aria-label=${t("shop.pay.how")}>
        ${METHODS.map((method) => html`<button type="button" key=${method} class="button method" onClick=${() => touch(method)}>${t(`shop.method.${method}`)}</button>`)}
      </div>`}
    ${left === 0 && html`<p class=${change > 0 ? "change" : "change change-none"}><span>${t("shop.pay.change")}</span> <output>${euros(state, change)}</output></p>
      <${Confirm} name=${t(asking ? "shop.pay.asking" : "shop.pay.confirm")} />`}
    ${till.seller.siret ? null : html`<p class="quiet small">${t("shop.siret")}</p>`}
  </section>`;
}

/** Takes the focus when everything is paid: one more Enter sells. @param {{name: string}} props */
function Confirm({ name }) {
  const { shop, state } = useShop();
  const button = useRef(/** @type {?HTMLElement} */ (null));
  useEffect(() => button.current?.focus(), []);
  return html`<button type="button" ref=${button} class="button button-main basket-pay" aria-disabled=${state.asking ? "true" : undefined} onClick=${() => shop.selling.sell()}><${Icon} name="check" />${name}</button>`;
}

/** A note as it is called: `20 €`. @param {any} state @param {number} note */
const euroNote = ({ words, till }, note) => words.number(note / 100, { style: "currency", currency: till.currency, maximumFractionDigits: 0 });
