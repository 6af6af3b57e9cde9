import { Translator } from "../../lib/i18n.js";
import { Store } from "../../lib/store.js";
import { Away, Refused } from "../server.js";
import { emptyBasket, fitting, meant, priced, withLine, withProduct, withQuantity } from "./basket.js";
import { Kept } from "./kept.js";
import { Parking } from "./parking.js";
import { Selling } from "./selling.js";
import { Tickets } from "./tickets.js";

const REFRESH_MS = 20_000; // another till sells too, and a server may go
const AGAIN_MS = 3_000; // a server that restarts is back in seconds

/** @typedef {import('./till-server.js').TillRequest} TillRequest */
/** @typedef {{request: TillRequest, day: string}} Sent - what was asked of the till and not answered yet */
/** @typedef {{kind: "told" | "refused", words: string}} Said - what was done last, or why it wasn't */

/** The shop: its state, and what a seller can do. What is sold is for `Selling`, what was sold for `Tickets`, what waits for `Parking`. */
export class Shop {
  /**
   * @param {import('./till-server.js').TillServer} server
   * @param {import('../preferences.js').Preferences} preferences
   */
  constructor(server, preferences) {
    this.server = server;
    this.preferences = preferences;
    this.kept = new Kept();
    const { user, contrast = false } = preferences.kept;
    this.store = new Store(
      /** @type {any} */ ({
        words: null,
        contrast,
        session: "unknown", // in, out, over: it was in, and the basket is still there
        user,
        away: null, // what the server says of it; "" when it says nothing
        trouble: null, // why the till sells nothing
        clockBack: false, // the server's clock shows less than it did at the sale before
        till: null, // its setting
        setting: null, // the office's
        products: [],
        stock: {},
        status: null,
        parked: [],
        query: "",
        basket: this.kept.basket ?? emptyBasket(),
        tenders: null, // null: nobody pays yet
        sent: this.kept.sent,
        asking: false,
        done: null, // the last ticket, until the next basket begins
        paper: null, // what is printed
        training: this.kept.training,
        said: null,
        dialog: null,
      }),
    );
    this.selling = new Selling(this);
    this.tickets = new Tickets(this);
    this.parking = new Parking(this);
  }

  get state() {
    return /** @type {any} */ (this.store.state);
  }

  /** @param {object} changes */
  update(changes) {
    this.store.update(changes);
  }

  get priced() {
    return priced(this.state.basket, this.state.products);
  }

  /** @param {string} lang */
  async speak(lang) {
    const answer = await fetch(`/desk/locales/${lang}.json`);
    if (!answer.ok) return;
    this.server.lang = lang;
    this.preferences.keep({ lang });
    document.documentElement.lang = lang;
    this.update({ words: new Translator(lang, await answer.json()), said: null });
    document.title = this.state.words.t("shop.title");
    if (this.state.done) this.selling.receive(this.state.done);
  }

  /** @param {boolean} contrast */
  contrast(contrast) {
    this.preferences.keep({ contrast });
    this.update({ contrast });
  }

  /** Who is there, and is the server? */
  async start() {
    try {
      const { user } = await this.server.me();
      await this.enter(user);
      setInterval(() => document.visibilityState === "visible" && this.refresh(), REFRESH_MS);
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return this.update({ session: "out", away: null });
      this.failed(error);
      setTimeout(() => this.start(), AGAIN_MS);
    }
  }

  /**
   * @param {string} user
   * @param {string} password
   */
  async login(user, password) {
    const session = await this.server.login(user, password);
    await this.enter(session.user);
  }

  /** @param {string} user */
  async enter(user) {
    const [till, setting] = await Promise.all([this.server.tillSetting(), this.server.setting()]);
    this.preferences.keep({ user });
    this.update({ session: "in", user, till, setting });
    await this.refresh();
  }

