import { read, write } from "../stored.js";

const BASKET = "vitrine.shop.basket";
const SENT = "vitrine.shop.sent";
const TRAINING = "vitrine.shop.training";

/**
 * What a reload may not lose, by tab: the basket, a sale that was sent and not answered, whether this is practice. Without storage it
 * lasts as long as the page.
 */
export class Kept {
  get basket() {
    return read(sessionStorage, BASKET);
  }

  set basket(basket) {
    write(sessionStorage, BASKET, basket);
  }

  /** @returns {?import('./shop.js').Sent} */
  get sent() {
    return read(sessionStorage, SENT);
  }

  set sent(sent) {
    write(sessionStorage, SENT, sent);
  }

  get training() {
    return read(sessionStorage, TRAINING) === true;
  }

  set training(training) {
    write(sessionStorage, TRAINING, training);
  }
}
