/**
 * What every client does with the routes of the test server type `probe`, whatever its API looks like.
 *
 * @typedef {object} Player one client behind one API
 * @property {(route: string, body: object) => Promise<any>} request
 * @property {(route: string, body: object) => void} notify
 * @property {(event: string) => Promise<any>} next the payload of the next event of that name
 * @property {() => Record<string, number> | undefined} dictionary as the handshake brought it
 * @property {any} Socket the tapped WebSocket class
 */
import assert from 'node:assert/strict';
import { messages } from './tap.mjs';

export const TEXT = '柚子 🍊 shaddock <b>&amp;</b> “ñ”';
/** Pomelo's browser code reads no four-byte UTF-8, so a protobuf push to it stays within the basic plane. */
export const PLANE_TEXT = '柚子 shaddock <b>&amp;</b> “ñ”';
const PROTO_BODY = { n: -300, list: [0, 127, 128, 4294967295], path: [{ x: 1.5, y: -2.25 }, { x: 0, y: 1e100 }] };

/** @param {Player} player */
export async function checkDictionary(player, { codesRoutes = true } = {}) {
  const dictionary = player.dictionary();
  assert.equal(typeof dictionary?.['probe.probeHandler.echo'], 'number');
  assert.equal(typeof dictionary?.onNoted, 'number');
  await checkEcho(player);
  const echo = messages(player.Socket.last.sent).at(-1);
  assert.equal(echo[0], codesRoutes ? 0x01 : 0x00, 'the flag of a request');
}

/** @param {Player} player */
export async function checkEcho(player) {
  assert.deepEqual(await player.request('probe.probeHandler.echo', { text: TEXT, n: 42 }), {
    text: TEXT,
    n: 42,
    code: 200,
  });
}

/** @param {Player} player */
export async function checkNotifyAndPush(player) {
  const noted = player.next('onNoted');
  player.notify('probe.probeHandler.note', { text: TEXT });
  assert.deepEqual(await noted, { text: TEXT });
  assert.equal(messages(player.Socket.last.received).at(-1)[0], 0x07, 'the flag of a push by code');
}

/**
 * @param {Player} player
 * @param {string} text
 */
export async function checkProtobuf(player, text) {
  const body = { text, ...PROTO_BODY };
  const pushed = player.next('onProto');
  const answer = await player.request('probe.probeHandler.proto', body);
  assert.equal(answer.code, 200);
  assert.equal(answer.text, text, 'what the server read');
  assert.deepEqual(await pushed, body);
  const sent = messages(player.Socket.last.sent).at(-1);
  assert.ok(!sent.includes('"text"'), 'the request body is protobuf');
  const push = messages(player.Socket.last.received).find((message) => message[0] >> 1 === 3 && !message.includes('{'));
  assert.ok(push, 'the push body is protobuf');
}

/**
 * @param {Player} player
 * @param {string} event
 * @returns {Promise<any>} what the client says of the kick
 */
export async function kick(player, event) {
  const kicked = player.next(event);
  player.request('probe.probeHandler.kickMe', {}).catch(() => {});
  return kicked;
}
