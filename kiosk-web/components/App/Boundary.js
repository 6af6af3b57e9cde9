import { Component } from "../../vendor/preact-htm.js";

/** A page that can't be drawn doesn't leave a blank screen: the app begins anew. */
export class Boundary extends Component {
  /** @param {unknown} error */
  componentDidCatch(error) {
    /** @type {any} */ (this).props.screen.session.end("error", /** @type {any} */ (this).props.screen.state.lang);
    import("../../lib/guard.js").then(({ restart }) => restart(error));
  }

  render() {
    return /** @type {any} */ (this).props.children;
  }
}
