/** The messages on the page. Names and texts are only ever set as text, never as HTML. */
const GROUP_MILLIS = 120_000;
const NEAR_END_PIXELS = 60;
const MAX_MESSAGES = 500;
/** Degrees; its multiples lie far apart on the colour wheel. */
const GOLDEN_ANGLE = 137.5;

/**
 * @typedef {object} Entry
 * @property {string} from
 * @property {string} text
 * @property {boolean} own
 * @property {string} [privateTo] the receiver's name, when it is not for everybody
 */

export class MessageLog {
  #scroller;
  #list;
  #jump;
  /** @type {{ from: string, privateTo: string | undefined, atMillis: number } | undefined} */
  #previous;

  /**
   * @param {HTMLElement} scroller
   * @param {HTMLElement} list
   * @param {HTMLElement} jump shown when something new is out of sight
   */
  constructor(scroller, list, jump) {
    this.#scroller = scroller;
    this.#list = list;
    this.#jump = jump;
    jump.addEventListener('click', () => this.#toEnd());
    scroller.addEventListener('scroll', () => this.#atEnd() && (jump.hidden = true));
    new ResizeObserver(() => jump.hidden && this.#toEnd()).observe(scroller);
  }

  clear() {
    this.#list.replaceChildren();
    this.#previous = undefined;
    this.#jump.hidden = true;
  }

  /** @param {Entry} entry */
  message({ from, text, own, privateTo }) {
    const now = new Date();
    const last = this.#previous;
    const continued =
      last?.from === from && last.privateTo === privateTo && now.getTime() - last.atMillis < GROUP_MILLIS;
    this.#previous = { from, privateTo, atMillis: now.getTime() };
    const item = element('li', 'message');
    item.classList.toggle('own', own);
    item.classList.toggle('private', privateTo !== undefined);
    item.classList.toggle('continued', continued);
    const body = element('p', 'text', text);
    body.dir = 'auto';
    const bubble = element('div', 'bubble');
    bubble.append(this.#meta(from, own, privateTo, now), body);
    item.append(avatar(from), bubble);
    this.#append(item, own);
  }

  /**
   * Something that happened, such as a coming or going.
   *
   * @param {string} name
   * @param {string} what
   */
  note(name, what) {
    this.#previous = undefined;
    const item = element('li', 'note');
    item.append(element('bdi', 'who', name), ` ${what} `, time(new Date()));
    this.#append(item, false);
  }

  /**
   * @param {string} from
   * @param {boolean} own
   * @param {string | undefined} privateTo
   * @param {Date} now
   */
  #meta(from, own, privateTo, now) {
    const meta = element('p', 'meta');
    meta.append(element('bdi', 'author', own ? 'You' : from));
    if (privateTo !== undefined) {
      const badge = element('span', 'badge', own ? 'privately to ' : 'privately');
      if (own) badge.append(element('bdi', '', privateTo));
      meta.append(' ', badge);
    }
    meta.append(' ', time(now));
    return meta;
  }

  /**
   * @param {HTMLElement} item
   * @param {boolean} follow
   */
  #append(item, follow) {
    const stay = !follow && !this.#atEnd();
    this.#list.append(item);
    while (this.#list.childElementCount > MAX_MESSAGES) this.#list.firstElementChild?.remove();
    if (stay) this.#jump.hidden = false;
    else this.#toEnd();
  }

  #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PIXELS;
  }

  #toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#jump.hidden = true;
  }
}

/**
 * @param {string} name
 * @returns {HTMLElement} its first character on a colour of its own; the name itself stands beside it
 */
export function avatar(name) {
  const disc = element('span', 'avatar', [...name.trim()][0]?.toUpperCase() ?? '?');
  disc.setAttribute('aria-hidden', 'true');
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  disc.style.setProperty('--hue', String((hash * GOLDEN_ANGLE) % 360));
  return disc;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function element(tag, className, text) {
  const created = document.createElement(tag);
  if (className) created.className = className;
  if (text !== undefined) created.textContent = text;
  return created;
}

/** @param {Date} now */
function time(now) {
  const stamp = document.createElement('time');
  stamp.dateTime = now.toISOString();
  stamp.textContent = now.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return stamp;
}
