import { useEffect, useRef } from "../vendor/preact-htm.js";

/**
 * A `<dialog>` that is modal for as long as it is drawn, and gives the focus back to where it was.
 * @returns {{current: ?HTMLDialogElement}} its ref
 */
export function useModal() {
  const box = useRef(/** @type {?HTMLDialogElement} */ (null));
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close(); // as long as it is open nothing else can take the focus
      const back = before instanceof HTMLElement && before.isConnected ? before : /** @type {?HTMLElement} */ (document.querySelector("h1"));
      back?.focus({ preventScroll: true });
    };
  }, []);
  return box;
}
