// The three routes of the benchmark.
'use strict';

class SceneHandler {
  constructor(app) {
    this.channels = app.get('channelService');
    this.rooms = new Map();
  }

  async enter(message, session) {
    await session.abind(message.uid);
    const channel = this.channels.getChannel(message.room, true);
    channel.add(message.uid, session.frontendId);
    this.rooms.set(message.uid, channel);
    return {code: 200};
  }

  async echo(message) {
    return {code: 200, t: message.t, p: message.p};
  }

  async move(message, session) {
    const moved = {id: session.uid, t: message.t, x: message.x, y: message.y, d: message.d};
    this.rooms.get(session.uid).pushMessage('onMove', moved);
  }
}

exports.default = app => new SceneHandler(app);
