/** The shop on a tablet or a PC, at `/desk/shop`: what is sold is sealed by the server's till, or not sold at all. */
import { html, render } from "../../vendor/preact-htm.js";
import { readIcons } from "../../lib/icons.js";
import { Preferences } from "../preferences.js";
import { App } from "./components/App.js";
import { Shop } from "./shop.js";
import { TillServer } from "./till-server.js";

const preferences = new Preferences();
const shop = new Shop(new TillServer(preferences.till), preferences);
const app = /** @type {HTMLElement} */ (document.getElementById("app"));

await shop.speak(preferences.lang);
shop.start();
readIcons().catch((error) => console.warn("Icons stay references:", error)); // drawn later, when the server may be away
render(html`<${App} shop=${shop} />`, app);
