/** People chat on the demo page in headless Chromium, at phone and desktop size, light and dark. */
import assert from 'node:assert/strict';
import { Browser, DESKTOP, PHONE, shown } from '../support/browser.mjs';
import { Proxy } from '../support/proxy.mjs';
import { run } from '../support/scenario.mjs';

const EVIL_NAME = '<img src=x onerror="hit()">';
const EVIL_TEXT = '<script>hit()</script><b>bold</b> &amp; "quotes"';

await run('chat page in Chromium', async ({ url, step }) => {
  const proxy = await Proxy.start(url);
  const browser = await Browser.launch();
  const room = `柚子 ${Date.now() % 100_000}`;

  const open = async (origin, viewport, colorScheme) => {
    const page = await browser.page({ viewport, colorScheme });
    await page.goto(`${origin}/demo/chat/`);
    return page;
  };

  const { ada, evil } = await step('two windows', async () => {
    const pages = { ada: await open(proxy.origin, DESKTOP, 'light'), evil: await open(url.origin, PHONE, 'dark') };
    await browser.shoot(pages.ada, 'entry-1440-light');
    await browser.shoot(pages.evil, 'entry-375-dark');
    return pages;
  });
  await step('enter', async () => {
    await enter(ada, '艾达 🍊', room);
    await enter(evil, EVIL_NAME, room);
    await shown(ada.locator('#people-list .who', { hasText: EVIL_NAME }));
    await shown(ada.locator('.note', { hasText: `${EVIL_NAME} joined` }));
    assert.equal(await ada.locator('#people-count').textContent(), '2');
    assert.equal(await ada.locator('#room-name').textContent(), room);
  });
  await step('connection state and latency', async () => {
    await shown(ada.locator('#status[data-state=open]'));
    await shown(ada.locator('#latency', { hasText: 'ms' }));
  });
  await step('public messages', async () => {
    await say(ada, '大家好！Who is up for a game of go? 🍊');
    await heard(evil, '大家好！Who is up for a game of go? 🍊');
    await heard(ada, '大家好！Who is up for a game of go? 🍊', '.own');
    await say(evil, 'Me, in five minutes.');
    await heard(ada, 'Me, in five minutes.');
  });
  await step('HTML stays text', async () => {
    await say(evil, EVIL_TEXT);
    await heard(ada, EVIL_TEXT);
    await heard(evil, EVIL_TEXT, '.own');
    for (const page of [ada, evil]) {
      assert.equal(await page.locator('#messages img, #messages script, #messages b, #people img').count(), 0);
      assert.equal(await page.evaluate(() => window.hits), 0);
    }
  });
  const third = await step('private messages', async () => {
    const page = await open(url.origin, PHONE, 'light');
    await enter(page, 'Carol', room);
    await ada.getByRole('button', { name: 'Carol' }).click();
    await say(ada, 'Just between us: 你好');
    await heard(page, 'Just between us: 你好', '.private');
    await heard(ada, 'Just between us: 你好', '.private.own');
    assert.equal(await evil.getByText('Just between us').count(), 0);
    return page;
  });
  await step('a private text never goes to everybody', async () => {
    await third.locator('#leave').click();
    await shown(third.locator('#entry'));
    await shown(ada.locator('.note', { hasText: 'Carol left' }));
    await ada.locator('#text').fill('still for Carol only');
    await ada.keyboard.press('Enter');
    await shown(ada.locator('#composer-error', { hasText: 'Carol is not in the room' }));
    assert.equal(await evil.getByText('still for Carol only').count(), 0);
    assert.equal(await ada.locator('#text').inputValue(), 'still for Carol only');
    await ada.locator('#text').fill('');
    await ada.locator('#target').selectOption('*');
  });
  await step('a name that is taken', async () => {
    await third.locator('#name').fill(EVIL_NAME);
    await third.locator('#enter').click();
    await shown(third.locator('#entry-error', { hasText: 'is already in this room' }));
    await browser.shoot(third, 'name-taken-375-light');
  });
  await step('many messages at phone and desktop size', async () => {
    await third.locator('#name').fill('Bob');
    await third.locator('#enter').click();
    await shown(third.locator('#chat'));
    await say(third, 'Hello from the bus.');
    await say(third, `${'A long story about a citrus fruit. '.repeat(9)}https://example.org/${'shaddock/'.repeat(9)}`);
    await say(ada, 'Welcome, Bob!');
    await say(ada, 'We are three now.');
    await third.locator('#target').selectOption('艾达 🍊');
    await say(third, 'Is this one private?');
    await ada.getByRole('button', { name: 'Bob' }).click();
    await say(ada, 'It is, only you can read it.');
    await heard(third, 'It is, only you can read it.', '.private');
    await heard(evil, 'We are three now.');
    await browser.shoot(ada, 'chat-1440-light');
    await browser.shoot(evil, 'chat-375-dark');
    await browser.shoot(third, 'chat-375-light');
    await third.locator('#people-toggle').click();
    await shown(third.locator('#people-list'));
    await browser.shoot(third, 'people-375-light');
    await third.keyboard.press('Escape');
    await ada.emulateMedia({ colorScheme: 'dark' });
    await browser.shoot(ada, 'chat-1440-dark');
    assert.equal(await third.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  });
  await step('a reload returns to the room', async () => {
    await evil.reload();
    await shown(evil.locator('#chat'));
    await say(evil, 'Back after a reload');
    await heard(ada, 'Back after a reload');
  });
  await step('a lost connection is shown, and made again', async () => {
    await ada.locator('#target').selectOption('*');
    proxy.refusing = true;
    proxy.cut();
    await shown(ada.locator('#banner'));
    await shown(evil.locator('.note', { hasText: '艾达 🍊 left' }));
    await ada.locator('#text').fill('Did you hear that?');
    await ada.keyboard.press('Enter');
    await shown(ada.locator('#composer-error', { hasText: 'Not sent' }));
    assert.equal(await ada.locator('#text').inputValue(), 'Did you hear that?');
    await browser.shoot(ada, 'lost-1440-dark');
    proxy.refusing = false;
    await ada.locator('#retry').click();
    await shown(ada.locator('#status[data-state=open]'));
    await shown(ada.locator('.note', { hasText: 'You are back' }));
    assert.equal(await ada.locator('#banner').isVisible(), false);
    await ada.locator('#text').press('Enter');
    await heard(evil, 'Did you hear that?');
  });
  await step('the server away at the door', async () => {
    proxy.refusing = true;
    await ada.locator('#leave').click();
    await shown(ada.locator('#entry'));
    await ada.locator('#enter').click();
    await shown(ada.locator('#entry-error', { hasText: 'The server cannot be reached' }));
  });
  await step('keyboard only', async () => {
    await third.reload();
    await shown(third.locator('#chat'));
    assert.equal(await third.evaluate(() => document.activeElement.id), 'text');
    await third.keyboard.type('first line');
    await third.keyboard.press('Shift+Enter');
    await third.keyboard.type('second line');
    await third.keyboard.press('Enter');
    await heard(evil, 'first line\nsecond line');
  });
  await step('landing page and list of demos', async () => {
    await third.goto(`${url.origin}/`);
    await shown(third.getByText('The server is ready'));
    await browser.shoot(third, 'landing-375-light');
    await third.getByRole('link', { name: 'Demos' }).click();
    await shown(third.getByRole('heading', { name: 'Demos' }));
    await browser.shoot(third, 'demos-375-light');
    await third.getByRole('link', { name: 'Chat' }).click();
    await shown(third.locator('#entry, #chat').and(third.locator(':visible')));
  });
  await step('no script error and no failed request', () => assert.deepEqual(browser.problems, []));
  await browser.close();
});

async function enter(page, name, room) {
  await page.locator('#name').fill(name);
  await page.locator('#room').fill(room);
  await page.locator('#room').press('Enter');
  await shown(page.locator('#chat'));
}

async function say(page, text) {
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
}

async function heard(page, text, kind = '') {
  await shown(page.locator(`.message${kind} .text`).filter({ hasText: text }).last());
  const texts = await page.locator(`.message${kind} .text`).allTextContents();
  assert.ok(texts.includes(text), `${JSON.stringify(text)} among ${JSON.stringify(texts)}`);
}
