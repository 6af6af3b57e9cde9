/** Nobody has touched the screen for this long: it asks whether somebody is still there. */
export const IDLE_AFTER_S = 60;
/** How long it waits for the answer. WCAG 2.2.1 asks for 20 s at least, extended by a simple action, any number of times. */
export const COUNTDOWN_S = 20;
/** A finger that lies on the screen longer is a bag that leans on it, or one whose leaving the browser never told. */
export const FINGER_S = 180;

/**
 * Tells when a visitor has left. Any touch, key or scroll puts it off; it sleeps while nobody's session is open, and while
 * something holds it: whoever listens to a text doesn't touch the screen.
 */
export class Idle {
  /** @param {{onCountdown: (seconds: ?number) => void, onGone: () => void}} told - null: somebody is there again */
  constructor({ onCountdown, onGone }) {
    this.onCountdown = onCountdown;
    this.onGone = onGone;
    /** @type {number | undefined} */
    this.timer = undefined;
    this.counting = false;
    /** Somebody's session is open. */
    this.awake = false;
    /** @type {Set<string>} why nobody is asked for now */
    this.holds = new Set();
    /** @type {Map<number, number>} fingers on the screen, and since when */
    this.pressed = new Map();
  }

  watch() {
    addEventListener("pointerdown", ({ pointerId }) => this.pressed.set(pointerId, Date.now()), { capture: true, passive: true });
    for (const type of ["pointerup", "pointercancel"]) {
      addEventListener(type, (event) => this.pressed.delete(/** @type {PointerEvent} */ (event).pointerId), { capture: true, passive: true });
    }
    // What a screen reader or a switch does comes as a click that no pointer went before.
    for (const type of ["pointerdown", "click", "keydown", "wheel", "scroll"]) {
      // During the countdown its own buttons answer: taking it away under a finger would lose what the finger meant.
      addEventListener(type, () => this.awake && !this.counting && this.touch(), { capture: true, passive: true });
    }
  }

  /** Somebody is there. */
  touch() {
    this.clear();
    this.awake = true;
    if (this.holds.size > 0) return;
    this.timer = setTimeout(() => this.ask(), IDLE_AFTER_S * 1000);
  }

  ask() {
    if (this.hasFinger() || isPlaying()) this.touch();
    else this.countDown(Date.now() + COUNTDOWN_S * 1000);
  }

  /** A finger that lies on the screen is somebody. */
  hasFinger() {
    const now = Date.now();
    for (const [id, since] of this.pressed) if (now - since > FINGER_S * 1000) this.pressed.delete(id);
    return this.pressed.size > 0;
  }

  /** The visit is over, and so is whatever held. */
  stop() {
    this.clear();
    this.awake = false;
    this.holds.clear();
  }

  /**
   * Nobody is asked for until this is released.
   * @param {string} reason
   */
  hold(reason) {
    this.holds.add(reason);
    this.clear();
  }

  /** @param {string} reason */
  release(reason) {
    if (this.holds.delete(reason) && this.awake) this.touch();
  }

  clear() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.counting) {
      this.counting = false;
      this.onCountdown(null);
    }
  }

  /** @param {number} end - milliseconds since 1970: a screen that slept in between doesn't count on from where it was */
  countDown(end) {
    this.counting = true;
    if (this.hasFinger()) end = Math.max(end, Date.now() + 2_000); // it waits for the finger to say what it means
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) {
      this.stop();
      this.onGone();
      return;
    }
    this.onCountdown(left);
    this.timer = setTimeout(() => this.countDown(end), 1000);
  }
}

/** A video or a sound is looked at and listened to with the hands down. */
const isPlaying = () => [...document.querySelectorAll("video, audio")].some((media) => media instanceof HTMLMediaElement && !media.paused);
