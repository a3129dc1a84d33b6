/** Keys and pointers, made into wishes: walk there, steer so, strike that. */

/** @type {Readonly<Record<string, [number, number]>>} */
const DIRECTIONS = Object.freeze({
  KeyW: [0, -1], ArrowUp: [0, -1],
  KeyS: [0, 1], ArrowDown: [0, 1],
  KeyA: [-1, 0], ArrowLeft: [-1, 0],
  KeyD: [1, 0], ArrowRight: [1, 0],
});
/** A pointer that is held down leads the hero; the way there is asked for anew this often. */
const LEAD_MILLIS = 250;

/**
 * @typedef {object} Wishes
 * @property {(clientX: number, clientY: number, isFirst: boolean) => void} point a place was clicked, or is held
 * @property {(x: number, y: number) => void} steer
 * @property {() => void} strike
 * @property {() => void} write
 * @property {() => void} debug
 */

export class Controls {
  #wishes;
  /** @type {Set<string>} */
  #held = new Set();
  #steered = '0,0';
  /** @type {{ x: number, y: number, atMillis: number } | undefined} */
  #lead;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Wishes} wishes
   */
  constructor(canvas, wishes) {
    this.#wishes = wishes;
    canvas.addEventListener('pointerdown', (event) => this.#down(canvas, event));
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of /** @type {const} */ (['pointerup', 'pointercancel'])) canvas.addEventListener(end, () => (this.#lead = undefined));
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    window.addEventListener('keydown', (event) => this.#key(event));
    window.addEventListener('keyup', ({ code }) => this.#release(code));
    window.addEventListener('blur', () => this.release());
  }

  /** All keys count as let go. */
  release() {
    this.#held.clear();
    this.#lead = undefined;
    this.#steer();
  }

  /** @param {HTMLCanvasElement} canvas @param {PointerEvent} event */
  #down(canvas, event) {
    if (event.button !== 0) return;
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    this.#lead = { x: event.clientX, y: event.clientY, atMillis: performance.now() };
    this.#wishes.point(event.clientX, event.clientY, true);
  }

  /** @param {PointerEvent} event */
  #move({ clientX, clientY }) {
    const lead = this.#lead;
    const now = performance.now();
    if (!lead || now - lead.atMillis < LEAD_MILLIS || Math.hypot(clientX - lead.x, clientY - lead.y) < 12) return;
    this.#lead = { x: clientX, y: clientY, atMillis: now };
    this.#wishes.point(clientX, clientY, false);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.code === 'F3') {
      event.preventDefault();
      this.#wishes.debug();
    }
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code in DIRECTIONS) {
      event.preventDefault();
      this.#held.add(event.code);
      this.#steer();
    } else if (event.code === 'Space' && !isButton(event.target)) {
      event.preventDefault();
      if (!event.repeat) this.#wishes.strike();
    } else if (event.code === 'Enter' && !isButton(event.target)) {
      event.preventDefault();
      this.#wishes.write();
    }
  }

  /** @param {string} code */
  #release(code) {
    if (this.#held.delete(code)) this.#steer();
  }

  #steer() {
    let [x, y] = [0, 0];
    for (const code of this.#held) {
      x += DIRECTIONS[code][0];
      y += DIRECTIONS[code][1];
    }
    const [stepX, stepY] = [Math.sign(x), Math.sign(y)];
    if (this.#steered === `${stepX},${stepY}`) return;
    this.#steered = `${stepX},${stepY}`;
    this.#wishes.steer(stepX, stepY);
  }
}

/** @param {EventTarget | null} target */
function isWriting(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/** @param {EventTarget | null} target */
function isButton(target) {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
}
