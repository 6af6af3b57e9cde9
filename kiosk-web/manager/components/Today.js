import { html } from "../../vendor/preact-htm.js";
import { told, whole } from "../figures.js";
import { useBoard } from "./context.js";

/** Today as it comes in. */
export function Today() {
  const { state, t } = useBoard();
  const { today, words, catalogue, moved } = state;
  if (!today) return html`<section class="today" aria-label=${t("today.title")}><h2>${t("today.title")}</h2><p class="quiet">${t("loading")}</p></section>`;
  return html`<section class="today" aria-label=${t("today.title")}>
    <h2><span class="today-pulse" key=${moved} aria-hidden="true"></span>${t("today.title")}</h2>
    <dl class="today-figures">
      ${today.map((/** @type {import('../server.js').Answer} */ answer) => {
        const [now] = whole(answer);
        return html`<div key=${answer.measure} data-measure=${answer.measure}>
          <dt>${answer.name}</dt>
          <dd class=${now?.state === "counted" ? "" : "key-none"}>${told(answer, now, words, catalogue.currency)}</dd>
        </div>`;
      })}
    </dl>
  </section>`;
}
