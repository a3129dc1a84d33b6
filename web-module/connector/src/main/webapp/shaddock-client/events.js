/** Listeners by event name. One that throws disturbs neither the others nor the caller. */
export class Events {
  /** @type {Map<string, Set<(payload: any) => void>>} */
  #listeners = new Map();

  /**
   * @param {string} event
   * @param {(payload: any) => void} listener added once, however often it is given
   * @returns {() => void} removes it
   */
  on(event, listener) {
    if (typeof listener !== 'function') throw new TypeError(`The listener for ${event} is not a function`);
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => this.off(event, listener);
  }

  /**
   * @param {string} event
   * @param {(payload: any) => void} listener
   */
  off(event, listener) {
    this.#listeners.get(event)?.delete(listener);
  }

  /**
   * @param {string} event
   * @param {any} payload
   * @returns {boolean} whether anybody listened
   */
  emit(event, payload) {
    const listeners = [...(this.#listeners.get(event) ?? [])];
    for (const listener of listeners) {
      try {
        listener(payload);
      } catch (thrown) {
        console.error(`A listener for ${event} failed:`, thrown);
      }
    }
    return listeners.length > 0;
  }
}
