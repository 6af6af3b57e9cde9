/** Wires the parts together: what is touched becomes a change of state, an address or an interaction. */
import { html, render } from "./vendor/preact-htm.js";
import { App, further, visit } from "./components/App/App.js";
import { Boundary } from "./components/App/Boundary.js";
import { Store } from "./lib/store.js";
import { Interactions } from "./lib/interactions.js";
import { Session, screenName } from "./lib/session.js";
import { Comfort } from "./lib/comfort.js";
import { Feedback } from "./lib/feedback.js";
import { Finding } from "./lib/finding.js";
import { Day } from "./lib/day.js";
import { Searching } from "./lib/searching.js";
import { Attract } from "./lib/attract.js";
import { Upkeep } from "./lib/upkeep.js";
import { Notices } from "./lib/notices.js";
import { Maps } from "./lib/maps.js";
import { Idle } from "./lib/idle.js";
import { Screen } from "./lib/screen.js";
import { FIRST_LANGUAGE, SETTLED_MS } from "./lib/i18n.js";
import { Voice } from "./lib/voice.js";
import { whenDrawn } from "./lib/drawn.js";
import { readIcons } from "./lib/icons.js";
import { leaveWhenDrawn, whenTouchedEarly } from "./lib/early.js";
import { painted } from "./lib/painted.js";
import { parse } from "./lib/router.js";
import { watchPictures } from "./lib/growing.js";
import { wallClock } from "./lib/opening.js";

const store = new Store({
  route: parse(location.hash),
  lang: FIRST_LANGUAGE,
  words: null,
  catalogues: {},
  places: {},
  scroll: { depth: 0 },
  failure: null,
  away: false,
  countdown: null,
  dialog: null,
  cameFrom: "#/",
  now: wallClock(Intl.DateTimeFormat().resolvedOptions().timeZone),
});

const outbox = new Interactions({ onAnswer: (reached) => reached === store.state.away && store.update({ away: !reached }) });
const session = new Session(outbox, screenName());
const screen = new Screen({
  store,
  session,
  outbox,
  parts: [
    new Comfort(),
    new Finding(),
    new Day(),
    new Searching(),
    new Maps(),
    new Feedback(),
    new Voice(),
    new Notices(),
    new Attract(),
    new Upkeep(),
  ],
});
const idle = new Idle({
  onCountdown: (countdown) => store.update({ countdown }),
  onGone: () => screen.finish("idle"),
});

leaveWhenDrawn();
watchPictures();
whenTouchedEarly((lang) => session.record("language", lang ?? FIRST_LANGUAGE));
screen.start(idle);
/** @param {import("./components/lazy.js").Later} later */
const fetched = (later) => later.load().catch(() => {}); // asked for again by the page that somebody goes to
if (store.state.route.page !== "welcome") await Promise.all([fetched(visit), fetched(further)]); // loaded again in the middle of a visit
render(html`<${Boundary} screen=${screen}><${App} store=${store} screen=${screen} /><//>`, /** @type {HTMLElement} */ (document.getElementById("app")));
whenDrawn(painted(() => {
  readIcons().catch((error) => console.warn("Icons stay references:", error));
  return fetched(visit);
}));
setTimeout(() => fetched(further), SETTLED_MS);

// A finger that stays on a link or a picture would open the browser's own menu there, with ways out of the screen, or drag it away.
for (const type of ["contextmenu", "dragstart"]) addEventListener(type, (event) => event.preventDefault());
