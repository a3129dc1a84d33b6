// node client.cjs PORT SECONDS: calls echo with one call and with 64 under way, and prints a JSON line for each.
'use strict';

require('./net-rules.cjs');
const path = require('path');
const { client: factory } = require('pomelo-rpc');

const [port, seconds] = process.argv.slice(2).map(Number);
const system = process.env.NODELAY === '1' ? 'pomelo-rpc, TCP_NODELAY' : 'pomelo-rpc';
const payload = { number: 1234567890123, room: 42, name: 'a player of 20 chars', x: 12.5, y: -7.25, text: 'x'.repeat(52) };
const warmSeconds = 3;

const client = factory.create({
  context: { serverId: 'caller' },
  router: (key, message, context, done) => done(null, 'echo-1'),
});

/** Keeps so many calls under way for a time; the times they took, in nanoseconds. */
function fly(echo, callers, millis) {
  return new Promise((resolve) => {
    const took = [];
    const end = Date.now() + millis;
    let flying = callers;
    const call = () => {
      const start = process.hrtime.bigint();
      echo(null, payload, (error) => {
        if (error) {
          throw error;
        }
        took.push(Number(process.hrtime.bigint() - start));
        if (Date.now() < end) {
          call();
        } else if (--flying === 0) {
          resolve(took);
        }
      });
    };
    for (let i = 0; i < callers; i++) {
      call();
    }
  });
}

async function measure(echo, callers) {
  await fly(echo, callers, warmSeconds * 1000);
  const took = (await fly(echo, callers, seconds * 1000)).sort((a, b) => a - b);
  const micros = (share) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))] / 1000);
  const callsPerSecond = Math.round(took.length / seconds);
  console.log(JSON.stringify({ system, mode: 'callback', callers, callsPerSecond, p50Micros: micros(0.5), p99Micros: micros(0.99) }));
}

client.start(async () => {
  client.addProxies([{ namespace: 'user', serverType: 'test', path: path.join(__dirname, 'remote') }]);
  client.addServers([{ id: 'echo-1', serverType: 'test', host: '127.0.0.1', port }]);
  const echo = client.proxies.user.test.echo.echo;
  for (const callers of [1, 64]) {
    await measure(echo, callers);
  }
  process.exit(0);
});
