import { html } from "../../../vendor/preact-htm.js";
import { Icon } from "../../../components/Icon/Icon.js";
import { LANGUAGES as NAMES } from "../../../lib/i18n.js";
import { LANGUAGES } from "../../preferences.js";
import { euros } from "../money.js";
import { useShop } from "./context.js";

/** The day's figures, what was sold and put aside, and what is set once. */
export function Top() {
  const { shop, state, t } = useShop();
  const { session, till, status, parked, training, words } = state;
  const inside = session !== "out" && till?.mode !== "external";
  const other = /** @type {"fr" | "en"} */ (LANGUAGES.find((lang) => lang !== words.lang));
  const button = (/** @type {string} */ icon, /** @type {string} */ name, /** @type {() => void} */ onClick, /** @type {object} */ more = {}) =>
    html`<button type="button" class="button button-small top-button" onClick=${onClick} ...${more}><${Icon} name=${icon} /><span class="top-name">${name}</span></button>`;
  return html`<header class="top shop-top">
    ${session !== "out" && html`<h1 class="top-title">${t("shop.title")}</h1>`}
    ${inside && status && html`<p class="figures"><span><b>${words.number(status.tickets)}</b> ${t("shop.day.tickets", { n: status.tickets })}</span> <span><b>${euros(state, status.total)}</b> ${t("shop.day.today")}</span></p>`}
    <div class="top-buttons">
      ${inside && status && html`
        ${button("list", t("shop.tickets.title"), () => shop.tickets.list())}
        ${parked.length > 0 && button("pause", t("shop.park.waiting", { n: parked.length }), () => shop.update({ dialog: { name: "parked" }, said: null }))}
        ${button("gauge", t("shop.day.title"), () => shop.update({ dialog: { name: "day" }, said: null }))}
        ${button("tent", t("shop.training.name"), () => shop.train(), { "aria-pressed": String(training) })}`}
    </div>
    <div class="top-buttons top-rare">
      ${button("contrast", t("contrast"), () => shop.contrast(!state.contrast), { "aria-pressed": String(state.contrast) })}
      ${button("languages", NAMES[other].name, () => shop.speak(other), { lang: other })}
      <a class="button button-small top-button" href="/desk"><${Icon} name="arrow-left" /><span class="top-name">${t("shop.desk")}</span></a>
      ${session !== "out" && button("log-out", t("session.leave", { user: state.user }), () => shop.logout())}
    </div>
  </header>`;
}
