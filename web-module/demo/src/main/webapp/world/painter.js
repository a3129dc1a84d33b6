/** Draws a scene, frame by frame: the ground, then all that stands on it from the back to the front, then light and words. */
import { Effects } from './effects.js';
import { Ground } from './ground.js';
import { LIGHT, Scenery } from './scenery.js';
import { chance, oval, picture, TAU } from './shapes.js';
import { SPRITES } from './sprites.js';

/** About how far one can see, in tiles: what is farther away the server does not tell. */
const SIGHT_TILES = 14.5;
const MIN_SCALE = 36;
const MAX_SCALE = 84;
/** On a screen of many pixels per point more would cost more than it shows. */
const MAX_RATIO = 2;
const BUBBLE_MILLIS = 6000;
/** Words have this size in tiles, but where tiles are small at least that many points. */
const WORDS_TILES = 0.27;
const WORDS_POINTS = 12;
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif';
const DARKNESS = 'rgb(9 6 24 / 84%)';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Thing} Thing */

export class Painter {
  #canvas;
  #pen;
  #night = document.createElement('canvas');
  #cloud = picture(1, 1, 64, (pen) => {
    const shade = pen.createRadialGradient(0.5, 0.5, 0.1, 0.5, 0.5, 0.5);
    shade.addColorStop(0, 'rgb(20 40 40 / 14%)');
    shade.addColorStop(0.6, 'rgb(20 40 40 / 9%)');
    shade.addColorStop(1, 'rgb(20 40 40 / 0%)');
    oval(pen, shade, 0.5, 0.5, 0.5);
  });
  #ratio = 1;
  #scale = MIN_SCALE;
  #camera = { x: 0, y: 0 };
  /** @type {Scene | undefined} */
  #scene;
  /** @type {Ground | undefined} */
  #ground;
  /** @type {Scenery | undefined} */
  #scenery;
  #effects = new Effects();
  /** @type {Map<number, { text: string, untilMillis: number }>} */
  #bubbles = new Map();
  /** @type {{ x: number, y: number, atMillis: number } | undefined} */
  #mark;
  /** Entities that the last frame has drawn. */
  drawn = 0;
  /** @type {number | undefined} the monster that is being attacked */
  target;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
    new ResizeObserver(() => this.#resize()).observe(canvas);
    this.#resize();
  }

  /** @param {Scene} scene */
  show(scene) {
    this.#scene = scene;
    this.#camera = { x: scene.width / 2, y: scene.height / 2 };
    this.#bubbles.clear();
    this.#effects.clear();
    this.target = undefined;
    this.#load();
  }

  /**
   * @param {number} id of the one who speaks
   * @param {string} text
   */
  bubble(id, text) {
    this.#bubbles.set(id, { text, untilMillis: performance.now() + BUBBLE_MILLIS });
  }

  /** @param {number} x @param {number} y where somebody has clicked, in tiles */
  mark(x, y) {
    this.#mark = { x, y, atMillis: performance.now() };
  }

  /**
   * @param {number} clientX
   * @param {number} clientY
   * @returns {{ x: number, y: number }} in tiles
   */
  tileAt(clientX, clientY) {
    const box = this.#canvas.getBoundingClientRect();
    const half = { x: box.width / 2, y: box.height / 2 };
    const points = this.#scale / this.#ratio;
    return {
      x: this.#camera.x + (clientX - box.left - half.x) / points,
      y: this.#camera.y + (clientY - box.top - half.y) / points,
    };
  }

  /** @param {number} now */
  frame(now) {
    const scene = this.#scene;
    if (!scene || !this.#ground) return;
    scene.advance(now);
    this.#effects.show(scene.happenings.splice(0), now);
    this.#follow(scene);
    const { width, height } = this.#canvas;
    const view = {
      left: this.#camera.x - width / 2 / this.#scale,
      top: this.#camera.y - height / 2 / this.#scale,
      right: this.#camera.x + width / 2 / this.#scale,
      bottom: this.#camera.y + height / 2 / this.#scale,
    };
    const pen = this.#pen;
    pen.setTransform(this.#scale, 0, 0, this.#scale, Math.round(-view.left * this.#scale), Math.round(-view.top * this.#scale));
    this.#ground.draw(pen, view);
    this.#water(scene, view, now);
    this.#marks(scene, now);
    this.#standing(scene, view, now);
    this.#effects.draw(pen, now);
    if (scene.map === 'cave') this.#darken(scene, view, now);
    else this.#clouds(view, now);
    this.#words(scene, now);
  }

  #resize() {
    const { clientWidth, clientHeight } = this.#canvas;
    this.#ratio = Math.min(MAX_RATIO, window.devicePixelRatio || 1);
    this.#canvas.width = Math.max(1, Math.round(clientWidth * this.#ratio));
    this.#canvas.height = Math.max(1, Math.round(clientHeight * this.#ratio));
    const points = Math.hypot(clientWidth, clientHeight) / 2 / SIGHT_TILES;
    this.#scale = Math.round(Math.max(MIN_SCALE, Math.min(MAX_SCALE, points)) * this.#ratio);
    this.#load();
  }

  #load() {
    if (!this.#scene) return;
    this.#ground = new Ground(this.#scene, this.#scale);
    this.#scenery = new Scenery(this.#scene.map, this.#scale);
  }

  /** @param {Scene} scene the camera stays inside the map, as far as that is wide enough */
  #follow(scene) {
    const own = scene.own;
    if (!own) return;
    const half = { x: this.#canvas.width / 2 / this.#scale, y: this.#canvas.height / 2 / this.#scale };
    this.#camera.x = within(own.x, half.x, scene.width);
    this.#camera.y = within(own.y - 0.4, half.y, scene.height);
  }

  /** @param {Scene} scene @param {View} view @param {number} now */
  #water(scene, view, now) {
    eachTile(view, 0, (x, y) => {
      if ('~-'.includes(scene.tile(x, y) || ' ')) Ground.shimmer(this.#pen, x, y, now);
    });
  }

  /** @param {Scene} scene @param {number} now */
  #marks(scene, now) {
    const pen = this.#pen;
    const age = this.#mark ? (now - this.#mark.atMillis) / 500 : 1;
    if (this.#mark && age < 1) ring(pen, `rgb(255 255 255 / ${(1 - age).toFixed(2)})`, this.#mark.x, this.#mark.y, 0.15 + age * 0.3);
    const own = scene.own;
    if (own && !own.isFallen) ring(pen, 'rgb(255 255 255 / 55%)', own.x, own.y, 0.42);
    const target = this.target === undefined ? undefined : scene.things.get(this.target);
    if (target) ring(pen, '#ff6b6b', target.x, target.y, 0.5 + Math.sin(now / 150) * 0.04);
  }

  /** @param {Scene} scene @param {View} view @param {number} now */
  #standing(scene, view, now) {
    /** @type {{ y: number, draw: () => void }[]} */
    const all = [];
    eachTile(view, 2, (x, y) => {
      const tile = scene.tile(x, y);
      if (Scenery.stands(tile)) all.push({ y: y + 0.8, draw: () => this.#scenery?.draw(this.#pen, tile, x, y, now) });
    });
    this.drawn = 0;
    for (const thing of [...scene.things.values(), ...scene.gone]) {
      if (thing.x < view.left - 1 || thing.x > view.right + 1 || thing.y < view.top - 1 || thing.y > view.bottom + 2) continue;
      this.drawn++;
      all.push({ y: thing.y, draw: () => this.#thing(scene, thing, now) });
    }
    all.sort((one, other) => one.y - other.y);
    for (const { draw } of all) draw();
  }

  /** @param {Scene} scene @param {Thing} thing @param {number} now */
  #thing(scene, thing, now) {
    const pen = this.#pen;
    const sprite = SPRITES[thing.kind];
    if (!sprite) return;
    pen.save();
    pen.globalAlpha = thing.opacity(now) * (thing.isFallen ? 0.55 : 1);
    pen.translate(thing.x, thing.y);
    if (thing.facing < 0) pen.scale(-1, 1);
    if (thing.isFallen) {
      pen.translate(-0.3, -0.1);
      pen.rotate(-Math.PI / 2.2);
    }
    sprite(pen, {
      now,
      walked: thing.walked,
      isMoving: thing.isMoving,
      isFlashing: thing.isFlashing(now),
      swing: thing.swing(now),
      name: thing.name,
      phase: chance(thing.id, 1) * TAU,
    });
    pen.restore();
    const tile = scene.tile(Math.floor(thing.x), Math.floor(thing.y));
    if (tile === '"' && scene.map === 'meadow') blades(pen, thing.x, thing.y);
  }

  /** @param {View} view @param {number} now shadows of clouds that pass */
  #clouds(view, now) {
    for (let i = 0; i < 5; i++) {
      const x = (((chance(i, 1) * 90 + now / 1600) % 90) - 12);
      const y = chance(i, 2) * 50;
      if (x + 8 < view.left || x - 8 > view.right || y + 5 < view.top || y - 5 > view.bottom) continue;
      for (let j = 0; j < 3; j++) this.#pen.drawImage(this.#cloud, x + j * 2.2 - 4, y + (j % 2) - 2.6, 8, 5.2);
    }
  }

  /** @param {Scene} scene @param {View} view @param {number} now night, with a hole for each light */
  #darken(scene, view, now) {
    const shrink = 4;
    const night = this.#night;
    night.width = Math.ceil(this.#canvas.width / shrink);
    night.height = Math.ceil(this.#canvas.height / shrink);
    const pen = /** @type {CanvasRenderingContext2D} */ (night.getContext('2d'));
    pen.fillStyle = DARKNESS;
    pen.fillRect(0, 0, night.width, night.height);
    pen.globalCompositeOperation = 'destination-out';
    const scale = this.#scale / shrink;
    const light = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ radius, /** @type {number} */ strength) => {
      const [px, py] = [(x - view.left) * scale, (y - view.top) * scale];
      const glow = pen.createRadialGradient(px, py, 0, px, py, radius * scale);
      glow.addColorStop(0, `rgb(0 0 0 / ${strength})`);
      glow.addColorStop(0.45, `rgb(0 0 0 / ${strength * 0.75})`);
      glow.addColorStop(1, 'rgb(0 0 0 / 0)');
      pen.fillStyle = glow;
      pen.fillRect(px - radius * scale, py - radius * scale, 2 * radius * scale, 2 * radius * scale);
    };
    for (const thing of scene.things.values()) {
      if (thing.kind === 'hero') light(thing.x, thing.y - 0.4, (thing.isOwn ? 7 : 3.5) + Math.sin(now / 300) * 0.06, thing.isOwn ? 0.97 : 0.7);
      else if (!thing.isMonster) light(thing.x, thing.y - 0.2, 1.3, 0.6);
    }
    eachTile(view, 5, (x, y) => {
      const radius = LIGHT[scene.tile(x, y)];
      if (radius) light(x + 0.5, y + 0.2, radius + Math.sin(now / 500 + x) * 0.1, 0.75);
    });
    this.#pen.drawImage(night, view.left, view.top, night.width / scale, night.height / scale);
  }

  /** @param {Scene} scene @param {number} now names, hit points and what is said, in front of everything */
  #words(scene, now) {
    const pen = this.#pen;
    pen.textAlign = 'center';
    pen.textBaseline = 'alphabetic';
    const zoom = Math.max(1, (WORDS_POINTS * this.#ratio) / (WORDS_TILES * this.#scale));
    for (const thing of scene.things.values()) {
      if (thing.maxHp === 0) continue;
      const top = headOf(thing);
      const showBar = thing.hp < thing.maxHp && !thing.isFallen;
      if (showBar) hitPoints(pen, thing.x, top, thing.hp / thing.maxHp, thing.isMonster);
      if (thing.kind === 'hero') at(pen, thing.x, top - (showBar ? 0.1 : -0.03), zoom, () => label(pen, thing.name, thing.isOwn));
    }
    /** @type {Bubble[]} those drawn so far; another one goes above what it would hide */
    const drawn = [];
    for (const [id, { text, untilMillis }] of this.#bubbles) {
      const thing = scene.things.get(id);
      if (untilMillis < now) this.#bubbles.delete(id);
      if (!thing || untilMillis < now) continue;
      const bubble = speech(pen, text, thing.x, headOf(thing) - 0.1 - 0.3 * zoom, zoom);
      for (let hidden = drawn.find((other) => overlap(bubble, other)); hidden; hidden = drawn.find((other) => overlap(bubble, other))) {
        bubble.y = hidden.y - hidden.height;
      }
      at(pen, bubble.x, bubble.y, zoom, bubble.draw);
      drawn.push(bubble);
    }
  }
}

/** @typedef {{ left: number, top: number, right: number, bottom: number }} View */

/** @type {Readonly<Record<string, number>>} how far above the ground a head is, where that differs from a hero's */
const HEADS = Object.freeze({ golem: 1.75, bat: 1.2 });

/** @param {Thing} thing @returns {number} what is written of it stands above this */
function headOf({ kind, y }) {
  return y - (HEADS[kind] ?? 1.12);
}

/**
 * @param {View} view
 * @param {number} margin more than is seen, for what is large
 * @param {(x: number, y: number) => void} visit
 */
function eachTile({ left, top, right, bottom }, margin, visit) {
  for (let y = Math.floor(top) - margin; y <= bottom + margin; y++) {
    for (let x = Math.floor(left) - margin; x <= right + margin; x++) visit(x, y);
  }
}

/** @param {number} wanted @param {number} half @param {number} size */
function within(wanted, half, size) {
  return size <= 2 * half ? size / 2 : Math.max(half, Math.min(size - half, wanted));
}

/** @param {CanvasRenderingContext2D} pen @param {string} color @param {number} x @param {number} y @param {number} radius */
function ring(pen, color, x, y, radius) {
  pen.strokeStyle = color;
  pen.lineWidth = 0.05;
  pen.beginPath();
  pen.ellipse(x, y, radius, radius * 0.42, 0, 0, TAU);
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y tall grass in front of one's feet */
function blades(pen, x, y) {
  pen.strokeStyle = '#5f9436';
  pen.lineWidth = 0.06;
  pen.lineCap = 'round';
  pen.beginPath();
  for (let i = -3; i <= 3; i++) {
    pen.moveTo(x + i * 0.1, y + 0.06);
    pen.lineTo(x + i * 0.11 + (i % 2) * 0.04, y - 0.16 - (i % 2 ? 0.06 : 0));
  }
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} part @param {boolean} isMonster */
function hitPoints(pen, x, y, part, isMonster) {
  pen.fillStyle = 'rgb(0 0 0 / 55%)';
  pen.beginPath();
  pen.roundRect(x - 0.4, y, 0.8, 0.13, 0.06);
  pen.fill();
  pen.fillStyle = isMonster ? '#f0655d' : '#8fd95c';
  pen.beginPath();
  pen.roundRect(x - 0.37, y + 0.03, 0.74 * part, 0.07, 0.035);
  pen.fill();
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} zoom @param {() => void} draw */
function at(pen, x, y, zoom, draw) {
  pen.save();
  pen.translate(x, y);
  pen.scale(zoom, zoom);
  draw();
  pen.restore();
}

/** @param {CanvasRenderingContext2D} pen @param {string} text @param {boolean} isOwn */
function label(pen, text, isOwn) {
  pen.font = `600 ${WORDS_TILES}px ${FONT}`;
  pen.lineWidth = 0.08;
  pen.lineJoin = 'round';
  pen.strokeStyle = 'rgb(16 22 12 / 75%)';
  pen.strokeText(text, 0, 0);
  pen.fillStyle = isOwn ? '#e9f7a4' : '#ffffff';
  pen.fillText(text, 0, 0);
}

/**
 * @typedef {{ x: number, y: number, width: number, height: number, draw: () => void }} Bubble its tip, and its size in tiles
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} x of the tip
 * @param {number} y
 * @param {number} zoom
 * @returns {Bubble}
 */
function speech(pen, text, x, y, zoom) {
  pen.font = `${WORDS_TILES}px ${FONT}`;
  const lines = wrapped(pen, text, 4.2);
  const width = Math.max(...lines.map((line) => pen.measureText(line).width)) + 0.3;
  const height = lines.length * 0.33 + 0.2;
  const draw = () => {
    pen.font = `${WORDS_TILES}px ${FONT}`;
    pen.fillStyle = 'rgb(255 253 245 / 94%)';
    pen.beginPath();
    pen.roundRect(-width / 2, -height - 0.1, width, height, 0.15);
    pen.moveTo(-0.1, -0.11);
    pen.lineTo(0, 0);
    pen.lineTo(0.1, -0.11);
    pen.fill();
    pen.fillStyle = '#26301d';
    lines.forEach((line, i) => pen.fillText(line, 0, -height + 0.2 + i * 0.33));
  };
  return { x, y, width: width * zoom, height: (height + 0.12) * zoom, draw };
}

/** @param {Bubble} one @param {Bubble} other */
function overlap(one, other) {
  return Math.abs(one.x - other.x) < (one.width + other.width) / 2
    && one.y - one.height < other.y && other.y - other.height < one.y;
}

/** @param {CanvasRenderingContext2D} pen @param {string} text @param {number} width @returns {string[]} three lines at most */
function wrapped(pen, text, width) {
  const lines = [''];
  for (const word of text.split(/\s+/).flatMap((part) => part.match(/.{1,18}/gu) ?? [])) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]} …`];
}
