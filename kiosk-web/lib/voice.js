import { Part } from "./part.js";

const HOLD = "reading";
/** Slow enough for a learner, fast enough for who is used to a screen reader. */
const SLOWEST = 0.6;
const FASTEST = 1.6;
const STEP = 0.2;
/** A voice that neither ends a sentence nor fails has broken down: no sentence takes that long for each of its letters. */
const PATIENCE_MS = 8_000;
const PATIENCE_MS_PER_LETTER = 250;

/**
 * @typedef {{text: string, lang: string}} Sentence
 * @typedef {object} Slice
 * @property {Set<string>} languages - that this device speaks by itself
 * @property {"silent" | "reading" | "paused"} doing
 * @property {number} at - index of the sentence that is being read
 * @property {number} rate - 1: as the voice was made
 */

/**
 * Reads sentences aloud with the device's own voices. A voice from the network would send what is read to a stranger, and is mute
 * without the network: it doesn't count.
 * @extends {Part<Slice>}
 */
export class Voice extends Part {
  constructor() {
    super("voice", { languages: new Set(), doing: "silent", at: 0, rate: 1 });
    /** @type {Sentence[]} */
    this.sentences = [];
    /** @type {SpeechSynthesisUtterance | undefined} what is being said; whatever another one tells is late */
    this.utterance = undefined;
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  get speech() {
    return globalThis.speechSynthesis;
  }

  start() {
    if (!this.speech) return;
    const listen = () => this.update({ languages: new Set(this.voices().map(({ lang }) => lang.slice(0, 2))) });
    listen();
    this.speech.addEventListener("voiceschanged", listen); // they may come late
    addEventListener("pagehide", () => this.stop());
    addEventListener("hashchange", () => this.stop());
  }

  voices() {
    return this.speech.getVoices().filter(({ localService }) => localService);
  }

  /** @param {Sentence[]} sentences */
  read(sentences) {
    this.stop();
    this.sentences = sentences;
    this.say(0);
  }

  /** @param {number} at */
  say(at) {
    const sentence = this.sentences[at];
    if (!sentence) return this.stop();
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = sentence.lang;
    utterance.voice = this.voices().find(({ lang }) => lang.slice(0, 2) === sentence.lang) ?? null;
    utterance.rate = this.slice.rate;
    const current = (/** @type {() => void} */ next) => () => this.utterance === utterance && next();
    utterance.addEventListener("end", current(() => this.say(at + 1)));
    utterance.addEventListener("error", current(() => this.stop()));
    this.utterance = utterance;
    this.screen?.idle?.hold(HOLD);
    clearTimeout(this.timer);
    this.timer = setTimeout(current(() => this.stop()), PATIENCE_MS + (sentence.text.length * PATIENCE_MS_PER_LETTER) / this.slice.rate);
    this.update({ doing: "reading", at });
    this.speech.speak(utterance);
  }

  /** Who pauses may leave: nothing holds the screen then. Going on begins the sentence anew, which every voice can do. */
  pause() {
    this.quiet();
    this.update({ doing: "paused" });
  }

  resume() {
    this.say(this.slice.at);
  }

  stop() {
    this.quiet();
    this.sentences = [];
    if (this.slice.doing !== "silent") this.update({ doing: "silent", at: 0 });
  }

  slower() {
    this.pace(-STEP);
  }

  faster() {
    this.pace(STEP);
  }

  /** @param {number} change */
  pace(change) {
    const rate = Math.min(FASTEST, Math.max(SLOWEST, Math.round((this.slice.rate + change) * 10) / 10));
    if (rate === this.slice.rate) return;
    this.update({ rate });
    if (this.slice.doing === "reading") {
      this.quiet();
      this.say(this.slice.at);
    }
  }

  quiet() {
    clearTimeout(this.timer);
    this.utterance = undefined;
    this.speech?.cancel();
    this.screen?.idle?.release(HOLD);
  }

  /** The voices stay: they are the device's, not the visitor's. */
  forget() {
    this.stop();
    this.update({ rate: 1 });
  }
}

export const canSlow = (/** @type {number} */ rate) => rate > SLOWEST;
export const canHurry = (/** @type {number} */ rate) => rate < FASTEST;
