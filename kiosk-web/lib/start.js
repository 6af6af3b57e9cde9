/**
 * Lets the app come when the first screen has been painted, which is in the page itself: until then nothing takes its time away. A file of its
 * own, without imports, so that it is there with the page.
 */
const LATEST_MS = 2_000; // a page that nobody sees has no frames
const WELCOME = /^(#\/?)?$/;

let started = false;

function start() {
  if (started) return;
  started = true;
  document.head.append(/** @type {HTMLTemplateElement} */ (document.getElementById("then")).content);
  document.fonts.load("1em Marcellus").catch(() => {}); // the titles': from a link put there by a script, Chromium fetches it twice
}

// What the page came with, not what was touched since.
const [navigation] = performance.getEntriesByType("navigation");
if (WELCOME.test(navigation ? new URL(navigation.name).hash : location.hash)) {
  requestAnimationFrame(() => setTimeout(start));
  setTimeout(start, LATEST_MS);
} else {
  document.getElementById("early")?.remove(); // a visit that goes on after the page was loaded again
  start();
}
