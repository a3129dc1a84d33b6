/** Starts servers and clients for one test and ends them after it. */
import { WebSocket } from 'ws';
import { ShaddockClient } from './shaddock-client.mjs';
import { TinyServer } from './tiny-server.mjs';

/** @param {import('node:test').TestContext} t */
export async function startServer(t, port) {
  const server = await TinyServer.start(port);
  t.after(() => server.stop());
  return server;
}

/** A client that is not connected yet; `states` lists what it went through. */
export function newClient(t, url, options = {}) {
  const client = new ShaddockClient({ url, WebSocket, reconnect: { initialDelayMillis: 10 }, ...options });
  const states = [];
  client.on('state', ({ state }) => states.push(state));
  t.after(() => client.close());
  return { client, states };
}

/** A server, a connected client and the server's side of their session. */
export async function play(t, options = {}) {
  const server = await startServer(t);
  Object.assign(server, options.server);
  const { client, states } = newClient(t, server.url, options.client);
  const arrival = server.nextSession();
  await client.connect();
  return { server, client, states, session: await arrival };
}

export function next(client, event, matches = () => true) {
  return new Promise((resolve) => {
    const stop = client.on(event, (payload) => {
      if (!matches(payload)) return;
      stop();
      resolve(payload);
    });
  });
}

export const nextState = (client, wanted) => next(client, 'state', ({ state }) => state === wanted);

export const pause = (millis) => new Promise((wake) => setTimeout(wake, millis));
