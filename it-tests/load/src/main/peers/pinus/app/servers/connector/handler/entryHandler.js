// Pinus wants a handler in every type of server.
'use strict';

class EntryHandler {
  async hello() {
    return {code: 200};
  }
}

exports.default = () => new EntryHandler();
