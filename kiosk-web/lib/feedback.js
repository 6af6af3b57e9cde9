import { Part } from "./part.js";

/** How long the question stays when nobody answers it. Nothing is lost with it, and any key begins it anew. */
export const ASKED_FOR_S = 10;
/** How long the answer is seen. */
export const THANKED_FOR_S = 2;

/** @typedef {{asked: boolean, given: ?number}} Slice - `given`: the face that was chosen, 1 to 4 */

/**
 * How it was, in one of four faces: asked when a visitor says that they have finished, never when they have simply left. The
 * visit ends after it, answered or not.
 * @extends {Part<Slice>}
 */
export class Feedback extends Part {
  constructor() {
    super("feedback", { asked: false, given: null });
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  ask() {
    this.update({ asked: true });
    this.wait();
  }

  /** Somebody is choosing. */
  wait() {
    if (this.slice.given === null) this.doneIn(ASKED_FOR_S);
  }

  /** @param {number} face - 1, not at all, to 4, very much */
  answer(face) {
    if (this.slice.given !== null) return; // the second touch of an eager finger
    this.record("feedback", { value: face });
    this.update({ given: face });
    this.doneIn(THANKED_FOR_S);
  }

  done() {
    this.screen?.finish("done");
  }

  forget() {
    clearTimeout(this.timer);
    super.forget();
  }

  /** @param {number} seconds */
  doneIn(seconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.done(), seconds * 1000);
  }
}
