import { Away, Refused } from "../server.js";
import { emptyBasket } from "./basket.js";
import { problem, withTender } from "./payment.js";

/**
 * From a basket to its ticket. What is sent keeps its id until the server has answered: asked again, it is sold once. Until then nothing
 * counts as sold, and the basket stays.
 */
export class Selling {
  /** @param {import('./shop.js').Shop} shop */
  constructor(shop) {
    this.shop = shop;
  }

  pay() {
    const { basket, trouble } = this.shop.state;
    if (basket.lines.length > 0 && trouble === null) this.shop.update({ tenders: [], said: null });
  }

  leave() {
    this.shop.update({ tenders: null, said: null });
  }

  /** @param {import('./payment.js').Tender} tender */
  tender(tender) {
    const { tenders, words, till } = this.shop.state;
    const why = problem(tenders, tender, this.shop.priced.total, till.change_on);
    if (why) this.shop.refuse(words.t(why));
    else this.shop.update({ tenders: withTender(tenders, tender), said: null });
    return !why;
  }

  /** @param {string} method */
  takeBack(method) {
    const { tenders } = this.shop.state;
    this.shop.update({ tenders: tenders.filter((/** @type {any} */ one) => one.method !== method), said: null });
  }

  /** The basket as it is, paid as it was said. */
  sell() {
    const { basket, tenders, training } = this.shop.state;
    const { id, lines, discount } = basket;
    return this.send({ id, order: { sale: { lines, ...(discount && { discount }), payments: tenders } }, training });
  }

  /** @param {import('./shop.js').TillRequest} request */
  async send(request) {
    const { asking, sent: before, status } = this.shop.state;
    if (asking) return;
    const sent = before ?? { request, day: status.day };
    this.shop.kept.sent = sent;
    this.shop.update({ sent, asking: true, said: null });
    try {
      this.sealed(await this.shop.server.perform(sent.request));
    } catch (error) {
      if (error instanceof Refused) this.settle(); // it says that nothing was recorded
      this.shop.failed(error);
    } finally {
      this.shop.update({ asking: false });
    }
  }

  again() {
    return this.send(this.shop.state.sent.request);
  }

  /** Whether what was sent was sold after all; if it wasn't, the basket can be changed again. */
  async look() {
    const { sent, asking } = this.shop.state;
    if (asking) return;
    this.shop.update({ asking: true });
    try {
      const { day } = await this.shop.server.status();
      const entries = await this.shop.server.tickets(sent.day, day);
      const entry = entries.find(({ id }) => id === sent.request.id);
      if (entry) this.sealed(entry);
      else this.settle();
      this.shop.update({ away: null });
    } catch (error) {
      if (error instanceof Away || error instanceof Refused) this.shop.failed(error);
      else throw error;
    } finally {
      this.shop.update({ asking: false });
    }
  }

  settle() {
    this.shop.kept.sent = null;
    this.shop.update({ sent: null });
  }

  /** @param {import('./till-server.js').Entry} entry */
  sealed(entry) {
    this.settle();
    if (entry.kind === "sale") {
      this.shop.fill(emptyBasket());
      this.shop.kept.basket = null;
    }
    const done = { entry, receipt: null, printed: false };
    const { status } = this.shop.state;
    const clockBack = Boolean(status?.last_at) && entry.number > status.head && entry.at < status.last_at;
    this.shop.update({ done, clockBack, tenders: null, away: null, said: null, dialog: null });
    this.receive(done);
    this.shop.refresh();
  }

  /**
   * Its receipt, for the screen and the printer.
   * @param {{entry: import('./till-server.js').Entry}} done
   */
  async receive({ entry }) {
    try {
      const receipt = await this.shop.server.receipt(entry.content.number, entry);
      const { done } = this.shop.state;
      if (done?.entry.id === entry.id) this.shop.update({ done: { ...done, receipt } });
    } catch (error) {
      this.shop.failed(error);
    }
  }

  /** The receipt once; what is printed after it is a copy, and says so. */
  async print() {
    const { done } = this.shop.state;
    if (done.printed) return this.shop.tickets.reprint(done.entry);
    this.shop.update({ done: { ...done, printed: true }, paper: done.receipt });
    await drawn();
    print();
  }
}

/** What was just said to be drawn is drawn. */
export const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
