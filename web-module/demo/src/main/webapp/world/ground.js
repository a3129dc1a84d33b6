/** The ground of a map, drawn once for each square of tiles that comes into sight, from the letters of the map. */
import { chance, line, oval, picture, polygon, TAU } from './shapes.js';

const CHUNK_TILES = 8;
const MAX_CHUNKS = 60;

/**
 * @typedef {object} Layer all tiles of some letters, melted into one shape
 * @property {string} tiles
 * @property {string} color
 * @property {number} radius
 * @property {number} [rise] how much higher than the tiles it is drawn
 */

/** @type {Readonly<Record<string, { base: string, layers: Layer[] }>>} */
const STYLES = Object.freeze({
  meadow: {
    base: '#8fbf5a',
    layers: [
      { tiles: '"', color: '#7fb04d', radius: 0.78 },
      { tiles: 'T', color: '#76a648', radius: 0.74 },
      { tiles: ':-~+', color: '#d8c98a', radius: 0.86 },
      { tiles: ':-~+', color: '#ead9a0', radius: 0.76 },
      { tiles: '-~+', color: '#9fd9d6', radius: 0.76 },
      { tiles: '-~+', color: '#7cc7cf', radius: 0.66 },
      { tiles: '~', color: '#5fb0c9', radius: 0.74 },
      { tiles: '~', color: '#4c9dbf', radius: 0.6 },
      { tiles: '=FO@', color: '#b98f5d', radius: 0.74 },
      { tiles: '=FO@', color: '#d9b27c', radius: 0.66 },
    ],
  },
  cave: {
    base: '#1d1830',
    layers: [
      // The rock behind the cave's floor, seen from the front: the floor's own shape, farther up.
      { tiles: '."~^*O@bg', color: '#120e22', radius: 0.9, rise: 0.95 },
      { tiles: '."~^*O@bg', color: '#3b3257', radius: 0.84, rise: 0.72 },
      { tiles: '."~^*O@bg', color: '#332b4e', radius: 0.84, rise: 0.3 },
      { tiles: '."~^*O@bg', color: '#2a2342', radius: 0.88 },
      { tiles: '."~^*O@bg', color: '#4f456b', radius: 0.78 },
      { tiles: '."~^*O@bg', color: '#5c5179', radius: 0.68 },
      { tiles: '"', color: '#554a70', radius: 0.72 },
      { tiles: '~', color: '#2f6f8f', radius: 0.76 },
      { tiles: '~', color: '#3f8fae', radius: 0.62 },
    ],
  },
});

export class Ground {
  #scene;
  #scale;
  #style;
  /** @type {Map<string, HTMLCanvasElement>} in the order of their last use */
  #chunks = new Map();

  /**
   * @param {import('./scene.js').Scene} scene
   * @param {number} scale pixels per tile
   */
  constructor(scene, scale) {
    this.#scene = scene;
    this.#scale = scale;
    this.#style = STYLES[scene.map] ?? STYLES.meadow;
  }

