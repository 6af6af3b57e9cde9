import { uuid7 } from "../../lib/uuid7.js";
import { emptyBasket } from "./basket.js";

/** Baskets put aside on the server while their buyers look round: whoever sells at this till can take them up, on any device. */
export class Parking {
  /** @param {import('./shop.js').Shop} shop */
  constructor(shop) {
    this.shop = shop;
  }

  /** @param {string} name */
  async park(name) {
    const { shop } = this;
    const { lines, discount } = shop.state.basket;
    try {
      await shop.server.park({ id: uuid7(), name, at: new Date().toISOString(), order: { lines, ...(discount && { discount }), payments: [] } });
    } catch (error) {
      shop.update({ dialog: null });
      return shop.failed(error);
    }
    shop.empty();
    shop.update({ dialog: null, said: { kind: "told", words: shop.state.words.t("shop.park.done", { name }) } });
    await shop.refresh();
  }

  /** @param {string} id */
  async resume(id) {
    const { shop } = this;
    try {
      const { order } = await shop.server.unpark(id);
      shop.fill({ ...emptyBasket(), lines: order.lines, ...(order.discount && { discount: order.discount }) });
      shop.update({ dialog: null, done: null, tenders: null });
    } catch (error) {
      shop.update({ dialog: null });
      shop.failed(error);
    }
    await shop.refresh();
  }
}
