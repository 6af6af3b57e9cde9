/**
 * The arrows move among the keys as they lie; Tab goes through them one by one, which is all a switch can do.
 * @param {KeyboardEvent} event
 */
export function moveFocus(event) {
  const key = document.activeElement;
  const row = key?.parentElement;
  if (!key?.classList.contains("key") || !row) return;
  const next = {
    ArrowRight: () => key.nextElementSibling ?? row.firstElementChild,
    ArrowLeft: () => key.previousElementSibling ?? row.lastElementChild,
    ArrowDown: () => nearest(row.nextElementSibling, key),
    ArrowUp: () => nearest(row.previousElementSibling, key),
  }[/** @type {"ArrowRight"} */ (event.key)]?.();
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/**
 * @param {?Element} row
 * @param {Element} key
 */
function nearest(row, key) {
  if (!row) return null;
  const x = centre(key);
  return [...row.children].reduce((best, other) => (Math.abs(centre(other) - x) < Math.abs(centre(best) - x) ? other : best));
}

/** @param {Element} key */
function centre(key) {
  const { left, width } = key.getBoundingClientRect();
  return left + width / 2;
}
