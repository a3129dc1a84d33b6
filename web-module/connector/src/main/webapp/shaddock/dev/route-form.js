/** A form for each route, made from the record that its handler takes. */
import { element } from './view.js';

export class RouteForm {
  #routes;
  #fields = element('div', { className: 'fields' });
  #choice;
  #who = element('p', { className: 'quiet' });

  /**
   * @param {any[]} routes
   * @param {(route: string, body: any, notify: boolean) => void} send
   */
  constructor(routes, send) {
    this.#routes = routes;
    this.#choice = element('select', { onchange: () => this.#draw() }, ...routes.map((each) => element('option', {}, each.route)));
    const notify = element('button', { type: 'button', onclick: () => this.#send(send, true) }, 'Notify');
    this.element = element(
      'form',
      {
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.#send(send, false);
        },
      },
      element('label', {}, 'route', this.#choice),
      this.#who,
      this.#fields,
      element('p', { className: 'buttons' }, element('button', {}, 'Request'), notify),
    );
    this.#draw();
  }

  get #route() {
    return this.#routes[this.#choice.selectedIndex];
  }

  #draw() {
    const route = this.#route;
    this.#who.hidden = !route || route.open;
    this.#who.textContent = route?.roles.length ? `for ${route.roles.join(', ')}` : 'for nobody';
    const inputs = route?.freeBody ? [{ name: 'body', kind: 'json', choices: [] }] : (route?.fields ?? []);
    this.#fields.replaceChildren(...inputs.map(input));
  }

  /**
   * @param {(route: string, body: any, notify: boolean) => void} send
   * @param {boolean} notify
   */
  #send(send, notify) {
    const controls = [...this.#fields.querySelectorAll('[name]')];
    const values = controls.map((control) => [control.name, valueOf(control)]);
    if (!this.#route || values.some(([, value]) => value instanceof SyntaxError)) return;
    const given = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    send(this.#route.route, this.#route.freeBody ? (given.body ?? {}) : given, notify);
  }
}

/** @param {any} field */
function input(field) {
  const name = field.name;
  switch (field.kind) {
    case 'flag':
      return element('label', { className: 'flag' }, element('input', { type: 'checkbox', name, 'data-kind': 'flag' }), name);
    case 'enum':
      return element('label', {}, name, element('select', { name, 'data-kind': 'text' }, ...field.choices.map((/** @type {string} */ each) => element('option', {}, each))));
    case 'number':
      return element('label', {}, name, element('input', { type: 'number', step: 'any', name, 'data-kind': 'number' }));
    case 'json':
      return element('label', {}, `${name}, as JSON`, element('textarea', { name, rows: 3, spellcheck: false, 'data-kind': 'json' }));
    default:
      return element('label', {}, name, element('input', { type: 'text', name, autocomplete: 'off', 'data-kind': 'text' }));
  }
}

/**
 * What is left empty is not sent.
 *
 * @param {any} control
 * @returns {any} a SyntaxError if it is no JSON; the control says so
 */
function valueOf(control) {
  if (control.dataset.kind === 'flag') return control.checked;
  if (control.value === '') return undefined;
  if (control.dataset.kind === 'number') return Number(control.value);
  if (control.dataset.kind !== 'json') return control.value;
  try {
    control.setCustomValidity('');
    return JSON.parse(control.value);
  } catch (error) {
    control.setCustomValidity(`This is no JSON: ${/** @type {Error} */ (error).message}`);
    control.reportValidity();
    control.addEventListener('input', () => control.setCustomValidity(''), { once: true });
    return error;
  }
}
