/** The sessions that match a text, and the last messages of the one that is chosen. */
import { ask, byId, element, entry, Refresh } from './view.js';

const MOST_SESSIONS = 50;
const MOST_MESSAGES = 200;
const ARROWS = { in: '→', out: '←' };

export class Messages {
  #refresh = new Refresh(() => this.#draw(), 1000);
  #chosen = '';
  #last = 0;
  /** @type {Map<number, string>} routes of requests by their ids */
  #asked = new Map();

  constructor() {
    byId('search').addEventListener('submit', (event) => event.preventDefault());
    byId('search').addEventListener('input', () => void this.#drawSessions());
  }

  show() {
    void this.#refresh.start();
  }

  hide() {
    this.#refresh.stop();
  }

  async #draw() {
    await this.#drawSessions();
    if (this.#chosen) await this.#drawMessages(this.#chosen);
  }

  async #drawSessions() {
    const text = new FormData(/** @type {HTMLFormElement} */ (byId('search'))).get('text');
    const answers = await ask('sessions', { text: String(text) });
    const rows = Object.values(answers).flatMap((list) => list?.rows ?? []);
    byId('no-sessions').hidden = rows.length > 0;
    const held = document.activeElement?.getAttribute('data-session');
    byId('sessions').replaceChildren(...rows.slice(0, MOST_SESSIONS).map((row) => this.#row(row)));
    if (held) /** @type {any} */ (document.querySelector(`[data-session="${CSS.escape(held)}"]`))?.focus({ preventScroll: true });
  }

  /** @param {any} row */
  #row(row) {
    const choose = element(
      'button',
      { type: 'button', className: 'plain', 'data-session': row.session, onclick: () => this.#choose(row.session) },
      row.session,
    );
    return element(
      'tr',
      { 'aria-selected': String(row.session === this.#chosen) },
      element('td', {}, row.user || '—'),
      element('td', {}, choose),
      element('td', {}, row.address),
      element('td', { className: 'number' }, String(row.connectedSeconds)),
      element('td', { className: 'number' }, String(row.mailbox)),
    );
  }

  /** @param {string} session */
  #choose(session) {
    this.#chosen = session;
    this.#last = 0;
    this.#asked.clear();
    byId('chosen').textContent = `Last messages of ${session}`;
    byId('chosen').hidden = false;
    byId('log').replaceChildren();
    void this.#draw();
  }

  /** @param {string} session */
  async #drawMessages(session) {
    const answers = await ask('messages', { text: session, after: String(this.#last) });
    if (session !== this.#chosen) return;
    const log = byId('log');
    for (const message of Object.values(answers).flatMap((list) => list ?? [])) {
      if (message.number <= this.#last) continue;
      this.#last = message.number;
      if (message.kind === 'request') this.#asked.set(message.id, message.route);
      log.prepend(entry(message.kind, this.#title(message), message.text, message.atMillis));
    }
    while (log.childElementCount > MOST_MESSAGES) log.lastElementChild?.remove();
  }

  /** @param {any} message */
  #title(message) {
    const route = message.route || this.#asked.get(message.id) || '';
    const id = message.id ? ` #${message.id}` : '';
    return `${ARROWS[/** @type {'in' | 'out'} */ (message.direction)]} ${message.kind}${id} ${route}`;
  }
}
