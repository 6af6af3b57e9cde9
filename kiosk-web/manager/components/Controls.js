import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { facetName, valueName } from "../names.js";
import { KINDS, around, beside, kindOf } from "../periods.js";
import { useBoard } from "./context.js";

/** What is looked at: when, against what, of what only. */
export function Controls() {
  const { board, state, t } = useBoard();
  const { view, catalogue, answered } = state;
  const kind = kindOf(view.period);
  const answers = answered?.answers ?? [];
  const change = (/** @type {any} */ event) => board.look({ period: around(event.target.value, firstDay(view.period, catalogue.today), catalogue.seasons[0]?.code ?? "high") });
  return html`<form class="controls" aria-label=${t("controls.title")} onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <div class="control">
      <label for="kind">${t("controls.period")}</label>
      <div class="control-row">
        <select id="kind" class="pick" value=${kind} onChange=${change}>${KINDS.map((one) => html`<option value=${one} selected=${one === kind} key=${one}>${t(`kind.${one}`)}</option>`)}</select>
        <button type="button" class="button button-small" aria-label=${t("controls.before")} onClick=${() => board.look({ period: beside(view.period, -1) })}><${Icon} name="arrow-left" /></button>
        <${When} kind=${kind} />
        <button type="button" class="button button-small" aria-label=${t("controls.after")} onClick=${() => board.look({ period: beside(view.period, 1) })}><${Icon} name="arrow-right" /></button>
      </div>
    </div>
    <div class="control">
      <label for="vs">${t("controls.against")}</label>
      <select id="vs" class="pick" onChange=${(/** @type {any} */ event) => board.look({ vs: event.target.value || null })}>
        <option value="" selected=${!view.vs}>${t("controls.nothing")}</option>
        ${catalogue.comparisons.map(({ code, name }) => html`<option value=${code} selected=${view.vs === code} key=${code}>${name}</option>`)}
      </select>
    </div>
    <label class="control-check"><input type="checkbox" checked=${view.publish} onChange=${() => board.look({ publish: !view.publish })} /> ${t("publish.label")}</label>
    ${Object.keys(view.filters).length > 0 && html`<ul class="filters" aria-label=${t("controls.only")}>
      ${Object.entries(view.filters).flatMap(([facet, values]) =>
        /** @type {string[]} */ (values).map((value) => {
          const name = t("read.row", { name: facetName(facet, catalogue), value: valueName(facet, value, answers) });
          return html`<li key=${`${facet}=${value}`}><button type="button" class="button button-small" aria-label=${t("controls.drop", { name })} onClick=${() => board.choose(facet, value)}>${name} <${Icon} name="x" /></button></li>`;
        }),
      )}
    </ul>`}
  </form>`;
}

/**
 * The first day of a period, or today while it is in it, for a period of another kind near it.
 * @param {string} period
 * @param {string} today
 */
function firstDay(period, today) {
  if (today.startsWith(period)) return today;
  const kind = kindOf(period);
  if (kind === "day" || kind === "range") return period.slice(0, 10);
  if (kind === "month") return `${period}-01`;
  return period.slice(0, 4) === today.slice(0, 4) ? today : `${period.slice(0, 4)}-07-01`;
}

/** @param {{kind: ?import('../periods.js').Kind}} props */
function When({ kind }) {
  const { board, state, t } = useBoard();
  const { view, catalogue } = state;
  const look = (/** @type {string} */ period) => kindOf(period) && period !== view.period && board.look({ period });
  const field = (/** @type {object} */ props) => html`<input class="pick" ...${props} onChange=${(/** @type {any} */ event) => look(event.target.value)} />`;
  const year = view.period.slice(0, 4);
  switch (kind) {
    case "day":
      return field({ type: "date", "aria-label": t("kind.day"), value: view.period });
    case "week":
      return field({ type: "week", "aria-label": t("kind.week"), value: view.period });
    case "month":
      return field({ type: "month", "aria-label": t("kind.month"), value: view.period });
    case "season":
      return html`<select class="pick" aria-label=${t("kind.season")} onChange=${(/** @type {any} */ event) => look(`${year}-${event.target.value}`)}>
          ${catalogue.seasons.map(({ code, name }) => html`<option value=${code} selected=${view.period.slice(5) === code} key=${code}>${name}</option>`)}
        </select>
        <input class="pick pick-year" type="number" min="2000" max="2100" aria-label=${t("kind.year")} value=${year} onChange=${(/** @type {any} */ event) => look(event.target.value + view.period.slice(4))} />`;
    case "year":
      return field({ type: "number", min: 2000, max: 2100, class: "pick pick-year", "aria-label": t("kind.year"), value: year });
    default: {
      const [from, to] = view.period.split("..");
      return html`<input class="pick" type="date" aria-label=${t("controls.from")} value=${from} max=${to} onChange=${(/** @type {any} */ event) => event.target.value <= to && look(`${event.target.value}..${to}`)} />
        <input class="pick" type="date" aria-label=${t("controls.to")} value=${to} min=${from} onChange=${(/** @type {any} */ event) => event.target.value >= from && look(`${from}..${event.target.value}`)} />`;
    }
  }
}
