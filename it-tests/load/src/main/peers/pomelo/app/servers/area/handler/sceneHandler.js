// The three routes of the benchmark.
'use strict';

module.exports = app => new SceneHandler(app);

class SceneHandler {
  constructor(app) {
    this.channels = app.get('channelService');
    this.rooms = new Map();
  }

  enter(message, session, next) {
    session.bind(message.uid, error => {
      const channel = this.channels.getChannel(message.room, true);
      channel.add(message.uid, session.frontendId);
      this.rooms.set(message.uid, channel);
      next(error, {code: 200});
    });
  }

  echo(message, session, next) {
    next(null, {code: 200, t: message.t, p: message.p});
  }

  move(message, session, next) {
    const moved = {id: session.uid, t: message.t, x: message.x, y: message.y, d: message.d};
    this.rooms.get(session.uid).pushMessage('onMove', moved);
    next(null);
  }
}
