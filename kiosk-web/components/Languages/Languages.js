import { html } from "../../vendor/preact-htm.js";
import { useHere } from "../context.js";
import { LANGUAGES } from "../../lib/i18n.js";
import { Icon } from "../Icon/Icon.js";

/**
 * Each language greets in its own words. No flags: a language isn't a country.
 * @param {{current?: string}} props - the language the screen is in; where none was chosen yet, comfort comes with the choice
 */
export function Languages({ current }) {
  const { screen, words, catalogue } = useHere();
  const offered = Object.entries(LANGUAGES).filter(([lang]) => !catalogue || catalogue.languages.includes(lang));
  return html`<div class="languages-box">
    <ul class="languages" role="list">
    ${offered.map(
      ([lang, { name, greeting }]) => html`<li key=${lang}>
        <button class="language" lang=${lang} aria-current=${lang === current ? "true" : undefined} onClick=${() => screen.chooseLanguage(lang)}>
          <span class="language-greeting">${greeting}</span>
          <span class="language-name">${name}<${Icon} name=${lang === current ? "circle-check" : "arrow-right"} /></span>
        </button>
      </li>`,
    )}
    </ul>
    ${!current &&
    html`<button class="button languages-comfort" aria-haspopup="dialog" onClick=${() => screen.open("comfort")}>
      <${Icon} name="accessibility" />${words.t("comfort.open")}
    </button>`}
  </div>`;
}
