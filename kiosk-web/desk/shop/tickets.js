import { uuid7 } from "../../lib/uuid7.js";
import { drawn } from "./selling.js";

/** @typedef {import('./till-server.js').Entry} Entry */
/** @typedef {{entry: Entry, receipt: string, left: number[], refunding: boolean}} Open - a ticket that is looked at; left: of each line, not given back yet */

/** What was sold: looked at again, copied, given back. */
export class Tickets {
  /** @param {import('./shop.js').Shop} shop */
  constructor(shop) {
    this.shop = shop;
  }

  /** Those of the day, the newest first. */
  async list() {
    const { status, training } = this.shop.state;
    this.shop.update({ dialog: { name: "tickets", entries: null, open: null } });
    try {
      const entries = (await this.shop.server.tickets(status.day, status.day)).filter((entry) => entry.training === training);
      this.shop.update({ dialog: { name: "tickets", entries: entries.reverse(), open: null } });
    } catch (error) {
      this.shop.update({ dialog: null });
      this.shop.failed(error);
    }
  }

  /**
   * One of them, with its receipt and what is left of each line.
   * @param {number} number
   */
  async open(number) {
    const { dialog, training } = this.shop.state;
    const { server } = this.shop;
    try {
      const [entry, refunds, receipt] = await Promise.all([
        server.ticket(number, training), server.refunds(number, training), server.receipt(number, { training }),
      ]);
      this.shop.update({ dialog: { ...dialog, open: { entry, receipt, left: leftOf(entry, refunds), refunding: false } }, said: null });
    } catch (error) {
      this.shop.failed(error);
    }
  }

  /** A copy is an entry of the till too. @param {Entry} entry */
  async reprint({ content, training }) {
    try {
      const request = { id: uuid7(), order: { reprint: content.number }, training };
      const { content: copy } = await this.shop.server.perform(request);
      const paper = await this.shop.server.receipt(content.number, { training, copy: copy.copy });
      this.shop.update({ paper, said: { kind: "told", words: this.shop.state.words.t("shop.tickets.copied", { n: copy.copy }) } });
      await drawn();
      print();
    } catch (error) {
      this.shop.failed(error);
    }
  }

  /**
   * @param {Entry} entry
   * @param {{lines: {index: number, quantity: number}[], method: string, reason: string}} how
   */
  refund({ content, training }, { lines, method, reason }) {
    const order = { refund: { ticket: content.number, lines, method, reason, restocks: true } };
    return this.shop.selling.send({ id: uuid7(), order, training });
  }
}

/**
 * How many of each line were not given back yet.
 * @param {Entry} entry
 * @param {Entry[]} refunds
 * @returns {number[]}
 */
export function leftOf(entry, refunds) {
  if (entry.kind !== "sale") return [];
  const given = refunds.flatMap(({ content }) => content.lines);
  const back = (/** @type {number} */ index) => given.filter(({ refunds: of }) => of === index).reduce((all, { quantity }) => all - quantity, 0);
  return entry.content.lines.map((/** @type {any} */ { quantity }, /** @type {number} */ index) => quantity - back(index));
}

/**
 * What is given back for some of a line, as the till works it out: parts of a line come to the line, in whatever order.
 * @param {import('./till-server.js').TicketLine} line
 * @param {number} left - how many were not given back yet
 * @param {number} back - how many are now
 */
export function worthOf({ quantity, unit_price: unit, discount }, left, back) {
  const gross = (/** @type {number} */ pieces) => unit * pieces - Math.floor((2 * discount * pieces + quantity) / (2 * quantity)); // half up
  const given = quantity - left;
  return gross(given + back) - gross(given);
}
