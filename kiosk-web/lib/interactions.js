/** The outbox of what visitors do: an interaction leaves only after 204 or 207. */
import { Outbox } from "./outbox.js";

const GATHER_MS = 1_500; // a few touches go in one request
const PATIENCE_MS = 120_000;
const URL_INTERACTIONS = "/api/v1/interactions";

export class Interactions extends Outbox {
  /** @param {{onAnswer: (reached: boolean) => void}} told */
  constructor({ onAnswer }) {
    super({ name: "vitrine", gather: GATHER_MS, patience: PATIENCE_MS });
    this.onAnswer = onAnswer;
  }

  /**
   * @param {import('./shelf.js').Shelf} shelf
   * @param {import('./shelf.js').Entry[]} interactions
   * @param {boolean} keepalive
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
      this.settled();
      this.onAnswer(true);
      return null;
    }
    if ([400, 413, 415].includes(answer.status)) {
      if (interactions.length === 1) console.warn("An interaction was refused and put aside.", answer.status, interactions[0]);
      await this.refused(shelf, interactions);
      return null;
    }
    this.onAnswer(answer.status < 500 || answer.status === 503);
    const asked = Number(answer.headers.get("Retry-After"));
    return asked > 0 ? asked * 1000 * (1 + Math.random() / 4) : this.backOff();
  }
}

/** @param {Response} answer */
async function reportRefusals(answer) {
  const { rejected = [] } = await answer.json().catch(() => ({}));
  for (const { id, code, message } of rejected) console.warn(`Interaction ${id} was refused: ${code}, ${message}`);
}
