import { html } from "../../../vendor/preact-htm.js";
import { Box } from "../../components/Box.js";
import { euros } from "../money.js";
import { METHODS } from "../payment.js";
import { useShop } from "./context.js";

/** How the till stands today. It is opened, counted and closed with `desk till`. */
export function DayBox() {
  const { shop, state, t } = useShop();
  const { status, words } = state;
  const row = (/** @type {string} */ name, /** @type {string} */ value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<${Box} title=${words.date(status.day, { weekday: "long", day: "numeric", month: "long" })} onClose=${() => shop.update({ dialog: null })}>
    <p>${t(status.open ? "shop.day.open" : "shop.day.notOpen", { till: status.till })}</p>
    <dl class="day">
      ${row(t("shop.day.sold"), `${words.number(status.tickets)} ${t("shop.day.tickets", { n: status.tickets })}`)}
      ${METHODS.filter((method) => status.payments[method]).map((method) => row(t(`shop.method.${method}`), euros(state, status.payments[method])))}
      ${row(t("shop.total"), euros(state, status.total))}
      ${row(t("shop.day.drawer"), euros(state, status.cash_expected))}
      ${status.head > 0 && row(t("shop.day.head"), `${words.number(status.head)} · ${status.seal}`)}
    </dl>
    <p class="quiet">${t("shop.day.commands")}</p>
  <//>`;
}
