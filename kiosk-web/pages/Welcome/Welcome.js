import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Languages } from "../../components/Languages/Languages.js";

/** The territory seen through an arch, and a greeting in each language. */
export function Welcome() {
  const { state, words, catalogue } = useHere();
  return html`<div class="welcome">
    <header class="welcome-head">
      <p class="welcome-office">${catalogue?.office.name ?? ""}</p>
      <h1 tabindex="-1">${catalogue?.office.territory ?? words.t("loading")}</h1>
    </header>
    <div class="welcome-arch"><div class="welcome-view">${catalogue?.welcome && html`<img src=${catalogue.welcome} alt="" width="1200" height="800" />`}</div></div>
    <div class="welcome-choice">
      ${!catalogue && state.away && html`<p class="welcome-away" role="status">${words.t("welcome.away")}</p>`}
      <${Languages} />
    </div>
  </div>`;
}
