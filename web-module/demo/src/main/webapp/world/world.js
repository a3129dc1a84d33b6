/** The page of the world: signing in, the game, and what leads from one to the other. */
import { Controls } from './controls.js';
import { Painter } from './painter.js';
import { at, ChatLog, Figures, PLACES, showBoard, showHero, SmallMap } from './panels.js';
import { preview } from './preview.js';
import { Scene } from './scene.js';
import { WorldLink } from './world-link.js';

const VISIT_KEY = 'shaddock.world.visit';
const STRIKE_REACH = 4;
const CLICK_REACH = 0.75;
const NOTICE_MILLIS = 3500;

/** @type {HTMLCanvasElement} */
const canvas = at('canvas');
/** @type {HTMLInputElement} */
const nameField = at('name');
/** @type {HTMLInputElement} */
const textField = at('text');
/** @type {HTMLSelectElement} */
const scopeField = at('scope');
/** @type {HTMLButtonElement} */
const enterButton = at('enter');

const painter = new Painter(canvas);
const smallMap = new SmallMap();
const chat = new ChatLog();
/** @type {WorldLink | undefined} */
let link;
/** @type {Scene | undefined} */
let scene;
let noticeUntil = 0;
let wasFallen = false;

const figures = new Figures(() => link && { link, drawn: painter.drawn, known: scene?.things.size ?? 0 });

/** What is going on, for the browser's console and for tests. */
export const current = () => ({ scene, link, painter });

/** @param {import('./world-link.js').Visit} visit */
async function enter(visit) {
  const entering = new WorldLink(visit, {
    welcome: (welcome) => welcomed(entering, welcome),
    view: (view) => scene?.view(view, performance.now()),
    board: (board) => showBoard(board, scene?.ownId ?? -1),
    said(said) {
      chat.said(said);
      if (said.map === scene?.map) painter.bubble(said.id, said.text);
    },
    leaving: (to) => notice(`To the ${PLACES[to] ?? to}…`),
    state: stateChanged,
  });
  await entering.enter();
  link = entering;
  show('game');
  canvas.focus();
}

/**
 * @param {WorldLink} entering
 * @param {import('./world-link.js').Welcome} welcome
 */
function welcomed(entering, welcome) {
  const isOther = scene?.map !== welcome.map;
  scene = new Scene(welcome, entering.visit.name);
  painter.show(scene);
  smallMap.load(scene);
  sessionStorage.setItem(VISIT_KEY, JSON.stringify(entering.visit));
  const place = PLACES[welcome.map] ?? welcome.map;
  at('place').textContent = place;
  document.title = `${place} · Shaddock world`;
  document.body.dataset.map = welcome.map;
  if (isOther) chat.note(`You are in the ${place.toLowerCase()}.`);
  notice(isOther ? place : 'You are back');
}

/** @param {any} change */
function stateChanged({ state, attempt, delayMillis, error }) {
  /** @type {HTMLElement} */ (at('status')).dataset.state = state;
  if (state === 'reconnecting') {
    const when = delayMillis < 1000 ? 'now' : `in ${Math.round(delayMillis / 1000)} s`;
    banner(attempt === 1 ? 'Connection lost. Reconnecting…' : `Still no connection. Trying again ${when}…`);
  } else if (state === 'open') {
    banner('');
  } else if (link) {
    leave(`You are out of the world: ${explain(error)}`);
  }
}

/** @param {string} text '' for none */
function banner(text) {
  /** @type {HTMLElement} */ (at('banner')).hidden = text === '';
  at('banner-text').textContent = text;
}

/** @param {string} text */
function notice(text) {
  at('notice').textContent = text;
  noticeUntil = performance.now() + NOTICE_MILLIS;
}

/** @param {'entry' | 'game'} view */
function show(view) {
  /** @type {HTMLElement} */ (at('entry')).hidden = view !== 'entry';
  /** @type {HTMLElement} */ (at('game')).hidden = view !== 'game';
}

/** @param {string} [why] shown above the entry form */
function leave(why = '') {
  const left = link;
  link = undefined;
  sessionStorage.removeItem(VISIT_KEY);
  left?.leave();
  banner('');
  chat.clear();
  if (figures.isShown) toggleFigures();
  at('entry-error').textContent = why;
  atTheDoor();
}

