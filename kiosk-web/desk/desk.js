/** The desk on a tablet or a PC, at `/desk`: one line to type, read by the server, and what was recorded waits here while it is away. */
import { html, render } from "../vendor/preact-htm.js";
import { readIcons } from "../lib/icons.js";
import { App } from "./components/App.js";
import { Counter } from "./counter.js";
import { keepForLater } from "./offline.js";
import { Preferences } from "./preferences.js";
import { DeskServer } from "./server.js";

const preferences = new Preferences();
const counter = new Counter(new DeskServer(), preferences);
const app = /** @type {HTMLElement} */ (document.getElementById("app"));

await counter.speak(preferences.lang);
counter.start();
readIcons().catch((error) => console.warn("Icons stay references:", error)); // drawn later, when the server may be away
render(html`<${App} counter=${counter} />`, app);
keepForLater();
