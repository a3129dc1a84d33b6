/** A wait that can be cut short. */
export class Nap {
  /** @type {() => void} */
  #wake = () => {};
  #timer;

  /**
   * Resolves when the time is over, or at `wake()`.
   *
   * @type {Promise<void>}
   */
  over;

  /** @param {number} millis */
  constructor(millis) {
    this.over = new Promise((resolve) => (this.#wake = resolve));
    this.#timer = setTimeout(this.#wake, millis);
  }

  wake() {
    clearTimeout(this.#timer);
    this.#wake();
  }
}
