/**
 * A server of a few lines that speaks the protocol's real bytes, made by hand and not with the client's codec, and
 * does exactly what a test tells it to.
 */
import { once } from 'node:events';
import { WebSocketServer } from 'ws';

export class TinyServer {
  /** @type {TinySession[]} in the order they came */
  sessions = [];
  handshake = () => ({ code: 200, sys: {} });
  /** @type {(route: string, body: any, session: TinySession) => any} undefined: never answered */
  answer = (route, body) => ({ code: 200, route, ...body });
  #server;
  #waiting = [];

  static async start(port = 0) {
    const server = new TinyServer(new WebSocketServer({ host: '127.0.0.1', port }));
    await once(server.#server, 'listening');
    return server;
  }

  constructor(server) {
    this.#server = server;
    server.on('connection', (socket) => new TinySession(this, socket));
  }

  get port() {
    return this.#server.address().port;
  }

  get url() {
    return `ws://127.0.0.1:${this.port}/`;
  }

  /** @returns {Promise<TinySession>} the next one that acknowledges its handshake */
  nextSession() {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  ready(session) {
    this.sessions.push(session);
    this.#waiting.splice(0).forEach((resolve) => resolve(session));
  }

  async stop() {
    this.#server.clients.forEach((client) => client.terminate());
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export class TinySession {
  /** @type {Buffer[]} every frame, as it came */
  frames = [];
  /** @type {{ route: string, body: any }[]} */
  notified = [];
  request;
  #server;
  #socket;

  constructor(server, socket) {
    this.#server = server;
    this.#socket = socket;
    socket.on('message', (frame) => this.#receive(frame));
  }

  get heartbeats() {
    return this.frames.filter((frame) => frame[0] === 3).length;
  }

  push(route, body) {
    this.send(pushBytes(route, JSON.stringify(body)));
  }

  respond(id, body) {
    this.send(responseBytes(id, JSON.stringify(body)));
  }

  heartbeat() {
    this.send(packageBytes(3));
  }

  kick(reason) {
    this.send(packageBytes(5, JSON.stringify({ reason })));
    this.#socket.close();
  }

  send(...packages) {
    this.#socket.send(Buffer.concat(packages));
  }

  cut() {
    this.#socket.terminate();
  }

  #receive(frame) {
    this.frames.push(frame);
    const body = frame.subarray(4);
    if (frame[0] === 1) {
      this.request = JSON.parse(body.toString());
      const response = this.#server.handshake(this);
      if (response) this.send(packageBytes(1, JSON.stringify(response)));
    } else if (frame[0] === 2) {
      this.#server.ready(this);
    } else if (frame[0] === 4) {
      this.#message(body);
    }
  }

  /** Ids below 128 and routes by name are all that the tests need. */
  #message(bytes) {
    const isRequest = bytes[0] === 0;
    const routeAt = isRequest ? 2 : 1;
    const bodyAt = routeAt + 1 + bytes[routeAt];
    const route = bytes.subarray(routeAt + 1, bodyAt).toString();
    const body = JSON.parse(bytes.subarray(bodyAt).toString());
    if (!isRequest) return this.notified.push({ route, body });
    const answer = this.#server.answer(route, body, this, bytes[1]);
    if (answer !== undefined) this.respond(bytes[1], answer);
  }
}

export function packageBytes(type, text = '') {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([type, body.length >> 16, (body.length >> 8) & 0xff, body.length & 0xff]), body]);
}

export function responseBytes(id, json) {
  return packageBytes(4, Buffer.concat([Buffer.from([0x04, id]), Buffer.from(json)]));
}

export function pushBytes(route, json) {
  return packageBytes(4, Buffer.concat([Buffer.from([0x06, route.length]), Buffer.from(route + json)]));
}
