// Pomelo's RPC listens on every address and lets TCP hold small packets back. Here it listens on loopback, and with
// NODELAY=1 both ends send at once.
'use strict';

const net = require('net');

const noDelay = process.env.NODELAY === '1';
const { Server, createConnection } = net;

net.Server = function () {
  const server = new Server({ noDelay });
  const listen = server.listen.bind(server);
  server.listen = () => listen(0, '127.0.0.1', () => console.log('ready ' + server.address().port));
  return server;
};

net.createConnection = (...where) => createConnection(...where).setNoDelay(noDelay);
