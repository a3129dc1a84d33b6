/**
 * The JavaScript client of Shaddock: one ES module, no build step, for browsers and Node 20 or newer. It speaks the
 * protocol of Pomelo's WebSocket connector, so it talks to a Pomelo server as well.
 *
 * ```js
 * import { connect } from '/shaddock-client.js';
 *
 * const client = await connect({
 *   url: 'wss://play.example.org/',
 *   onReconnect: (link) => link.request('connector.entryHandler.enter', { username, rid }, { okOnly: true }),
 * });
 * client.on('onChat', ({ from, msg }) => show(from, msg));
 * client.on('state', ({ state, delayMillis }) => status(state, delayMillis));
 * const { users } = await client.request('connector.entryHandler.enter', { username, rid }, { okOnly: true });
 * ```
 *
 * The modules beside this file, from the bytes up: `text`, `packages`, `messages`, `protobuf-*`, `codec`, `link` (one
 * socket, from handshake to end), `lifetime` (one link after the other), `client` (what an application holds).
 */
export { ShaddockClient, connect } from './shaddock-client/client.js';
export { ShaddockError } from './shaddock-client/error.js';
