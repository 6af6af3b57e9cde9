/** Nearer than this is simply "here": a distance would be said of a point that is often known to 300 m only. */
export const CLOSE_BY_M = 400;

/**
 * Where a screen stands. Distances and directions start here: one of several screens may hang at the castle, far from the office.
 *
 * @param {import('./api.js').Catalogue} catalogue
 * @param {string} screenId - `screen.session.screen`
 * @returns {import('./api.js').Position}
 */
export function here({ office }, screenId) {
  return office.screens.find(({ id }) => id === screenId)?.position ?? office.position;
}
