import { html, useEffect, useLayoutEffect, useRef, useState } from "../../vendor/preact-htm.js";
import { HereContext } from "../context.js";
import { growPicture } from "../../lib/growing.js";
import { painted } from "../../lib/painted.js";
import { BottomBar } from "../BottomBar/BottomBar.js";
import { Comfort } from "../Comfort/Comfort.js";
import { Countdown } from "../Countdown/Countdown.js";
import { Dialog } from "../Dialog/Dialog.js";
import { NoticeBanner } from "../NoticeBanner/NoticeBanner.js";
import { Languages } from "../Languages/Languages.js";
import { Reach } from "../Reach/Reach.js";
import { Trouble } from "../Trouble/Trouble.js";
import { Welcome } from "../../pages/Welcome/Welcome.js";
import { Later, lazy } from "../lazy.js";
import { DayTray } from "../DayTray/DayTray.js";

/** Fetched when the first screen has been painted, so that it waits for none of it and no touch waits either. */
export const visit = new Later(() => import("../../pages/visit.js"));
export const further = new Later(() => import("../../pages/further.js"));

const PAGES = {
  welcome: Welcome,
  farewell: lazy(further, "Farewell"),
  home: lazy(visit, "Home"),
  find: lazy(visit, "Find"),
  ideas: lazy(visit, "Ideas"),
  search: lazy(further, "Search"),
  theme: lazy(visit, "Theme"),
  place: lazy(further, "Place"),
  day: lazy(further, "Day"),
  accessibility: lazy(further, "Accessibility"),
};

/** @param {{store: import('../../lib/store.js').Store, screen: import('../../lib/screen.js').Screen}} props */
export function App({ store, screen }) {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const changed = painted(() => {
      screen.prepare();
      setState(store.state);
    });
    store.addEventListener("change", changed);
    setState(store.state);
    return () => store.removeEventListener("change", changed);
  }, []);

  const { words, route, scroll, dialog, countdown } = state;
  const page = state.feedback.asked ? "farewell" : route.page;
  useLayoutEffect(() => {
    if (!words) return;
    document.documentElement.lang = words.lang;
    document.documentElement.dir = words.direction;
  }, [words]);
  // A new page is announced by its heading, as a page load would.
  const shown = `${page}/${route.id ?? ""}`;
  const ready = words !== null;
  const heading = useRef(/** @type {?HTMLElement} */ (null));
  useLayoutEffect(() => {
    if (ready) screen.settle(scroll);
  }, [scroll, ready]);
  useLayoutEffect(() => {
    if (ready) requestAnimationFrame(growPicture); // measured when the frame is laid out anyway
  }, [shown, ready]);
  // Where the focus may go is asked when the page is painted: before, the question would have it laid out in the midst of being drawn.
  const focusSoon = useRef(painted(() => (heading.current = focusHeading())));
  useEffect(() => {
    if (ready) focusSoon.current();
  }, [shown, ready]);
  // What was loading took the focus along when it went: it comes back to the new heading, never to nowhere.
  useEffect(() => {
    const watcher = new MutationObserver(() => {
      if (!heading.current?.isConnected && document.activeElement === document.body) focusSoon.current();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, []);

  if (!words) return null;
  const catalogue = state.catalogues[state.lang];
  const bar = !["welcome", "farewell"].includes(page);
  const Page = PAGES[/** @type {keyof PAGES} */ (page)];
  return html`
    <${HereContext.Provider} value=${{ state, screen, words, catalogue }}>
      ${bar && html`<button class="button button-main skip" onClick=${toBar}>${words.t("comfort.skip")}</button>`}
      <${NoticeBanner} />
      <main class=${`page page-${page}`} key=${shown}>
        ${Page ? html`<${Page} id=${route.id} />` : html`<${Trouble} kind="missing" title=${true} />`}
      </main>
      <${DayTray} />
      ${bar && html`<${BottomBar} />`}
      ${state.comfort.low && html`<${Reach} />`}
      ${dialog === "comfort" && html`<${Comfort} />`}
      ${dialog === "languages" &&
      html`<${Dialog} title=${words.t("languages.title")} onClose=${() => screen.close()}><${Languages} current=${state.lang} /><//>`}
      ${countdown !== null && html`<${Countdown} seconds=${countdown} />`}
    <//>
  `;
}

/** A page that is there to be typed in says where. */
function focusHeading() {
  const heading = /** @type {?HTMLElement} */ (document.querySelector("main [data-focus-first]") ?? document.querySelector("h1"));
  heading?.focus({ preventScroll: true });
  return heading;
}

/** Past a long list, with one key. */
function toBar() {
  /** @type {?HTMLElement} */ (document.querySelector(".bar :is(a, button)"))?.focus();
}
