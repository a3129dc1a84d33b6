/** The map: each member with its load, and the areas it holds. */
import { ask, byId, element, Refresh } from './view.js';

const MOST_AREAS = 30;

export class Board {
  #refresh = new Refresh(() => this.#draw(), 2000);

  show() {
    void this.#refresh.start();
  }

  hide() {
    this.#refresh.stop();
  }

  async #draw() {
    const [members, areas] = await Promise.all([ask('members'), ask('areas')]);
    const most = Math.max(1, ...Object.values(areas).flatMap((list) => (list?.rows ?? []).map((/** @type {any} */ row) => row.players)));
    const cards = Object.keys(members).map((name) => card(name, members[name]?.rows[0], areas[name], most));
    byId('map').replaceChildren(element('div', { className: 'cards' }, ...cards));
  }
}

/**
 * @param {string} name
 * @param {any} member undefined if it did not answer
 * @param {any} areas
 * @param {number} most players of the fullest area
 */
function card(name, member, areas, most) {
  const state = member?.state ?? 'no answer';
  const head = element('h2', {}, name, element('span', { className: 'state', 'data-state': state }, state));
  if (!member) return element('article', { className: 'card' }, head);
  const facts = element(
    'ul',
    { className: 'facts' },
    fact(member.sessions, 'session'),
    fact(member.areas, 'area'),
    fact(member.underWay, 'request', ' under way'),
    fact(member.messagesIn, 'message', ' in'),
    fact(member.pendingBytes, 'byte', ' pending'),
  );
  const types = element('p', { className: 'quiet' }, member.serverTypes.length ? [...member.serverTypes].sort().join(', ') : 'all server types');
  const rows = areas?.rows ?? [];
  const list = element('ul', { className: 'areas' }, ...rows.slice(0, MOST_AREAS).map((/** @type {any} */ row) => areaItem(row, most)));
  const more = (areas?.total ?? 0) - Math.min(rows.length, MOST_AREAS);
  if (more > 0) list.append(element('li', {}, element('span', {}, `and ${more} more`)));
  return element('article', { className: 'card' }, head, types, facts, list);
}

/**
 * @param {number} value
 * @param {string} what one of them
 * @param {string} [more] what is said of them
 */
function fact(value, what, more = '') {
  return element('li', {}, element('strong', {}, String(value)), ` ${what}${value === 1 ? '' : 's'}${more}`);
}

/**
 * @param {any} row
 * @param {number} most
 */
function areaItem(row, most) {
  const late = row.maxLateMillis > 0 ? `, ${row.maxLateMillis} ms late` : '';
  const waiting = row.mailbox > 0 ? `, ${row.mailbox} waiting` : '';
  return element(
    'li',
    { title: `epoch ${row.epoch}, ${row.ticks} ticks, ${row.skipped} skipped` },
    element('meter', { min: 0, max: most, value: row.players }),
    element('span', {}, row.area),
    element('em', {}, `${row.players} ${row.players === 1 ? 'player' : 'players'}${waiting}${late}`),
  );
}
