/** The client on one connection, against a server in this process. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Events } from '../support/client-parts.mjs';
import { newClient, next, nextState, pause, play, startServer } from '../support/harness.mjs';
import { connect, ShaddockClient } from '../support/shaddock-client.mjs';
import { pushBytes, responseBytes } from '../support/tiny-server.mjs';

describe('connecting', () => {
  test('should shake hands, acknowledge and be open', async (t) => {
    const { client, session, states } = await play(t, { client: { user: { token: '柚子' } } });
    assert.deepEqual(session.request, { sys: { type: 'shaddock-js', version: '1.0.0', bundles: true }, user: { token: '柚子' } });
    assert.deepEqual(
      session.frames.map((frame) => frame[0]),
      [1, 2],
    );
    assert.deepEqual(states, ['connecting', 'open']);
    assert.equal(client.state, 'open');
  });

  test('should say why the server refuses who it is', async (t) => {
    const server = await startServer(t);
    server.handshake = () => ({ code: 500, message: 'The token was used before.' });
    const { client } = newClient(t, server.url);
    await assert.rejects(client.connect(), {
      code: 'HANDSHAKE',
      message: 'The server refused the handshake with code 500: The token was used before.',
    });
  });

  test('should turn an http address into a WebSocket address', async (t) => {
    const server = await startServer(t);
    const { client } = newClient(t, new URL(server.url.replace('ws:', 'http:')));
    await client.connect();
    assert.equal(client.state, 'open');
  });

  for (const [code, retryable] of [
    [500, true],
    [501, false],
  ]) {
    test(`should be rejected when the server answers the handshake with ${code}`, async (t) => {
      const server = await startServer(t);
      server.handshake = () => ({ code });
      const { client, states } = newClient(t, server.url);
      await assert.rejects(client.connect(), { name: 'ShaddockError', code: 'HANDSHAKE', status: code, retryable });
      assert.deepEqual(states, ['connecting', 'closed']);
    });
  }

  test('should be rejected when nobody listens', async (t) => {
    const server = await startServer(t);
    const { url } = server;
    await server.stop();
    const { client } = newClient(t, url);
    await assert.rejects(client.connect(), { code: 'DISCONNECTED', retryable: true });
    assert.equal(client.state, 'closed');
  });

  test('should be rejected when the server never answers the handshake', async (t) => {
    const server = await startServer(t);
    server.handshake = () => undefined;
    const { client } = newClient(t, server.url, { connectTimeoutMillis: 50 });
    await assert.rejects(client.connect(), { code: 'TIMEOUT', retryable: true });
  });

  test('should be rejected when the handshake is broken JSON', async (t) => {
    const server = await startServer(t);
    server.handshake = (session) => void session.send(Buffer.from([1, 0, 0, 1, 0x7b]));
    const { client } = newClient(t, server.url);
    client.on('error', () => {});
    await assert.rejects(client.connect(), { code: 'DISCONNECTED' });
  });

  test('should be rejected when close() comes first', async (t) => {
    const server = await startServer(t);
    server.handshake = () => undefined;
    const { client, states } = newClient(t, server.url);
    const connecting = client.connect();
    await pause(20);
    client.close();
    await assert.rejects(connecting, { code: 'CLOSED', retryable: false });
    assert.deepEqual(states, ['connecting', 'closed']);
  });

  test('should be rejected when the address makes no sense, and leave nothing behind', async (t) => {
    const { client } = newClient(t, 'no address');
    await assert.rejects(client.connect());
    assert.equal(client.state, 'closed');
  });

  test('should not be asked for twice', async (t) => {
    const { client } = await play(t);
    await assert.rejects(client.connect(), /connect\(\) was called when open/);
  });

  test('should say what is missing where there is no WebSocket', { skip: 'WebSocket' in globalThis }, () => {
    assert.throws(() => new ShaddockClient({ url: 'ws://127.0.0.1/' }), /pass one/);
  });

  test('should work in one call', async (t) => {
    const server = await startServer(t);
    const { WebSocket } = await import('ws');
    const client = await connect({ url: server.url, WebSocket });
    t.after(() => client.close());
    assert.deepEqual(await client.request('a.b.c', { x: 1 }), { code: 200, route: 'a.b.c', x: 1 });
  });
});

describe('a request', () => {
  test('should find its own answer, whatever the order', async (t) => {
    const answer = (route, body, session, id) => void setTimeout(() => session.respond(id, body), 50 - 10 * id);
    const { client } = await play(t, { server: { answer } });
    const answers = await Promise.all([1, 2, 3].map((n) => client.request('a.b.c', { n })));
    assert.deepEqual(answers, [{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  test('should send an empty object when it has no body', async (t) => {
    const { client } = await play(t, { server: { answer: (route, body) => ({ body }) } });
    assert.deepEqual(await client.request('a.b.c'), { body: {} });
  });

  test('should resolve with whatever came', async (t) => {
    const { client } = await play(t, { server: { answer: () => ({ code: 500, message: 'no' }) } });
    assert.deepEqual(await client.request('a.b.c'), { code: 500, message: 'no' });
  });

  test('should be rejected with the code of an answer that is not ok, when only ok will do', async (t) => {
    const body = { code: 1001, message: 'The room is full' };
    const { client } = await play(t, { server: { answer: () => body } });
    const expected = { name: 'ShaddockError', code: 1001, message: 'The room is full', retryable: false, body };
    await assert.rejects(client.request('a.b.c', {}, { okOnly: true }), expected);
  });

  test('should be strict or not as the client is, unless it says otherwise', async (t) => {
    const { client } = await play(t, { server: { answer: () => ({ code: 500 }) }, client: { okOnly: true } });
    await assert.rejects(client.request('a.b.c'), { code: 500, message: 'a.b.c answered with code 500' });
    assert.deepEqual(await client.request('a.b.c', {}, { okOnly: false }), { code: 500 });
  });

  test('should accept an answer without a code, or with 200, when only ok will do', async (t) => {
    const { client } = await play(t, { server: { answer: (route, body) => body } });
    assert.deepEqual(await client.request('a.b.c', { users: [] }, { okOnly: true }), { users: [] });
    assert.deepEqual(await client.request('a.b.c', { code: 200 }, { okOnly: true }), { code: 200 });
  });

  test('should time out, and ignore the answer that comes too late', async (t) => {
    const answer = (route, body, session, id) => void setTimeout(() => session.respond(id, body), 60);
    const { client } = await play(t, { server: { answer } });
    await assert.rejects(client.request('a.b.c', {}, { timeoutMillis: 20 }), { code: 'TIMEOUT', retryable: true });
    await pause(60);
    assert.deepEqual(await client.request('a.b.c', { n: 2 }), { n: 2 });
  });

  test('should be rejected alone when its answer cannot be read', async (t) => {
    const answer = (route, body, session, id) => void session.send(responseBytes(id, body.broken ? '' : '{}'));
    const { client } = await play(t, { server: { answer } });
    await assert.rejects(client.request('a.b.c', { broken: true }), { code: 'PROTOCOL', retryable: false });
    assert.deepEqual(await client.request('a.b.c'), {});
  });

  test('should be rejected when it cannot be written, and leave nothing waiting', async (t) => {
    const { client } = await play(t);
    await assert.rejects(client.request('r'.repeat(256)), { code: 'ENCODING' });
    assert.equal((await client.request('a.b.c')).code, 200);
  });

  test('should be rejected when there is no connection', async (t) => {
    const { client } = newClient(t, 'ws://127.0.0.1:1/');
    await assert.rejects(client.request('a.b.c'), { code: 'NOT_OPEN', retryable: true });
  });

  test('should be rejected when the application closes the client', async (t) => {
    const { client, states } = await play(t, { server: { answer: () => undefined } });
    const waiting = assert.rejects(client.request('a.b.c'), { code: 'CLOSED', retryable: false });
    client.close();
    await waiting;
    assert.deepEqual(states, ['connecting', 'open', 'closed']);
  });
});

describe('a notify', () => {
  test('should reach the server and say so', async (t) => {
    const { client, session } = await play(t);
    assert.equal(client.notify('a.b.note', { text: '柚子' }), true);
    await client.request('a.b.c');
    assert.deepEqual(session.notified, [{ route: 'a.b.note', body: { text: '柚子' } }]);
  });

  test('should say that it was not sent without a connection', async (t) => {
    const { client } = newClient(t, 'ws://127.0.0.1:1/');
    assert.equal(client.notify('a.b.note'), false);
  });
});

describe('a push', () => {
  test('should reach every listener of its route until it is removed', async (t) => {
    const { client, session } = await play(t);
    const heard = [];
    const stop = client.on('onChat', (body) => heard.push(['first', body.n]));
    const second = (body) => heard.push(['second', body.n]);
    client.on('onChat', second);
    session.push('onChat', { n: 1 });
    await next(client, 'push');
    stop();
    session.push('onChat', { n: 2 });
    await next(client, 'push');
    client.off('onChat', second);
    session.push('onChat', { n: 3 });
    await next(client, 'push');
    assert.deepEqual(heard, [['first', 1], ['second', 1], ['second', 2]]);
  });

  test('should be heard when several share a frame with an answer', async (t) => {
    const answer = (route, body, session, id) => {
      session.send(pushBytes('onA', '{"n":1}'), responseBytes(id, '{}'), pushBytes('onA', '{"n":2}'));
    };
    const { client } = await play(t, { server: { answer } });
    const heard = [];
    client.on('onA', ({ n }) => heard.push(n));
    await client.request('a.b.c');
    assert.deepEqual(heard, [1, 2]);
  });

  test('should not be taken for an event of the client', async (t) => {
    const { client, session, states } = await play(t);
    session.push('state', { state: 'kicked' });
    assert.deepEqual(await next(client, 'push'), { route: 'state', body: { state: 'kicked' } });
    assert.deepEqual(states, ['connecting', 'open']);
  });

  test('should be reported alone when it cannot be read', async (t) => {
    const { client, session } = await play(t);
    const reported = next(client, 'error');
    session.send(pushBytes('onA', '{"n":'));
    assert.equal((await reported).code, 'PROTOCOL');
    assert.equal((await client.request('a.b.c')).code, 200);
  });

  test('should reach the other listeners when one throws', (t) => {
    const logged = t.mock.method(console, 'error', () => {});
    const events = new Events();
    const heard = [];
    events.on('onA', () => {
      throw new Error('mine');
    });
    events.on('onA', (body) => heard.push(body));
    assert.equal(events.emit('onA', 1), true);
    assert.deepEqual(heard, [1]);
    assert.equal(logged.mock.callCount(), 1);
  });

  test('should be refused a listener that is no function', () => {
    assert.throws(() => new Events().on('onA', undefined), TypeError);
  });
});

describe('a kick', () => {
  test('should end the session with its reason and without a reconnect', async (t) => {
    const { client, server, session, states } = await play(t, { server: { answer: () => undefined } });
    const waiting = assert.rejects(client.request('a.b.c'), { code: 'KICKED', reason: '重复登录', retryable: false });
    const kicked = nextState(client, 'kicked');
    session.kick('重复登录');
    assert.equal((await kicked).error.reason, '重复登录');
    await waiting;
    await pause(60);
    assert.equal(server.sessions.length, 1);
    assert.deepEqual(states, ['connecting', 'open', 'kicked']);
  });

  test('should let the application connect again', async (t) => {
    const { client, session } = await play(t);
    const kicked = nextState(client, 'kicked');
    session.kick('bye');
    await kicked;
    await client.connect();
    assert.equal((await client.request('a.b.c')).code, 200);
  });
});
