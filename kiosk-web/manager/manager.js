/** The manager's board, at `/manager`: figures of the server, drawn. Nothing of them is kept on the device. */
import { html, render } from "../vendor/preact-htm.js";
import { readIcons } from "../lib/icons.js";
import { Board } from "./board.js";
import { App } from "./components/App.js";
import { StatisticsServer } from "./server.js";
import { Preferences } from "../desk/preferences.js";

const board = new Board(new StatisticsServer(), new Preferences());
const app = /** @type {HTMLElement} */ (document.getElementById("app"));

await board.speak(board.preferences.lang);
board.start();
readIcons().catch((error) => console.warn("Icons stay references:", error));
render(html`<${App} board=${board} />`, app);
