import { uuid7 } from "../lib/uuid7.js";

/**
 * Counting on a visitor's own phone: a random number that lives as long as the page does, nothing kept, nothing sent again later.
 * A reload, or coming back to the page, is not another scan.
 */
const RETRIES_MS = [2_000, 8_000];

const session = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
let seq = 0;

/**
 * @param {import('../lib/session.js').Kind} kind
 * @param {string} lang
 * @param {import('../lib/session.js').Details} details
 */
export function record(kind, lang, details) {
  const at = new Date().toISOString();
  send({ id: uuid7(), at, session, seq: seq++, screen: "phone", kind, lang, ...details });
}

/** Was the page opened, rather than loaded again? */
export function isOpening() {
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return navigation?.type === "navigate" && navigator.onLine;
}

/**
 * The id makes a retry count once.
 * @param {object} interaction
 */
async function send(interaction, tries = 0) {
  try {
    const body = JSON.stringify({ sent_at: new Date().toISOString(), interactions: [interaction] });
    const answer = await fetch("/api/v1/interactions", { method: "POST", headers: { "Content-Type": "application/json" }, body, keepalive: true });
    if (answer.status < 500) return;
  } catch {
    // No network: tried again while the page is there, then let go.
  }
  if (tries < RETRIES_MS.length) setTimeout(() => send(interaction, tries + 1), RETRIES_MS[tries]);
}
