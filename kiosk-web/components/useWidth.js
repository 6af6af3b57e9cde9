import { useCallback, useRef, useState } from "../vendor/preact-htm.js";

/**
 * The width a drawing really has, so that it is drawn at its size and its letters stay as big as the text's.
 *
 * The box is measured when it appears, which may be long after its component: what it shows may still be on its way.
 * @param {number} first - before it has been measured
 * @returns {[(box: ?HTMLElement) => void, number]} the box's `ref`, and its width
 */
export function useWidth(first) {
  const [width, setWidth] = useState(first);
  const observer = useRef(/** @type {?ResizeObserver} */ (null));
  const measure = useCallback((/** @type {?HTMLElement} */ box) => {
    observer.current?.disconnect();
    if (!box) return;
    setWidth(box.clientWidth);
    observer.current = new ResizeObserver(([{ contentRect }]) => setWidth(Math.round(contentRect.width)));
    observer.current.observe(box);
  }, []);
  return [measure, width];
}

/** The size of the text, in pixels. */
export const textSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
