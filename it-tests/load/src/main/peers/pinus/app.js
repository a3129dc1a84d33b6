// Pinus, the same application as Pomelo's. PEER_BUFFER=1 turns on its own buffer scheduler, which gathers pushes for 20 ms.
'use strict';

require('reflect-metadata');
const {pinus, BufferPushScheduler} = require('pinus');

const app = pinus.createApp();
app.set('name', 'bench');

app.configure('production|development', 'connector', () => {
  app.set('connectorConfig', {connector: pinus.connectors.hybridconnector, heartbeat: 15, useDict: true});
  if (process.env.PEER_BUFFER === '1') {
    app.set('pushSchedulerConfig', {scheduler: BufferPushScheduler, flushInterval: 20});
  }
});

app.start();

process.on('uncaughtException', error => console.error(error.stack));
