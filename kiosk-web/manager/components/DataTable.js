import { html } from "../../vendor/preact-htm.js";
import { change, percent, told } from "../figures.js";
import { useBoard } from "./context.js";

/**
 * All of an answer as rows: what a chart draws, and what it left out.
 * @param {{answer: import('../server.js').Answer, title: string, onChoose?: (value: string) => void}} props
 */
export function DataTable({ answer, title, onChoose }) {
  const { state, t } = useBoard();
  const { words, catalogue } = state;
  const compared = answer.columns.length > 1;
  const parts = answer.form === "sum" && answer.adds_up && answer.rows.some(({ cells }) => cells[0]?.share != null);
  const cell = (/** @type {import('../server.js').Cell | undefined} */ one) => html`<td class=${one?.state === "counted" ? "" : "table-none"}>${told(answer, one, words, catalogue.currency)}</td>`;
  const line = (/** @type {import('../server.js').Cell[]} */ [now, before]) => html`${cell(now)}
    ${parts && html`<td>${now?.share != null && percent(now.share, words)}</td>`}
    ${compared && html`${cell(before)}<td>${change(now, words)}</td>`}
    <td>${now?.n != null && words.number(now.n)}</td>`;
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${catalogue.facets.find(({ code }) => code === answer.breakdown)?.name}</th>
          <th scope="col">${t("table.now")}</th>
          ${parts && html`<th scope="col">${t("table.share")}</th>`}
          ${compared && html`<th scope="col">${t("table.before")}</th><th scope="col">${t("table.change")}</th>`}
          <th scope="col">${t("table.n")}</th>
        </tr>
      </thead>
      <tbody>
        ${answer.rows.map((row) => html`<tr key=${row.value}><th scope="row">${onChoose ? html`<button type="button" class="table-choose" onClick=${() => onChoose(row.value)}>${row.name}</button>` : row.name}</th>${line(row.cells)}</tr>`)}
      </tbody>
      <tfoot>
        <tr><th scope="row">${t("table.total")}</th>${line(answer.total)}</tr>
      </tfoot>
    </table>
  </div>`;
}