function atTheDoor() {
  scene = undefined;
  painter.show(preview());
  document.title = 'World · Shaddock';
  show('entry');
  nameField.focus();
}

/**
 * @param {any} error
 * @returns {string} a sentence for people
 */
function explain(error) {
  switch (error?.code) {
    case 'DISCONNECTED':
    case 'TIMEOUT':
    case 'NOT_OPEN':
      return 'the server cannot be reached. Try again in a moment.';
    case 'HANDSHAKE':
      return 'the server does not accept this page. Load it anew.';
    case 'KICKED':
      return `the server ended the session (${error.reason ?? 'no reason given'}).`;
    default:
      return error?.message ?? 'something unexpected happened.';
  }
}

async function submitEntry() {
  const name = nameField.value.trim();
  at('entry-error').textContent = name ? '' : 'A name is needed.';
  if (!name) return;
  enterButton.disabled = true;
  try {
    await enter({ name });
  } catch (thrown) {
    const why = explain(thrown);
    at('entry-error').textContent = why.charAt(0).toUpperCase() + why.slice(1);
    nameField.focus();
  } finally {
    enterButton.disabled = false;
  }
}

/** @param {number} x @param {number} y @param {boolean} isFirst in points of the page */
function point(x, y, isFirst) {
  if (!scene || !link) return;
  const place = painter.tileAt(x, y);
  const monster = isFirst ? scene.monsterNear(place.x, place.y, CLICK_REACH) : undefined;
  if (monster) return attack(monster.id);
  painter.target = undefined;
  if (place.x < 0 || place.y < 0 || place.x >= scene.width || place.y >= scene.height) return;
  if (isFirst) painter.mark(place.x, place.y);
  link.walk(place.x, place.y);
}

/** @param {number} id */
function attack(id) {
  painter.target = id;
  link?.attack(id);
}

function strike() {
  const own = scene?.own;
  const monster = own && scene?.monsterNear(own.x, own.y, STRIKE_REACH);
  if (monster) attack(monster.id);
  else notice('No monster is near');
}

async function say() {
  const text = textField.value.trim();
  if (!text || !link) return canvas.focus();
  textField.value = '';
  try {
    await link.say(text, scopeField.value === 'all');
    canvas.focus();
  } catch (thrown) {
    chat.note(`Not said: ${explain(thrown)}`);
    if (!textField.value) textField.value = text;
  }
}

function toggleFigures() {
  figures.toggle();
  at('debug-toggle').setAttribute('aria-pressed', String(figures.isShown));
}

/** @param {number} now */
function frame(now) {
  requestAnimationFrame(frame);
  painter.frame(now);
  figures.frame();
  const own = scene?.own;
  if (!own || !scene) return;
  showHero(own.hp, own.maxHp, scene.gold);
  smallMap.draw(scene, now);
  if (own.isFallen && !wasFallen) notice('You have fallen. In a moment you are up again.');
  if (!own.isFallen && wasFallen) notice('On your feet again');
  wasFallen = own.isFallen;
  if (now > noticeUntil) at('notice').textContent = '';
}

const controls = new Controls(canvas, {
  point,
  strike,
  steer(x, y) {
    painter.target = undefined;
    link?.steer(x, y);
  },
  write: () => link && textField.focus(),
  debug: () => link && toggleFigures(),
});
at('entry-form').addEventListener('submit', (event) => {
  event.preventDefault();
  submitEntry();
});
at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  say();
});
textField.addEventListener('focus', () => controls.release());
textField.addEventListener('keydown', (event) => event.key === 'Escape' && canvas.focus());
at('leave').addEventListener('click', () => leave());
at('strike').addEventListener('click', strike);
at('debug-toggle').addEventListener('click', toggleFigures);
at('retry').addEventListener('click', () => link?.reconnectNow());
window.addEventListener('online', () => link?.reconnectNow());
document.addEventListener('visibilitychange', () => document.hidden || link?.reconnectNow());
requestAnimationFrame(frame);

/** @type {import('./world-link.js').Visit | null} */
const visit = JSON.parse(sessionStorage.getItem(VISIT_KEY) ?? 'null');
if (visit) {
  nameField.value = visit.name;
  enter(visit).catch((thrown) => leave(explain(thrown)));
} else {
  atTheDoor();
}
