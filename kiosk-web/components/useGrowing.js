import { useEffect, useState } from "../vendor/preact-htm.js";

/**
 * How much of something long is drawn: first what one sees, then the rest in pieces, between which touches are answered.
 * @param {number} total
 * @param {number} first
 * @param {number} [step]
 */
export function useGrowing(total, first, step = first) {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const later = setTimeout(() => setDrawn(drawn + step)); // effects come when the page has been painted
    return () => clearTimeout(later);
  }, [drawn, total]);
  return Math.min(drawn, total);
}
