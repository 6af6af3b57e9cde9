/** A page that nobody sees has no frames: then it isn't waited for. */
const AT_MOST_MS = 100;

/**
 * Work that waits until the next frame has been painted: what a finger presses is seen at once, however long drawing what it changes takes.
 * Asked for several times before that, it is done once.
 *
 * @param {() => void} work
 */
export function painted(work) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    let late = 0;
    const go = () => {
      if (!waiting) return;
      waiting = false;
      clearTimeout(late);
      work();
    };
    late = setTimeout(go, AT_MOST_MS);
    requestAnimationFrame(() => setTimeout(go));
  };
}

/** A pause in long work, in which touches are answered. */
export const pause = () => new Promise((goOn) => setTimeout(goOn));
