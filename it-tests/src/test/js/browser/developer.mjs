/** A developer works with the developers' page in headless Chromium, at phone and desktop size. */
import assert from 'node:assert/strict';
import { Browser, DESKTOP, PHONE, shown } from '../support/browser.mjs';
import { run } from '../support/scenario.mjs';

const EVIL = '<img src=x onerror="hit()">';
const DEVELOPER = { username: 'dora', password: 'develops' };

await run("developers' page in Chromium", async ({ url, step }) => {
  const browser = await Browser.launch();
  const open = async (viewport, colorScheme) => {
    const opened = await browser.page({ viewport, colorScheme, httpCredentials: DEVELOPER });
    await opened.goto(`${url.origin}/shaddock/dev/`);
    return opened;
  };
  const shoot = (page, name) => browser.shoot(page, `developer-${name}`);

  const page = await step('the page opens on the map', async () => {
    const opened = await open(DESKTOP, 'light');
    await shown(opened.locator('#map .card .state[data-state=ready]'));
    return opened;
  });
  const one = page.locator('#playground .card').nth(0);
  const two = page.locator('#playground .card').nth(1);
  await step('two clients connect', async () => {
    await page.getByRole('link', { name: 'Playground' }).click();
    for (const pane of [one, two]) {
      await pane.getByRole('button', { name: 'Connect', exact: true }).click();
      await shown(pane.locator('.state[data-state=open]'));
    }
  });
  await step('a form made from a record calls its route', async () => {
    await choose(one, 'probe.probeHandler.echo');
    await one.getByLabel('text').fill(EVIL);
    await one.getByLabel('n', { exact: true }).fill('7');
    await one.getByRole('button', { name: 'Request' }).click();
    const answer = one.locator('[data-kind=answer] code').first();
    await shown(answer);
    assert.deepEqual(JSON.parse(await answer.textContent()), { text: EVIL, n: 7, code: 200 });
  });
  await step('a body that does not fit is answered with what is wrong', async () => {
    await choose(two, 'probe.probeHandler.proto');
    await two.getByLabel('list, as JSON').fill('"no list"');
    await two.getByRole('button', { name: 'Request' }).click();
    await shown(two.locator('[data-kind=answer] code', { hasText: '1400' }));
  });
  await step('pushes are shown', async () => {
    await choose(one, 'probe.probeHandler.note');
    await one.getByLabel('text').fill('noted');
    await one.getByRole('button', { name: 'Notify' }).click();
    await shown(one.locator('[data-kind=push] b', { hasText: 'onNoted' }));
  });
  await step('both enter a room under names made of HTML', async () => {
    for (const [pane, username] of [[one, EVIL], [two, 'Ben']]) {
      await choose(pane, 'connector.entryHandler.enter');
      await pane.getByLabel('username').fill(username);
      await pane.getByLabel('rid').fill('lab');
      await pane.getByRole('button', { name: 'Request' }).click();
    }
    await shown(one.locator('[data-kind=push] b', { hasText: 'onAdd' }));
    await shoot(page, 'playground-1440');
  });
  await step('a dropped connection is made again', async () => {
    await two.getByRole('button', { name: 'Drop the connection' }).click();
    await shown(two.locator('.state[data-state=reconnecting]'));
    await shown(two.locator('.state[data-state=open]'));
    assert.equal(await one.locator('.state').getAttribute('data-state'), 'open');
  });
  await step('the last messages of a session', async () => {
    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByRole('searchbox').fill('onerror');
    const row = page.locator('#sessions tr').filter({ hasText: EVIL });
    await shown(row);
    await row.getByRole('button').click();
    await shown(page.locator('#log b', { hasText: 'request #1 probe.probeHandler.echo' }));
    await shown(page.locator('#log b', { hasText: 'response #1 probe.probeHandler.echo' }));
    await shown(page.locator('#log b', { hasText: 'push onNoted' }));
    await shown(page.locator('#log code', { hasText: EVIL.slice(0, 10) }).first());
    await shoot(page, 'messages-1440');
  });
  await step('messages go on', async () => {
    await page.getByRole('link', { name: 'Playground' }).click();
    await choose(one, 'probe.probeHandler.note');
    await one.getByLabel('text').fill('a later one');
    await one.getByRole('button', { name: 'Notify' }).click();
    await page.getByRole('link', { name: 'Messages' }).click();
    await shown(page.locator('#log code', { hasText: 'a later one' }).first());
  });
  await step('the map shows areas and load', async () => {
    await page.getByRole('link', { name: 'Map' }).click();
    await shown(page.locator('#map .areas li', { hasText: 'lab' }));
    await shoot(page, 'map-1440');
  });
  await step('at phone size', async () => {
    const phone = await open(PHONE, 'dark');
    await shown(phone.locator('#map .areas li', { hasText: 'lab' }));
    await shoot(phone, 'map-375');
    await phone.getByRole('link', { name: 'Playground' }).click();
    await shown(phone.locator('#playground .card').first());
    await shoot(phone, 'playground-375');
    await phone.getByRole('link', { name: 'Messages' }).click();
    await shown(phone.locator('#sessions tr').first());
    await phone.locator('#sessions button').first().click();
    await shown(phone.locator('#log li').first());
    await shoot(phone, 'messages-375');
    assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  });
  await step('HTML stays text', async () => {
    assert.equal(await page.locator('main img').count(), 0);
    assert.equal(await page.evaluate(() => window.hits), 0);
  });
  await step('no script error', () => assert.deepEqual(browser.problems, []));
  await browser.close();
});

async function choose(pane, route) {
  await pane.getByLabel('route').selectOption(route);
}
