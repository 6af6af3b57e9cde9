/**
 * A part of what a visitor can do: finding, a day to take along, comfort… It owns one slice of the state, its methods are what
 * views call, and it forgets everything when the visit is over. A new part is a file like this one's heirs, and a line in
 * `app.js`; views reach it as `useHere().screen.parts.{name}` and its slice as `state.{name}`.
 *
 * @template {object} Slice
 */
export class Part {
  /**
   * @param {string} name - of its slice in the state
   * @param {Slice} empty - the slice before anything was done; also what a finished visit leaves
   */
  constructor(name, empty) {
    this.name = name;
    this.empty = empty;
  }

  /**
   * Called once, before the first page is drawn.
   * @param {import('./screen.js').Screen} screen
   */
  join(screen) {
    this.screen = screen;
    this.update(this.empty);
  }

  /** Called once, when everything is in place. */
  start() {}

  /** The visit is over. */
  forget() {
    this.update(this.empty);
  }

  /** @returns {Slice} */
  get slice() {
    return /** @type {any} */ (this.screen?.state)?.[this.name] ?? this.empty;
  }

  /** @param {Partial<Slice>} changes */
  update(changes) {
    this.screen?.store.update({ [this.name]: { ...this.slice, ...changes } });
  }

  /**
   * Counts something the visitor did.
   * @param {import('./session.js').Kind} kind
   * @param {import('./session.js').Details} [details]
   */
  record(kind, details) {
    this.screen?.session.record(kind, this.screen.state.lang, details);
  }
}
