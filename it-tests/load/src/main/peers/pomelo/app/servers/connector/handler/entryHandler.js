// Pomelo wants a handler in every type of server.
'use strict';

module.exports = () => ({
  hello: (message, session, next) => next(null, {code: 200}),
});
