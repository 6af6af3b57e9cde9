import { html, useEffect } from "../../vendor/preact-htm.js";
import { Aside } from "./Aside.js";
import { Box } from "./Box.js";
import { Closed } from "./Closed.js";
import { DeskContext, useStateOf } from "./context.js";
import { Help } from "./Help.js";
import { LineField } from "./LineField.js";
import { Login } from "./Login.js";
import { Note } from "./Note.js";
import { Reading } from "./Reading.js";
import { Recent } from "./Recent.js";
import { Rush } from "./Rush.js";
import { Spoken } from "./Spoken.js";
import { Tiles } from "./Tiles.js";
import { Top } from "./Top.js";
import { Why } from "./Why.js";

/** @param {{counter: import('../counter.js').Counter}} props */
export function App({ counter }) {
  const state = useStateOf(counter);
  useEffect(() => {
    const help = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "F1" || counter.state.session !== "in") return;
      event.preventDefault();
      counter.update({ dialog: { name: "help" } });
    };
    addEventListener("keydown", help);
    return () => removeEventListener("keydown", help);
  }, []);

  const t = (/** @type {string} */ path, /** @type {any} */ values) => state.words.t(path, values);
  return html`<${DeskContext.Provider} value=${{ counter, state, t }}>${page(state, t)}<//>`;
}

/**
 * @param {any} state
 * @param {import('./context.js').Desk["t"]} t
 */
function page({ session, dialog }, t) {
  if (session === "unknown") return html`<p class="loading">${t("loading")}</p>`;
  if (session === "out") return html`<${Top} /><main class="login"><h1>${t("login.title")}</h1><${Login} /></main>`;
  return html`<${Top} />
    <main class="desk">
      <div class="desk-now">
        <${Aside} />
        <${LineField} />
        <${Reading} />
        <${Tiles} />
      </div>
      <div class="desk-beside">
        <${Rush} />
        <${Recent} />
      </div>
    </main>
    <${Spoken} />
    ${session === "over" && html`<${Box} title=${t("login.over")}><p>${t("login.kept")}</p><${Login} /><//>`}
    ${dialog?.name === "closed" && html`<${Closed} at=${dialog.at} />`}
    ${dialog?.name === "help" && html`<${Help} />`}
    ${dialog?.name === "note" && html`<${Note} />`}
    ${dialog?.name === "why" && html`<${Why} item=${dialog.item} />`}`;
}
