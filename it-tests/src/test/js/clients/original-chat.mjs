/**
 * The flow of Pomelo's chat demo in the browser, with Pomelo's unchanged client: ask the gate for a connector,
 * disconnect, connect there, enter a room, chat.
 */
import assert from 'node:assert/strict';
import { openWindow, playerOf } from '../support/original-client.mjs';
import { run } from '../support/scenario.mjs';

await run('the original chat flow', async ({ url, step }) => {
  const gate = { host: url.hostname, port: url.port, log: true };
  const room = `柚子 🍊 <room> ${Date.now()}`;
  const ada = playerOf(openWindow());
  const bob = playerOf(openWindow());
  const [adaName, bobName] = ['Ada <b>', '柚子*🍊'];

  await step('queryEntry without uid', async () => {
    await ada.init(gate);
    assert.equal((await ada.request('gate.gateHandler.queryEntry', {})).code, 500);
    ada.disconnect();
  });
  await step('queryEntry, disconnect, connect', async () => {
    for (const [player, name] of [[ada, adaName], [bob, bobName]]) await enterConnector(player, name, gate);
  });
  await step('enter', async () => {
    assert.deepEqual(await enter(ada, adaName, room), { users: [adaName] });
    const added = ada.next('onAdd');
    assert.deepEqual([...(await enter(bob, bobName, room)).users].sort(), [adaName, bobName].sort());
    assert.equal((await added).user, bobName);
  });
  await step('a name that is taken', async () => {
    const impostor = playerOf(openWindow());
    await enterConnector(impostor, adaName, gate);
    assert.deepEqual(await enter(impostor, adaName, room), { code: 500, error: true });
    impostor.disconnect();
  });
  await step('send to all', async () => {
    const heard = [ada.next('onChat'), bob.next('onChat')];
    const message = { rid: room, content: '大家好 🍊 <i>hi</i>', from: 'somebody else', target: '*' };
    assert.equal((await ada.request('chat.chatHandler.send', message)).route, 'chat.chatHandler.send');
    for (const chat of await Promise.all(heard)) assertChat(chat, adaName, '*', message.content);
  });
  await step('send to one', async () => {
    let adaHeard = 0;
    ada.next('onChat').then(() => adaHeard++);
    const heard = bob.next('onChat');
    await ada.request('chat.chatHandler.send', { rid: room, content: 'psst', from: adaName, target: bobName });
    assertChat(await heard, adaName, bobName, 'psst');
    assert.equal(adaHeard, 0);
  });
  await step('leave', async () => {
    const left = ada.next('onLeave');
    bob.disconnect();
    assert.equal((await left).user, bobName);
    ada.disconnect();
  });
});

async function enterConnector(player, name, gate) {
  await player.init(gate);
  const entry = await player.request('gate.gateHandler.queryEntry', { uid: name });
  player.disconnect();
  assert.equal(entry.code, 200);
  await player.init({ host: entry.host, port: entry.port, log: true });
}

function enter(player, username, rid) {
  return player.request('connector.entryHandler.enter', { username, rid });
}

function assertChat({ from, target, msg }, ...expected) {
  assert.deepEqual([from, target, msg], expected);
}
