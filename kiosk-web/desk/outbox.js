import { Outbox } from "../lib/outbox.js";
import { Away, Refused } from "./server.js";

const PATIENCE_MS = 4_000; // a server that restarts is back in seconds
const WONT_CHANGE = [400, 404, 409, 422];

/**
 * What waits for the server, each under the id that it will have in the register.
 *
 * @typedef {object} Waiting
 * @property {string} id
 * @property {string} at - when it happened, or when the line was typed
 * @property {?object} fact - null: the line couldn't be read yet
 * @property {?string} line
 * @property {?string} words - what it says
 * @property {?string} revises
 * @property {?string} entry - live, late; null: as the line says
 * @property {?string} sampleOf - the rush that it is a sample of
 * @property {string} [why] - it was set aside
 */

/**
 * A visit leaves only when the server says that it is on its disk. A line that nobody could read waits with its time; when it can be
 * read it becomes a fact with the id it has, and when it can't it comes back to be edited.
 */
export class DeskOutbox extends Outbox {
  /**
   * @param {object} how
   * @param {import('./server.js').DeskServer} how.server
   * @param {(line: Waiting, reading: import('./server.js').Reading) => object} how.toFact
   * @param {(told: {waiting: Waiting[], aside: Waiting[]}) => void} how.onChange
   * @param {(delivered: Waiting[]) => void} how.onDelivered
   * @param {(error: unknown) => void} how.onFailure - the server is away, or the session is over
   */
  constructor({ server, toFact, onChange, onDelivered, onFailure }) {
    super({ name: "vitrine-desk", gather: 0, patience: PATIENCE_MS });
    Object.assign(this, { server, toFact, onChange, onDelivered, onFailure });
    /** @type {?Waiting} whose line is being read; null as soon as somebody takes it back */
    this.reading = null;
    this.changed();
  }

  /** @param {Waiting} entry */
  async add(entry) {
    await super.add(entry);
    await this.changed();
    this.schedule(0); // somebody is there: now, whatever failed before
  }

  async changed() {
    const shelf = await this.shelf;
    this.onChange({ waiting: await shelf.first(1_000), aside: await shelf.aside() });
  }

  /**
   * Keeps a line from being sent, so that it can be edited.
   * @param {string} id
   * @returns {Promise<boolean>} false: it is recorded already
   */
  async hold(id) {
    const letGo = () => void (this.reading?.id === id && (this.reading = null));
    letGo();
    const shelf = await this.shelf;
    const entry = (await shelf.first(1_000)).find((/** @type {Waiting} */ one) => one.id === id && !one.fact);
    if (entry) await shelf.setAside(entry);
    letGo();
    if (entry) await shelf.remove([id]); // a reading that came meanwhile had put it back
    await this.changed();
    return Boolean(entry);
  }

  /** @param {string} id - of what was set aside */
  async discard(id) {
    await (await this.shelf).discard(id);
    await this.changed();
  }

  /**
   * @param {import('../lib/shelf.js').Shelf} shelf
   * @param {Waiting[]} entries
   * @param {boolean} keepalive
   */
  async send(shelf, entries, keepalive) {
    const readable = entries.findIndex(({ fact }) => !fact);
    const facts = readable < 0 ? entries : entries.slice(0, readable);
    try {
      if (facts.length === 0) await this.read(shelf, entries[0]);
      else await this.deliver(shelf, facts, keepalive);
      this.settled();
      await this.changed();
      return null;
    } catch (error) {
      const refused = error instanceof Refused && WONT_CHANGE.includes(error.status);
      if (!refused && !(error instanceof Away) && !(error instanceof Refused)) throw error;
      if (!refused) {
        this.onFailure(error);
        return this.backOff();
      }
      if (facts.length <= 1) entries = [{ ...entries[0], why: [error.message, error.hint].filter(Boolean).join(" ") }];
      await this.refused(shelf, facts.length > 1 ? facts : entries);
      await this.changed();
      return null;
    }
  }

  /**
   * @param {import('../lib/shelf.js').Shelf} shelf
   * @param {Waiting} entry
   */
  async read(shelf, entry) {
    this.reading = entry;
    const reading = await this.server.read(entry.line, { at: entry.at });
    if (this.reading !== entry) return;
    const [problem] = reading.problems;
    if (problem) await shelf.setAside({ ...entry, why: problem.message });
    else await shelf.put({ ...entry, fact: this.toFact(entry, reading), words: reading.words });
  }

  /**
   * @param {import('../lib/shelf.js').Shelf} shelf
   * @param {Waiting[]} facts
   * @param {boolean} keepalive
   */
  async deliver(shelf, facts, keepalive) {
    await this.server.record(facts.map(({ fact }) => fact), keepalive);
    await shelf.remove(facts.map(({ id }) => id));
    this.onDelivered(facts);
  }
}
