import { html, useEffect } from "../../vendor/preact-htm.js";
import { Box } from "../../desk/components/Box.js";
import { DeskContext, useStateOf } from "../../desk/components/context.js";
import { Login } from "../../desk/components/Login.js";
import { FIGURES, PANELS } from "../pages.js";
import { BoardContext } from "./context.js";
import { Controls } from "./Controls.js";
import { Figures } from "./Figures.js";
import { Headline } from "./Headline.js";
import { Notes } from "./Notes.js";
import { Panel } from "./Panel.js";
import { Searches } from "./Searches.js";
import { Today } from "./Today.js";
import { Top } from "./Top.js";

/** @param {{board: import('../board.js').Board}} props */
export function App({ board }) {
  const state = useStateOf(/** @type {any} */ (board));
  const t = (/** @type {string} */ path, /** @type {any} */ values) => state.words.t(path, values);
  useEffect(() => {
    document.body.dataset.page = state.view?.page ?? "";
  }, [state.view?.page]);
  return html`<${BoardContext.Provider} value=${{ board, state, t }}>
    <${DeskContext.Provider} value=${{ counter: board, state, t }}>${page(board, state, t)}<//>
  <//>`;
}

/**
 * @param {import('../board.js').Board} board
 * @param {any} state
 * @param {import('./context.js').Looking["t"]} t
 */
function page(board, { session, catalogue, view, answered, asking, refused, away }, t) {
  if (session === "unknown") return html`<p class="loading" role="status">${t("loading")}</p>`;
  if (session === "out") return html`<${Top} /><main class="login"><h1>${t("login.title")}</h1><${Login} /></main>`;
  if (!board.mayLook) return html`<${Top} /><main class="login"><h1>${t("role.title")}</h1><p>${t("role.hint")}</p></main>`;
  if (!catalogue || !view) return html`<${Top} /><p class="loading" role="status">${t(away ? "trouble.away" : "loading")}</p>`;
  return html`<${Top} />
    <main class="board" aria-busy=${String(asking)}>
      <${Headline} />
      <${Controls} />
      ${(refused || away) && html`<p class="board-trouble" role="alert">${refused ?? t("trouble.away")}</p>`}
      ${view.page === "overview" && html`<${Today} />`}
      ${answered?.view.page === view.page ? html`<div class=${asking || refused || away ? "answered answered-before" : "answered"}><${Answered} answered=${answered} /></div>` : html`<p class="loading" role="status">${t("loading")}</p>`}
    </main>
    ${session === "over" && html`<${Box} title=${t("login.over")}><p>${t("login.kept")}</p><${Login} /><//>`}`;
}

/**
 * What was answered last, until the next answers of the same page are there.
 * @param {{answered: {view: import('../view.js').View, answers: import('../server.js').Answer[]}}} props
 */
function Answered({ answered: { view, answers } }) {
  const figures = FIGURES[view.page];
  const panels = PANELS[view.page];
  return html`<${Figures} answers=${answers.slice(0, figures.length)} />
    <div class="panels">
      ${panels.map((panel, index) => html`<${Panel} panel=${panel} answer=${answers[figures.length + index]} key=${panel.id} />`)}
      ${view.page === "overview" && html`<${Notes} />`}
      ${view.page === "screens" && html`<${Searches} />`}
    </div>
    <${Footnotes} answers=${answers} />`;
}

/** @param {{answers: import('../server.js').Answer[]}} props */
function Footnotes({ answers }) {
  return html`<footer class="board-notes">${[...new Set(answers.map(({ footnote }) => footnote))].map((note) => html`<p key=${note}>${note}</p>`)}</footer>`;
}
