// Loaded before a peer: its listeners stay on the loopback interface, and with PEER_NODELAY=1 its sockets send at once.
'use strict';

const net = require('node:net');

const HOST = '127.0.0.1';
const noDelay = process.env.PEER_NODELAY === '1';
const listen = net.Server.prototype.listen;
const connect = net.Socket.prototype.connect;

net.Server.prototype.listen = function (...args) {
  const callback = args.find(arg => typeof arg === 'function');
  const options = typeof args[0] === 'object' && args[0] !== null ? args[0] : {port: Number(args[0])};
  if (noDelay) {
    this.on('connection', socket => socket.setNoDelay(true));
  }
  return listen.call(this, {...options, host: HOST}, ...(callback ? [callback] : []));
};

net.Socket.prototype.connect = function (...args) {
  if (noDelay) {
    this.once('connect', () => this.setNoDelay(true));
  }
  return connect.apply(this, args);
};
