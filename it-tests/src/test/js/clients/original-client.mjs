/** pomelo-jsclient-websocket@0.1.1, the browser client of Pomelo, against a running server. */
import assert from 'node:assert/strict';
import { openWindow, playerOf } from '../support/original-client.mjs';
import { checkDictionary, checkEcho, checkNotifyAndPush, checkProtobuf, kick, PLANE_TEXT, TEXT } from '../support/probe.mjs';
import { run } from '../support/scenario.mjs';

await run('pomelo-jsclient-websocket@0.1.1', async ({ url, step }) => {
  const address = { host: url.hostname, port: url.port };
  const storage = new Map();
  const window = openWindow(storage);
  const player = { ...playerOf(window), dictionary: () => handshakeOf(window).dict };

  await step('handshake', async () => {
    await player.init(address);
    assert.equal(handshakeOf(window).useDict, true);
  });
  await step('dictionary', () => checkDictionary(player));
  await step('notify and push', () => checkNotifyAndPush(player));
  await step('protobuf both ways', () => checkProtobuf(player, PLANE_TEXT));
  await step('protobuf request with emoji', async () => {
    const answer = await player.request('probe.probeHandler.proto', { text: TEXT });
    assert.equal(answer.text, TEXT);
  });
  await step('heartbeat', async () => {
    const beats = () => window.Socket.last.sent.filter((frame) => frame[0] === 3).length;
    const before = beats();
    const deadline = performance.now() + 9000;
    while (beats() === before && performance.now() < deadline) await new Promise((wake) => setTimeout(wake, 50));
    assert.ok(beats() > before, 'no heartbeat was asked for');
    await checkEcho(player);
  });
  await step('kick', async () => {
    const closed = player.next('close');
    assert.deepEqual(await kick(player, 'onKick'), { reason: 'probe' });
    await closed;
  });
  await step('cached protos on the next visit', async () => {
    const nextWindow = openWindow(storage);
    const nextPlayer = { ...playerOf(nextWindow), dictionary: () => handshakeOf(nextWindow).dict };
    await nextPlayer.init(address);
    assert.equal(handshakeOf(nextWindow).protos, undefined);
    await checkProtobuf(nextPlayer, PLANE_TEXT);
    nextPlayer.disconnect();
  });
  await step('reconnect', async () => {
    const comeback = playerOf(openWindow(storage));
    let inits = 0;
    const again = new Promise((resolve) => {
      comeback.init({ ...address, reconnect: true, handshakeCallback: () => ++inits === 2 && setTimeout(resolve) });
    });
    while (inits === 0) await new Promise((wake) => setTimeout(wake, 10));
    const announced = comeback.next('reconnect');
    comeback.Socket.last.terminate();
    await announced;
    await again;
    await checkEcho(comeback);
  });
});

function handshakeOf(window) {
  const frame = window.Socket.last.received.find((received) => received[0] === 1);
  return JSON.parse(frame.subarray(4).toString()).sys;
}
