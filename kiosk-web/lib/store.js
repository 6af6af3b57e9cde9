/**
 * What the screen knows at this moment. One object, replaced piece by piece; whoever draws listens to `change`.
 *
 * @typedef {object} State
 * @property {import('./router.js').Route} route
 * @property {string} lang - language of the interface
 * @property {?import('./i18n.js').Translator} words - texts and formats of that language; null until they are loaded
 * @property {Object<string, import('./api.js').Catalogue>} catalogues - by language
 * @property {Object<string, import('./api.js').Place>} places - places opened, by `lang/id`
 * @property {{depth: number}} scroll - how deep a page begins, in px: another object for each page that somebody comes to
 * @property {?string} failure - why the last thing asked for can't be shown: `away` or `missing`
 * @property {boolean} away - the server doesn't answer
 * @property {?number} countdown - seconds left before the screen goes back to the welcome; null when nobody is late
 * @property {?string} dialog - the dialog that is open: `languages`, `comfort`, `take-away`, `map`
 * @property {string} cameFrom - where "back" leads from a place
 * @property {import('./opening.js').Moment} now - the office's wall clock
 * @property {import('./comfort.js').Slice} comfort
 * @property {import('./finding.js').Slice} finding
 * @property {import('./day.js').Slice} day
 * @property {import('./searching.js').Slice} searching
 * @property {import('./notices.js').Slice} notices
 * @property {import('./attract.js').Slice} attract
 * @property {import('./feedback.js').Slice} feedback
 * @property {import('./voice.js').Slice} voice
 * @property {import('./maps.js').Slice} maps
 */
export class Store extends EventTarget {
  /** @param {State} state */
  constructor(state) {
    super();
    this.state = state;
  }

  /** @param {Partial<State>} changes */
  update(changes) {
    this.state = { ...this.state, ...changes };
    this.dispatchEvent(new Event("change"));
  }
}
