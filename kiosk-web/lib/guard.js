/**
 * Watches over the app from beside it: loaded by the page itself, first, with as little as can be. What goes wrong is told to the
 * server; an app that is broken starts again, and one that breaks again and again gives way to a page that can't.
 */
import { fresh } from "./fresh.js";

const DRAWN_WITHIN_MS = 20_000;
const STARTS_KEPT_AS = "vitrine.restarts";
const AT_MOST = 3;
const WITHIN_MS = 60_000;
const TOLD_WITHIN_MS = 2_000;
const LEAVES_WITHIN_MS = 500;
const SORRY = "/sorry.html";

let ending = false;

/**
 * With what comes beside the app: the first screen doesn't wait for it.
 * @param {unknown} error
 * @param {string} [where]
 */
const report = (error, where) => import("./troubles.js").then((troubles) => troubles.report(error, where)).catch(() => {});

const passed = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

addEventListener("error", ({ error, message = "", filename, lineno, colno }) => {
  if (message.startsWith("ResizeObserver loop")) return; // the browser only says that it measures again in the next frame
  if (message) report(error ?? message, filename && `${filename}:${lineno}:${colno}`);
  if (message && !drawn()) restart(error ?? message); // before anything was drawn, nothing will be
});
addEventListener("unhandledrejection", ({ reason }) => report(reason));
// A script that can't be had or read says so to itself only, not to the window. One that an app already drawn asks for (the map's) is
// that app's to ask for again: beginning anew would take the page from under the visitor's hands.
addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && !drawn() && restart(`${target.src} can't be run`), { capture: true });
setTimeout(() => drawn() || restart(`nothing was drawn within ${DRAWN_WITHIN_MS / 1000} s`), DRAWN_WITHIN_MS);

const drawn = () => (document.getElementById("app")?.childElementCount ?? 0) > 0;

/**
 * Begins anew, where visits begin.
 * @param {unknown} why
 */
export async function restart(why) {
  if (ending) return;
  ending = true;
  const starts = recentStarts();
  keepStarts([...starts, Date.now()]);
  await Promise.race([report(why), passed(TOLD_WITHIN_MS)]);
  await passed(LEAVES_WITHIN_MS); // what was just written and sent gets away
  if (starts.length > 0) await fresh(); // it was not a passing thing
  if (starts.length >= AT_MOST) {
    keepStarts([]);
    location.replace(SORRY);
    return;
  }
  history.replaceState(null, "", `${location.pathname}${location.search}#/`);
  location.reload();
}

/** @returns {number[]} */
function recentStarts() {
  try {
    const all = JSON.parse(sessionStorage.getItem(STARTS_KEPT_AS) ?? "[]");
    return all.filter((/** @type {number} */ at) => Math.abs(Date.now() - at) < WITHIN_MS);
  } catch {
    return Array.from({ length: AT_MOST }, () => 0); // nothing can be remembered: rather sorry at once than for ever in circles
  }
}

/** @param {number[]} starts */
function keepStarts(starts) {
  try {
    sessionStorage.setItem(STARTS_KEPT_AS, JSON.stringify(starts));
  } catch {
    // See recentStarts.
  }
}
