'use strict';

module.exports = () => ({ echo: (payload, done) => done(null, payload) });