  async logout() {
    try {
      await this.server.logout();
    } catch (error) {
      return this.failed(error);
    }
    this.preferences.keep({ user: undefined });
    this.update({ session: "out", user: null, done: null, dialog: null });
  }

  /** @param {unknown} error */
  failed(error) {
    if (error instanceof Away) {
      this.update({ away: error.told });
      clearTimeout(this.again);
      this.again = setTimeout(() => this.state.session === "in" && this.refresh(), AGAIN_MS);
    } else if (error instanceof Refused && error.status === 401) this.update({ session: this.state.session === "in" ? "over" : this.state.session });
    else if (error instanceof Refused) this.refuse(`${error.message} ${error.hint}`);
    else throw error;
  }

  /** @param {string} words */
  refuse(words) {
    this.update({ said: { kind: "refused", words } });
  }

  /** What is sold, what is there, and how the till stands. */
  async refresh() {
    if (this.state.session !== "in") return;
    try {
      const [{ products, stock }, parked] = await Promise.all([this.server.products(), this.server.parked()]);
      const status = await this.server.status();
      this.update({ products, stock, parked, status, away: null, trouble: null });
    } catch (error) {
      if (error instanceof Refused && error.status !== 401) this.update({ away: null, trouble: `${error.message} ${error.hint}` });
      else this.failed(error);
    }
  }

  /** @param {string} query */
  search(query) {
    this.update({ query, said: null });
  }

  /**
   * Enter in the search: a barcode, a code, or the one product that is left.
   * @param {string} query
   * @param {import('./till-server.js').Product[]} left - those that are shown
   * @returns {boolean} whether something was put into the basket
   */
  pick(query, left) {
    const product = meant(this.state.products, query) ?? (left.length === 1 ? left[0] : null);
    if (product) this.add(product.code);
    else this.refuse(this.state.words.t(left.length > 1 ? "shop.search.several" : "shop.search.none", { query }));
    return Boolean(product);
  }

  /** @param {string} code */
  add(code) {
    const { words, products, sent } = this.state;
    if (sent) return this.refuse(words.t("shop.pay.asking"));
    const label = labelOf(products.find((/** @type {any} */ product) => product.code === code), words.lang);
    this.fill(withProduct(this.state.basket, code));
    this.update({ query: "", done: null, said: { kind: "told", words: words.t("shop.basket.added", { label }) } });
  }

  /**
   * @param {number} index
   * @param {number} quantity
   */
  count(index, quantity) {
    this.fill(withQuantity(this.state.basket, index, quantity));
  }

  /**
   * @param {?number} index - of a line; null: the whole ticket
   * @param {import('./till-server.js').Discount | undefined} discount
   */
  discount(index, discount) {
    const { basket } = this.state;
    this.fill(index === null ? { ...basket, discount } : withLine(basket, index, { discount }));
    this.update({ dialog: null });
  }

  empty() {
    this.fill(emptyBasket());
    this.update({ tenders: null });
  }

  /**
   * What was sent isn't changed before the server has answered.
   * @param {import('./basket.js').Basket} basket
   */
  fill(basket) {
    if (this.state.sent) return;
    const { products, words } = this.state;
    const left = basket.lines.length > 0 ? fitting(basket, products) : emptyBasket();
    const said = basket.lines.length > 0 && left !== basket ? { kind: "refused", words: words.t("shop.discount.over") } : null;
    this.kept.basket = left;
    this.update({ basket: left, said, ...(left.lines.length === 0 && { tenders: null }) });
  }

  /** Nothing that is sold in practice counts; a basket is of one kind only. */
  train() {
    const training = !this.state.training;
    if (this.state.basket.lines.length > 0) return this.refuse(this.state.words.t("shop.training.finish"));
    this.kept.training = training;
    this.update({ training, done: null, said: null });
  }
}

/**
 * @param {import('./till-server.js').Product | undefined | null} product
 * @param {string} lang
 */
export const labelOf = (product, lang) => product?.labels[lang] ?? product?.labels.fr ?? product?.code ?? "";
