import { html, useEffect, useState } from "../../vendor/preact-htm.js";
import { HereContext } from "../context.js";
import { BottomBar } from "../BottomBar/BottomBar.js";
import { Countdown } from "../Countdown/Countdown.js";
import { Dialog } from "../Dialog/Dialog.js";
import { NoticeBanner } from "../NoticeBanner/NoticeBanner.js";
import { Languages } from "../Languages/Languages.js";
import { Trouble } from "../Trouble/Trouble.js";
import { Farewell } from "../../pages/Farewell/Farewell.js";
import { Welcome } from "../../pages/Welcome/Welcome.js";
import { Home } from "../../pages/Home/Home.js";
import { Theme } from "../../pages/Theme/Theme.js";
import { lazy } from "../lazy.js";
import { Find } from "../../pages/Find/Find.js";
import { Ideas } from "../../pages/Find/Ideas.js";
import { Place } from "../../pages/Place/Place.js";
import { Day } from "../../pages/Day/Day.js";
import { DayTray } from "../DayTray/DayTray.js";

const Search = lazy(async () => (await import("../../pages/Search/Search.js")).Search);

const PAGES = {
  welcome: Welcome,
  farewell: Farewell,
  home: Home,
  find: Find,
  ideas: Ideas,
  search: Search,
  theme: Theme,
  place: Place,
  day: Day,
};

/** @param {{store: import('../../lib/store.js').Store, screen: import('../../lib/screen.js').Screen}} props */
export function App({ store, screen }) {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const changed = () => setState(store.state);
    store.addEventListener("change", changed);
    changed();
    return () => store.removeEventListener("change", changed);
  }, []);

  const { words, route, dialog, countdown } = state;
  const page = state.feedback.asked ? "farewell" : route.page;
  useEffect(() => {
    if (words) document.documentElement.lang = words.lang;
  }, [words]);
  // A new page is announced by its heading, as a page load would.
  const shown = `${page}/${route.id ?? ""}`;
  const ready = words !== null;
  useEffect(() => {
    if (ready) document.querySelector("h1")?.focus({ preventScroll: true });
  }, [shown, ready]);

  if (!words) return null;
  const catalogue = state.catalogues[state.lang];
  const Page = PAGES[/** @type {keyof PAGES} */ (page)];
  return html`
    <${HereContext.Provider} value=${{ state, screen, words, catalogue }}>
      <${NoticeBanner} />
      <main class=${`page page-${page}`} key=${shown}>
        ${Page ? html`<${Page} id=${route.id} />` : html`<${Trouble} kind="missing" title=${true} />`}
      </main>
      <${DayTray} />
      ${!["welcome", "farewell"].includes(page) && html`<${BottomBar} />`}
      ${dialog === "languages" &&
      html`<${Dialog} title=${words.t("languages.title")} onClose=${() => screen.close()}><${Languages} current=${state.lang} /><//>`}
      ${countdown !== null && html`<${Countdown} seconds=${countdown} />`}
    <//>
  `;
}
