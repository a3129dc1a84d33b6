/**
 * An operator does in the admin console what there is to do. SHADDOCK_ADMIN_URL names the console,
 * SHADDOCK_ADMIN_PASSWORD_FILE an asadmin password file where there is a password. Where there is more than one member, an area
 * is moved, too.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Browser, DESKTOP, shown } from '../support/browser.mjs';
import { run } from '../support/scenario.mjs';

const EVIL_NAME = '<img src=x onerror="hit()">';
const EVIL_ROOM = '<img src=y onerror="hit()">#{7}';
const DEADLINE_MILLIS = 900_000;

await run('admin console', scenario, DEADLINE_MILLIS);

async function scenario({ url, step }) {
  const browser = await Browser.launch();
  const guest = await browser.page({ viewport: DESKTOP });
  const page = await browser.page({ viewport: DESKTOP, ignoreHTTPSErrors: true });
  for (const each of [guest, page]) each.setDefaultTimeout(DEADLINE_MILLIS / 6);
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  const cell = (text) => page.locator('td, th', { hasText: text }).last();
  const row = (text) => page.locator('tr', { hasText: text }).last();
  const button = (name) => page.getByRole('button', { name, exact: true });
  const field = (id) => page.locator(`input[type=text][id$="${id}"], input[type=text][id$="${id}_field"]`).first();
  const answered = (question) => assert.equal(asked.pop(), question);

  /** Shows a page of the tree, which must fit the window and must not run what clients have called themselves. */
  const visit = (name, title, expected) =>
    step(title, async () => {
      await page.getByRole('link', { name, exact: true }).last().click();
      await shown(page.locator('h1, .TtlTxt_sun4', { hasText: title }).first());
      if (expected) await shown(cell(expected));
      await browser.shoot(page, `console-${title.toLowerCase().replaceAll(' ', '-')}`);
      const right = await page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('th, td')].map((cell) => cell.getBoundingClientRect().right)));
      assert.ok(right <= DESKTOP.width, `the table of ${title} ends at ${right}`);
      assert.equal(await page.evaluate(() => window.hits), 0);
    });

  await step('a guest enters', async () => {
    await guest.goto(`${url.origin}/demo/chat/`);
    await guest.locator('#name').fill(EVIL_NAME);
    await guest.locator('#room').fill(EVIL_ROOM);
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

  await visit('Shaddock', 'Overview', 'ready');
  await step('all in a few words', () => shown(page.getByText(/\d of \d members ready\. Sessions: \d+/)));
  await visit('Members', 'Members', 'ready');
  const members = (await page.locator('td, th', { hasText: /^\s*(shaddock\d|server)\s*$/ }).allTextContents()).map((name) => name.trim());
  await visit('Routes', 'Routes', 'connector.');
  await visit('Remote calls', 'Remote calls');
  await visit('Channels', 'Channels', EVIL_ROOM);
  await visit('Crons', 'Crons');
  await visit('Settings', 'Settings', 'shaddock.');
  await step('only what contains a text', async () => {
    await field('search').fill('heartbeat');
    await button('Search').click();
    await cell('shaddock.connector.origins').waitFor({ state: 'detached' });
    await shown(cell('shaddock.connector.heartbeat-seconds'));
  });

  await step('a search is not run', async () => {
    await field('search').fill(`"${EVIL_NAME}'#{7}`);
    await button('Search').click();
    await cell('shaddock.connector.heartbeat-seconds').waitFor({ state: 'detached' });
    assert.equal(await field('search').inputValue(), `"${EVIL_NAME}'#{7}`);
    assert.equal(await page.evaluate(() => window.hits), 0);
  });

  await visit('Blocked addresses', 'Blocked addresses');
  await step('block an address, and lift the block', async () => {
    await field('address').fill('203.0.113.7');
    await button('Block').click();
    await shown(row('203.0.113.7').locator('input[type=checkbox]'));
    answered('Block this address, and end all sessions from there?');
    for (const box of await page.locator('tr', { hasText: /^\s*203\.0\.113\.7/ }).locator('input[type=checkbox]').all()) await box.check();
    await button('Unblock the selected').click();
    await page.locator('tr', { hasText: '203.0.113.7' }).locator('input[type=checkbox]').first().waitFor({ state: 'detached' });
    answered('Lift the selected blocks?');
  });

  await visit('Areas', 'Areas', EVIL_ROOM);
  const holder = await row(EVIL_ROOM).textContent();
  const other = members.find((member) => !holder?.includes(member));
  if (other) {
    await step('move an area', async () => {
      await field('target').fill(other);
      await row(EVIL_ROOM).locator('input[type=checkbox]').check();
      await button('Move').click();
      await shown(row(EVIL_ROOM).locator('td, th', { hasText: other }).last());
      answered('Move the selected areas?');
      await shown(page.getByText('Moved area chat/').first());
      await shown(page.getByText('#(7)').first());
      assert.equal(await page.evaluate(() => window.hits), 0);
      await browser.shoot(page, 'console-moved');
    });
  }

  await visit('Sessions', 'Sessions', EVIL_NAME);
  await step('live figures without a reload', async () => {
    const figures = () => row(EVIL_NAME).textContent();
    const before = await figures();
    while ((await figures()) === before) await page.waitForTimeout(500);
  });
  await step('kick', async () => {
    await row(EVIL_NAME).locator('input[type=checkbox]').check();
    await button('Kick').click();
    await page.locator('td', { hasText: EVIL_NAME }).last().waitFor({ state: 'detached' });
    answered('End the selected sessions?');
    await shown(page.getByText('Kicked session').first());
    await browser.shoot(page, 'console-kicked');
  });
  await step('the guest is told', () => shown(guest.locator('#banner, #entry').first()));
  await step('what cannot be done says why', async () => {
    await visit('Blocked addresses', 'Blocked addresses');
    await field('address').fill('nowhere');
    await button('Block').click();
    await shown(page.getByText("'nowhere'").first());
    await browser.shoot(page, 'console-refused');
  });
  await browser.close();
}

function password() {
  const file = process.env.SHADDOCK_ADMIN_PASSWORD_FILE;
  return file ? /^AS_ADMIN_PASSWORD=(.*)$/m.exec(readFileSync(file, 'utf8'))[1] : '';
}
