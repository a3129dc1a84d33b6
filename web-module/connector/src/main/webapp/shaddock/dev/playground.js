/** Two clients side by side that call any route with a form made from its record. */
import { ShaddockClient } from '/shaddock-client.js';
import { RouteForm } from './route-form.js';
import { ask, byId, element, entry } from './view.js';

const MOST_ENTRIES = 100;

export class Playground {
  #built = false;

  async show() {
    if (this.#built) return;
    this.#built = true;
    const routes = await ask('routes');
    byId('playground').replaceChildren(
      element('div', { className: 'panes' }, ...['One', 'Two'].map((name) => new Pane(name, routes).element)),
    );
  }

  /** The clients stay connected. */
  hide() {}
}

/** One client. */
class Pane {
  /** @type {ShaddockClient | undefined} */
  #client;
  /** @type {WebSocket | undefined} */
  #socket;
  #log = element('ol', { className: 'log' });
  #state = element('span', { className: 'state' }, 'closed');
  #user = element('textarea', { rows: 2, spellcheck: false, value: '{}' });
  #buttons;
  #form;

  /**
   * @param {string} name
   * @param {any[]} routes
   */
  constructor(name, routes) {
    this.#form = new RouteForm(routes, (route, body, notify) => this.#call(route, body, notify));
    this.#buttons = {
      connect: this.#button('Connect', () => this.#connect()),
      drop: this.#button('Drop the connection', () => this.#socket?.close(4000, 'dropped')),
      close: this.#button('Close', () => this.#client?.close()),
    };
    this.element = element(
      'article',
      { className: 'card' },
      element('h2', {}, `Client ${name}`, this.#state),
      element('label', {}, 'user, in the handshake', this.#user),
      element('p', { className: 'buttons' }, ...Object.values(this.#buttons)),
      element('hr'),
      this.#form.element,
      this.#log,
    );
    this.#show('closed');
  }

  async #connect() {
    let user;
    try {
      user = JSON.parse(this.#user.value || '{}');
    } catch (error) {
      this.#note('error', 'user is no JSON', String(error));
      return;
    }
    const pane = this;
    /** Lets the connection be dropped under the client. */
    class Droppable extends WebSocket {
      /** @param {string} url */
      constructor(url) {
        super(url);
        pane.#socket = this;
      }
    }
    this.#client = new ShaddockClient({ user, WebSocket: Droppable });
    this.#client.on('state', (change) => {
      this.#show(change.state);
      this.#note('state', change.state, change.error?.message ?? '');
    });
    this.#client.on('push', ({ route, body }) => this.#note('push', `push ${route}`, JSON.stringify(body, null, 1)));
    try {
      await this.#client.connect();
    } catch (error) {
      this.#note('error', 'not connected', /** @type {Error} */ (error).message);
      this.#show('closed');
    }
  }

  /**
   * @param {string} route
   * @param {any} body
   * @param {boolean} notify
   */
  async #call(route, body, notify) {
    if (!this.#client) {
      this.#note('error', 'not connected', '');
      return;
    }
    this.#note('out', `${notify ? 'notify' : 'request'} ${route}`, JSON.stringify(body));
    if (notify) {
      this.#client.notify(route, body);
      return;
    }
    const start = performance.now();
    try {
      const answer = await this.#client.request(route, body);
      const millis = (performance.now() - start).toFixed(1);
      this.#note('answer', `answer after ${millis} ms`, JSON.stringify(answer, null, 1));
    } catch (error) {
      this.#note('error', `no answer to ${route}`, /** @type {Error} */ (error).message);
    }
  }

  /** @param {string} state */
  #show(state) {
    this.#state.textContent = state;
    this.#state.dataset.state = state;
    const over = state === 'closed' || state === 'kicked';
    this.#buttons.connect.disabled = !over;
    this.#buttons.close.disabled = over;
    this.#buttons.drop.disabled = state !== 'open';
  }

  /**
   * @param {string} kind
   * @param {string} title
   * @param {string} text
   */
  #note(kind, title, text) {
    this.#log.prepend(entry(kind, title, text));
    while (this.#log.childElementCount > MOST_ENTRIES) this.#log.lastElementChild.remove();
  }

  /**
   * @param {string} label
   * @param {() => void} action
   */
  #button(label, action) {
    return element('button', { type: 'button', onclick: action }, label);
  }
}
