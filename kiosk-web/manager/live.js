const AGAIN_MS = 10_000;

/**
 * Tells when something was recorded. The server says so on a stream of events; when it can't be had, this looks now and then.
 */
export class Live {
  /** @param {() => void} onRecorded */
  constructor(onRecorded) {
    this.onRecorded = onRecorded;
    /** @type {?EventSource} */
    this.source = null;
  }

  start() {
    if (this.source) return;
    this.source = new EventSource("/api/v1/statistics/live");
    this.source.addEventListener("recorded", () => this.onRecorded());
    // A browser connects again by itself, but not to a server that refused once.
    this.source.addEventListener("error", () => {
      if (this.source?.readyState !== EventSource.CLOSED) return;
      this.stop();
      this.later = setTimeout(() => {
        this.start();
        this.onRecorded(); // says whether the session is over
      }, AGAIN_MS);
    });
  }

  stop() {
    clearTimeout(this.later);
    this.source?.close();
    this.source = null;
  }
}
