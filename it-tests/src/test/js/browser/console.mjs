/**
 * An operator looks at Shaddock in the admin console and ends a session there. SHADDOCK_ADMIN_URL names the console,
 * SHADDOCK_ADMIN_PASSWORD_FILE an asadmin password file where there is a password.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { run, within } from '../support/scenario.mjs';

const SIZE = { width: 1440, height: 900 };
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const EVIL_NAME = '<img src=x onerror="hit()">';
const DEADLINE_MILLIS = 900_000;

await run('admin console', scenario, DEADLINE_MILLIS);

async function scenario({ url, step }) {
  const shots = process.env.SHADDOCK_OUTPUT;
  if (shots) mkdirSync(shots, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-GB', ignoreHTTPSErrors: true });
  context.setDefaultTimeout(DEADLINE_MILLIS / 6);
  const guest = await context.newPage();
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.hits = 0;
    window.hit = () => window.hits++;
  });
  const shoot = async (name) => {
    if (shots) await page.screenshot({ path: path.join(shots, `console-${name}.png`) });
  };
  const open = async (name) => {
    await page.getByRole('link', { name, exact: true }).last().click();
    await shown(page.locator('h1, .TtlTxt_sun4', { hasText: name === 'Shaddock' ? 'Members' : name }).first());
  };

  await step('a guest enters', async () => {
    await guest.goto(`${url.origin}/demo/chat/`);
    await guest.locator('#name').fill(EVIL_NAME);
    await guest.locator('#room').fill('console');
    while (!(await guest.locator('#chat').isVisible())) {
      if (await guest.locator('#room').isEnabled()) await guest.locator('#room').press('Enter');
      await guest.waitForTimeout(2000);
    }
  });
  await step('log in', async () => {
    await page.goto(process.env.SHADDOCK_ADMIN_URL);
    await shown(page.locator('#Login\\.username, a:has-text("Shaddock")').first());
    if (await page.locator('#Login\\.username').count()) {
      await page.locator('#Login\\.username').fill('admin');
      await page.locator('#Login\\.password').fill(password());
      await page.locator('#loginButton').click();
    }
    await shown(page.getByRole('link', { name: 'Shaddock', exact: true }).last());
  });
  await step('members', async () => {
    await open('Shaddock');
    await shown(page.locator('td', { hasText: 'ready' }).first());
    await shoot('members');
  });
  await step('routes', async () => {
    await open('Routes');
    await shown(page.locator('td', { hasText: 'connector.' }).first());
    await shoot('routes');
  });
  await step('settings', async () => {
    await open('Settings');
    await shown(page.locator('td', { hasText: 'shaddock.' }).first());
    await shoot('settings');
  });
  await step('sessions, with a name that is no HTML', async () => {
    await open('Sessions');
    await shown(page.locator('td', { hasText: EVIL_NAME }));
    assert.equal(await page.evaluate(() => window.hits), 0);
    await shoot('sessions');
  });
  await step('live figures without a reload', async () => {
    const seconds = () => page.locator('tr', { hasText: EVIL_NAME }).locator('td').nth(6).textContent();
    const before = await seconds();
    while ((await seconds()) === before) await page.waitForTimeout(500);
  });
  await step('kick, asked first', async () => {
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await page.locator('tr', { hasText: EVIL_NAME }).locator('input[type=checkbox]').check();
    await page.getByRole('button', { name: 'Kick' }).click();
    await page.locator('td', { hasText: EVIL_NAME }).waitFor({ state: 'detached' });
    assert.deepEqual(asked, ['End the selected sessions?']);
    await shoot('kicked');
  });
  await step('the guest is told', () => shown(guest.locator('#banner, #entry').first()));
  await within(5000, browser.close());
}

function password() {
  const file = process.env.SHADDOCK_ADMIN_PASSWORD_FILE;
  return file ? /^AS_ADMIN_PASSWORD=(.*)$/m.exec(readFileSync(file, 'utf8'))[1] : '';
}

function shown(locator) {
  return locator.waitFor({ state: 'visible' });
}
