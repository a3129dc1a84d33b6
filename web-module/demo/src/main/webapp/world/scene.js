/**
 * What the hero's surroundings look like at a moment: the server's views, a little late, and between two of them
 * interpolated. Knows nothing of pictures.
 */

/** How late things are shown: two ticks, so that there is nearly always a place to go on to. */
const DELAY_MILLIS = 100;
/** The own hero is shown less late: a stutter now and then for an answer that is felt to be prompt. */
const OWN_DELAY_MILLIS = 60;
const TICK_MILLIS = 50;
/** Between two places farther apart in time the thing did not walk but stand, at first. */
const LONGEST_GAP_MILLIS = 260;
/** What jumps farther than this many tiles is not shown walking there. */
const JUMP_TILES = 3;
const FADE_MILLIS = 220;
const SWING_MILLIS = 260;
const FLASH_MILLIS = 160;

/** @typedef {{ atMillis: number, x: number, y: number }} Place */

export class Thing {
  /** @type {Place[]} */
  #places = [];
  #delay;
  x = 0;
  y = 0;
  /** -1: looks to the left, 1: to the right. */
  facing = 1;
  isMoving = false;
  /** How far it has walked, for its feet. */
  walked = 0;
  hurtAt = -Infinity;
  swungAt = -Infinity;
  /** @type {number | undefined} when it went out of view */
  goneAt;

  /**
   * @param {import('./world-link.js').Look} look
   * @param {number} atMillis of the server
   * @param {number} now of the page
   * @param {boolean} isOwn
   */
  constructor({ kind, name, maxHp, at: [id, x, y, hp, swings] }, atMillis, now, isOwn) {
    this.id = id;
    this.kind = kind;
    this.name = name ?? '';
    this.hp = hp;
    this.maxHp = maxHp;
    this.swings = swings;
    this.isOwn = isOwn;
    this.cameAt = now;
    this.#delay = isOwn ? OWN_DELAY_MILLIS : DELAY_MILLIS;
    this.#places.push({ atMillis, x: x / 100, y: y / 100 });
    this.x = x / 100;
    this.y = y / 100;
  }

  get isMonster() {
    return this.maxHp > 0 && this.kind !== 'hero';
  }

  get isFallen() {
    return this.maxHp > 0 && this.hp === 0;
  }

  /**
   * @param {number} now
   * @returns {number} 0 to 1
   */
  opacity(now) {
    const gone = this.goneAt === undefined ? 1 : 1 - (now - this.goneAt) / FADE_MILLIS;
    return Math.max(0, Math.min(1, (now - this.cameAt) / FADE_MILLIS, gone));
  }

  /**
   * @param {number} now
   * @returns {number | undefined} how far a blow is under way, 0 to 1
   */
  swing(now) {
    const part = (now - this.swungAt) / SWING_MILLIS;
    return part < 1 ? part : undefined;
  }

  /** @param {number} now */
  isFlashing(now) {
    return now - this.hurtAt < FLASH_MILLIS;
  }

