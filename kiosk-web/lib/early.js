import { whenDrawn } from "./drawn.js";
import { parse } from "./router.js";

/**
 * The languages that index.html shows before the app runs: a start is over when somebody can choose, and a touch in that time is an address,
 * which waits for the app. They are there only where the page came to the welcome: lib/start.js sees to that.
 */
const early = () => document.getElementById("early");

/** Takes them away in the very frame in which the app has drawn. */
export function leaveWhenDrawn() {
  whenDrawn(() => early()?.remove());
}

/**
 * A language that is touched there is chosen as on the welcome itself: before anybody listened, or until the app has drawn.
 * @param {(lang: ?string) => void} chosen
 */
export function whenTouchedEarly(chosen) {
  const before = parse(location.hash);
  if (early() && before.page !== "welcome") chosen(before.lang);
  early()?.addEventListener("click", ({ target }) => {
    const language = target instanceof Element ? target.closest("a") : null;
    if (language) chosen(language.lang);
  });
}
