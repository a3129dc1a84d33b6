/**
 * Pomelo's own browser client, unchanged, through its browser code path: run as classic scripts in a context that has
 * a window, localStorage and a WebSocket, but no Buffer and no require.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { WebSocket } from 'ws';
import { tapped } from './tap.mjs';

const require = createRequire(import.meta.url);
const SCRIPTS = {
  emitter: 'component-emitter',
  protocol: 'pomelo-protocol/lib/protocol.js',
  protobuf: 'pomelo-protobuf/lib/client/protobuf.js',
  client: 'pomelo-jsclient-websocket',
};

/**
 * @param {Map<string, string>} [storage] what localStorage holds; shared by the "visits" of one browser
 * @returns {any} a window of its own, with `pomelo` in it; `Socket` is the tapped WebSocket class
 */
export function openWindow(storage = new Map()) {
  const Socket = tapped(WebSocket);
  const quiet = { log() {}, warn() {}, error() {}, info() {} };
  const window = vm.createContext({
    WebSocket: Socket,
    console: quiet,
    setTimeout,
    clearTimeout,
    localStorage: {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, String(value)),
    },
  });
  window.window = window;
  window.EventEmitter = load(window, SCRIPTS.emitter);
  window.Protocol = load(window, SCRIPTS.protocol);
  window.protobuf = load(window, SCRIPTS.protobuf);
  // Version 0.1.1 calls by this name what every published browser build of pomelo-protobuf calls `decode`.
  window.protobuf.decodeStr = window.protobuf.decode;
  window.pomelo = load(window, SCRIPTS.client);
  window.Socket = Socket;
  return window;
}

function load(window, script) {
  window.module = { exports: {} };
  const file = require.resolve(script);
  vm.runInContext(readFileSync(file, 'utf8'), window, { filename: file });
  return window.module.exports;
}

/**
 * The callback API as promises; bodies are copied out of the window's realm.
 *
 * @param {any} window
 */
export function playerOf({ pomelo, Socket }) {
  const copy = (body) => (body === undefined ? undefined : JSON.parse(JSON.stringify(body)));
  return {
    Socket,
    init: (params) => new Promise((resolve) => pomelo.init(params, resolve)),
    request: (route, body) => new Promise((resolve) => pomelo.request(route, body, (answer) => resolve(copy(answer)))),
    notify: (route, body) => pomelo.notify(route, body),
    next: (event) => new Promise((resolve) => pomelo.once(event, (body) => resolve(plain(event, body, copy)))),
    disconnect: () => pomelo.disconnect(),
  };
}

const SOCKET_EVENTS = new Set(['close', 'disconnect', 'io-error']);

function plain(event, body, copy) {
  return SOCKET_EVENTS.has(event) ? body : copy(body);
}
