/** Wires the parts together: what is touched becomes a change of state, an address or an interaction. */
import { html, render } from "./vendor/preact-htm.js";
import { App } from "./components/App/App.js";
import { Boundary } from "./components/App/Boundary.js";
import { Store } from "./lib/store.js";
import { Outbox } from "./lib/outbox.js";
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
import { FIRST_LANGUAGE } from "./lib/i18n.js";
import { Voice } from "./lib/voice.js";
import { parse } from "./lib/router.js";
import { watchPictures } from "./lib/growing.js";
import { wallClock } from "./lib/opening.js";

const store = new Store({
  route: parse(location.hash),
  lang: FIRST_LANGUAGE,
  words: null,
  catalogues: {},
  places: {},
  failure: null,
  away: false,
  countdown: null,
  dialog: null,
  cameFrom: "#/",
  now: wallClock(Intl.DateTimeFormat().resolvedOptions().timeZone),
});

const outbox = new Outbox({ onAnswer: (reached) => reached === store.state.away && store.update({ away: !reached }) });
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

watchPictures();
screen.start(idle);
render(html`<${Boundary} screen=${screen}><${App} store=${store} screen=${screen} /><//>`, /** @type {HTMLElement} */ (document.getElementById("app")));
