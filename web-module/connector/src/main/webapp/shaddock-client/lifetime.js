import { delayBefore } from './backoff.js';
import { Codec } from './codec.js';
import { asShaddockError, ShaddockError } from './error.js';
import { Link } from './link.js';
import { Nap } from './nap.js';

/** A connection that lived this long was a good one: the next reconnect starts again with the shortest delay. */
const STABLE_MILLIS = 10_000;
const CLIENT_REFUSED = 501;

/**
 * @typedef {object} LifetimeOptions
 * @property {() => Promise<string>} url asked before every attempt
 * @property {() => Promise<any>} user asked before every attempt
 * @property {import('./backoff.js').Backoff | undefined} backoff undefined: never reconnect
 * @property {(link: Link) => unknown} onReconnect
 * @property {(change: { state: import('./client.js').State, attempt?: number, delayMillis?: number,
 *   error?: ShaddockError }) => void} onState
 *
 * @typedef {Omit<import('./link.js').LinkOptions, 'url' | 'user' | 'codec'> & LifetimeOptions} Options
 */

/** From one `connect()` to the kick or the `close()` that ends it: one link after the other. */
export class Lifetime {
  #options;
  #codec = new Codec();
  /** @type {ShaddockError | undefined} why it is over */
  #over;
  /** @type {Link | undefined} the present one, opening or open */
  #link;
  /** @type {Link | undefined} the present one once it may be used */
  #usable;
  /** @type {Nap | undefined} */
  #nap;
  #attempts = 0;
  /** @type {string | undefined} where the server told us to go */
  #movedTo;
  #returnAtOnce = false;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
  }

  get over() {
    return this.#over !== undefined;
  }

  get link() {
    return this.#usable;
  }

  /** Makes the first connection, in one attempt. */
  async start() {
    this.#options.onState({ state: 'connecting' });
    try {
      this.#use(await this.#open());
    } catch (thrown) {
      this.end(asShaddockError(thrown));
      throw thrown;
    }
  }

  /** @param {ShaddockError} cause */
  end(cause) {
    if (this.#over) return;
    this.#over = cause;
    this.#usable = undefined;
    this.#link?.close(cause);
    this.#nap?.wake();
    this.#options.onState({ state: cause.code === 'KICKED' ? 'kicked' : 'closed', error: cause });
  }

  /** Cuts the wait for the next attempt short. */
  wake() {
    this.#nap?.wake();
  }

  /**
   * Follows the server's request to reconnect.
   *
   * @param {{ url?: string, afterMillis?: number }} request
   */
  move({ url, afterMillis }) {
    const link = this.#usable;
    if (!link || !this.#options.backoff) return;
    this.#movedTo = url === undefined ? undefined : moveTarget(url, link.url);
    this.#returnAtOnce = afterMillis !== undefined;
    const moved = new ShaddockError('MOVED', 'The server asked this client to reconnect', { retryable: true });
    const timer = setTimeout(() => link.close(moved), afterMillis ?? 0);
    link.ended.then(() => clearTimeout(timer));
  }

  /** @param {Link} link */
  #use(link) {
    const openedAt = performance.now();
    this.#usable = link;
    this.#options.onState({ state: 'open' });
    link.ended.then((cause) => {
      if (performance.now() - openedAt > STABLE_MILLIS) this.#attempts = 0;
      this.#usable = undefined;
      this.#return(cause);
    });
  }

  /**
   * Tries until there is a usable link again, or no hope of one.
   *
   * @param {ShaddockError} cause
   */
  async #return(cause) {
    const { backoff, onState } = this.#options;
    while (!this.#over && backoff && this.#attempts < backoff.maxAttempts) {
      this.#attempts++;
      const delayMillis = this.#returnAtOnce ? 0 : delayBefore(backoff, this.#attempts, Math.random());
      this.#returnAtOnce = false;
      onState({ state: 'reconnecting', attempt: this.#attempts, delayMillis, error: cause });
      this.#nap = new Nap(delayMillis);
      await this.#nap.over;
      if (this.#over) return;
      try {
        return this.#use(await this.#reenter(await this.#open()));
      } catch (thrown) {
        cause = asShaddockError(thrown);
        this.#movedTo = undefined;
      }
    }
    this.end(cause);
  }

  /** @returns {Promise<Link>} */
  async #open() {
    const url = this.#movedTo ?? (await this.#options.url());
    const user = await this.#options.user();
    if (this.#over) throw this.#over;
    const link = new Link({ ...this.#options, url, user, codec: this.#codec });
    this.#link = link;
    link.ended.then((cause) => {
      if (cause.code === 'KICKED' || cause.status === CLIENT_REFUSED) this.end(cause);
    });
    await link.opened;
    return link;
  }

  /**
   * @param {Link} link
   * @returns {Promise<Link>} the same, made usable by the application
   */
  async #reenter(link) {
    const lost = link.ended.then((cause) => Promise.reject(cause));
    try {
      await Promise.race([this.#options.onReconnect(link), lost]);
    } catch (thrown) {
      link.close(asShaddockError(thrown));
      throw thrown;
    }
    return link;
  }
}

/**
 * @param {string} url absolute, or relative to the present one
 * @param {string} present
 * @returns {string} a WebSocket URL that is no less secure than the present one
 */
export function moveTarget(url, present) {
  const target = new URL(url, present);
  const allowed = present.startsWith('wss:') ? ['wss:'] : ['ws:', 'wss:'];
  if (!allowed.includes(target.protocol)) {
    throw new ShaddockError('PROTOCOL', `The server sent this client from ${present} to ${url}`);
  }
  return target.href;
}
