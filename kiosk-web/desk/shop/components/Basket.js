import { html, useEffect, useRef } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { euros } from "../money.js";
import { labelOf } from "../shop.js";
import { useShop } from "./context.js";

/** What is being bought. */
export function Basket() {
  const { shop, state, t } = useShop();
  const { basket, training, away, trouble } = state;
  const { lines, sum, off, total, count } = shop.priced;
  const empty = lines.length === 0;
  const list = useRef(/** @type {any} */ (null));
  const before = useRef(0);
  useEffect(() => {
    if (lines.length > before.current) list.current.scrollTop = list.current.scrollHeight; // what was just added is seen
    before.current = lines.length;
  }, [lines.length]);
  const discount = (/** @type {?number} */ index) => shop.update({ dialog: { name: "discount", index }, said: null });
  return html`<section class="basket" aria-labelledby="basket-title">
    <header class="basket-head">
      <h2 id="basket-title">${t("shop.basket.title")}</h2>
      ${!empty && html`<p class="quiet">${t("shop.basket.count", { n: count })}</p>
        <button type="button" class="button button-small" onClick=${() => shop.empty()}>${t("shop.basket.clear")}</button>`}
    </header>
    ${empty && html`<p class="basket-empty quiet">${t("shop.basket.empty")}</p>`}
    <ul class="basket-lines" ref=${list}>
      ${lines.map((one) => html`<${Line} key=${`${one.index} ${one.line.product}`} one=${one} />`)}
    </ul>
    ${basket.discount && html`<p class="basket-off"><button type="button" class="button button-small" onClick=${() => discount(null)}>${basket.discount.reason}<span class="hidden"> ${t("shop.discount.change")}</span></button><b>${euros(state, -off)}</b></p>`}
    <p class="total"><span>${t("shop.total")}</span> <output>${euros(state, total)}</output>${off > 0 && html`<s class="quiet"><span class="hidden">${t("shop.before")}</span>${euros(state, sum)}</s>`}</p>
    <div class="basket-buttons">
      ${!empty && !basket.discount && html`<button type="button" class="button button-small" onClick=${() => discount(null)}>${t("shop.discount.ticket")}</button>`}
      ${!empty && !training && html`<button type="button" class="button button-small" onClick=${() => shop.update({ dialog: { name: "park" }, said: null })}><${Icon} name="pause" />${t("shop.park.title")}</button>`}
    </div>
    <button type="button" class="button button-main basket-pay" aria-disabled=${empty || away !== null || trouble !== null ? "true" : undefined} onClick=${() => away === null && shop.selling.pay()}>
      <${Icon} name="euro" />${t("shop.basket.pay")}
    </button>
  </section>`;
}

/** @param {{one: import('../basket.js').PricedLine}} props */
function Line({ one }) {
  const { shop, state, t } = useShop();
  const { line, index, product, unit, off, total } = one;
  const label = product ? labelOf(product, state.words.lang) : line.product;
  const count = (/** @type {number} */ quantity) => shop.count(index, quantity);
  return html`<li class="basket-line">
    <p class="basket-label">${label}${line.quantity > 1 && html` <span class="quiet">${t("shop.each", { price: euros(state, unit) })}</span>`}</p>
    <p class="basket-amount">${euros(state, total)}${off > 0 && html` <s class="quiet"><span class="hidden">${t("shop.before")}</span>${euros(state, total + off)}</s>`}</p>
    <div class="basket-count">
      <button type="button" class="count" aria-label=${t("shop.basket.less", { label })} onClick=${() => count(line.quantity - 1)}><${Icon} name=${line.quantity === 1 ? "x" : "minus"} /></button>
      <span class="count-number" aria-label=${t("shop.basket.quantity", { n: line.quantity })} role="img">${line.quantity}</span>
      <button type="button" class="count" aria-label=${t("shop.basket.more", { label })} onClick=${() => count(line.quantity + 1)}><${Icon} name="plus" /></button>
      <button type="button" class="button button-small basket-discount" onClick=${() => shop.update({ dialog: { name: "discount", index }, said: null })}>${line.discount ? line.discount.reason : t("shop.discount.line")}<span class="hidden"> ${label}</span></button>
    </div>
  </li>`;
}
