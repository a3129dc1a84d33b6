// Colyseus: one process, WebSocket transport, one room. It has no connector and no hop to an area.
'use strict';

const {Room, Server} = require('@colyseus/core');
const {WebSocketTransport} = require('@colyseus/ws-transport');

class Scene extends Room {
  onCreate() {
    this.maxClients = Infinity;
    this.onMessage('move', (client, {t, x, y, d}) => this.broadcast('onMove', {id: client.userData.uid, t, x, y, d}));
    this.onMessage('echo', (client, {t, p}) => client.send('echo', {code: 200, t, p}));
  }

  onJoin(client, {uid}) {
    client.userData = {uid};
  }
}

const server = new Server({transport: new WebSocketTransport({}), greet: false});
server.define('scene', Scene).filterBy(['room']);
server.listen(23012, '127.0.0.1').catch(error => {
  console.error(error);
  process.exit(1);
});
