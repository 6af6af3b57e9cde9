/**
 * What waits until the server says that it is on its disk. It survives a reload, a power cut and a day without a server. Sending twice is
 * harmless: the server knows the ids.
 *
 * An heir has `send(shelf, entries, keepalive)`: it hands in a batch, settles what was answered, and resolves to the milliseconds to wait
 * before the next try, or to null to go on.
 */
import { openShelf } from "./shelf.js";

const BATCH = 200;
const RETRY_FIRST_MS = 2_000;

/** @typedef {import('./shelf.js').Entry} Entry */
/** @typedef {import('./shelf.js').Shelf} Shelf */

export class Outbox {
  /**
   * @param {object} how
   * @param {string} how.name - of the database
   * @param {number} how.gather - milliseconds to wait for more that goes in the same request
   * @param {number} how.patience - the longest wait between two tries, in milliseconds
   */
  constructor({ name, gather, patience }) {
    this.shelf = openShelf(name);
    this.gather = gather;
    this.patience = patience;
    this.failures = 0;
    this.batch = BATCH;
    this.sending = false;
    /** @type {number | undefined} */
    this.timer = undefined;
    addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.flush({ leaving: true }));
    addEventListener("pagehide", () => this.flush({ leaving: true }));
    addEventListener("online", () => this.schedule(0));
    this.schedule(0); // what an earlier page left behind
  }

  /** @param {Entry} entry */
  async add(entry) {
    await (await this.shelf).put(entry);
    if (this.failures === 0) this.schedule(this.gather);
  }

  /** @param {number} ms */
  schedule(ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  /** @param {{leaving?: boolean}} [how] - leaving: the page may be gone before the answer; then it is sent again, harmlessly */
  async flush({ leaving = false } = {}) {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    let wait = null;
    try {
      const shelf = await this.shelf;
      for (;;) {
        const entries = await shelf.first(this.batch);
        if (entries.length === 0) break;
        wait = await this.send(shelf, entries, leaving);
        if (wait !== null || leaving) break;
      }
    } catch (error) {
      console.warn("The outbox can't be read; it will be tried again.", error);
      wait = this.backOff();
    } finally {
      this.sending = false;
    }
    if (wait !== null) this.schedule(wait);
  }

  /** What was sent is on the server's disk. */
  settled() {
    this.failures = 0;
    this.batch = BATCH;
  }

  /**
   * One of them spoils the batch. Alone, it is put aside so that the others can go; it is never thrown away.
   * @param {Shelf} shelf
   * @param {Entry[]} entries
   */
  async refused(shelf, entries) {
    if (entries.length > 1) this.batch = Math.ceil(entries.length / 2);
    else {
      await shelf.setAside(entries[0]);
      this.batch = BATCH;
    }
  }

  /** Longer at each failure, and never the same on two screens, so that they don't all come back at once. */
  backOff() {
    const longest = Math.min(RETRY_FIRST_MS * 2 ** this.failures++, this.patience);
    return longest * (0.5 + Math.random() / 2);
  }
}
