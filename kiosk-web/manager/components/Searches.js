import { html } from "../../vendor/preact-htm.js";
import { useBoard } from "./context.js";

const MOST = 12;

/** What visitors searched on the screens and didn't find. Terms are kept once three sessions have typed them. */
export function Searches() {
  const { state, t } = useBoard();
  const terms = state.terms?.filter((/** @type {import('../server.js').Term} */ term) => term.without_result > 0).sort((/** @type {any} */ one, /** @type {any} */ other) => other.without_result - one.without_result).slice(0, MOST);
  return html`<section class="panel" aria-label=${t("searches.title")}>
    <header class="panel-head"><h2>${t("searches.title")}</h2></header>
    <p class="quiet">${t("searches.always")}</p>
    ${!terms ? html`<p class="quiet">${t("loading")}</p>` : terms.length === 0 ? html`<p>${t("searches.none")}</p>` : html`<table class="table">
      <thead><tr><th scope="col">${t("searches.term")}</th><th scope="col">${t("searches.without")}</th><th scope="col">${t("searches.sessions")}</th></tr></thead>
      <tbody>${terms.map((/** @type {import('../server.js').Term} */ { term, lang, sessions, without_result: without }) => html`<tr key=${`${lang} ${term}`}><th scope="row"><span lang=${lang}>${term}</span></th><td>${state.words.number(without)}</td><td>${state.words.number(sessions)}</td></tr>`)}</tbody>
    </table>`}
  </section>`;
}
