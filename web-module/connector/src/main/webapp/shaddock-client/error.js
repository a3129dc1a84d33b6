/**
 * What went wrong, in a form a program can act on.
 *
 * `code` is a string for what the client itself noticed:
 *
 * | code           | meaning                                                          | retryable |
 * |----------------|------------------------------------------------------------------|-----------|
 * | `TIMEOUT`      | no answer, or no connection, within the time allowed             | yes       |
 * | `DISCONNECTED` | the connection was lost, or could not be made                    | yes       |
 * | `NOT_OPEN`     | nothing was sent: there is no open connection now                | yes       |
 * | `MOVED`        | the server asked to reconnect; the answer was not awaited        | yes       |
 * | `HANDSHAKE`    | the server refused the handshake; `status` is its code           | unless 501 |
 * | `KICKED`       | the server kicked this session; `reason` says why                | no        |
 * | `CLOSED`       | the application called `close()`                                 | no        |
 * | `ENCODING`     | a route or body that the protocol cannot carry                   | no        |
 * | `PROTOCOL`     | bytes from the server that make no sense                         | no        |
 *
 * With `okOnly`, `code` is the server's own number, `message` its message and `body` the whole answer.
 * A retryable request may still have been carried out: only its answer is missing, except with `NOT_OPEN`.
 */
export class ShaddockError extends Error {
  /**
   * @param {string | number} code
   * @param {string} message
   * @param {{ retryable?: boolean, status?: number, reason?: string, body?: any, cause?: unknown }} [details]
   */
  constructor(code, message, { retryable = false, status, reason, body, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ShaddockError';
    this.code = code;
    this.retryable = retryable;
    this.status = status;
    this.reason = reason;
    this.body = body;
  }
}

/**
 * @param {unknown} thrown
 * @returns {ShaddockError} itself, or wrapped when it is not ours
 */
export function asShaddockError(thrown) {
  if (thrown instanceof ShaddockError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ShaddockError('DISCONNECTED', message, { retryable: true, cause: thrown });
}
