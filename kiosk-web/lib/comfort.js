import { Part } from "./part.js";

const KEPT_AS = "vitrine.comfort";

/**
 * How the visitor reads and reaches. Each choice is an attribute of the page that the tokens answer to, so that no component
 * needs to know of it. The attributes change with what is drawn (App.js), never before: a page that is being left doesn't move. It holds through a reload, ends with the visit, and is counted nowhere: what somebody's eyes or arms
 * need is nobody's business.
 *
 * @typedef {object} Slice
 * @property {number} text - size of the letters: 1, 2 or 3
 * @property {boolean} contrast - the high-contrast theme
 * @property {boolean} low - nothing to touch in the upper part of the screen
 * @property {boolean} still - nothing moves
 * @extends {Part<Slice>}
 */
export class Comfort extends Part {
  constructor() {
    super("comfort", { text: 1, contrast: false, low: false, still: false });
    /** @type {?Slice} what the page's attributes say */
    this.shown = null;
  }

  /** @param {import('./screen.js').Screen} screen */
  join(screen) {
    super.join(screen);
    if (screen.session.active) super.update(kept());
    this.show();
  }

  forget() {
    super.forget();
    keep(null);
  }

  /** @param {Partial<Slice>} changes */
  set(changes) {
    super.update(changes);
    keep(this.slice);
  }

  /** To be called right before what the state says is drawn. */
  show() {
    if (this.shown === this.slice) return;
    this.shown = this.slice;
    const { text, contrast, low, still } = this.slice;
    const page = document.documentElement;
    mark(page, "text", text > 1 ? String(text) : null);
    mark(page, "contrast", contrast ? "high" : null);
    mark(page, "reach", low ? "low" : null);
    mark(page, "motion", still ? "less" : null);
  }
}

/**
 * @param {HTMLElement} page
 * @param {string} name
 * @param {?string} value
 */
function mark(page, name, value) {
  if (value === null) delete page.dataset[name];
  else page.dataset[name] = value;
}

/** @returns {Partial<Slice>} */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? "{}");
  } catch {
    return {};
  }
}

/** @param {?Slice} slice */
function keep(slice) {
  try {
    if (slice) sessionStorage.setItem(KEPT_AS, JSON.stringify(slice));
    else sessionStorage.removeItem(KEPT_AS);
  } catch {
    // Without storage a reload forgets them: the visitor chooses again.
  }
}
