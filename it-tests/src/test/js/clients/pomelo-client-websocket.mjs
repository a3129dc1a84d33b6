/** pomelo-client-websocket@1.0.13, a client for several connections in one program, against a running server. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { checkDictionary, checkEcho, checkNotifyAndPush, checkProtobuf, kick, PLANE_TEXT } from '../support/probe.mjs';
import { run } from '../support/scenario.mjs';
import { tapped } from '../support/tap.mjs';

const Pomelo = createRequire(import.meta.url)('pomelo-client-websocket');
const Socket = (globalThis.WebSocket = tapped(globalThis.WebSocket)); // the client brings a ws of its own

await run('pomelo-client-websocket@1.0.13', async ({ url, step }) => {
  const address = { host: url.hostname, port: url.port };
  const client = new Pomelo();
  const player = playerOf(client);

  await step('handshake', () => new Promise((resolve) => client.init(address, resolve)));
  // This version looks for the dictionary where it did not put it, and so never sends a code; it does read them.
  await step('dictionary', () => checkDictionary(player, { codesRoutes: false }));
  await step('notify and push', () => checkNotifyAndPush(player));
  await step('protobuf both ways', () => checkProtobuf(player, PLANE_TEXT));
  await step('kick', async () => {
    const closed = player.next('close');
    await kick(player, 'onKick');
    await closed;
  });
  await step('reconnect', async () => {
    const comeback = new Pomelo();
    let inits = 0;
    comeback.on('connect', () => inits++);
    await new Promise((resolve) => {
      comeback.init({ ...address, reconnect: true, reconnectionDelay: 100 }, resolve);
    });
    Socket.last.terminate();
    while (inits < 2) await new Promise((wake) => setTimeout(wake, 10));
    await checkEcho(playerOf(comeback));
  });
});

function playerOf(client) {
  return {
    Socket,
    dictionary: () => client.data.dict,
    request: (route, body) => new Promise((resolve) => client.request(route, body, resolve)),
    notify: (route, body) => client.notify(route, body),
    next: (event) => new Promise((resolve) => client.once(event, resolve)),
  };
}
