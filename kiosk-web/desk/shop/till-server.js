import { DeskServer } from "../server.js";

const PATIENCE_MS = 5_000; // somebody is standing there, and the server writes to its disk

/** @typedef {{code: string, labels: Object<string, string>, price: number, category: string, stocked: boolean, barcode?: string, archived: boolean}} Product */
/** @typedef {{amount?: number, percent?: number, reason: string}} Discount - percent in hundredths */
/** @typedef {{product: string, quantity: number, discount?: Discount}} OrderLine */
/** @typedef {"cash" | "card" | "cheque" | "holiday-voucher" | "gift-voucher" | "transfer"} Method */
/** @typedef {{lines: OrderLine[], discount?: Discount, payments: {method: Method, amount?: number}[]}} SaleOrder */
/** @typedef {{id: string, order: object, training: boolean}} TillRequest */
/** @typedef {{product: string, label: string, quantity: number, unit_price: number, discount: number, gross: number, refunds?: number}} TicketLine */
/** @typedef {{number: number, currency: string, lines: TicketLine[], total: number, payments: {method: Method, amount: number, change: number}[], refunds?: number, reason?: string}} Ticket */
/** @typedef {{id: string, number: number, kind: string, at: string, day: string, counsellor: ?string, training: boolean, content: any}} Entry */

/** What the shop asks of a till of the server. Amounts are whole cents. */
export class TillServer extends DeskServer {
  /** @param {string} till - its code */
  constructor(till) {
    super();
    this.till = till;
  }

  /** @returns {Promise<{products: Product[], stock: Object<string, number>}>} */
  products() {
    return this.#ask("/products");
  }

  tillSetting() {
    return this.#ask("/setting");
  }

  status() {
    return this.#ask(`/${this.till}/status`);
  }

  /**
   * Sealed and on the server's disk when this returns; the same id again gives the same entry.
   * @param {TillRequest} request
   * @returns {Promise<Entry>}
   */
  perform(request) {
    return this.#ask(`/${this.till}/orders`, { body: request });
  }

  /**
   * @param {number} number
   * @param {boolean} training
   * @returns {Promise<Entry>}
   */
  ticket(number, training) {
    return this.#ask(`/${this.till}/tickets/${number}${training ? "?training=1" : ""}`);
  }

  /**
   * @param {number} number
   * @param {boolean} training
   * @returns {Promise<Entry[]>}
   */
  async refunds(number, training) {
    return (await this.#ask(`/${this.till}/tickets/${number}/refunds${training ? "?training=1" : ""}`)).entries;
  }

  /**
   * Tickets and refunds of some days, the oldest first; those for practice too.
   * @param {string} from - a day
   * @param {string} to
   * @returns {Promise<Entry[]>}
   */
  async tickets(from, to) {
    return (await this.#ask(`/${this.till}/entries?from=${from}&to=${to}&kinds=sale,refund`)).entries;
  }

  /**
   * The receipt as the printer prints it, 42 columns wide.
   * @param {number} number
   * @param {{training: boolean, copy?: number}} of - copy: the number of a copy that was asked for
   * @returns {Promise<string>}
   */
  receipt(number, { training, copy }) {
    return this.#ask(`/${this.till}/receipt/${number}?form=text42${training ? "&training=1" : ""}${copy ? `&copy=${copy}` : ""}`, { as: "text" });
  }

  /** @returns {Promise<{id: string, name: string, at: string, order: SaleOrder}[]>} */
  async parked() {
    return (await this.#ask(`/${this.till}/parked`)).baskets;
  }

  /** @param {{id: string, name: string, at: string, order: SaleOrder}} basket */
  park(basket) {
    return this.#ask(`/${this.till}/parked`, { body: basket });
  }

  /** @param {string} id */
  unpark(id) {
    return this.#ask(`/${this.till}/parked/${id}`, { method: "DELETE" });
  }

  /**
   * @param {string} path
   * @param {object} [how]
   */
  #ask(path, how = {}) {
    return this.ask(`/till${path}`, { patience: PATIENCE_MS, ...how });
  }
}
