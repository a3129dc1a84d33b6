/** Losing the server and coming back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_BACKOFF, delayBefore, moveTarget } from '../support/client-parts.mjs';
import { bytes } from '../support/hex.mjs';
import { newClient, next, nextState, pause, play, startServer } from '../support/harness.mjs';

describe('a lost connection', () => {
  test('should be made again, and requests in flight be rejected as retryable', async (t) => {
    const { client, session, states, server } = await play(t, { server: { answer: () => undefined } });
    const waiting = assert.rejects(client.request('a.b.c'), { code: 'DISCONNECTED', retryable: true });
    const reopened = nextState(client, 'open');
    session.cut();
    await waiting;
    await assert.rejects(client.request('a.b.c'), { code: 'NOT_OPEN' });
    await reopened;
    server.answer = () => ({ code: 200 });
    assert.deepEqual(await client.request('a.b.c'), { code: 200 });
    assert.deepEqual(states, ['connecting', 'open', 'reconnecting', 'open']);
  });

  test('should be made again with whatever the client is by then', async (t) => {
    let asked = 0;
    const user = async () => ({ token: `t${++asked}` });
    const { client, session, server } = await play(t, { client: { user } });
    const reopened = nextState(client, 'open');
    session.cut();
    await reopened;
    await client.request('a.b.c');
    assert.deepEqual(
      server.sessions.map(({ request }) => request.user.token),
      ['t1', 't2'],
    );
  });

  test('should let the application re-enter before anybody else can send', async (t) => {
    const seen = [];
    const answer = (route) => void seen.push(route) ?? {};
    const onReconnect = async (link) => {
      await link.request('room.enter');
      seen.push(client.state);
      await assert.rejects(client.request('room.early'), { code: 'NOT_OPEN' });
      assert.equal(client.notify('room.early'), false);
    };
    const { client, session } = await play(t, { server: { answer }, client: { onReconnect } });
    const reopened = nextState(client, 'open');
    session.cut();
    await reopened;
    await client.request('room.say');
    assert.deepEqual(seen, ['room.enter', 'reconnecting', 'room.say']);
  });

  test('should be tried again when re-entering fails', async (t) => {
    let entries = 0;
    const onReconnect = (link) => link.request('room.enter', {}, { okOnly: true });
    const answer = () => (++entries < 3 ? { code: 500, error: true } : { users: [] });
    const { client, session, server } = await play(t, { server: { answer }, client: { onReconnect } });
    const reopened = nextState(client, 'open');
    session.cut();
    await reopened;
    assert.equal(entries, 3);
    assert.equal(server.sessions.length, 4);
  });

  test('should be tried again when it is lost while re-entering', async (t) => {
    let entries = 0;
    const answer = (route, body, session) => (++entries === 1 ? void session.cut() : {});
    const onReconnect = (link) => link.request('room.enter');
    const { client, session } = await play(t, { server: { answer }, client: { onReconnect } });
    const reopened = nextState(client, 'open');
    session.cut();
    await reopened;
    assert.equal(entries, 2);
  });

  test('should be tried again when re-entering hangs and the connection ends', async (t) => {
    let hooks = 0;
    const onReconnect = () => (++hooks === 1 ? new Promise(() => {}) : undefined);
    const { client, session, server } = await play(t, { client: { onReconnect } });
    const second = server.nextSession();
    const reopened = nextState(client, 'open');
    session.cut();
    (await second).cut();
    await reopened;
    assert.equal(hooks, 2);
  });

  test('should hear pushes while re-entering', async (t) => {
    const answer = (route, body, session) => {
      session.push('onAdd', { user: 'a' });
      return {};
    };
    const heard = [];
    const onReconnect = async (link) => {
      await link.request('room.enter');
      assert.deepEqual(heard, ['a']);
    };
    const { client, session } = await play(t, { server: { answer }, client: { onReconnect } });
    client.on('onAdd', ({ user }) => heard.push(user));
    const reopened = nextState(client, 'open');
    session.cut();
    await reopened;
    assert.deepEqual(heard, ['a']);
  });

  test('should stay lost when re-entering gets the session kicked', async (t) => {
    const answer = (route, body, session) => void session.kick('banned');
    const onReconnect = (link) => link.request('room.enter');
    const { client, session, server } = await play(t, { server: { answer }, client: { onReconnect } });
    const kicked = nextState(client, 'kicked');
    session.cut();
    assert.equal((await kicked).error.reason, 'banned');
    await pause(60);
    assert.equal(server.sessions.length, 2);
  });

  test('should stay lost when the server refuses this client from now on', async (t) => {
    const { client, session, server } = await play(t);
    server.handshake = () => ({ code: 501 });
    const closed = nextState(client, 'closed');
    session.cut();
    assert.equal((await closed).error.status, 501);
  });

  test('should be given up after the attempts allowed', async (t) => {
    const reconnect = { initialDelayMillis: 5, maxAttempts: 2 };
    const { client, server, states } = await play(t, { client: { reconnect } });
    const closed = nextState(client, 'closed');
    await server.stop();
    assert.equal((await closed).error.code, 'DISCONNECTED');
    assert.deepEqual(states, ['connecting', 'open', 'reconnecting', 'reconnecting', 'closed']);
  });

  test('should stay lost when reconnecting is switched off', async (t) => {
    const { client, session, states } = await play(t, { client: { reconnect: false } });
    const closed = nextState(client, 'closed');
    session.cut();
    await closed;
    assert.deepEqual(states, ['connecting', 'open', 'closed']);
  });

  test('should stay lost when the application closes the client meanwhile', async (t) => {
    const reconnect = { initialDelayMillis: 50 };
    const { client, server, session, states } = await play(t, { client: { reconnect } });
    const lost = nextState(client, 'reconnecting');
    session.cut();
    await lost;
    client.close();
    await pause(120);
    assert.equal(server.sessions.length, 1);
    assert.deepEqual(states, ['connecting', 'open', 'reconnecting', 'closed']);
  });

  test('should be made again at once when the application knows that it is time', async (t) => {
    const { client, session } = await play(t, { client: { reconnect: { initialDelayMillis: 60_000 } } });
    const lost = nextState(client, 'reconnecting');
    session.cut();
    assert.ok((await lost).delayMillis >= 15_000);
    const reopened = nextState(client, 'open');
    client.reconnectNow();
    await reopened;
  });

  test('should be made again where the address function says', async (t) => {
    const [first, second] = [await startServer(t), await startServer(t)];
    const asked = [];
    const url = async () => {
      asked.push(asked.length);
      if (asked.length === 2) throw new Error('the gate is away');
      return asked.length === 1 ? first.url : second.url;
    };
    const { client } = newClient(t, url);
    await client.connect();
    const arrived = second.nextSession();
    await first.stop();
    await arrived;
    assert.equal(asked.length, 3);
  });

  test('should be made again with the dictionary and the definitions that are already here', async (t) => {
    const sys = { useDict: true, dict: { onA: 1 }, dictVersion: 'd1', useProto: true, protos: { version: 'p1' } };
    const full = () => ({ code: 200, sys });
    const { client, session, server } = await play(t, { server: { handshake: full } });
    server.handshake = () => ({ code: 200, sys: { useDict: true, useProto: true } });
    const arrived = server.nextSession();
    session.cut();
    const returned = await arrived;
    assert.deepEqual(returned.request.sys, {
      type: 'shaddock-js',
      version: '1.0.0',
      bundles: true,
      dictVersion: 'd1',
      protoVersion: 'p1',
    });
    const heard = next(client, 'onA');
    returned.send(bytes('04000005 070001 7b7d'));
    assert.deepEqual(await heard, {});
  });
});

describe('a wait before an attempt', () => {
  const backoff = { initialDelayMillis: 500, maxDelayMillis: 30_000, maxAttempts: Infinity };

  test('should double up to its maximum', () => {
    const delays = [1, 2, 3, 7, 100].map((attempt) => delayBefore(backoff, attempt, 1));
    assert.deepEqual(delays, [500, 1000, 2000, 30_000, 30_000]);
  });

  test('should vary by half', () => {
    assert.deepEqual([delayBefore(backoff, 1, 0), delayBefore(backoff, 1, 0.5)], [250, 375]);
  });

  test('should be half a second at first and half a minute at most', () => {
    assert.deepEqual(DEFAULT_BACKOFF, backoff);
  });
});

describe('shaddock.reconnect', () => {
  test('should move the client to another server, after the time the server gives', async (t) => {
    const { client, session, server } = await play(t, { server: { answer: () => undefined } });
    const other = await startServer(t);
    const waiting = assert.rejects(client.request('a.b.c'), { code: 'MOVED', retryable: true });
    const arrived = other.nextSession();
    session.push('shaddock.reconnect', { url: other.url, afterMillis: 50 });
    await next(client, 'shaddock.reconnect');
    assert.equal(client.state, 'open');
    const { delayMillis } = await nextState(client, 'reconnecting');
    assert.equal(delayMillis, 0);
    await waiting;
    await arrived;
    await pause(30);
    assert.deepEqual([client.state, server.sessions.length], ['open', 1]);
  });

  test('should make the client come back to the same server after a delay of its own', async (t) => {
    const { client, session, server } = await play(t);
    const arrived = server.nextSession();
    const moving = nextState(client, 'reconnecting');
    session.push('shaddock.reconnect', {});
    assert.ok((await moving).delayMillis > 0);
    await arrived;
  });

  test('should lead back to the usual address when the other server is away', async (t) => {
    const other = await startServer(t);
    const { url } = other;
    await other.stop();
    const { session, server } = await play(t);
    const arrived = server.nextSession();
    session.push('shaddock.reconnect', { url, afterMillis: 0 });
    await arrived;
  });

  test('should not be followed to an address that is no WebSocket', async (t) => {
    const { client, session, states } = await play(t);
    const reported = next(client, 'error');
    session.push('shaddock.reconnect', { url: 'javascript:alert(1)', afterMillis: 0 });
    assert.equal((await reported).code, 'PROTOCOL');
    await pause(30);
    assert.deepEqual(states, ['connecting', 'open']);
  });

  test('should not lead from an encrypted connection to an open one', () => {
    const present = 'wss://a.example/';
    assert.throws(() => moveTarget('ws://b.example/', present), { code: 'PROTOCOL' });
    assert.equal(moveTarget('wss://b.example/', present), 'wss://b.example/');
    assert.equal(moveTarget('//b.example:8443', present), 'wss://b.example:8443/');
    assert.equal(moveTarget('wss://b.example/', 'ws://a.example/'), 'wss://b.example/');
  });

  test('should be left to the application when reconnecting is switched off', async (t) => {
    const { client, session, states } = await play(t, { client: { reconnect: false } });
    session.push('shaddock.reconnect', { afterMillis: 0 });
    await next(client, 'shaddock.reconnect');
    await pause(30);
    assert.deepEqual(states, ['connecting', 'open']);
  });
});
