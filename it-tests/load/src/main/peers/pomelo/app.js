// Pomelo as its template makes it: a master, one connector and one area server. PEER_BUFFER=1 turns on its own buffer
// scheduler, which gathers pushes for 20 ms.
'use strict';

const pomelo = require('pomelo');

const app = pomelo.createApp();
app.set('name', 'bench');

app.configure('production|development', 'connector', () => {
  app.set('connectorConfig', {connector: pomelo.connectors.hybridconnector, heartbeat: 15, useDict: true});
  if (process.env.PEER_BUFFER === '1') {
    app.set('pushSchedulerConfig', {scheduler: pomelo.pushSchedulers.buffer, flushInterval: 20});
  }
});

app.start();

process.on('uncaughtException', error => console.error(error.stack));
