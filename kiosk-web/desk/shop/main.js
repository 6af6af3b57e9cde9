/** The shop on a tablet or a PC, at `/desk/shop`: what is sold is sealed by the server's till, or not sold at all. */
import { html, render } from "../../vendor/preact-htm.js";
import { Preferences } from "../preferences.js";
import { App } from "./components/App.js";
import { Shop } from "./shop.js";
import { TillServer } from "./till-server.js";

const preferences = new Preferences();
const shop = new Shop(new TillServer(preferences.till), preferences);
const app = /** @type {HTMLElement} */ (document.getElementById("app"));

await shop.speak(preferences.lang);
shop.start();
render(html`<${App} shop=${shop} />`, app);
