const PAUSE_MS = 80; // between two keys of who types fast

/** Has the line read as it is typed. Only the newest answer counts; what was asked before is let go. */
export class Reader {
  /**
   * @param {import('./server.js').DeskServer} server
   * @param {{onReading: (reading: import('./server.js').Reading) => void, onFailure: (error: unknown) => void}} told
   */
  constructor(server, { onReading, onFailure }) {
    this.server = server;
    this.onReading = onReading;
    this.onFailure = onFailure;
    /** @type {?{of: string, reading: import('./server.js').Reading}} */
    this.newest = null;
    /** @type {?AbortController} */
    this.asking = null;
    /** @type {number | undefined} */
    this.timer = undefined;
    this.skew = 0; // of the server's clock, in milliseconds, as this device sees it
  }

  /** @param {string} line */
  follow(line) {
    this.stop();
    if (line.trim() === "") return;
    this.timer = setTimeout(() => this.ask(line).catch((error) => error.name !== "AbortError" && this.onFailure(error)), PAUSE_MS);
  }

  stop() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = null;
  }

  /**
   * The reading of this very line, if there is one.
   * @param {string} line
   */
  known(line) {
    return this.newest?.of === line ? this.newest.reading : null;
  }

  forget() {
    this.newest = null;
  }

  /**
   * At once.
   * @param {string} line
   * @returns {Promise<import('./server.js').Reading>}
   */
  async ask(line) {
    this.stop();
    const asking = new AbortController();
    this.asking = asking;
    const reading = await this.server.read(line, { signal: asking.signal });
    if (this.asking !== asking) throw new DOMException("another line was asked for", "AbortError");
    this.asking = null;
    if (!reading.says_when) this.skew = Date.parse(reading.occurred_at) - Date.now();
    this.newest = { of: line, reading };
    this.onReading(reading);
    return reading;
  }

  /** What time it is for the server. */
  now() {
    return new Date(Date.now() + this.skew);
  }
}
