import { screenName } from "./screen-name.js";

const URL_EVENTS = "/api/v1/events";
const RETRY_MS = 5_000;
/**
 * A line can be dead without either end being told. The server says everything once when it is called, so a fresh call from time to
 * time is the surest sign of life, and costs one request. It says which screen calls: that is how its time up is known.
 */
const FRESH_MS = 5 * 60_000;
const PATIENCE_MS = 20_000;

/**
 * What the server says without being asked: `content`, `app` and `notices`, with `open` and `error` of the line itself. Whoever
 * listens stays connected to this object, whatever happens to the line behind it.
 */
export class ServerEvents extends EventTarget {
  /** @type {?EventSource} the line in use */
  line = null;
  /** @type {?EventSource} a call not answered yet */
  call = null;

  connect() {
    this.dial();
    setInterval(() => this.dial(), FRESH_MS);
  }

  get connected() {
    return this.line?.readyState === EventSource.OPEN;
  }

  /** Calls; the line in use stays until the new one answers. */
  dial() {
    this.call?.close();
    const call = new EventSource(`${URL_EVENTS}?screen=${screenName()}`);
    this.call = call;
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.call === call && this.lost(call), PATIENCE_MS);
    call.addEventListener("open", () => {
      clearTimeout(this.patience);
      if (this.line !== call) this.line?.close();
      if (this.call === call) this.call = null;
      this.line = call;
      this.dispatchEvent(new Event("open"));
    });
    call.addEventListener("error", () => this.lost(call));
    for (const type of ["content", "app", "notices"]) {
      call.addEventListener(type, ({ data }) => this.dispatchEvent(new MessageEvent(type, { data })));
    }
  }

  /**
   * The browser tries again by itself after a cut, never after an answer such as 503: this does in both cases. A fresh call that
   * fails says that the line in use is dead too.
   * @param {EventSource} line
   */
  lost(line) {
    if (line !== this.line && line !== this.call) return;
    this.line?.close();
    this.call?.close();
    this.line = this.call = null;
    this.dispatchEvent(new Event("error"));
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.dial(), RETRY_MS);
  }
}
