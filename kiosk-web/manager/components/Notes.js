import { html } from "../../vendor/preact-htm.js";
import { useBoard } from "./context.js";

/** What was noted of days: what stands over the curve, in words. */
export function Notes() {
  const { state, t } = useBoard();
  const { notes, words } = state;
  return html`<section class="panel" aria-label=${t("notes.title")}>
    <header class="panel-head"><h2>${t("notes.title")}</h2></header>
    ${notes.length === 0 ? html`<p class="quiet">${t("notes.none")}</p>` : html`<div class="notes" role="group" tabindex="0" aria-label=${t("notes.title")}><ul>${notes.map((/** @type {import('../server.js').Note} */ { day, text }) => html`<li key=${day + text}><b>${words.date(day, { day: "numeric", month: "short" })}</b> ${text}</li>`)}</ul></div>`}
  </section>`;
}
