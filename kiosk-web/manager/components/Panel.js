import { html, useState } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { useWidth } from "../../components/useWidth.js";
import { CHARTS } from "../charts/charts.js";
import { isCounted, sentence, shown } from "../figures.js";
import { canBeChosen, measureOf, notLimitedBy } from "../pages.js";
import { grainOf, kindOf } from "../periods.js";
import { save } from "../save.js";
import { useBoard } from "./context.js";
import { DataTable } from "./DataTable.js";

const FORMS = /** @type {const} */ (["png", "svg", "csv"]);

/**
 * A chart with its title, as a table when that is asked for, to be saved in three forms.
 * @param {{panel: import('../pages.js').Panel, answer: import('../server.js').Answer}} props
 */
export function Panel({ panel, answer }) {
  const { board, state, t } = useBoard();
  const { view, words, catalogue, notes, answered } = state;
  const [box, width] = useWidth(0);
  const isTable = view.tables.includes(panel.id);
  const facet = /** @type {string} */ (answer.breakdown);
  const onChoose = chooser(board, panel, answer, catalogue);
  const onRead = (/** @type {import('../server.js').Row} */ row) => sentence(answer, row, words, catalogue.currency);
  const chart = { answer, words, currency: catalogue.currency, most: panel.most, chosen: view.filters[facet], onChoose, onRead, notes };
  const counted = isCounted(answer);
  const { more } = shown(answer, panel.most);
  const unlimited = notLimitedBy(answer.measure, answered.view, catalogue);
  const title = `panel-${panel.id}`;
  return html`<section class=${`panel ${panel.wide ? "panel-wide" : ""}`} aria-labelledby=${title} data-panel=${panel.id}>
    <header class="panel-head">
      <div>
        <h2 id=${title}>${t(`panel.${panel.id}`)}</h2>
        <p class="panel-about">${about(answer, t)}${unlimited.length > 0 && html` · ${t("panel.all")}`}</p>
      </div>
      <div class="panel-buttons">
        <button type="button" class="button button-small" aria-pressed=${String(isTable)} onClick=${() => board.turnTable(panel.id)}><${Icon} name="list" />${t("panel.table")}</button>
        <${Saving} onSave=${(/** @type {"png" | "svg" | "csv"} */ form) => save(form, board, panel, answer)} />
      </div>
    </header>
    ${!counted ? html`<p class="panel-none">${t(counted === null ? "panel.zero" : "panel.notCounted")}</p>` : isTable ? html`<${DataTable} answer=${answer} title=${t(`panel.${panel.id}`)} onChoose=${onChoose} />` : html`<${Drawing} boxRef=${box} width=${width} chart=${chart} kind=${panel.chart} answer=${answer} more=${more} />`}
  </section>`;
}

/** @param {{boxRef: any, width: number, chart: any, kind: keyof typeof CHARTS, answer: import('../server.js').Answer, more: number}} props */
function Drawing({ boxRef, width, chart, kind, answer, more }) {
  const { t } = useBoard();
  const [read, setRead] = useState("");
  const listen = (/** @type {Event} */ event) => {
    const mark = event.target instanceof Element && event.target.closest("[data-mark]");
    setRead((mark && mark.getAttribute("aria-label")) || "");
  };
  return html`<div class="drawing" ref=${boxRef} onfocusin=${listen} onPointerOver=${listen} onPointerLeave=${() => setRead("")} onfocusout=${() => setRead("")}>
      ${width > 0 && html`<${CHARTS[kind]} ...${chart} width=${width} />`}
    </div>
    <p class="panel-read" aria-hidden="true">${read || html`<${Legend} answer=${answer} kind=${kind} />`}</p>
    ${more > 0 && html`<p class="panel-more">${t("panel.more", { n: more })}</p>`}`;
}

/** @param {{answer: import('../server.js').Answer, kind: keyof typeof CHARTS}} props */
function Legend({ answer, kind }) {
  const { t } = useBoard();
  if (kind === "heat" || kind === "map") return html`<span class="legend"><i class="swatch heat-1"></i>${t("legend.few")} <i class="swatch heat-6"></i>${t("legend.many")}</span>`;
  if (!answer.compared) return null;
  return html`<span class="legend"><i class="swatch swatch-now"></i>${t("legend.now")} <i class="swatch swatch-before"></i>${t("legend.before", { name: answer.compared.name })}</span>`;
}

/**
 * Of what a chart is, and how many rows are behind it.
 * @param {import('../server.js').Answer} answer
 * @param {import('./context.js').Looking["t"]} t
 */
function about({ name, total, per_hour: perHour }, t) {
  const named = perHour ? t("panel.perHour", { name }) : name;
  return total[0]?.n != null ? `${named}, ${t("read.n", { n: total[0].n })}` : named;
}

/**
 * What touching a row does: a point of a curve opens its period, another row limits everything to it.
 * @param {import('../board.js').Board} board
 * @param {import('../pages.js').Panel} panel
 * @param {import('../server.js').Answer} answer
 * @param {import('../server.js').Catalogue} catalogue
 */
function chooser(board, panel, { breakdown, measure, period }, catalogue) {
  if (panel.by === "grain") return grainOf(period.text) === "hour" ? undefined : (/** @type {string} */ value) => kindOf(value) && board.look({ period: value });
  const isFilter = breakdown && canBeChosen(panel.by) && measureOf(catalogue, measure).filters.includes(breakdown);
  return isFilter ? (/** @type {string} */ value) => board.choose(breakdown, value) : undefined;
}

/** @param {{onSave: (form: "png" | "svg" | "csv") => Promise<void>}} props */
function Saving({ onSave }) {
  const { t } = useBoard();
  const close = (/** @type {Event} */ event) => /** @type {HTMLElement} */ (event.currentTarget).closest("details")?.removeAttribute("open");
  return html`<details class="saving" onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Escape" && close(event)}>
    <summary class="button button-small"><${Icon} name="download" />${t("save.title")}</summary>
    <div class="saving-list">
      ${FORMS.map(
        (form) => html`<button
          type="button"
          class="button button-small"
          key=${form}
          onClick=${(/** @type {Event} */ event) => {
            close(event);
            onSave(form);
          }}
        >
          ${t(`save.${form}`)}
        </button>`,
      )}
      <p class="quiet">${t("save.hidden")}</p>
    </div>
  </details>`;
}
