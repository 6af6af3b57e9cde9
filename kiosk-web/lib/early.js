import { whenDrawn } from "./drawn.js";

/**
 * The languages that index.html shows before the first script runs: a start is over when somebody can choose, and a touch in that time is
 * an address, which waits for the app.
 */
const early = () => document.getElementById("early");

/** Takes them away in the very frame in which the app has drawn; at once where the address leads elsewhere than to the welcome. */
export function leaveWhenDrawn() {
  if (!/^(#\/?)?$/.test(cameTo())) early()?.remove();
  whenDrawn(() => early()?.remove());
}

/** Whether a language was touched before anybody listened: the page came without what its address says now. */
export function touchedEarly() {
  return early() !== null && location.hash !== cameTo();
}

function cameTo() {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation ? new URL(navigation.name).hash : location.hash;
}
