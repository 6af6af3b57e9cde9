import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Results } from "../../components/Results/Results.js";

/** Everything there is, with what was chosen. */
export function Ideas() {
  const { state, words, catalogue } = useHere();
  if (!catalogue) return html`<h1 class="loading" tabindex="-1">${words.t(state.away ? "welcome.away" : "loading")}</h1>`;
  return html`<div class="list">
    <header class="list-head"><h1 tabindex="-1">${words.t("find.results")}</h1></header>
    <${Results} places=${catalogue.places} />
  </div>`;
}
