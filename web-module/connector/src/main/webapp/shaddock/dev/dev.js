/** The developers' page: one view at a time, each asking the server only while it is shown. */
import { Board } from './board.js';
import { Messages } from './messages.js';
import { Playground } from './playground.js';
import { byId } from './view.js';

const views = { map: new Board(), playground: new Playground(), messages: new Messages() };
let shown = '';

/** Shows the view that the address names. */
function show() {
  const name = location.hash.slice(1) in views ? location.hash.slice(1) : 'map';
  if (name === shown) return;
  views[/** @type {keyof typeof views} */ (shown)]?.hide();
  shown = name;
  for (const other of Object.keys(views)) byId(other).hidden = other !== name;
  for (const link of document.querySelectorAll('nav a')) {
    link.toggleAttribute('aria-current', link.getAttribute('href') === `#${name}`);
  }
  views[/** @type {keyof typeof views} */ (name)].show();
}

addEventListener('hashchange', show);
show();
