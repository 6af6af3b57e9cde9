import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { ListOrMap } from "../../components/ListOrMap/ListOrMap.js";
import { PlaceCard } from "../../components/PlaceCard/PlaceCard.js";
import { Trouble } from "../../components/Trouble/Trouble.js";
import { Icon } from "../../components/Icon/Icon.js";
import { distance } from "../../lib/geo.js";
import { filtered, usefulFilters } from "../../lib/filters.js";

/** @param {{id: string}} props */
export function Theme({ id }) {
  const { state, screen, words, catalogue } = useHere();
  if (!catalogue) return html`<h1 class="loading" tabindex="-1">${words.t(state.away ? "welcome.away" : "loading")}</h1>`;
  const theme = catalogue.themes.find((other) => other.id === id);
  if (!theme) return html`<${Trouble} kind="missing" title=${true} />`;

  const all = catalogue.places
    .filter(({ kind }) => kind === id)
    .map((place) => ({ place, away: distance(catalogue.office.position, place.position) }))
    .sort((a, b) => a.away - b.away || words.collator.compare(a.place.name.text, b.place.name.text))
    .map(({ place }) => place);
  const chosen = state.finding.filters[id] ?? [];
  const shown = filtered(all, chosen, state.now);
  const count = chosen.length > 0 ? words.t("list.countOf", { n: shown.length, all: all.length }) : words.t("list.count", { n: all.length });

  return html`<div class=${`list theme-${id}`}>
    <header class="list-head">
      <span class="list-icon"><${Icon} name=${theme.icon} /></span>
      <h1 tabindex="-1">${theme.name}</h1>
      <p>${theme.teaser}</p>
    </header>
    <${Filters} theme=${id} places=${all} chosen=${chosen} />
    <p class="list-count" role="status"><b>${count}</b> <span>${words.t("list.nearest")}</span></p>
    ${shown.length > 0
      ? html`<${ListOrMap} places=${shown} theme=${id}>
          <div class="cards">${shown.map((place) => html`<${PlaceCard} place=${place} key=${place.id} />`)}</div>
        <//>`
      : html`<section class="trouble">
          <${Icon} name="binoculars" class="trouble-icon" />
          <h2>${words.t("list.empty")}</h2>
          <p>${words.t("list.emptyHint")}</p>
          <button class="button button-main" onClick=${() => screen.parts.finding.clear(id)}>${words.t("list.clear")}</button>
        </section>`}
  </div>`;
}

/** @param {{theme: string, places: import('../../lib/api.js').Summary[], chosen: string[]}} props */
function Filters({ theme, places, chosen }) {
  const { state, screen, words } = useHere();
  const filters = usefulFilters(places, state.now, chosen);
  if (filters.length === 0) return null;
  return html`<div class="filters" role="group" aria-label=${words.t("list.filters")}>
    ${filters.map(
      ({ id, icon }) => html`<button class="filter" aria-pressed=${chosen.includes(id) ? "true" : "false"} onClick=${() => screen.parts.finding.toggle(theme, id)} key=${id}>
        <${Icon} name=${chosen.includes(id) ? "circle-check" : icon} />${words.t(`filter.${id}`)}
      </button>`,
    )}
  </div>`;
}
