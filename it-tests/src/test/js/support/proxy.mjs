/** A TCP proxy in front of the server, so that a test can cut a browser's connections and keep new ones away. */
import net from 'node:net';

export class Proxy {
  #sockets = new Set();
  #server;
  /** New connections are refused at once while this is set. */
  refusing = false;

  /** @param {URL} url of the server */
  static async start(url) {
    const proxy = new Proxy(url);
    await new Promise((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  constructor({ hostname, port }) {
    this.#server = net.createServer((inner) => {
      if (this.refusing) return inner.destroy();
      const outer = net.connect(Number(port), hostname);
      inner.pipe(outer).pipe(inner);
      for (const [socket, other] of [[inner, outer], [outer, inner]]) {
        this.#sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          this.#sockets.delete(socket);
          other.destroy();
        });
      }
    });
  }

  get origin() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  cut() {
    for (const socket of this.#sockets) socket.destroy();
  }
}
