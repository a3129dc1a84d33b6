/** What stands on the map and does not move: trees, rocks, crystals, the fire, the portal. Feet at 0, 0; a tile is 1. */
import { chance, line, oval, picture, polygon, TAU } from './shapes.js';

const BOX = 2.6;
const FOOT = 2.2;

/** @typedef {(pen: CanvasRenderingContext2D, variant: number) => void} Drawing */

/** @type {Readonly<Record<string, Drawing>>} */
const STILL = Object.freeze({ T: tree, '^': rock, '*': crystal });
/** @type {Readonly<Record<string, ((pen: CanvasRenderingContext2D, now: number) => void) | undefined>>} */
const MOVING = Object.freeze({ F: fire, O: portal });
/** The light that a tile gives in the dark: radius, and how strong. */
/** @type {Readonly<Record<string, number>>} */
export const LIGHT = Object.freeze({ '*': 2.6, O: 4, F: 4 });

export class Scenery {
  /** @type {Map<string, HTMLCanvasElement>} */
  #pictures = new Map();
  #scale;
  #map;

  /**
   * @param {string} map
   * @param {number} scale
   */
  constructor(map, scale) {
    this.#map = map;
    this.#scale = scale;
  }

  /** @param {string} tile */
  static stands(tile) {
    return tile in STILL || tile in MOVING;
  }

  /**
   * @param {CanvasRenderingContext2D} pen scaled to tiles
   * @param {string} tile
   * @param {number} x column
   * @param {number} y row
   * @param {number} now
   */
  draw(pen, tile, x, y, now) {
    const moving = MOVING[tile];
    const px = x + 0.5 + (moving ? 0 : (chance(x, y, 1) - 0.5) * 0.24);
    const py = y + 0.8;
    if (moving) {
      pen.save();
      pen.translate(px, py);
      moving(pen, now);
      pen.restore();
      return;
    }
    const variant = Math.floor(chance(x, y, 2) * 4);
    pen.drawImage(this.#picture(tile, variant), px - BOX / 2, py - FOOT, BOX, BOX);
  }

  /** @param {string} tile @param {number} variant */
  #picture(tile, variant) {
    const key = tile + variant;
    let known = this.#pictures.get(key);
    if (!known) {
      const draw = tile === '^' && this.#map === 'cave' ? stalagmite : STILL[tile];
      known = picture(BOX, BOX, this.#scale, (pen) => {
        pen.translate(BOX / 2, FOOT);
        draw(pen, variant);
      });
      this.#pictures.set(key, known);
    }
    return known;
  }
}

