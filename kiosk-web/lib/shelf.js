/**
 * Where things wait that a server must have: in IndexedDB, so that they survive a reload and a power cut, oldest first. What it will never
 * take is set aside, not thrown away.
 *
 * @typedef {{id: string}} Entry - ids are UUIDv7: their order is time's
 */
/**
 * @typedef {object} Shelf
 * @property {(entry: Entry) => Promise<void>} put - in the place of what had that id
 * @property {(atMost: number) => Promise<any[]>} first
 * @property {(ids: string[]) => Promise<void>} remove
 * @property {(entry: Entry) => Promise<void>} setAside - refused for a reason sending again won't change
 * @property {() => Promise<any[]>} aside
 * @property {(id: string) => Promise<void>} discard - what was set aside
 */

/**
 * @param {string} name - of the database
 * @returns {Promise<Shelf>} in IndexedDB, or in memory where the browser refuses to keep anything
 */
export async function openShelf(name) {
  try {
    return withMemory(databaseShelf(await openDatabase(name)));
  } catch (error) {
    console.warn("Nothing can be kept on this device: what is recorded waits in memory.", error);
    return memoryShelf();
  }
}

/**
 * @param {string} name
 * @returns {Promise<IDBDatabase>}
 */
function openDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outbox", { keyPath: "id" });
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
    put: (entry) => run("readwrite", (t) => t.objectStore("outbox").put(entry)),
    first: (atMost) => run("readonly", (t) => t.objectStore("outbox").getAll(null, atMost)),
    remove: (ids) => run("readwrite", (t) => ids.forEach((id) => t.objectStore("outbox").delete(id))),
    setAside: (entry) =>
      run("readwrite", (t) => {
        t.objectStore("refused").put(entry);
        t.objectStore("outbox").delete(entry.id);
      }),
    aside: () => run("readonly", (t) => t.objectStore("refused").getAll()),
    discard: (id) => run("readwrite", (t) => void t.objectStore("refused").delete(id)),
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
    put: (entry) => disk.put(entry).catch(() => memory.put(entry)),
    first: async (atMost) => [...(await disk.first(atMost)), ...(await memory.first(atMost))].slice(0, atMost),
    remove: async (ids) => {
      await memory.remove(ids);
      await disk.remove(ids);
    },
    setAside: async (entry) => {
      await memory.remove([entry.id]);
      await disk.setAside(entry).catch(() => memory.setAside(entry));
    },
    aside: async () => [...(await disk.aside()), ...(await memory.aside())],
    discard: async (id) => {
      await memory.discard(id);
      await disk.discard(id);
    },
  };
}

/** @returns {Shelf} */
function memoryShelf() {
  /** @type {Map<string, Entry>} */
  const kept = new Map();
  /** @type {Map<string, Entry>} */
  const refused = new Map();
  return {
    put: async (entry) => void kept.set(entry.id, entry),
    first: async (atMost) => [...kept.values()].slice(0, atMost),
    remove: async (ids) => ids.forEach((id) => kept.delete(id)),
    setAside: async (entry) => {
      refused.set(entry.id, entry);
      kept.delete(entry.id);
    },
    aside: async () => [...refused.values()],
    discard: async (id) => void refused.delete(id),
  };
}
