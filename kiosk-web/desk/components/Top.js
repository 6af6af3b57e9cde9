import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { LANGUAGES as NAMES } from "../../lib/i18n.js";
import { LANGUAGES } from "../preferences.js";
import { useDesk } from "./context.js";

/** The day's figures, whether the server is there, and what is set once. */
export function Top() {
  const { counter, state, t } = useDesk();
  const inside = state.session !== "out";
  const other = /** @type {"fr" | "en"} */ (LANGUAGES.find((lang) => lang !== state.words.lang));
  const button = (/** @type {string} */ icon, /** @type {string} */ name, /** @type {() => void} */ onClick, /** @type {object} */ more = {}) =>
    html`<button type="button" class="button button-small top-button" onClick=${onClick} ...${more}><${Icon} name=${icon} /><span class="top-name">${name}</span></button>`;
  return html`<header class="top">
    ${inside && html`<h1 class="top-title">${t("title")}</h1>`}
    ${inside && html`<${Figures} />`}
    <div class="top-buttons">
      ${inside && html`<a class="button button-small top-button" href="/desk/shop"><${Icon} name="shopping-basket" /><span class="top-name">${t("shop.title")}</span></a>`}
      ${inside && button("circle-question-mark", t("help.title"), () => counter.update({ dialog: { name: "help" } }))}
      ${button("contrast", t("contrast"), () => counter.contrast(!state.contrast), { "aria-pressed": String(state.contrast) })}
      ${button("languages", NAMES[other].name, () => counter.speak(other), { lang: other })}
      ${inside && button("log-out", t("session.leave", { user: state.user }), () => counter.logout())}
    </div>
  </header>`;
}

function Figures() {
  const { state, t } = useDesk();
  const { today, waiting, away } = state;
  const counted = today && !(today.days[0]?.kind === "not-counted");
  const visits = waiting.length;
  return html`<p class="figures">
      ${today && !counted && t("figures.none")}
      ${counted && html`<span><b>${state.words.number(today.contacts)}</b> ${t("figures.contacts", { n: today.contacts })}</span> <span><b>${state.words.number(today.visitors)}</b> ${t("figures.visitors", { n: today.visitors })}</span>`}
    </p>
    ${(away || visits > 0) && html`<p class=${`server ${away ? "server-away" : ""}`}>
      ${away && html`<${Icon} name="cloud-off" />`}
      <span>${visits > 0 ? t("server.waiting", { n: visits }) : t("server.away")}</span>
    </p>`}`;
}
