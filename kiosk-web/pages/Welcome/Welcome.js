import { html } from "../../vendor/preact-htm.js";
import { HereContext, useHere } from "../../components/context.js";
import { Alert } from "../../components/Attract/Alert.js";
import { Attract } from "../../components/Attract/Attract.js";
import { Icon } from "../../components/Icon/Icon.js";
import { Languages } from "../../components/Languages/Languages.js";
import { SHIFTS, languageAt } from "../../lib/attract.js";
import { gravest } from "../../lib/notices.js";

/**
 * Between two visitors: places that fit the moment seen through an arch, in each language in turn, and a greeting in all of them.
 * What is grave takes the place of the places; the choice of a language stays where it is.
 */
export function Welcome() {
  const here = useHere();
  const { state, screen, words, catalogue } = here;
  const { step, places, playing, awake, night, shift, voices } = state.attract;
  const spoken = Object.keys(voices).filter((lang) => state.catalogues[lang]);
  const lang = spoken.length > 0 ? languageAt(spoken, step, places.length) : state.lang;
  const inTurn = { ...here, words: voices[lang] ?? words, catalogue: state.catalogues[lang] ?? catalogue };
  const alert = gravest(state.notices.current);
  const [x, y] = SHIFTS[shift];
  return html`<div
    class=${`welcome ${playing ? "" : "welcome-still"} ${awake ? "welcome-awake" : ""}`}
    style=${{ "--shift-x": `${x}px`, "--shift-y": `${y}px` }}
  >
    <header class="welcome-head">
      <p class="welcome-office">${catalogue?.office.name ?? ""}</p>
      <h1 tabindex="-1">${catalogue?.office.territory ?? words.t("loading")}</h1>
    </header>
    <div class="welcome-arch">
      <div class="welcome-view">
        ${catalogue?.welcome && !alert && html`<img src=${catalogue.welcome} alt="" width="1200" height="800" />`}
        <${HereContext.Provider} value=${inTurn}>${alert ? html`<${Alert} notice=${alert} />` : html`<${Attract} />`}<//>
        ${(alert || places.length > 1) &&
        html`<button class="attract-pause" onClick=${() => screen.parts.attract.pause()}>
          <${Icon} name=${playing ? "pause" : "play"} /><span class="hidden">${words.t(playing ? "attract.pause" : "attract.play")}</span>
        </button>`}
      </div>
    </div>
    <div class="welcome-choice">
      ${!catalogue && state.away && html`<p class="welcome-away" role="status">${words.t("welcome.away")}</p>`}
      <${Languages} />
    </div>
    ${night && !alert && html`<div class="welcome-night"></div>`}
  </div>`;
}
