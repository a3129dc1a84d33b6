/**
 * The client's side of the heartbeat: one heartbeat an interval after each that the server sent, and an end when the
 * server has been silent for two. The answer to each also tells the round-trip time.
 */
export class Heartbeat {
  #intervalMillis;
  #port;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #nextTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silenceTimer;
  /** @type {number | undefined} */
  #awaitedSince;
  #heardAt = performance.now();

  /**
   * @param {number} intervalMillis 0 when the server wants none
   * @param {{ send: () => void, sample: (rttMillis: number) => void, silent: () => void }} port
   */
  constructor(intervalMillis, port) {
    this.#intervalMillis = intervalMillis;
    this.#port = port;
  }

  /** Call when the acknowledgement is sent: the server's first heartbeat answers it. */
  start() {
    if (this.#intervalMillis === 0) return;
    this.#awaitedSince = performance.now();
    this.#watch(2 * this.#intervalMillis);
  }

  /** Call for every package: any of them shows that the server is alive. */
  heard() {
    this.#heardAt = performance.now();
  }

  /** Call for every heartbeat package. */
  beat() {
    if (this.#intervalMillis === 0) return;
    if (this.#awaitedSince !== undefined) this.#port.sample(performance.now() - this.#awaitedSince);
    this.#awaitedSince = undefined;
    this.#nextTimer ??= setTimeout(() => this.#send(), this.#intervalMillis);
  }

  stop() {
    clearTimeout(this.#nextTimer);
    clearTimeout(this.#silenceTimer);
  }

  #send() {
    this.#nextTimer = undefined;
    this.#awaitedSince = performance.now();
    this.#port.send();
  }

  /** @param {number} millis */
  #watch(millis) {
    this.#silenceTimer = setTimeout(() => {
      const leftMillis = this.#heardAt + 2 * this.#intervalMillis - performance.now();
      if (leftMillis > 0) this.#watch(leftMillis);
      else this.#port.silent();
    }, millis);
  }
}
