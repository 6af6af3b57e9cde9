import { useRef, useState } from "../../vendor/preact-htm.js";

/**
 * Marks of a chart that can be reached, read and touched: one stop of the Tab key, then the arrow keys.
 * @param {number} count
 * @param {{columns?: number, onChoose?: (index: number) => void}} [how] - columns: of marks that stand in lines
 */
export function useMarks(count, { columns = 1, onChoose } = {}) {
  const [at, setAt] = useState(/** @type {?number} */ (null));
  const box = useRef(/** @type {?SVGElement} */ (null));
  const first = Math.min(at ?? 0, count - 1);

  const go = (/** @type {number} */ index) => {
    if (index < 0 || index >= count) return;
    setAt(index);
    /** @type {?SVGElement} */ (box.current?.querySelector(`[data-mark="${index}"]`))?.focus();
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    const here = Number(/** @type {SVGElement} */ (event.target).dataset.mark);
    const ways = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns });
    if (event.key in ways) go(here + ways[event.key]);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(count - 1);
    else if ((event.key === "Enter" || event.key === " ") && onChoose) onChoose(here);
    else return;
    event.preventDefault();
  };

  /**
   * What a mark is given.
   * @param {number} index
   * @param {string} label - all it says, for who doesn't see it
   */
  const mark = (index, label) => ({
    "data-mark": index,
    tabindex: index === first ? 0 : -1,
    role: onChoose ? "button" : "img",
    "aria-label": label,
    onFocus: () => setAt(index),
    onPointerEnter: () => setAt(index),
    onPointerLeave: () => setAt(null),
    onBlur: () => setAt(null),
    onClick: onChoose && (() => onChoose(index)),
  });
  return { at, mark, box, onKeyDown };
}