  /**
   * @param {CanvasRenderingContext2D} pen scaled to tiles
   * @param {{ left: number, top: number, right: number, bottom: number }} view in tiles
   */
  draw(pen, { left, top, right, bottom }) {
    const first = (/** @type {number} */ tile) => Math.floor(tile / CHUNK_TILES);
    pen.fillStyle = this.#style.base;
    pen.fillRect(left, top, right - left, bottom - top);
    for (let row = first(top); row <= first(bottom); row++) {
      for (let column = first(left); column <= first(right); column++) {
        const size = CHUNK_TILES + 0.5 / this.#scale; // a hair more than its share, so that no seam shows
        pen.drawImage(this.#chunk(column, row), column * CHUNK_TILES, row * CHUNK_TILES, size, size);
      }
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} x
   * @param {number} y
   * @param {number} now
   */
  static shimmer(pen, x, y, now) {
    const phase = chance(x, y, 9) * TAU + now / 900;
    const strength = Math.sin(phase);
    if (strength < 0.2) return;
    const shift = chance(x, y, 4) * 0.4;
    line(pen, `rgb(255 255 255 / ${((strength - 0.2) * 0.4).toFixed(3)})`, 0.05,
      x + 0.2 + shift, y + 0.5, x + 0.32 + shift, y + 0.46, x + 0.46 + shift, y + 0.5);
  }

  /**
   * @param {number} column
   * @param {number} row
   */
  #chunk(column, row) {
    const key = `${column},${row}`;
    const known = this.#chunks.get(key);
    const chunk = known ?? picture(CHUNK_TILES, CHUNK_TILES, this.#scale, (pen) => {
      pen.translate(-column * CHUNK_TILES, -row * CHUNK_TILES);
      this.#paint(pen, column * CHUNK_TILES - 2, row * CHUNK_TILES - 2);
    });
    this.#chunks.delete(key);
    this.#chunks.set(key, chunk);
    if (this.#chunks.size > MAX_CHUNKS) this.#chunks.delete(/** @type {string} */ (this.#chunks.keys().next().value));
    return chunk;
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {number} left
   * @param {number} top
   */
  #paint(pen, left, top) {
    const size = CHUNK_TILES + 4;
    const each = (/** @type {(x: number, y: number, tile: string) => void} */ visit) => {
      for (let y = top; y < top + size; y++) for (let x = left; x < left + size; x++) visit(x, y, this.#tile(x, y));
    };
    pen.fillStyle = this.#style.base;
    pen.fillRect(left, top, size, size);
    if (this.#scene.map === 'meadow') each((x, y) => meadowPatch(pen, x, y));
    for (const { tiles, color, radius, rise = 0 } of this.#style.layers) {
      pen.fillStyle = color;
      pen.translate(0, -rise);
      each((x, y, tile) => tiles.includes(tile) && this.#blob(pen, x, y, radius, tiles));
      pen.translate(0, rise);
    }
    each((x, y, tile) => tile === '+' && bridge(pen, x, y));
    each((x, y, tile) => DETAILS[this.#scene.map]?.(pen, x, y, tile));
  }

  /** @param {number} x @param {number} y */
  #tile(x, y) {
    return this.#scene.tile(Math.max(0, Math.min(this.#scene.width - 1, x)), Math.max(0, Math.min(this.#scene.height - 1, y)));
  }

  /**
   * A round spot, and a bar to each neighbour of the kind: together they look grown, not tiled.
   *
   * @param {CanvasRenderingContext2D} pen
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {string} tiles
   */
  #blob(pen, x, y, radius, tiles) {
    pen.beginPath();
    pen.arc(x + 0.5, y + 0.5, radius * (0.95 + chance(x, y, 3) * 0.1), 0, TAU);
    pen.fill();
    if (tiles.includes(this.#tile(x + 1, y) || ' ')) pen.fillRect(x + 0.5, y + 0.5 - radius * 0.9, 1, radius * 1.8);
    if (tiles.includes(this.#tile(x, y + 1) || ' ')) pen.fillRect(x + 0.5 - radius * 0.9, y + 0.5, radius * 1.8, 1);
  }
}

/** @type {Readonly<Record<string, (pen: CanvasRenderingContext2D, x: number, y: number, tile: string) => void>>} */
const DETAILS = Object.freeze({ meadow: meadowDetail, cave: caveDetail });

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 */
function meadowPatch(pen, x, y) {
  const luck = chance(x, y, 1);
  if (luck < 0.22) oval(pen, 'rgb(255 255 190 / 8%)', x + 0.5, y + 0.5, 0.9 + luck, 0.6 + luck);
  else if (luck > 0.86) oval(pen, 'rgb(40 90 30 / 7%)', x + 0.5, y + 0.5, luck, 0.7);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {string} tile
 */
function meadowDetail(pen, x, y, tile) {
  const luck = chance(x, y, 2);
  const px = x + 0.2 + chance(x, y, 6) * 0.6;
  const py = y + 0.3 + chance(x, y, 7) * 0.5;
  if (tile === '.' && luck < 0.3) tuft(pen, px, py, '#74a544', 0.14);
  if (tile === '.' && luck > 0.91) flower(pen, px, py, luck > 0.955 ? '#fff5f7' : '#f7c8d3');
  if (tile === '=' && luck < 0.25) oval(pen, '#c39c66', px, py, 0.07, 0.05);
  if (tile === '=' && luck > 0.85) oval(pen, '#e6c797', px, py, 0.1, 0.06);
  if (tile === ':' && luck < 0.2) oval(pen, '#cbb877', px, py, 0.06, 0.04);
  if (tile === '"') for (let i = 0; i < 3; i++) tuft(pen, x + 0.2 + 0.3 * i, y + 0.4 + chance(x, y, i) * 0.5, '#659a3a', 0.24);
  if (tile === '"' && luck > 0.86) flower(pen, px, py - 0.1, '#f6d365');
  if (tile === '-' && luck < 0.12) oval(pen, '#6da654', px, py, 0.16, 0.11);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {string} tile
 */
function caveDetail(pen, x, y, tile) {
  const luck = chance(x, y, 2);
  const px = x + 0.2 + chance(x, y, 6) * 0.6;
  const py = y + 0.3 + chance(x, y, 7) * 0.5;
  if ('.bg'.includes(tile) && luck < 0.16) oval(pen, '#6d618c', px, py, 0.12, 0.07);
  if ('.bg'.includes(tile) && luck > 0.88) line(pen, '#473d63', 0.04, px - 0.15, py, px, py + 0.06, px + 0.12, py - 0.03);
  if (tile !== '"') return;
  for (let i = 0; i < 4; i++) {
    const sx = x + 0.15 + chance(x, y, i + 10) * 0.7;
    const sy = y + 0.25 + chance(x, y, i + 20) * 0.6;
    oval(pen, '#453b61', sx, sy + 0.03, 0.11, 0.07);
    oval(pen, '#7b6f9b', sx, sy, 0.1, 0.065);
  }
  if (luck > 0.62) mushroom(pen, px, py);
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {string} color @param {number} size */
function tuft(pen, x, y, color, size) {
  for (const lean of [-0.6, 0, 0.6]) line(pen, color, 0.045, x, y, x + lean * size * 0.6, y - size * (1.1 - Math.abs(lean) * 0.3));
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {string} color */
function flower(pen, x, y, color) {
  for (let i = 0; i < 5; i++) oval(pen, color, x + Math.cos((i / 5) * TAU) * 0.05, y + Math.sin((i / 5) * TAU) * 0.05, 0.04);
  oval(pen, '#f2b63d', x, y, 0.03);
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y */
function mushroom(pen, x, y) {
  line(pen, '#cfe9e2', 0.06, x, y, x, y - 0.12);
  oval(pen, '#5fd0c0', x, y - 0.14, 0.12, 0.08);
  oval(pen, '#a5f0e2', x - 0.03, y - 0.16, 0.04, 0.025);
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y */
function bridge(pen, x, y) {
  pen.fillStyle = '#8a6238';
  pen.fillRect(x - 0.02, y - 0.02, 1.04, 1.04);
  for (let i = 0; i < 4; i++) {
    polygon(pen, i % 2 ? '#b78a55' : '#c4965f', x + i * 0.25 + 0.02, y, x + i * 0.25 + 0.23, y, x + i * 0.25 + 0.23, y + 1, x + i * 0.25 + 0.02, y + 1);
  }
}
