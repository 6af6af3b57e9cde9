import { html } from "../../vendor/preact-htm.js";
import { change, told, whole } from "../figures.js";
import { notLimitedBy } from "../pages.js";
import { useBoard } from "./context.js";

/**
 * Figures of the whole period, each with what it is held against.
 * @param {{answers: import('../server.js').Answer[]}} props
 */
export function Figures({ answers }) {
  const { state, t } = useBoard();
  const { words, catalogue, answered } = state;
  return html`<dl class="key-figures">
    ${answers.map((answer) => {
      const [now, before] = whole(answer);
      const moved = change(now, words);
      const unlimited = notLimitedBy(answer.measure, answered.view, catalogue);
      return html`<div class="key-figure" key=${answer.measure}>
        <dt>${answer.name}</dt>
        <dd class=${now?.state === "counted" ? "key-number" : "key-number key-none"}>${told(answer, now, words, catalogue.currency)}</dd>
        <dd class="key-beside">
          ${before && html`<span class="key-change">${moved ? html`<b>${moved}</b> · ` : ""}${t("read.before", { value: told(answer, before, words, catalogue.currency) })}</span>`}
          ${base(answer, now, words, t)}
          ${unlimited.length > 0 && html`<span>${t("panel.all")}</span>`}
        </dd>
      </div>`;
    })}
  </dl>`;
}

/**
 * On how many a share stands; else how many rows are behind a figure, where that isn't the figure itself.
 * @param {import('../server.js').Answer} answer
 * @param {import('../server.js').Cell | undefined} cell
 * @param {import('../../lib/i18n.js').Translator} words
 * @param {import('./context.js').Looking["t"]} t
 */
function base(answer, cell, words, t) {
  if (answer.form === "share" && cell?.base != null) return html`<span>${t("read.of", { n: cell.base })}</span>`;
  return cell?.n != null && cell.n !== cell.value && html`<span>${t("read.n", { n: cell.n })}</span>`;
}
