import { html } from "../../vendor/preact-htm.js";
import { useBoard } from "./context.js";
import { periodName } from "../names.js";

/** What is looked at, in a sentence: the title of the page, and of the sheet when it is printed. */
export function Headline() {
  const { state, t } = useBoard();
  const { view, catalogue, words, answered } = state;
  const compared = answered?.answers.find((/** @type {import('../server.js').Answer} */ answer) => answer.compared)?.compared ?? null;
  const name = catalogue.comparisons.find(({ code }) => code === view.vs)?.name;
  return html`<div class="headline">
    <h1>${t(`pages.${view.page}`)} <span class="headline-when">${periodName(view.period, catalogue, words)}</span></h1>
    ${view.vs && html`<p class="quiet">${t("headline.compared", { name })}${compared && html` · ${t("headline.days", { n: compared.days })}${Object.entries(compared.without).map(([why, days]) => html`<span key=${why}> · ${t(`without.${why}`, { n: days.length })}</span>`)}`}</p>`}
    ${view.publish && html`<p class="tag">${t("publish.on")}</p>`}
  </div>`;
}
