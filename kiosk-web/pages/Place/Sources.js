import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";

/**
 * Where it comes from, and when it was last checked. Addresses aren't links: a screen in an office stays in the office.
 * @param {{place: import('../../lib/api.js').Place}} props
 */
export function Sources({ place }) {
  const { words } = useHere();
  const { lastCheck, sources, pictures } = place;
  const credits = pictures.filter(({ credit }) => credit).map(({ credit, licence }) => [credit, licence].filter(Boolean).join(", "));
  return html`<footer class="sources">
    <p>${words.t("place.lastCheck", { date: words.date(lastCheck.date), by: words.t(`checkedBy.${lastCheck.by}`) })}</p>
    <h2>${words.t("place.sources")}</h2>
    <ul>
      ${sources.map(({ name, date }) => html`<li lang="fr">${name}${date && html` <span lang=${words.lang}>(${words.date(date)})</span>`}</li>`)}
      ${credits.map((credit) => html`<li>© ${credit}</li>`)}
    </ul>
  </footer>`;
}
