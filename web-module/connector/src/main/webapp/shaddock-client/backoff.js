/**
 * When to try again: exponential, capped, and jittered so that a thousand clients of a server that went away do not come
 * back in the same instant.
 *
 * @typedef {object} Backoff
 * @property {number} initialDelayMillis before the first attempt; each further one waits twice as long
 * @property {number} maxDelayMillis
 * @property {number} maxAttempts in a row before giving up
 */

/** @type {Readonly<Backoff>} */
export const DEFAULT_BACKOFF = Object.freeze({ initialDelayMillis: 500, maxDelayMillis: 30_000, maxAttempts: Infinity });

/**
 * @param {Backoff} backoff
 * @param {number} attempt from 1
 * @param {number} random 0 .. 1
 * @returns {number} milliseconds, from half to all of the exponential delay
 */
export function delayBefore({ initialDelayMillis, maxDelayMillis }, attempt, random) {
  const ceiling = Math.min(maxDelayMillis, initialDelayMillis * 2 ** (attempt - 1));
  return Math.round(ceiling * (0.5 + random / 2));
}
