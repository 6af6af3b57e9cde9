/**
 * Work for the moment when the app has drawn something for the first time, before it is painted.
 * @param {() => void} work
 */
export function whenDrawn(work) {
  const app = /** @type {HTMLElement} */ (document.getElementById("app"));
  const drawn = () => app.childElementCount > 0;
  if (drawn()) {
    work();
    return;
  }
  new MutationObserver((_, watching) => {
    if (!drawn()) return;
    watching.disconnect();
    work();
  }).observe(app, { childList: true });
}
