// Serves echo until its standard input ends. Prints "ready PORT".
'use strict';

require('./net-rules.cjs');
const path = require('path');
const { server } = require('pomelo-rpc');

server.create({ port: 1, paths: [{ namespace: 'user', path: path.join(__dirname, 'remote') }] }).start();
process.stdin.on('end', () => process.exit(0)).resume();
