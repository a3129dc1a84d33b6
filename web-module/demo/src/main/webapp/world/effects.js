/** What is to be seen for a moment only: numbers that rise, sparks that fly. */
import { oval } from './shapes.js';

const NUMBER_MILLIS = 900;
const SPARK_MILLIS = 450;
const MAX_EFFECTS = 300;

/** @typedef {import('./scene.js').Happening} Happening */

/** @type {Readonly<Record<Happening['what'], { color: string, sparks: number, sign: string }>>} */
const LOOKS = Object.freeze({
  hurt: { color: '#ff8a80', sparks: 5, sign: '−' },
  healed: { color: '#a8e86b', sparks: 6, sign: '+' },
  gold: { color: '#ffe27a', sparks: 7, sign: '+' },
  felled: { color: '#fff4d6', sparks: 14, sign: '' },
  taken: { color: '#ffe9a3', sparks: 6, sign: '' },
});

export class Effects {
  /** @type {{ text: string, color: string, x: number, y: number, atMillis: number }[]} */
  #numbers = [];
  /** @type {{ color: string, x: number, y: number, dx: number, dy: number, atMillis: number }[]} */
  #sparks = [];

  clear() {
    this.#numbers = [];
    this.#sparks = [];
  }

  /**
   * @param {Happening[]} happenings
   * @param {number} now
   */
  show(happenings, now) {
    for (const { what, thing, amount } of happenings) {
      const { color, sparks, sign } = LOOKS[what];
      if (amount) this.#numbers.push({ text: `${sign}${amount}`, color, x: thing.x, y: thing.y - 1, atMillis: now });
      for (let i = 0; i < sparks && this.#sparks.length < MAX_EFFECTS; i++) {
        const angle = (i / sparks) * Math.PI * 2 + Math.random();
        const speed = 0.5 + Math.random() * 0.9;
        this.#sparks.push({ color, x: thing.x, y: thing.y - 0.4, dx: Math.cos(angle) * speed, dy: Math.sin(angle) * speed, atMillis: now });
      }
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} now
   */
  draw(pen, now) {
    this.#sparks = this.#sparks.filter(({ atMillis }) => now - atMillis < SPARK_MILLIS);
    for (const { color, x, y, dx, dy, atMillis } of this.#sparks) {
      const age = (now - atMillis) / SPARK_MILLIS;
      oval(pen, color, x + dx * age, y + dy * age + age * age * 0.4, 0.07 * (1 - age));
    }
    this.#numbers = this.#numbers.filter(({ atMillis }) => now - atMillis < NUMBER_MILLIS);
    pen.textAlign = 'center';
    pen.font = '800 0.4px system-ui, sans-serif';
    pen.lineWidth = 0.09;
    pen.lineJoin = 'round';
    for (const { text, color, x, y, atMillis } of this.#numbers) {
      const age = (now - atMillis) / NUMBER_MILLIS;
      pen.globalAlpha = 1 - age * age;
      pen.strokeStyle = 'rgb(20 12 10 / 80%)';
      pen.strokeText(text, x, y - age * 0.8);
      pen.fillStyle = color;
      pen.fillText(text, x, y - age * 0.8);
      pen.globalAlpha = 1;
    }
  }
}