  /**
   * @param {number} atMillis
   * @param {number} x
   * @param {number} y
   */
  place(atMillis, x, y) {
    const last = this.#places[this.#places.length - 1];
    const next = { atMillis, x: x / 100, y: y / 100 };
    if (Math.hypot(next.x - last.x, next.y - last.y) > JUMP_TILES) {
      this.#places = [next];
      return;
    }
    const gap = atMillis - last.atMillis;
    if (gap > LONGEST_GAP_MILLIS) this.#places.push({ ...last, atMillis: atMillis - TICK_MILLIS });
    // What is far away is told every few ticks only; it is shown as much later.
    const wanted = this.isOwn ? OWN_DELAY_MILLIS : DELAY_MILLIS + (gap > LONGEST_GAP_MILLIS ? 0 : gap - TICK_MILLIS);
    this.#delay += (wanted - this.#delay) * 0.2;
    this.#places.push(next);
    if (this.#places.length > 12) this.#places.shift();
  }

  /** @param {number} serverMillis goes to where it was then, or was a little earlier */
  advance(serverMillis) {
    const at = serverMillis - this.#delay;
    while (this.#places.length > 1 && this.#places[1].atMillis <= at) this.#places.shift();
    const [from, to] = this.#places;
    const part = to ? Math.max(0, Math.min(1, (at - from.atMillis) / (to.atMillis - from.atMillis))) : 0;
    const x = to ? from.x + (to.x - from.x) * part : from.x;
    const y = to ? from.y + (to.y - from.y) * part : from.y;
    const dx = x - this.x;
    const step = Math.hypot(dx, y - this.y);
    this.isMoving = step > 0.002 && step < 1;
    if (step < 1) this.walked += step;
    if (Math.abs(dx) > 0.004) this.facing = Math.sign(dx);
    this.x = x;
    this.y = y;
  }
}

/**
 * @typedef {object} Happening something to show for a moment
 * @property {'hurt' | 'healed' | 'gold' | 'felled' | 'taken'} what
 * @property {Thing} thing
 * @property {number} [amount]
 */

export class Scene {
  /** @type {Map<number, Thing>} */
  things = new Map();
  /** @type {Thing[]} those that fade out */
  gone = [];
  /** @type {Happening[]} what has happened since the last frame */
  happenings = [];
  gold = 0;
  /** Page time minus server time, as small as it was seen: the message that travelled fastest. */
  #offset = Infinity;

  /**
   * @param {import('./world-link.js').Welcome} welcome
   * @param {string} name of the own hero
   */
  constructor({ map, id, rows }, name) {
    this.map = map;
    this.name = name;
    this.ownId = id;
    this.rows = rows;
  }

  get width() {
    return this.rows[0].length;
  }

  get height() {
    return this.rows.length;
  }

  /** @returns {Thing | undefined} */
  get own() {
    return this.things.get(this.ownId);
  }

  /**
   * @param {number} column
   * @param {number} row
   * @returns {string} '' outside the map
   */
  tile(column, row) {
    return this.rows[row]?.[column] ?? '';
  }

  /**
   * @param {import('./world-link.js').View} view
   * @param {number} now
   */
  view({ atMillis, me, in: come, at, out }, now) {
    this.#offset = Math.min(this.#offset + 0.05, now - atMillis);
    for (const id of out) this.#remove(id, now);
    for (const look of come) this.#add(look, atMillis, now);
    for (let i = 0; i < at.length; i += 5) this.#change(at.slice(i, i + 5), atMillis, now);
    if (me) this.#ownChange(me, atMillis, now);
  }

  /** @param {number} now moves everything to where it is to be shown */
  advance(now) {
    const serverMillis = now - this.#offset;
    for (const thing of this.things.values()) thing.advance(serverMillis);
    this.gone = this.gone.filter((thing) => thing.opacity(now) > 0);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} reach
   * @returns {Thing | undefined} the nearest living monster
   */
  monsterNear(x, y, reach) {
    let nearest;
    let distance = reach;
    for (const thing of this.things.values()) {
      const away = Math.hypot(thing.x - x, thing.y - 0.4 - y);
      if (thing.isMonster && away < distance) [nearest, distance] = [thing, away];
    }
    return nearest;
  }

  /**
   * @param {import('./world-link.js').Look} look
   * @param {number} atMillis
   * @param {number} now
   */
  #add(look, atMillis, now) {
    const [id] = look.at;
    this.things.set(id, new Thing(look, atMillis, now, id === this.ownId));
  }

  /**
   * @param {number} id
   * @param {number} now
   */
  #remove(id, now) {
    const thing = this.things.get(id);
    if (!thing) return;
    this.things.delete(id);
    thing.goneAt = now;
    this.gone.push(thing);
    const own = this.own;
    const near = own && Math.hypot(own.x - thing.x, own.y - thing.y) < 9;
    if (near && thing.kind !== 'hero') this.happenings.push({ what: thing.isMonster ? 'felled' : 'taken', thing });
  }

  /**
   * @param {{ gold: number, at: number[] }} me
   * @param {number} atMillis
   * @param {number} now
   */
  #ownChange({ gold, at }, atMillis, now) {
    const own = this.own;
    if (!own) {
      this.#add({ kind: 'hero', name: this.name, maxHp: 20, at }, atMillis, now);
    } else {
      this.#change(at, atMillis, now);
      if (gold > this.gold) this.happenings.push({ what: 'gold', thing: own, amount: gold - this.gold });
    }
    this.gold = gold;
  }

  /**
   * @param {number[]} numbers id, x, y, hp, swings
   * @param {number} atMillis
   * @param {number} now
   */
  #change([id, x, y, hp, swings], atMillis, now) {
    const thing = this.things.get(id);
    if (!thing) return;
    thing.place(atMillis, x, y);
    if (hp < thing.hp) {
      thing.hurtAt = now;
      this.happenings.push({ what: 'hurt', thing, amount: thing.hp - hp });
    } else if (hp > thing.hp + 1 && thing.hp > 0) {
      this.happenings.push({ what: 'healed', thing, amount: hp - thing.hp });
    }
    if (swings !== thing.swings) thing.swungAt = now;
    thing.hp = hp;
    thing.swings = swings;
  }
}
