/** What lies over the canvas: hit points, score board, small map, chat, figures. Names and texts are only ever set as text. */
import { hueOf } from './shapes.js';

const MAX_LINES = 60;

/** @type {Readonly<Record<string, Record<string, string>>>} */
const MAP_COLORS = Object.freeze({
  meadow: { '"': '#6f9f47', T: '#44703a', '^': '#8b8d86', ':': '#e4d39a', '-': '#8fd0d2', '~': '#4c9dbf', '=': '#d2ab75', '+': '#b08450', other: '#86b457' },
  cave: { '#': '#191428', '~': '#3f8fae', '*': '#d877cf', '^': '#443a61', other: '#5c5179' },
});
/** @type {Readonly<Record<string, string>>} */
export const PLACES = Object.freeze({ meadow: 'Meadow', cave: 'Cave' });

/**
 * @template {Element} T
 * @param {string} id
 * @returns {T}
 */
export const at = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 */
export function element(tag, className, text = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** @param {number} hp @param {number} maxHp @param {number} gold */
export function showHero(hp, maxHp, gold) {
  const meter = at('hp-meter');
  if (meter.getAttribute('aria-valuenow') !== String(hp)) {
    meter.setAttribute('aria-valuenow', String(hp));
    /** @type {HTMLElement} */ (at('hp-fill')).style.transform = `scaleX(${hp / maxHp})`;
    at('hp-text').textContent = `${hp} / ${maxHp}`;
  }
  const text = String(gold);
  if (at('gold').textContent !== text) at('gold').textContent = text;
}

/**
 * @param {import('./world-link.js').Board} board
 * @param {number} ownId
 */
export function showBoard({ heroes, lines }, ownId) {
  at('heroes').textContent = `of ${heroes}`;
  at('board').replaceChildren(
    ...lines.map(({ name, gold, id }) => {
      const row = element('li', id === ownId ? 'own' : '');
      row.append(element('bdi', 'who', name), element('span', 'score', String(gold)));
      return row;
    }),
  );
}

export class SmallMap {
  #canvas = /** @type {HTMLCanvasElement} */ (at('map'));
  /** @type {HTMLCanvasElement | undefined} */
  #land;

  /** @param {import('./scene.js').Scene} scene */
  load({ map, rows, width, height }) {
    const colors = MAP_COLORS[map] ?? MAP_COLORS.meadow;
    const land = document.createElement('canvas');
    land.width = width;
    land.height = height;
    const pen = /** @type {CanvasRenderingContext2D} */ (land.getContext('2d'));
    rows.forEach((row, y) => {
      [...row].forEach((tile, x) => {
        pen.fillStyle = colors[tile] ?? colors.other;
        pen.fillRect(x, y, 1, 1);
      });
    });
    this.#land = land;
    this.#canvas.width = width * 4;
    this.#canvas.height = height * 4;
  }

  /** @param {import('./scene.js').Scene} scene @param {number} now */
  draw(scene, now) {
    const pen = this.#canvas.getContext('2d');
    if (!pen || !this.#land) return;
    pen.imageSmoothingEnabled = false;
    pen.drawImage(this.#land, 0, 0, this.#canvas.width, this.#canvas.height);
    const dot = (/** @type {string} */ color, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ size) => {
      pen.fillStyle = color;
      pen.beginPath();
      pen.arc(x * 4, y * 4, size, 0, Math.PI * 2);
      pen.fill();
    };
    scene.rows.forEach((row, y) => row.includes('O') && dot(`hsl(265 90% ${70 + Math.sin(now / 300) * 12}%)`, row.indexOf('O') + 0.5, y + 0.5, 7));
    for (const thing of scene.things.values()) {
      if (thing.isOwn) continue;
      dot(thing.kind === 'hero' ? '#ffffff' : thing.isMonster ? '#e2445c' : '#ffd95e', thing.x, thing.y, thing.maxHp ? 4.5 : 3);
    }
    if (!scene.own) return;
    dot('#1b2108', scene.own.x, scene.own.y, 8);
    dot('#d8f06a', scene.own.x, scene.own.y, 6);
  }
}

export class ChatLog {
  #list = /** @type {HTMLElement} */ (at('log'));

  /** @param {import('./world-link.js').Said} said */
  said({ from, text, toAll, map }) {
    const line = element('li', '');
    const name = element('bdi', 'from', from);
    name.style.color = `hsl(${hueOf(from)} 75% 76%)`;
    line.append(name);
    if (toAll) line.append(element('span', 'world', ` to all, from the ${PLACES[map] ?? map}`));
    const words = element('bdi', 'text', text);
    line.append(': ', words);
    this.#append(line);
  }

  /** @param {string} text */
  note(text) {
    this.#append(element('li', 'note', text));
  }

  clear() {
    this.#list.replaceChildren();
  }

  /** @param {HTMLElement} line */
  #append(line) {
    const atEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 30;
    this.#list.append(line);
    while (this.#list.childElementCount > MAX_LINES) this.#list.firstElementChild?.remove();
    if (atEnd) this.#list.scrollTop = this.#list.scrollHeight;
  }
}

/** Asks the server for its figures once a second, while they are shown. */
export class Figures {
  #panel = /** @type {HTMLElement} */ (at('debug'));
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #frames = 0;

  /** @param {() => { link: import('./world-link.js').WorldLink, drawn: number, known: number } | undefined} source */
  constructor(source) {
    this.source = source;
  }

  get isShown() {
    return !this.#panel.hidden;
  }

  frame() {
    this.#frames++;
  }

  toggle() {
    this.#panel.hidden = this.isShown;
    clearInterval(this.#timer);
    if (!this.isShown) return;
    this.#panel.textContent = '…';
    let bytes = this.source()?.link.bytes ?? 0;
    this.#frames = 0;
    this.#timer = setInterval(() => {
      const { link, drawn, known } = this.source() ?? {};
      if (!link) return;
      const perSecond = Math.max(0, link.bytes - bytes);
      bytes = link.bytes;
      const frames = this.#frames;
      this.#frames = 0;
      this.#show(link, [`in view     ${known} (${drawn} drawn)`, `received    ${(perSecond / 1024).toFixed(1)} KiB/s`, `frames      ${frames}/s`]);
    }, 1000);
  }

  /** @param {import('./world-link.js').WorldLink} link @param {string[]} own */
  async #show(link, own) {
    const asked = performance.now();
    try {
      const { member, connector, tickMicros, heroes, things } = await link.figures();
      const rtt = performance.now() - asked;
      this.#panel.textContent = [
        `map on      ${member}`,
        `you are on  ${connector}`,
        `tick        ${(tickMicros / 1000).toFixed(2)} ms`,
        `round trip  ${rtt.toFixed(1)} ms`,
        `heroes      ${heroes}`,
        `entities    ${things}`,
        ...own,
      ].join('\n');
    } catch {
      this.#panel.textContent = ['server      no answer', ...own].join('\n');
    }
  }
}
