import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { useDesk } from "./context.js";
import { TopButton, TopSettings } from "./TopButton.js";

/** The day's figures, whether the server is there, and what is set once. */
export function Top() {
  const { counter, state, t } = useDesk();
  const inside = state.session !== "out";
  return html`<header class="top">
    ${inside && html`<h1 class="top-title">${t("title")}</h1>`}
    ${inside && html`<${Figures} />`}
    <div class="top-buttons">
      ${inside && html`<${TopButton} icon="shopping-basket" name=${t("shop.title")} href="/desk/shop" />
        <${TopButton} icon="circle-question-mark" name=${t("help.title")} onClick=${() => counter.update({ dialog: { name: "help" } })} />`}
      <${TopSettings} />
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
