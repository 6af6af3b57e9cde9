import { Part } from "./part.js";
import { report, runs, send } from "./troubles.js";

const WORKER = "/sw.js";
const AFTER_START_MS = 5_000; // the first page comes first

/**
 * Newer versions of the app and of the content, taken between two visitors: through the service worker, which has them whole by then, or
 * by loading the page again where there is none.
 * @extends {Part<{}>}
 */
export class Upkeep extends Part {
  constructor() {
    super("upkeep", {});
    /** @type {?string} version of the app that this page was loaded from */
    this.running = null;
    /** @type {?string} version that the server has */
    this.offered = null;
    this.ready = false;
    this.stale = false;
  }

  get events() {
    return /** @type {import('./screen.js').Screen} */ (this.screen).events;
  }

  get workers() {
    return navigator.serviceWorker; // undefined where the address isn't a secure one
  }

  start() {
    this.events.addEventListener("app", (event) => this.hear(JSON.parse(/** @type {MessageEvent} */ (event).data).version));
    this.events.addEventListener("content", () => this.say("prepare"));
    this.events.addEventListener("open", () => send());
    if (!this.workers) return;
    this.workers.addEventListener("message", ({ data }) => this.told(data));
    this.workers.addEventListener("controllerchange", () => this.say("prepare"));
    this.workers.startMessages();
    if (this.workers.controller) this.say("hello");
    setTimeout(() => this.register(), AFTER_START_MS);
  }

  /** The visit is over: now is the moment. */
  forget() {
    setTimeout(() => this.renew());
  }

  async register() {
    try {
      await navigator.storage?.persist?.();
      await this.workers.register(WORKER, { updateViaCache: "none" });
      this.say("prepare");
    } catch (error) {
      report(error); // the screen works, as long as the server does
    }
  }

  /** @param {"hello" | "prepare" | "take"} type */
  say(type) {
    this.workers?.controller?.postMessage({ type, lang: this.screen?.state.lang });
  }

  /** @param {string} version */
  hear(version) {
    this.offered = version;
    if (!this.workers?.controller) this.runsOn(this.running ?? version);
    this.say("prepare");
    this.renew();
  }

  /** @param {?string} version */
  runsOn(version) {
    this.running = version;
    runs(version ?? "");
  }

  /** @param {any} message - from the worker */
  told(message) {
    if (message.type === "state") this.runsOn(message.app ?? this.offered);
    if (message.type === "trouble") report(message.message);
    if (message.type === "ready") {
      this.ready = true;
      this.renew();
    }
    if (message.type === "taken") {
      this.stale = message.app !== null && this.running !== null && message.app !== this.running;
      this.renew();
      this.screen?.takeNewVersion();
    }
  }

  /** Never under a visitor's hands. */
  renew() {
    if (!this.screen || this.screen.session.active) return;
    const alone = !this.workers?.controller;
    if (this.stale || (alone && this.offered !== null && this.offered !== this.running)) location.reload();
    else if (this.ready) {
      this.ready = false;
      this.say("take");
    }
  }
}
