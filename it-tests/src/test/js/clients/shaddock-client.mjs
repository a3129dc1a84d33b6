/** Our own client, from the source tree, against a running server. */
import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import { connect } from '../support/shaddock-client.mjs';
import { checkDictionary, checkEcho, checkNotifyAndPush, checkProtobuf, kick, TEXT } from '../support/probe.mjs';
import { run } from '../support/scenario.mjs';
import { tapped } from '../support/tap.mjs';

await run('shaddock-client', async ({ url, step }) => {
  const Socket = tapped(WebSocket);
  const options = { url, WebSocket: Socket, reconnect: { initialDelayMillis: 20 } };
  let reentered = 0;
  const client = await step('handshake', () => {
    return connect({ ...options, onReconnect: async (link) => checkEcho(link).then(() => reentered++) });
  });
  const player = playerOf(client, Socket);

  await step('dictionary', () => checkDictionary(player));
  await step('notify and push', () => checkNotifyAndPush(player));
  await step('protobuf both ways', () => checkProtobuf(player, TEXT));
  await step('round-trip time', async () => {
    const rttMillis = client.rttMillis ?? (await player.next('rtt'));
    assert.ok(rttMillis > 0 && rttMillis < 5000, `${rttMillis} ms`);
  });
  await step('an unknown route', async () => {
    const answer = await client.request('probe.probeHandler.noSuch');
    assert.equal(answer.code, 500);
    await assert.rejects(client.request('probe.probeHandler.noSuch', {}, { okOnly: true }), { code: 500 });
  });
  await step('reconnect with dictionary and protos kept', async () => {
    const reopened = nextState(client, 'open');
    Socket.last.terminate();
    await reopened;
    assert.equal(reentered, 1);
    const [handshake] = Socket.last.received;
    const { sys } = JSON.parse(handshake.subarray(4).toString());
    assert.deepEqual([sys.dict, sys.protos, sys.useDict, sys.useProto], [undefined, undefined, true, true]);
    await checkDictionary({ ...player, dictionary: () => dictionaryIn(Socket.sockets[0]) });
    await checkProtobuf(player, TEXT);
  });
  await step('kick', async () => {
    const kicked = nextState(client, 'kicked');
    kick(player, 'push').catch(() => {});
    const { error } = await kicked;
    assert.equal(error.reason, 'probe');
  });
  await step('no return after a kick', async () => {
    const sockets = Socket.sockets.length;
    await new Promise((wake) => setTimeout(wake, 300));
    assert.equal(Socket.sockets.length, sockets);
    await assert.rejects(client.request('probe.probeHandler.echo'), { code: 'NOT_OPEN', retryable: true });
  });
});

function playerOf(client, Socket) {
  return {
    Socket,
    dictionary: () => dictionaryIn(Socket.last),
    request: (route, body) => client.request(route, body),
    notify: (route, body) => assert.equal(client.notify(route, body), true),
    next: (event) => {
      return new Promise((resolve) => {
        const stop = client.on(event, (body) => {
          stop();
          resolve(body);
        });
      });
    },
  };
}

function nextState(client, wanted) {
  return new Promise((resolve) => {
    const stop = client.on('state', (change) => {
      if (change.state !== wanted) return;
      stop();
      resolve(change);
    });
  });
}

function dictionaryIn(socket) {
  return JSON.parse(socket.received[0].subarray(4).toString()).sys.dict;
}
