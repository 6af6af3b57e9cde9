/**
 * Interactions wait here until the server says they are on its disk. They survive a reload, a power cut and a day without
 * a server: an interaction leaves only after 204 or 207. Sending twice is harmless, the server knows the ids.
 */

const BATCH = 200;
const GATHER_MS = 1_500; // a few touches go in one request
const RETRY_FIRST_MS = 2_000;
const RETRY_LAST_MS = 120_000;
const URL_INTERACTIONS = "/api/v1/interactions";

/** @typedef {{id: string}} Interaction */
/**
 * @typedef {object} Shelf - where interactions are kept, oldest first
 * @property {(interaction: Interaction) => Promise<void>} put
 * @property {(atMost: number) => Promise<Interaction[]>} first
 * @property {(ids: string[]) => Promise<void>} remove
 * @property {(interaction: Interaction) => Promise<void>} setAside - refused for a reason sending again won't change
 */

export class Outbox {
  /** @param {{onAnswer: (reached: boolean) => void}} told */
  constructor({ onAnswer }) {
    this.onAnswer = onAnswer;
    this.shelf = openShelf();
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

  /** @param {Interaction} interaction */
  async add(interaction) {
    await (await this.shelf).put(interaction);
    if (this.failures === 0) this.schedule(GATHER_MS);
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
        const interactions = await shelf.first(this.batch);
        if (interactions.length === 0) break;
        wait = await this.send(shelf, interactions, leaving);
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

  /**
   * @param {Shelf} shelf
   * @param {Interaction[]} interactions
   * @param {boolean} keepalive
   * @returns {Promise<?number>} milliseconds to wait before the next try; null: go on
   */
  async send(shelf, interactions, keepalive) {
    let answer;
    try {
      answer = await fetch(URL_INTERACTIONS, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ sent_at: new Date().toISOString(), interactions }),
        keepalive,
      });
    } catch {
      this.onAnswer(false);
      return this.backOff();
    }
    if (answer.status === 204 || answer.status === 207) {
      if (answer.status === 207) await reportRefusals(answer);
      await shelf.remove(interactions.map(({ id }) => id));
      this.failures = 0;
      this.batch = BATCH;
      this.onAnswer(true);
      return null;
    }
    if ([400, 413, 415].includes(answer.status)) {
      // One of them spoils the batch. Alone, it is put aside so that the others can go; it is never thrown away.
      if (interactions.length > 1) this.batch = Math.ceil(interactions.length / 2);
      else {
        console.warn("An interaction was refused and put aside.", answer.status, interactions[0]);
        await shelf.setAside(interactions[0]);
        this.batch = BATCH;
      }
      return null;
    }
    this.onAnswer(answer.status < 500 || answer.status === 503);
    const asked = Number(answer.headers.get("Retry-After"));
    return asked > 0 ? asked * 1000 * (1 + Math.random() / 4) : this.backOff();
  }

  /** Longer at each failure, and never the same on two screens, so that they don't all come back at once. */
  backOff() {
    const longest = Math.min(RETRY_FIRST_MS * 2 ** this.failures++, RETRY_LAST_MS);
    return longest * (0.5 + Math.random() / 2);
  }
}

/** @param {Response} answer */
async function reportRefusals(answer) {
  const { rejected = [] } = await answer.json().catch(() => ({}));
  for (const { id, code, message } of rejected) console.warn(`Interaction ${id} was refused: ${code}, ${message}`);
}

/** @returns {Promise<Shelf>} in IndexedDB, or in memory where the browser refuses to keep anything */
async function openShelf() {
  try {
    return withMemory(databaseShelf(await openDatabase()));
  } catch (error) {
    console.warn("Nothing can be kept on this screen: interactions wait in memory.", error);
    return memoryShelf();
  }
}

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("vitrine", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outbox", { keyPath: "id" }); // ids are UUIDv7: their order is time's
      request.result.createObjectStore("refused", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked by another page"));
  });
}

/**
 * @param {IDBDatabase} database
 * @returns {Shelf}
 */
function databaseShelf(database) {
  /**
   * @param {IDBTransactionMode} mode
   * @param {(transaction: IDBTransaction) => IDBRequest | void} work
   * @returns {Promise<any>} resolved once it is committed
   */
  const run = (mode, work) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(["outbox", "refused"], mode, { durability: "strict" });
      const request = work(transaction);
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  return {
    put: (interaction) => run("readwrite", (t) => t.objectStore("outbox").put(interaction)),
    first: (atMost) => run("readonly", (t) => t.objectStore("outbox").getAll(null, atMost)),
    remove: (ids) => run("readwrite", (t) => ids.forEach((id) => t.objectStore("outbox").delete(id))),
    setAside: (interaction) =>
      run("readwrite", (t) => {
        t.objectStore("refused").put(interaction);
        t.objectStore("outbox").delete(interaction.id);
      }),
  };
}

/**
 * What a full disk doesn't take waits in memory.
 * @param {Shelf} disk
 * @returns {Shelf}
 */
function withMemory(disk) {
  const memory = memoryShelf();
  return {
    put: (interaction) => disk.put(interaction).catch(() => memory.put(interaction)),
    first: async (atMost) => [...(await disk.first(atMost)), ...(await memory.first(atMost))].slice(0, atMost),
    remove: async (ids) => {
      await memory.remove(ids);
      await disk.remove(ids);
    },
    setAside: async (interaction) => {
      await memory.remove([interaction.id]);
      await disk.setAside(interaction);
    },
  };
}

/** @returns {Shelf} */
function memoryShelf() {
  /** @type {Map<string, Interaction>} */
  const kept = new Map();
  return {
    put: async (interaction) => void kept.set(interaction.id, interaction),
    first: async (atMost) => [...kept.values()].slice(0, atMost),
    remove: async (ids) => ids.forEach((id) => kept.delete(id)),
    setAside: async ({ id }) => void kept.delete(id),
  };
}
