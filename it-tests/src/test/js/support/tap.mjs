/**
 * A WebSocket class that behaves as the one given and remembers its sockets and their frames, so that a scenario can
 * look at the bytes and cut a connection.
 *
 * @param {any} WebSocket that of any version of `ws`
 */
export function tapped(WebSocket) {
  return class TappedWebSocket extends WebSocket {
    static sockets = [];

    static get last() {
      return this.sockets.at(-1);
    }

    sent = [];
    received = [];

    constructor(url, ...rest) {
      super(url, ...rest);
      TappedWebSocket.sockets.push(this);
      this.on('message', (data) => this.received.push(Buffer.from(new Uint8Array(data).slice())));
    }

    send(data, ...rest) {
      this.sent.push(Buffer.from(new Uint8Array(data).slice())); // ws may mask the caller's bytes in place
      return super.send(data, ...rest);
    }
  };
}

const DATA = 4;

/** @param {Buffer[]} frames of one package each */
export function messages(frames) {
  return frames.filter((frame) => frame[0] === DATA).map((frame) => frame.subarray(4));
}
