/** The chat page: two views, the entry form and the room, and what leads from one to the other. */
import { ChatRoom, EVERYBODY, NAME_TAKEN } from './chat-room.js';
import { MessageLog } from './message-log.js';
import { People } from './people.js';

const VISIT_KEY = 'shaddock.chat.visit';
const RETURN_ATTEMPTS = 4;
const RETURN_DELAY_MILLIS = 400;

/** @type {Readonly<Record<string, string>>} */
const STATE_TEXTS = Object.freeze({ open: 'Connected', reconnecting: 'Reconnecting…', closed: 'Away', kicked: 'Away' });

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @returns {T}
 */
const at = (id) => /** @type {T} */ (document.getElementById(id));

/** @type {HTMLInputElement} */
const nameField = at('name');
/** @type {HTMLInputElement} */
const roomField = at('room');
/** @type {HTMLTextAreaElement} */
const textField = at('text');
/** @type {HTMLSelectElement} */
const targetField = at('target');
/** @type {HTMLButtonElement} */
const enterButton = at('enter');

const log = new MessageLog(at('log'), at('messages'), at('jump'));
const people = new People(at('people-list'), targetField, at('people-count'), targetChosen);
/** @type {ChatRoom | undefined} */
let room;
let unread = 0;

/**
 * @param {string} name
 * @param {string} roomName
 */
async function enter(name, roomName) {
  const entering = new ChatRoom(name, roomName, listenerFor(name));
  log.clear();
  await entering.enter();
  room = entering;
  sessionStorage.setItem(VISIT_KEY, JSON.stringify({ name, room: roomName }));
  const address = new URL(location.href);
  address.searchParams.set('room', roomName);
  history.replaceState(null, '', address);
  at('room-name').textContent = roomName;
  showState('open');
  show('chat');
  textField.focus();
}

/**
 * @param {string} own
 * @returns {import('./chat-room.js').Listener}
 */
function listenerFor(own) {
  return {
    entered(names) {
      people.reset(names, own);
      log.note('You', room ? 'are back' : 'entered');
    },
    joined(name) {
      people.add(name);
      log.note(name, 'joined');
    },
    left(name) {
      people.remove(name);
      log.note(name, 'left');
    },
    chat({ from, target, msg }) {
      log.message({ from, text: msg, own: from === own, privateTo: target === EVERYBODY ? undefined : target });
      if (document.hidden) showUnread(unread + 1);
    },
    state: stateChanged,
    latency(rttMillis) {
      at('latency').textContent = rttMillis < 1 ? '< 1 ms' : `${Math.round(rttMillis)} ms`;
    },
  };
}

/** @param {any} change */
function stateChanged({ state, attempt, delayMillis, error }) {
  showState(state);
  if (state === 'reconnecting') {
    const when = delayMillis < 1000 ? 'now' : `in ${Math.round(delayMillis / 1000)} s`;
    showBanner(attempt === 1 ? 'Connection lost. Reconnecting…' : `Still no connection. Trying again ${when}…`);
  } else if (state === 'open') {
    showBanner('');
  } else if (room) {
    leave(`You are out of the room: ${explain(error, room.name)}`);
  }
}

/** @param {string} state */
function showState(state) {
  at('status').dataset.state = state;
  at('status-text').textContent = STATE_TEXTS[state] ?? state;
  at('latency').hidden = state !== 'open';
}

/** @param {string} text '' for none */
function showBanner(text) {
  at('banner').hidden = text === '';
  at('banner-text').textContent = text;
}

/** @param {'entry' | 'chat'} view */
function show(view) {
  at('entry').hidden = view !== 'entry';
  at('chat').hidden = view !== 'chat';
}

/** @param {number} count */
function showUnread(count) {
  unread = count;
  const title = room ? `#${room.room} · Shaddock chat` : 'Chat · Shaddock';
  document.title = count ? `(${count}) ${title}` : title;
}

/** @param {string} [why] shown above the entry form */
function leave(why = '') {
  const left = room;
  room = undefined;
  sessionStorage.removeItem(VISIT_KEY);
  left?.leave();
  showBanner('');
  showUnread(0);
  openPeople(false);
  at('entry-error').textContent = why;
  at('composer-error').textContent = '';
  show('entry');
  nameField.focus();
}

