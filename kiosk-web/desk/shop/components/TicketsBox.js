import { html, useState } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { Box } from "../../components/Box.js";
import { clock } from "../../components/clock.js";
import { euros } from "../money.js";
import { useShop } from "./context.js";
import { Refund } from "./Refund.js";
import { Said } from "./Said.js";

/**
 * The day's tickets, and any other by its number.
 * @param {{entries: ?import('../tickets.js').Entry[], open: ?import('../tickets.js').Open}} props
 */
export function TicketsBox({ entries, open }) {
  const { shop, t } = useShop();
  const name = open ? (open.refunding ? "shop.refund.ticket" : "shop.sold.title") : "shop.tickets.title";
  return html`<${Box} title=${t(name, { number: String(open?.entry.content.number) })} onClose=${() => shop.update({ dialog: null, said: null })}>
    ${open ? html`<${Open} ...${open} />` : html`<${List} entries=${entries} />`}
    <${Said} />
  <//>`;
}

/** @param {{entries: ?import('../tickets.js').Entry[]}} props */
function List({ entries }) {
  const { shop, state, t } = useShop();
  const [number, setNumber] = useState("");
  const find = (/** @type {Event} */ event) => {
    event.preventDefault();
    const wanted = Number(number);
    if (Number.isInteger(wanted) && wanted > 0) shop.tickets.open(wanted);
    else shop.refuse(t("shop.tickets.wrong"));
  };
  if (!entries) return html`<p class="quiet">${t("loading")}</p>`;
  return html`<form class="find" onSubmit=${find}>
      <label>${t("shop.tickets.number")}<input class="field" inputmode="numeric" autocomplete="off" value=${number} onInput=${(/** @type {any} */ event) => setNumber(event.target.value)} /></label>
      <button class="button">${t("shop.tickets.find")}</button>
    </form>
    ${entries.length === 0 && html`<p class="quiet">${t("shop.tickets.none")}</p>`}
    <ul class="rows">
      ${entries.map(({ id, kind, at, content }) => html`<li key=${id}>
        <button type="button" class="button row" onClick=${() => shop.tickets.open(content.number)}>
          <b>${t("shop.tickets.one", { number: String(content.number) })}</b>
          <span>${kind === "refund" ? t("shop.tickets.refundOf", { number: String(content.refunds) }) : state.words.list(content.payments.map((/** @type {any} */ { method }) => t(`shop.method.${method}`)))}</span>
          <span class="row-end">${clock(at, state)}</span> <b>${euros(state, content.total)}</b>
        </button>
      </li>`)}
    </ul>`;
}

/** @param {import('../tickets.js').Open} props */
function Open({ entry, receipt, left, refunding }) {
  const { shop, state, t } = useShop();
  const setRefunding = (/** @type {boolean} */ now) => shop.update({ dialog: { ...state.dialog, open: { ...state.dialog.open, refunding: now } }, said: null });
  const canRefund = left.some((quantity) => quantity > 0);
  if (refunding) return html`<${Refund} entry=${entry} left=${left} onLeave=${() => setRefunding(false)} />`;
  return html`<p class="box-buttons box-buttons-first">
      <button type="button" class="button" onClick=${() => shop.update({ dialog: { ...state.dialog, open: null }, said: null })}><${Icon} name="arrow-left" />${t("shop.tickets.back")}</button>
      <button type="button" class="button" onClick=${() => shop.tickets.reprint(entry)}><${Icon} name="printer" />${t("shop.tickets.copy")}</button>
      ${canRefund && html`<button type="button" class="button" onClick=${() => setRefunding(true)}><${Icon} name="undo-2" />${t("shop.refund.title")}</button>`}
    </p>
    ${entry.kind === "sale" && !canRefund && html`<p class="quiet">${t("shop.refund.nothing")}</p>`}
    <pre class="receipt" tabindex="0" role="region" aria-label=${t("shop.sold.receipt")}>${receipt}</pre>`;
}
