import { html } from "../../vendor/preact-htm.js";
import { Icon } from "../../components/Icon/Icon.js";
import { faults, withInstead, withWord, withoutToken } from "../line.js";
import { useDesk } from "./context.js";
import { Done } from "./Done.js";

/** What the server understands of the line, word by word, and what it doesn't. */
export function Reading() {
  const { state, t } = useDesk();
  const { line, reading, away } = state;
  if (line.trim() === "") return html`<section class="reading" aria-label=${t("reading.title")}><${Done} /></section>`;
  return html`<section class="reading" aria-label=${t("reading.title")}>
    ${state.said?.kind === "refused" && html`<${Done} />`}
    ${away && html`<p class="reading-away"><${Icon} name="cloud-off" /><span>${t("reading.away")}</span></p>`}
    ${reading && html`<p class="reading-words">${reading.words}</p><${Tokens} reading=${reading} />`}
  </section>`;
}

/** @param {{reading: import('../server.js').Reading}} props */
function Tokens({ reading }) {
  const { state } = useDesk();
  const { tokens } = reading;
  const of = (/** @type {?number} */ index) => faults(reading, state.line, state.insisted).filter(({ token }) => (token ?? null) === index);
  return html`<ul class="tokens">
      ${tokens.map((token, index) => html`<li key=${`${index} ${token.text}`} class=${of(index).length > 0 ? "token-wrong" : ""}>
        <${Chip} token=${token} wrong=${of(index).length > 0} />
        ${of(index).map((problem) => html`<${Trouble} problem=${problem} token=${token} />`)}
      </li>`)}
    </ul>
    ${of(null).map((problem) => html`<div class="token-wrong"><${Trouble} problem=${problem} token=${null} /></div>`)}`;
}

/** @param {{token: import('../server.js').Meaning, wrong: boolean}} props */
function Chip({ token, wrong }) {
  const { counter, state, t } = useDesk();
  const remove = () => counter.reader.known(state.line) && counter.type(withoutToken(state.line, token));
  return html`<button type="button" class=${`token ${token.meaning || wrong ? "" : "token-open"}`} onClick=${remove}>
    ${wrong && html`<${Icon} name="triangle-alert" />`}
    <span><b>${token.text}</b><span class="token-meaning">${token.meaning ?? (wrong ? t("reading.unknown") : "…")}</span></span>
    <span class="hidden">${t("reading.remove")}</span>
    <${Icon} name="x" class="token-x" />
  </button>`;
}

/** @param {{problem: import('../server.js').Problem, token: ?import('../server.js').Meaning}} props */
function Trouble({ problem, token }) {
  const { counter, state, t } = useDesk();
  const take = (/** @type {string} */ word) => {
    if (token && !counter.reader.known(state.line)) return;
    counter.type(token ? withInstead(state.line, token, word) : withWord(state.line, word));
    if (!matchMedia("(pointer: coarse)").matches) document.getElementById("line")?.focus();
  };
  return html`<div class="trouble">
    <p><b>${problem.message}</b> ${problem.hint}</p>
    ${problem.suggestions.length > 0 && html`<p class="suggestions" role="group" aria-label=${t("reading.suggestions")}>
      ${problem.suggestions.map((word) => html`<button type="button" class="button button-small" onClick=${() => take(word)}>${word}</button>`)}
    </p>`}
  </div>`;
}