/**
 * @param {any} error
 * @param {string} name
 * @returns {string} a sentence for people
 */
function explain(error, name) {
  switch (error?.code) {
    case NAME_TAKEN:
      return `somebody called “${name}” is already in this room. Choose another name.`;
    case 'DISCONNECTED':
    case 'TIMEOUT':
    case 'NOT_OPEN':
      return 'the server cannot be reached. Try again in a moment.';
    case 'HANDSHAKE':
      return 'the server does not accept this page. Load it anew.';
    case 'KICKED':
      return `the server ended the session (${error.reason ?? 'no reason given'}).`;
    case 'CLOSED':
      return `the name “${name}” was not free again in time.`;
    default:
      return error?.message ?? 'something unexpected happened.';
  }
}

/** @param {string} sentence */
const capitalized = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

function targetChosen() {
  const everybody = people.target === EVERYBODY;
  textField.placeholder = everybody ? 'Write to everybody' : 'Private message';
  at('composer').classList.toggle('private', !everybody);
  at('composer-error').textContent = '';
  openPeople(false);
  textField.focus();
}

/** @param {boolean} open */
function openPeople(open) {
  at('chat').classList.toggle('people-open', open);
  at('people-toggle').setAttribute('aria-expanded', String(open));
}

async function send() {
  const text = textField.value.trim();
  const { target } = people;
  if (!room || !text) return;
  if (!people.targetIsHere) {
    at('composer-error').textContent = `Not sent: ${target} is not in the room. Choose another receiver.`;
    return;
  }
  at('composer-error').textContent = '';
  textField.value = '';
  try {
    await room.send(target, text);
    // The server sends what is for everybody, or for oneself, back to the sender as well.
    if (target !== EVERYBODY && target !== room.name) {
      log.message({ from: room.name, text, own: true, privateTo: target });
    }
  } catch (thrown) {
    at('composer-error').textContent = `Not sent: ${explain(thrown, room?.name ?? '')}`;
    if (!textField.value) textField.value = text;
  }
}

async function submitEntry() {
  const name = nameField.value.trim();
  const roomName = roomField.value.trim();
  if (!name || !roomName) return fail('Both a name and a room are needed.');
  if (name === EVERYBODY) return fail('“*” stands for everybody. Choose another name.');
  fail('');
  enterButton.disabled = true;
  enterButton.textContent = 'Entering…';
  try {
    await enter(name, roomName);
  } catch (thrown) {
    fail(capitalized(explain(thrown, name)));
    nameField.focus();
  } finally {
    enterButton.disabled = false;
    enterButton.textContent = 'Enter the room';
  }
}

/** @param {string} why '' for nothing wrong */
function fail(why) {
  at('entry-error').textContent = why;
}

/**
 * After a reload of the page: back into the room. The server may need a moment to see that the old page is gone.
 *
 * @param {{ name: string, room: string }} visit
 */
async function returnTo(visit) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await enter(visit.name, visit.room);
    } catch (thrown) {
      const { code } = /** @type {any} */ (thrown);
      if (code !== NAME_TAKEN || attempt === RETURN_ATTEMPTS) return leave(capitalized(explain(thrown, visit.name)));
      await new Promise((resolve) => setTimeout(resolve, RETURN_DELAY_MILLIS));
    }
  }
}

at('entry-form').addEventListener('submit', (event) => {
  event.preventDefault();
  submitEntry();
});
at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
textField.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
at('leave').addEventListener('click', () => leave());
at('retry').addEventListener('click', () => room?.reconnectNow());
at('people-toggle').addEventListener('click', () => openPeople(!at('chat').classList.contains('people-open')));
document.addEventListener('keydown', (event) => event.key === 'Escape' && openPeople(false));
window.addEventListener('online', () => room?.reconnectNow());
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  showUnread(0);
  room?.reconnectNow();
});

targetField.append(new Option('Everybody', EVERYBODY));
textField.placeholder = 'Write to everybody';
roomField.value = new URLSearchParams(location.search).get('room') || 'lobby';
/** @type {{ name: string, room: string } | null} */
const visit = JSON.parse(sessionStorage.getItem(VISIT_KEY) ?? 'null');
if (visit) {
  nameField.value = visit.name;
  roomField.value = visit.room;
  returnTo(visit);
} else {
  show('entry');
  nameField.focus();
}
