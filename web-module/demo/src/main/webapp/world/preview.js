/** What is seen behind the door: a made-up piece of meadow with a few of those who live in the world. */
import { Scene } from './scene.js';
import { chance } from './shapes.js';

const WIDTH = 44;
const HEIGHT = 32;

/** @returns {Scene} without a hero of one's own */
export function preview() {
  const rows = Array.from({ length: HEIGHT }, (_, y) => Array.from({ length: WIDTH }, (__, x) => tile(x, y)).join(''));
  const scene = new Scene({ map: 'meadow', id: -1, ticket: '', rows }, '');
  const look = (/** @type {number} */ id, /** @type {string} */ kind, /** @type {number} */ x, /** @type {number} */ y, name = '') =>
    ({ kind, name, maxHp: name || kind === 'slime' || kind === 'wolf' ? 10 : 0, at: [id, x * 100, y * 100, 10, 0] });
  const come = [
    look(1, 'hero', 15.5, 13.5, 'Pomelo'), look(2, 'hero', 28, 19.5, 'Yuzu'), look(3, 'hero', 19, 21.8, 'Kumquat'),
    look(4, 'slime', 13.2, 19.5), look(5, 'slime', 30.5, 12.5), look(6, 'wolf', 33.5, 21.5),
    look(7, 'coin', 17.5, 11.5), look(8, 'gem', 26.5, 11.3), look(9, 'heart', 25, 22.5), look(10, 'chest', 11.5, 16.2),
  ];
  scene.view({ map: 'meadow', number: 1, atMillis: 0, in: come, at: [], out: [] }, performance.now());
  return scene;
}

/** @param {number} x @param {number} y */
function tile(x, y) {
  const luck = chance(x, y, 30);
  const pond = Math.hypot((x - 33) / 5, (y - 15.5) / 2.6);
  if (pond < 0.8) return '~';
  if (pond < 1.1) return '-';
  if (pond < 1.4) return ':';
  if (Math.abs(y - 16 - Math.sin(x / 4) * 2) < 1 && x < 28) return '=';
  if (x === 20 && y === 13) return 'F';
  const edge = Math.min(x - 8, y - 7, WIDTH - 9 - x, HEIGHT - 8 - y);
  if (luck < 0.62 - edge * 0.17) return 'T';
  if (luck > 0.985) return '^';
  return luck > 0.84 || (luck > 0.6 && edge < 2) ? '"' : '.';
}
