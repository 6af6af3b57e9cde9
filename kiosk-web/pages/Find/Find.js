import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../../components/context.js";
import { Fit } from "../../components/Fit/Fit.js";
import { useCount } from "../../components/Fit/useCount.js";
import { Icon } from "../../components/Icon/Icon.js";
import { here } from "../../lib/here.js";
import { href } from "../../lib/router.js";

/** What fits me now: answered in seconds, refined on the results. */
export function Find() {
  const { state, screen, words, catalogue } = useHere();
  if (!catalogue) return html`<h1 class="loading" tabindex="-1">${words.t(state.away ? "welcome.away" : "loading")}</h1>`;
  return html`<div class="find">
    <header class="find-head">
      <h1 tabindex="-1">${words.t("find.title")}</h1>
      <p>${words.t("find.hint")}</p>
    </header>
    <${Fit} />
    <${Show} places=${catalogue.places} from=${here(catalogue, screen.session.screen)} />
  </div>`;
}

/** @param {{places: import('../../lib/api.js').Summary[], from: import('../../lib/api.js').Position}} props */
function Show({ places, from }) {
  const { words } = useHere();
  const { text, more } = useCount(places, from);
  return html`<p class="fit-show find-show" role="status">
    <a class="button button-main" href=${href({ page: "ideas", lang: words.lang })}>${text}<${Icon} name="arrow-right" /></a>
    ${more && html`<span>${more}</span>`}
  </p>`;
}
