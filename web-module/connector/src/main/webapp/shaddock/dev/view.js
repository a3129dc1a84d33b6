/** What the views have in common. All text goes in as text, never as HTML. */

/** @param {string} id */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * Makes an element.
 *
 * @param {string} tag
 * @param {Record<string, any>} [properties] what is no property of the element becomes an attribute
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) /** @type {any} */ (made)[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/**
 * Asks the server.
 *
 * @param {string} what
 * @param {Record<string, string>} [parameters]
 * @returns {Promise<any>}
 */
export async function ask(what, parameters = {}) {
  const answer = await fetch(`api/${what}?${new URLSearchParams(parameters)}`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return answer.json();
}

/** Does something again and again while a view is shown, and says so when it fails. */
export class Refresh {
  #action;
  #millis;
  #running = 0;

  /**
   * @param {() => Promise<void>} action
   * @param {number} millis the pause between two
   */
  constructor(action, millis) {
    this.#action = action;
    this.#millis = millis;
  }

  async start() {
    const run = ++this.#running;
    while (run === this.#running) {
      const trouble = byId('trouble');
      try {
        await this.#action();
        trouble.hidden = true;
      } catch (error) {
        trouble.textContent = `No news: ${/** @type {Error} */ (error).message}`;
        trouble.hidden = false;
      }
      await new Promise((done) => setTimeout(done, this.#millis));
    }
  }

  stop() {
    this.#running++;
  }
}

/**
 * An entry of a log.
 *
 * @param {string} kind
 * @param {string} title
 * @param {string} text
 * @param {number} [atMillis]
 */
export function entry(kind, title, text, atMillis = Date.now()) {
  const at = new Date(atMillis);
  const time = element('time', { dateTime: at.toISOString() }, at.toLocaleTimeString('en-GB'));
  const item = element('li', { 'data-kind': kind }, time, element('b', {}, title));
  if (text) item.append(element('code', {}, text));
  return item;
}
