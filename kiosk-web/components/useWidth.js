import { useLayoutEffect, useRef, useState } from "../vendor/preact-htm.js";

/**
 * The width a drawing really has, so that it is drawn at its size and its letters stay as big as the text's.
 * @param {number} first - before it has been measured
 * @returns {[{current: ?HTMLElement}, number]}
 */
export function useWidth(first) {
  const box = useRef(/** @type {?HTMLElement} */ (null));
  const [width, setWidth] = useState(first);
  // Before the first picture, or the drawing would jump from the width supposed to the one it has.
  useLayoutEffect(() => {
    if (!box.current) return;
    setWidth(box.current.clientWidth);
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(Math.round(contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}

/** The size of the text, in pixels. */
export const textSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
