/**
 * Headless Chromium for scenarios. CHROMIUM names the browser's executable; screenshots go to the directory that
 * SHADDOCK_OUTPUT names, if it does.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { onFailure, within } from './scenario.mjs';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 375, height: 720 };

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE_MILLIS = 15_000;

/** The browser's own words for a lost connection. */
const LOST = /WebSocket connection to/;

/** As well, where a page has credentials: the first request comes without them and is answered so. */
const LOST_OR_ASKED = /WebSocket connection to|status of 401/;
const UNAUTHORIZED = 401;

export class Browser {
  #chromium;
  #shots = process.env.SHADDOCK_OUTPUT;
  #pages = [];
  /** What no page should ever do, in words: script errors, failed requests. */
  problems = [];

  constructor(launched) {
    this.#chromium = launched;
    if (this.#shots) mkdirSync(this.#shots, { recursive: true });
    onFailure(() => Promise.all(this.#pages.map((page, i) => this.shoot(page, `failed-${i + 1}`))));
  }

  static async launch() {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    return new Browser(await chromium.launch({ executablePath, args: FLAGS }));
  }

  /** A window of its own. HTML that gets into a page as such would call `hit()`; the page counts it as `hits`. */
  async page(options) {
    const isAsked = options.httpCredentials !== undefined;
    const expected = isAsked ? LOST_OR_ASKED : LOST;
    const context = await this.#chromium.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    this.#pages.push(page);
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.on('pageerror', (error) => this.problems.push(`script error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) this.problems.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      const isFine = response.status() < 400 || (isAsked && response.status() === UNAUTHORIZED);
      if (!isFine) this.problems.push(`${response.status()} for ${response.url()}`);
    });
    await page.addInitScript(() => {
      window.hits = 0;
      window.hit = () => window.hits++;
    });
    return page;
  }

  /** Takes a picture to be looked at. */
  async shoot(page, name) {
    if (this.#shots) await page.screenshot({ path: path.join(this.#shots, `${name}.png`) });
  }

  async close() {
    await within(5000, this.#chromium.close());
  }
}

/** Waits until it can be seen. */
export function shown(locator) {
  return locator.waitFor({ state: 'visible' });
}
