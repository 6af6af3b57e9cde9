import { html, useEffect, useRef } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { euros } from "../money.js";
import { useShop } from "./context.js";

/** What was just sold, or given back: its number, the change, its receipt. The next product begins the next basket. */
export function Done() {
  const { shop, state, t } = useShop();
  const { entry, receipt, printed } = state.done;
  const { number, total, payments } = entry.content;
  const change = payments.reduce((/** @type {number} */ all, /** @type {any} */ one) => all + one.change, 0);
  const isRefund = entry.kind === "refund";
  const next = useRef(/** @type {?HTMLElement} */ (null));
  useEffect(() => next.current?.focus(), [entry.id]);
  return html`<section class="sold" aria-labelledby="sold-title">
    <header class="basket-head">
      <h2 id="sold-title"><${Icon} name="circle-check" />${t("shop.sold.title", { number: String(number) })}</h2>
      ${entry.training && html`<b class="tag">FACTICE</b>`}
    </header>
    <p class="total"><span>${t(isRefund ? "shop.sold.givenBack" : "shop.total")}</span> <output>${euros(state, Math.abs(total))}</output></p>
    ${change > 0 && html`<p class="change"><span>${t("shop.pay.change")}</span> <output>${euros(state, change)}</output></p>`}
    <div class="basket-buttons">
      <button type="button" class="button button-main" ref=${next} onClick=${() => (shop.update({ done: null }), document.getElementById("search")?.focus())}>${t("shop.sold.next")}</button>
      <button type="button" class="button" aria-disabled=${receipt ? undefined : "true"} onClick=${() => receipt && shop.selling.print()}><${Icon} name="printer" />${t(printed ? "shop.sold.printAgain" : "shop.sold.print")}</button>
    </div>
    ${receipt && html`<pre class="receipt" tabindex="0" role="region" aria-label=${t("shop.sold.receipt")}>${receipt}</pre>`}
    <p class="hidden" role="status">${t("shop.sold.title", { number: String(number) })}${change > 0 ? ` ${t("shop.pay.change")} ${euros(state, change)}` : ""}</p>
  </section>`;
}
