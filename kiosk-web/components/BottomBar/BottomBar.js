import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { href } from "../../lib/router.js";
import { LANGUAGES } from "../../lib/i18n.js";
import { Icon } from "../Icon/Icon.js";

/** Where hands are: low on a standing screen, in reach from a wheelchair. */
export function BottomBar() {
  const { state, screen, words } = useHere();
  const { page } = state.route;
  return html`<nav class="bar" aria-label=${words.t("nav.label")}>
    ${page === "home"
      ? html`<button class="bar-button" onClick=${() => screen.parts.feedback.ask()}><${Icon} name="log-out" /><span>${words.t("nav.finish")}</span></button>`
      : html`<button class="bar-button" onClick=${() => screen.back()}><${Icon} name="arrow-left" /><span>${words.t("nav.back")}</span></button>
          <a class="bar-button bar-quiet" href=${href({ page: "home", lang: state.lang })}><${Icon} name="house" /><span>${words.t("nav.home")}</span></a>`}
    <button class="bar-button bar-quiet bar-languages" aria-haspopup="dialog" onClick=${() => screen.open("languages")}>
      <${Icon} name="languages" /><span>${LANGUAGES[/** @type {"fr"} */ (state.lang)].name}<span class="hidden">, ${words.t("nav.languages")}</span></span>
    </button>
    <button class="bar-button bar-quiet bar-comfort" aria-haspopup="dialog" onClick=${() => screen.open("comfort")}><${Icon} name="accessibility" /><span>${words.t("comfort.open")}</span></button>
    ${page !== "day" &&
    state.day.ids.length > 0 &&
    html`<a class="bar-button" href=${href({ page: "day", lang: state.lang })} aria-label=${words.t("day.named", { what: state.day.ids.length })}>
      <span class="bar-badge" data-count=${state.day.ids.length}><${Icon} name="calendar-days" /></span><span>${words.t("day.title")}</span>
    </a>`}
    ${(page === "place" ? state.failure !== "missing" : page === "day" && state.day.ids.length > 0) &&
    html`<button class="bar-button bar-main" aria-haspopup="dialog" onClick=${() => screen.open("take-away")}>
      <${Icon} name="qr-code" /><span>${words.t("nav.takeAway")}</span>
    </button>`}
    ${state.away && html`<span class="bar-away" role="status"><${Icon} name="cloud-off" /><span class="hidden">${words.t("trouble.sign")}</span></span>`}
  </nav>`;
}