/** @type {Drawing} */
function tree(pen, variant) {
  oval(pen, 'rgb(30 50 20 / 28%)', 0.05, 0.02, 0.55, 0.2);
  if (variant === 3) return fir(pen);
  polygon(pen, '#7a5433', -0.11, 0.02, -0.07, -0.6, 0.08, -0.6, 0.13, 0.02);
  polygon(pen, '#8f6540', -0.11, 0.02, -0.07, -0.6, -0.01, -0.6, -0.02, 0.02);
  const [dark, mid, light] = [['#3f7a34', '#55943f', '#74b04f'], ['#467f2d', '#5f9d3a', '#83b84d'], ['#357045', '#4a8a52', '#6aa868']][variant];
  for (const [x, y, r] of [[-0.34, -0.82, 0.36], [0.36, -0.8, 0.35], [0, -0.7, 0.4], [0, -1.2, 0.42]]) oval(pen, dark, x, y + 0.06, r);
  for (const [x, y, r] of [[-0.32, -0.9, 0.32], [0.32, -0.88, 0.3], [0, -1.24, 0.38], [0, -0.86, 0.34]]) oval(pen, mid, x, y, r);
  for (const [x, y, r] of [[-0.36, -1, 0.17], [-0.08, -1.38, 0.2], [0.26, -0.98, 0.14]]) oval(pen, light, x, y, r);
  // One tree in three bears the fruit that all this is named after.
  if (variant === 1) for (const [x, y] of [[-0.38, -0.7], [0.3, -0.62], [0.12, -1.05]]) fruit(pen, x, y);
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y */
function fruit(pen, x, y) {
  oval(pen, '#b4b63a', x, y, 0.11);
  oval(pen, '#dfe06a', x - 0.03, y - 0.03, 0.055);
}

/** @param {CanvasRenderingContext2D} pen */
function fir(pen) {
  polygon(pen, '#6d4a2d', -0.08, 0.02, -0.08, -0.4, 0.08, -0.4, 0.08, 0.02);
  for (const [y, half, top] of [[-0.25, 0.55, -1], [-0.65, 0.45, -1.35], [-1.05, 0.34, -1.8]]) {
    polygon(pen, '#2f6844', -half, y, 0, top, half, y);
    polygon(pen, '#428357', -half * 0.86, y - 0.05, 0, top + 0.03, half * 0.1, y - 0.05);
  }
}

/** @type {Drawing} */
function rock(pen, variant) {
  const wide = 0.44 + variant * 0.03;
  const high = 0.6 + (variant % 2) * 0.18;
  oval(pen, 'rgb(30 40 20 / 28%)', 0.04, 0.04, wide + 0.08, 0.16);
  polygon(pen, '#7d8079', -wide, 0.06, -wide * 0.9, -high * 0.55, -wide * 0.3, -high, wide * 0.45, -high * 0.9, wide, -high * 0.3, wide * 0.9, 0.08);
  polygon(pen, '#a3a69b', -wide * 0.9, -high * 0.55, -wide * 0.3, -high, wide * 0.45, -high * 0.9, wide * 0.1, -high * 0.5, -wide * 0.5, -high * 0.3);
  polygon(pen, '#676a66', wide * 0.1, -high * 0.5, wide * 0.45, -high * 0.9, wide, -high * 0.3, wide * 0.9, 0.08, wide * 0.3, 0.07);
  if (variant > 1) oval(pen, '#7ba655', -wide * 0.2, -high * 0.9, wide * 0.4, 0.09);
}

/** @type {Drawing} */
function stalagmite(pen, variant) {
  oval(pen, 'rgb(10 6 24 / 40%)', 0.02, 0.04, 0.5, 0.15);
  for (const [x, half, high] of [[0.2, 0.17, 0.55 + variant * 0.05], [-0.1, 0.26, 0.95 + variant * 0.06]]) {
    polygon(pen, '#443a61', x - half, 0.05, x, -high, x + half, 0.05);
    polygon(pen, '#7a6e9b', x - half, 0.05, x, -high, x - half * 0.1, 0.05);
  }
}

/** @type {Drawing} */
function crystal(pen, variant) {
  const [dark, mid, light] = variant % 2 ? ['#2b8f9e', '#4cc8d3', '#b5f6f4'] : ['#9a3f92', '#d877cf', '#ffd2f6'];
  oval(pen, 'rgb(10 6 24 / 40%)', 0, 0.04, 0.5, 0.15);
  for (const [x, lean, half, high] of [[-0.22, -0.18, 0.13, 0.55], [0.24, 0.2, 0.12, 0.5], [0, 0.03, 0.18, 0.95]]) {
    polygon(pen, dark, x - half, 0.03, x + lean - half, -high * 0.7, x + lean, -high, x + lean + half, -high * 0.7, x + half, 0.03);
    polygon(pen, mid, x - half, 0.03, x + lean - half, -high * 0.7, x + lean, -high, x + lean * 0.6, -high * 0.6, x, 0.03);
    line(pen, light, 0.03, x - half * 0.6, -high * 0.15, x + lean - half * 0.6, -high * 0.65);
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} now
 */
function fire(pen, now) {
  oval(pen, 'rgb(255 180 80 / 22%)', 0, -0.1, 1.1 + Math.sin(now / 130) * 0.05, 0.7);
  for (let i = 0; i < 8; i++) oval(pen, i % 2 ? '#8b8d86' : '#76786f', Math.cos((i / 8) * TAU) * 0.38, Math.sin((i / 8) * TAU) * 0.2, 0.12, 0.1);
  line(pen, '#6a4527', 0.12, -0.26, 0.06, 0.24, -0.1);
  line(pen, '#7d5430', 0.12, 0.26, 0.06, -0.22, -0.1);
  for (const [color, size, speed] of /** @type {[string, number, number][]} */ ([['#f0662e', 1, 170], ['#f9a03a', 0.7, 120], ['#ffe58a', 0.4, 90]])) {
    const sway = Math.sin(now / speed) * 0.07;
    pen.fillStyle = color;
    pen.beginPath();
    pen.moveTo(-0.25 * size, -0.02);
    pen.quadraticCurveTo(-0.3 * size, -0.4 * size, sway, -(0.72 + Math.sin(now / (speed * 0.7)) * 0.06) * size);
    pen.quadraticCurveTo(0.32 * size, -0.35 * size, 0.25 * size, -0.02);
    pen.fill();
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} now
 */
function portal(pen, now) {
  oval(pen, 'rgb(10 10 30 / 35%)', 0, 0.02, 0.75, 0.2);
  for (let i = 0; i < 9; i++) {
    const angle = Math.PI + (i / 8) * Math.PI;
    oval(pen, i % 2 ? '#8f8aa3' : '#7a7590', Math.cos(angle) * 0.62, -0.6 + Math.sin(angle) * 0.8, 0.19, 0.2);
  }
  for (const x of [-0.62, 0.62]) polygon(pen, '#7a7590', x - 0.17, 0.05, x - 0.15, -0.6, x + 0.15, -0.6, x + 0.17, 0.05);
  const glow = pen.createRadialGradient(0, -0.62, 0.05, 0, -0.62, 0.8);
  glow.addColorStop(0, '#f3e9ff');
  glow.addColorStop(0.35, '#b388f5');
  glow.addColorStop(0.8, '#5a35b0');
  glow.addColorStop(1, '#35206f');
  oval(pen, glow, 0, -0.6, 0.5, 0.68);
  for (let i = 0; i < 3; i++) {
    const turn = now / 700 + (i * TAU) / 3;
    pen.strokeStyle = `rgb(255 255 255 / ${25 + i * 12}%)`;
    pen.lineWidth = 0.05;
    pen.beginPath();
    pen.ellipse(0, -0.6, 0.14 + i * 0.11, 0.2 + i * 0.15, 0, turn, turn + 2.2);
    pen.stroke();
  }
}
