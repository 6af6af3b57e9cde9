import { html } from "../../../vendor/preact-htm.js";
import { TopButton, TopSettings } from "../../components/TopButton.js";
import { euros } from "../money.js";
import { useShop } from "./context.js";

/** The day's figures, what was sold and put aside, and what is set once. */
export function Top() {
  const { shop, state, t } = useShop();
  const { session, till, status, parked, training, words } = state;
  const inside = session !== "out" && till?.mode !== "external";
  return html`<header class="top shop-top">
    ${session !== "out" && html`<h1 class="top-title">${t("shop.title")}</h1>`}
    ${inside && status && html`<p class="figures"><span><b>${words.number(status.tickets)}</b> ${t("shop.day.tickets", { n: status.tickets })}</span> <span><b>${euros(state, status.total)}</b> ${t("shop.day.today")}</span></p>`}
    <div class="top-buttons">
      ${inside && status && html`
        <${TopButton} icon="list" name=${t("shop.tickets.title")} onClick=${() => shop.tickets.list()} />
        ${parked.length > 0 && html`<${TopButton} icon="pause" name=${t("shop.park.waiting", { n: parked.length })} onClick=${() => shop.update({ dialog: { name: "parked" }, said: null })} />`}
        <${TopButton} icon="gauge" name=${t("shop.day.title")} onClick=${() => shop.update({ dialog: { name: "day" }, said: null })} />
        <${TopButton} icon="tent" name=${t("shop.training.name")} aria-pressed=${String(training)} onClick=${() => shop.train()} />`}
    </div>
    <div class="top-buttons top-rare">
      <${TopButton} icon="arrow-left" name=${t("shop.desk")} href="/desk" />
      <${TopSettings} />
    </div>
  </header>`;
}
