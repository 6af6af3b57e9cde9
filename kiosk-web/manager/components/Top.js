import { html } from "../../vendor/preact-htm.js";
import { TopButton, TopSettings } from "../../desk/components/TopButton.js";
import { PAGES, href } from "../view.js";
import { useBoard } from "./context.js";

/** Where one is, where one can go, and what is set once. */
export function Top() {
  const { board, state, t } = useBoard();
  const { view, session } = state;
  const looks = session !== "out" && board.mayLook;
  return html`<header class="top board-top">
    ${looks && view && html`<nav aria-label=${t("pages.title")}>
      <ul class="board-pages">${PAGES.map((page) => html`<li key=${page}><a class="board-page" href=${href({ ...view, page, tables: [] })} aria-current=${view.page === page ? "page" : undefined}>${t(`pages.${page}`)}</a></li>`)}</ul>
    </nav>`}
    <div class="top-buttons">
      ${looks && html`<${TopButton} icon="printer" name=${t("print")} onClick=${() => print()} />`}
      <${TopSettings} />
    </div>
  </header>`;
}
