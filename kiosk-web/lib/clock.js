/**
 * The time of the server. A screen's own clock may be years off: its battery is dead, or nobody ever set it. The server's answers
 * carry a `Date`; the difference is kept, so that a screen which starts without its server is right as well.
 */
const KEPT_AS = "vitrine.skew";
const UNNOTICED_MS = 5_000; // `Date` counts whole seconds, and an answer takes its time

/** @type {number} milliseconds to add to this screen's clock */
let skew = kept();

function kept() {
  try {
    return Number(localStorage.getItem(KEPT_AS)) || 0;
  } catch {
    return 0;
  }
}

/** @returns {number} milliseconds since 1970, as the server counts them */
export const now = () => Date.now() + skew;

/** Asks the server what time it is. Without an answer, what was learned last holds. */
export async function ask() {
  const asked = Date.now();
  const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
  const there = Date.parse(answer?.headers.get("Date") ?? "");
  if (Number.isNaN(there)) return;
  const found = there + 500 - (asked + Date.now()) / 2;
  skew = Math.abs(found) < UNNOTICED_MS ? 0 : Math.round(found);
  try {
    localStorage.setItem(KEPT_AS, String(skew));
  } catch {
    // It is learned again at the next start.
  }
}
