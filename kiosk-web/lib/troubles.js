import { screenName } from "./screen-name.js";

const URL_TROUBLES = "/api/v1/troubles";
const KEPT_AS = "vitrine.troubles";
const AT_MOST = 20; // waiting for a server; the first ones tell most
const RETRY_MS = 60_000;

/** @typedef {{screen: string, message: string, at?: string, version?: string}} Trouble */

/** Said already since this page was loaded. */
const said = new Set();
/** @type {Trouble[]} */
let waiting = kept();
let sending = false;
let version = "";

/** @param {string} running - version of the web app */
export function runs(running) {
  version = running;
}

/**
 * Tells the server's log that something went wrong here: once a page for the same thing, later if the server is away.
 * @param {unknown} error - an Error, or what was thrown in its place
 * @param {string} [where] - file, line and column
 */
export function report(error, where = "") {
  const message = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300);
  const at = (where || place(error)).replaceAll(location.origin, "").slice(0, 200);
  if (said.has(message + at) || waiting.length >= AT_MOST) return;
  said.add(message + at);
  waiting.push({ screen: screenName(), message, ...(at && { at }), ...(version && { version }) });
  keep();
  send();
}

/** What waits; called again when the server is back. */
export async function send() {
  if (sending || waiting.length === 0) return;
  sending = true;
  try {
    while (waiting.length > 0) {
      const answer = await fetch(URL_TROUBLES, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(waiting[0]),
        keepalive: true,
      });
      if (answer.status === 429 || answer.status >= 500) throw new Error("later");
      waiting.shift(); // logged, or refused for a reason that won't change
      keep();
    }
  } catch {
    setTimeout(send, RETRY_MS);
  } finally {
    sending = false;
  }
}

/** @param {unknown} error */
const place = (error) => (error instanceof Error && /\S+:\d+:\d+/.exec(error.stack ?? "")?.[0]) || "";

/** @returns {Trouble[]} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS) ?? "[]");
  } catch {
    return [];
  }
}

function keep() {
  try {
    if (waiting.length > 0) localStorage.setItem(KEPT_AS, JSON.stringify(waiting));
    else localStorage.removeItem(KEPT_AS);
  } catch {
    waiting = waiting.slice(0, AT_MOST); // memory alone has them
  }
}
