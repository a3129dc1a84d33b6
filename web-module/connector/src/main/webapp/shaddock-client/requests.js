/** The requests of one connection that wait for their answer. Each ends: with a body, a time-out, or the connection. */
import { ShaddockError } from './error.js';

const MAX_ID = 0x7fffffff;

/**
 * @typedef {object} Pending
 * @property {string} route
 * @property {(body: any) => void} resolve
 * @property {(error: ShaddockError) => void} reject
 * @property {ReturnType<typeof setTimeout>} timer
 */

export class Requests {
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;

  /**
   * @param {string} route
   * @param {number} timeoutMillis
   * @param {(id: number) => void} send called at once; when it throws nothing waits
   * @returns {Promise<any>}
   */
  start(route, timeoutMillis, send) {
    return new Promise((resolve, reject) => {
      const id = this.#nextId();
      send(id);
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new ShaddockError('TIMEOUT', `No answer to ${route} in ${timeoutMillis} ms`, { retryable: true }));
      }, timeoutMillis);
      this.#pending.set(id, { route, resolve, reject, timer });
    });
  }

  /**
   * Ends a request with the body that `read` finds, or with the error it throws. Does nothing when nobody waits, as
   * after a time-out.
   *
   * @param {number} id
   * @param {(route: string) => any} read
   */
  finish(id, read) {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    clearTimeout(pending.timer);
    try {
      pending.resolve(read(pending.route));
    } catch (thrown) {
      pending.reject(/** @type {ShaddockError} */ (thrown));
    }
  }

  /** @param {ShaddockError} error for everybody who waits */
  failAll(error) {
    for (const { reject, timer } of this.#pending.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#pending.clear();
  }

  #nextId() {
    do this.#lastId = (this.#lastId % MAX_ID) + 1;
    while (this.#pending.has(this.#lastId));
    return this.#lastId;
  }
}
