/** Who is in the room, as a list and as the choice of whom to write to; both always show the same. */
import { EVERYBODY } from './chat-room.js';
import { avatar, element } from './message-log.js';

export class People {
  /** @type {Set<string>} */
  #names = new Set();
  #own = '';
  #list;
  #select;
  #count;

  /**
   * @param {HTMLElement} list
   * @param {HTMLSelectElement} select
   * @param {HTMLElement} count
   * @param {() => void} chosen called when the receiver changed
   */
  constructor(list, select, count, chosen) {
    this.#list = list;
    this.#select = select;
    this.#count = count;
    this.chosen = chosen;
    select.addEventListener('change', () => this.choose(select.value));
  }

  /** @returns {string} whom to write to: a name, or {@link EVERYBODY} */
  get target() {
    return this.#select.value || EVERYBODY;
  }

  /** @returns {boolean} whether the chosen one is still there; everybody always is */
  get targetIsHere() {
    return this.target === EVERYBODY || this.#names.has(this.target);
  }

  /**
   * @param {string[]} names
   * @param {string} own
   */
  reset(names, own) {
    this.#names = new Set(names);
    this.#own = own;
    this.#draw();
  }

  /** @param {string} name */
  add(name) {
    this.#names.add(name);
    this.#draw();
  }

  /** @param {string} name */
  remove(name) {
    this.#names.delete(name);
    this.#draw();
  }

  /** @param {string} target */
  choose(target) {
    this.#draw(target);
    this.chosen();
  }

  /** Somebody who was chosen and left stays chosen, marked: a private text must never go to everybody instead. */
  #draw(target = this.target) {
    const names = [...this.#names].sort((a, b) => a.localeCompare(b));
    const others = names.filter((name) => name !== this.#own);
    const options = [new Option('Everybody', EVERYBODY), ...others.map((name) => new Option(name, name))];
    if (target !== EVERYBODY && !others.includes(target)) options.push(new Option(`${target} (not here)`, target));
    this.#select.replaceChildren(...options);
    this.#select.value = target;
    const focused = this.#list.contains(document.activeElement) ? document.activeElement?.textContent : undefined;
    this.#list.replaceChildren(...names.map((name) => this.#row(name, name === target)));
    for (const button of this.#list.querySelectorAll('button')) if (button.textContent === focused) button.focus();
    this.#count.textContent = String(names.length);
  }

  /**
   * @param {string} name
   * @param {boolean} chosen
   */
  #row(name, chosen) {
    const row = element('li', '');
    const own = name === this.#own;
    const person = element(own ? 'div' : 'button', 'person');
    person.append(avatar(name), element('bdi', 'who', name));
    if (own) {
      person.append(element('span', 'you', 'you'));
    } else {
      person.setAttribute('type', 'button');
      person.setAttribute('aria-pressed', String(chosen));
      person.title = chosen ? 'Write to everybody again' : `Write to ${name} privately`;
      person.addEventListener('click', () => this.choose(chosen ? EVERYBODY : name));
    }
    row.append(person);
    return row;
  }
}
