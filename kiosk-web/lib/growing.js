/**
 * A picture touched in a list grows into the picture of its page, and goes back to its card on the way back: one sees where
 * one is. The page is there at once and can be touched; the picture only travels over it, by transform alone.
 */

const CALM_MS = 320;
const PLACE = /\/place\/([a-z0-9-]+)$/;

/** @type {?{id: string, from: DOMRect}} */
let leaving = null;

/** To be called before anything else listens to the change of address: the page that is left is still drawn. */
export function watchPictures() {
  addEventListener("hashchange", ({ oldURL, newURL }) => {
    const [before, after] = [PLACE.exec(oldURL)?.[1], PLACE.exec(newURL)?.[1]];
    const picture = after ? ofCard(after) : before ? ofPage() : null;
    const id = after ?? before;
    leaving = id && picture && before !== after ? { id, from: picture.getBoundingClientRect() } : null;
  });
}

/** To be called when the new page is drawn, and scrolled to where it had been left. */
export function growPicture() {
  if (!leaving) return;
  const { id, from } = leaving;
  leaving = null;
  const picture = PLACE.test(location.hash) ? ofPage() : ofCard(id);
  const to = picture?.getBoundingClientRect();
  if (!picture || !to || calm() || !onScreen(from) || !onScreen(to)) return;
  const scale = Math.max(from.width / to.width, from.height / to.height);
  const x = from.x + from.width / 2 - (to.x + to.width / 2);
  const y = from.y + from.height / 2 - (to.y + to.height / 2);
  picture.animate([{ transform: `translate(${x}px, ${y}px) scale(${scale})` }, { transform: "none" }], {
    duration: CALM_MS,
    easing: "cubic-bezier(0.2, 0.7, 0.2, 1)",
  });
}

/** @param {string} id */
const ofCard = (id) => document.querySelector(`.card[href$="/place/${id}"] .card-picture`);
const ofPage = () => document.querySelector(".place-picture");

const calm = () => document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;

/** @param {DOMRect} rect */
const onScreen = ({ top, bottom, width }) => width > 0 && bottom > 0 && top < innerHeight;
