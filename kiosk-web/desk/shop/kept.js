const BASKET = "vitrine.shop.basket";
const SENT = "vitrine.shop.sent";
const TRAINING = "vitrine.shop.training";

/**
 * What a reload may not lose, by tab: the basket, a sale that was sent and not answered, whether this is practice. Without storage it
 * lasts as long as the page.
 */
export class Kept {
  get basket() {
    return read(BASKET);
  }

  set basket(basket) {
    write(BASKET, basket);
  }

  /** @returns {?import('./shop.js').Sent} */
  get sent() {
    return read(SENT);
  }

  set sent(sent) {
    write(SENT, sent);
  }

  get training() {
    return read(TRAINING) === true;
  }

  set training(training) {
    write(TRAINING, training);
  }
}

/** @param {string} name */
function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function write(name, value) {
  try {
    if (value) sessionStorage.setItem(name, JSON.stringify(value));
    else sessionStorage.removeItem(name);
  } catch {
    // refused: see above
  }
}
