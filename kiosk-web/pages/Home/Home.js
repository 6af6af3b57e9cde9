import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Ways } from "../../components/Ways/Ways.js";
import { PlaceCard } from "../../components/PlaceCard/PlaceCard.js";
import { Icon } from "../../components/Icon/Icon.js";
import { distance } from "../../lib/geo.js";
import { href } from "../../lib/router.js";
import { isOpen } from "../../lib/status.js";

const IDEAS = 2;

/** Four arches, one for each theme, and what can be done at this moment. */
export function Home() {
  const { state, words, catalogue } = useHere();
  const ideas = catalogue ? ideasForNow(catalogue, state.now) : [];
  return html`<div class="home">
    <header class="home-head">
      <h1 tabindex="-1">${words.t("home.title")}</h1>
    </header>
    <${Ways} />
    ${!catalogue && html`<p class="loading" role="status">${words.t(state.away ? "welcome.away" : "loading")}</p>`}
    <nav class="arcade" aria-label=${words.t("home.title")}>
      ${catalogue?.themes.map((theme) => {
        const n = catalogue.places.filter(({ kind }) => kind === theme.id).length;
        return html`<div class="arch-cell" key=${theme.id}><a class=${`arch theme-${theme.id}`} href=${href({ page: "theme", lang: words.lang, id: theme.id })}>
          <span class="arch-picture">${theme.picture && html`<img src=${theme.picture} alt="" width="1200" height="800" />`}</span>
          <span class="arch-icon"><${Icon} name=${theme.icon} /></span>
          <span class="arch-text">
            <span class="arch-name">${theme.name}</span>
            <span class="arch-teaser">${theme.teaser}</span>
            <span class="arch-count">${words.t("home.count", { n })}<${Icon} name="arrow-right" /></span>
          </span>
        </a></div>`;
      })}
    </nav>
    ${ideas.length > 0 &&
    html`<section class="now" aria-labelledby="now-title">
      <h2 id="now-title">${words.t("home.now")}</h2>
      <div class="cards">${ideas.map((place) => html`<${PlaceCard} place=${place} heading="h3" compact=${true} key=${place.id} />`)}</div>
    </section>`}
  </div>`;
}

/**
 * Nearby places that can be visited now, others each hour, no two of the same theme.
 * @param {import('../../lib/api.js').Catalogue} catalogue
 * @param {import('../../lib/opening.js').Moment} now
 */
function ideasForNow({ places, office }, now) {
  const hour = Math.floor(now.minute / 60);
  const near = places
    .filter((place) => isOpen(place.opening, now))
    .map((place) => ({ place, away: distance(office.position, place.position) }))
    .sort((a, b) => a.away - b.away)
    .map(({ place }) => place);
  const kinds = [...new Set(near.map(({ kind }) => kind))];
  return Array.from({ length: Math.min(IDEAS, kinds.length) }, (_, i) => {
    const kind = kinds[(hour + i) % kinds.length];
    const ofKind = near.filter((place) => place.kind === kind);
    return ofKind[hour % Math.min(4, ofKind.length)];
  });
}
