import { html } from "../../vendor/preact-htm.js";

/**
 * The weather in four faces: rain, a grey pebble, a full moon, the sun. Their outlines differ, so that nobody needs colours to
 * tell them apart.
 */
export const FACES = [Rain, Pebble, Moon, Sun];

function Rain() {
  return html`<svg class="face-drawing face-rain" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
    <path class="face-shape" d="M31 84c-14 0-23-9-23-21 0-11 8-19 18-21 3-17 17-28 34-28 15 0 28 9 33 23 12 1 21 11 21 23 0 14-10 24-24 24Z" />
    <path class="face-drop" d="M36 94l-5 14M62 96l-5 14M88 94l-5 14" />
    <circle class="face-eye" cx="46" cy="49" r="4.5" /><circle class="face-eye" cx="76" cy="49" r="4.5" />
    <path class="face-line" d="M38 39l12-4M84 39l-12-4M47 71c7-10 21-10 28 0" />
  </svg>`;
}

function Pebble() {
  return html`<svg class="face-drawing face-pebble" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
    <path class="face-shape" d="M20 95C6 88 5 66 14 50c10-17 30-25 51-24 23 1 43 14 47 34 3 16-4 31-18 36-21 6-56 7-74-1Z" />
    <circle class="face-eye" cx="46" cy="58" r="4.5" /><circle class="face-eye" cx="78" cy="58" r="4.5" />
    <path class="face-line" d="M46 79l32-3" />
  </svg>`;
}

function Moon() {
  return html`<svg class="face-drawing face-moon" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
    <circle class="face-shape" cx="60" cy="60" r="46" />
    <circle class="face-eye" cx="44" cy="52" r="4.5" /><circle class="face-eye" cx="76" cy="52" r="4.5" />
    <path class="face-line" d="M41 71c9 12 29 12 38 0" />
  </svg>`;
}

function Sun() {
  return html`<svg class="face-drawing face-sun" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
    <path class="face-ray" d="M60 5v13M60 102v13M5 60h13M102 60h13M21 21l9.5 9.5M89.5 89.5l9.5 9.5M99 21l-9.5 9.5M30.500 89.5l-9.5 9.5" />
    <circle class="face-shape" cx="60" cy="60" r="35" />
    <path class="face-line" d="M42 54c2-6 9-6 11 0M67 54c2-6 9-6 11 0" />
    <path class="face-mouth" d="M43 64h34c0 11-7 18-17 18s-17-7-17-18Z" />
  </svg>`;
}
