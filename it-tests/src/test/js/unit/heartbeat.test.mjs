/** The heartbeat, at an interval short enough to wait for. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { next, nextState, pause, play } from '../support/harness.mjs';

const INTERVAL_MILLIS = 100;
const handshake = () => ({ code: 200, sys: { heartbeat: INTERVAL_MILLIS / 1000 } });

describe('a heartbeat', () => {
  test('should be answered after the interval, once', async (t) => {
    const { session } = await play(t, { server: { handshake } });
    session.heartbeat();
    session.heartbeat();
    await pause(INTERVAL_MILLIS / 2);
    assert.equal(session.heartbeats, 0);
    await pause(INTERVAL_MILLIS);
    assert.equal(session.heartbeats, 1);
  });

  test('should measure the round trip from the acknowledgement on', async (t) => {
    const { client, session } = await play(t, { server: { handshake } });
    assert.equal(client.rttMillis, undefined);
    const measured = next(client, 'rtt');
    await pause(30);
    session.heartbeat();
    const rttMillis = await measured;
    assert.ok(rttMillis >= 25 && rttMillis < 1000, `${rttMillis}`);
    assert.equal(client.rttMillis, rttMillis);
  });

  test('should end a connection that is silent for two intervals', async (t) => {
    const { client, session } = await play(t, { server: { handshake } });
    session.heartbeat();
    const { error } = await nextState(client, 'reconnecting');
    assert.equal(error.code, 'TIMEOUT');
  });

  test('should count any package as a sign of life', async (t) => {
    const { session, states } = await play(t, { server: { handshake } });
    for (let n = 0; n < 8; n++) {
      await pause(INTERVAL_MILLIS / 2);
      session.push('onA', { n });
    }
    assert.deepEqual(states, ['connecting', 'open']);
  });

  test('should not be sent to a server that wants none', async (t) => {
    const { session, states } = await play(t);
    session.heartbeat();
    await pause(3 * INTERVAL_MILLIS);
    assert.equal(session.heartbeats, 0);
    assert.deepEqual(states, ['connecting', 'open']);
  });
});
