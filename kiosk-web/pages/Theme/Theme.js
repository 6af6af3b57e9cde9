import { html, useMemo } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Icon } from "../../components/Icon/Icon.js";
import { Results } from "../../components/Results/Results.js";
import { Trouble } from "../../components/Trouble/Trouble.js";

/** @param {{id: string}} props */
export function Theme({ id }) {
  const { state, words, catalogue } = useHere();
  const places = useMemo(() => catalogue?.places.filter(({ kind }) => kind === id) ?? [], [catalogue, id]);
  if (!catalogue) return html`<h1 class="loading" tabindex="-1">${words.t(state.away ? "welcome.away" : "loading")}</h1>`;
  const theme = catalogue.themes.find((other) => other.id === id);
  if (!theme) return html`<${Trouble} kind="missing" title=${true} />`;
  return html`<div class=${`list theme-${id}`}>
    <header class="list-head">
      <span class="list-icon"><${Icon} name=${theme.icon} /></span>
      <h1 tabindex="-1">${theme.name}</h1>
      <p>${theme.teaser}</p>
    </header>
    <${Results} places=${places} theme=${id} />
  </div>`;
}
