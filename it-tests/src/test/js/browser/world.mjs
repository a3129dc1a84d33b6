/**
 * Two players in the world demo in headless Chromium: they see each other walk and fight, talk, and go to the cave.
 * With SHADDOCK_OTHER_URL the second player connects there, as to another member.
 */
import assert from 'node:assert/strict';
import { Browser, DESKTOP, PHONE, shown } from '../support/browser.mjs';
import { Proxy } from '../support/proxy.mjs';
import { run } from '../support/scenario.mjs';

const ANN = `Ann ${Date.now() % 1000}`;
const EVIL_NAME = '<img src=x:x>';
const EVIL_TEXT = '<script>hit()</script><b>bold</b> &amp; "quotes"';

await run('world page in Chromium', async ({ url, step }) => {
  const proxy = await Proxy.start(url);
  const other = new URL(process.env.SHADDOCK_OTHER_URL ?? url);
  const browser = await Browser.launch();

  const open = async (origin, viewport) => {
    const page = await browser.page({ viewport, hasTouch: viewport === PHONE });
    await page.goto(`${origin}/demo/world/`);
    await page.waitForSelector('#entry:not([hidden])');
    return page;
  };

  const { ann, ben } = await step('two windows', async () => {
    const pages = { ann: await open(proxy.origin, DESKTOP), ben: await open(other.origin, PHONE) };
    await browser.shoot(pages.ann, 'world-entry-1440');
    await browser.shoot(pages.ben, 'world-entry-375');
    return pages;
  });
  await step('sign in by keyboard', async () => {
    await signIn(ann, ANN);
    await signIn(ben, EVIL_NAME);
    assert.equal(await ann.locator('#place').textContent(), 'Meadow');
    assert.equal(await ann.evaluate(() => document.activeElement.id), 'canvas');
  });
  await step('they see each other', async () => {
    await seen(ben, ANN);
    await seen(ann, EVIL_NAME);
  });
  await step('one sees the other walk by keys', async () => {
    const before = await seen(ben, ANN);
    await ann.keyboard.down('KeyD');
    await holds(ben, ([name, x]) => [...current().scene.things.values()].some((thing) => thing.name === name && thing.x > x + 3), [ANN, before.x]);
    await ann.keyboard.up('KeyD');
    const after = await own(ann);
    assert.ok(Math.abs(after.y - before.y) < 0.6, 'straight on');
  });
  await step('the other follows by touch', async () => {
    const { x, y } = await seen(ben, ANN);
    await touch(ben, x - 1, y + 1);
    await holds(ben, ([name]) => {
      const { scene } = current();
      const other = [...scene.things.values()].find((thing) => thing.name === name);
      return other && Math.hypot(other.x - scene.own.x, other.y - scene.own.y) < 3;
    }, [ANN]);
    await browser.shoot(ann, 'world-meadow-1440');
    await browser.shoot(ben, 'world-meadow-375');
  });
  await step('talk, and HTML stays text', async () => {
    await ann.keyboard.press('Enter');
    assert.equal(await ann.evaluate(() => document.activeElement.id), 'text');
    await ann.keyboard.type(EVIL_TEXT);
    await ann.keyboard.press('Enter');
    await heard(ben, EVIL_TEXT);
    await ben.locator('#scope').selectOption('all');
    await ben.locator('#text').fill('Is anybody in the cave? 柚子');
    await ben.locator('#text').press('Enter');
    await heard(ann, 'Is anybody in the cave? 柚子');
    for (const page of [ann, ben]) {
      assert.equal(await page.locator('#log img, #log script, #log b, #board img').count(), 0);
      assert.equal(await page.evaluate(() => window.hits), 0);
    }
    await browser.shoot(ann, 'world-talk-1440');
    await browser.shoot(ben, 'world-talk-375');
  });
  await step('one sees the other fight', async () => {
    await holds(ann, () => [...current().scene.things.values()].some((thing) => thing.isMonster));
    for (let attempt = 0; attempt < 8 && (await own(ann)).swings === 0; attempt++) {
      const monster = await nearestMonster(ann);
      if (monster) await click(ann, monster.x, monster.y - 0.3);
      await ann.waitForTimeout(1500);
    }
    await holds(ann, () => current().scene.own.swings > 0);
    await browser.shoot(ann, 'world-fight-1440');
    await ben.evaluate(([x, y]) => current().link.walk(x, y), await place(ann));
    await holds(ben, ([name]) => [...current().scene.things.values()].some((thing) => thing.name === name && thing.swings > 0), [ANN]);
    await browser.shoot(ben, 'world-fight-375');
  });
  await step('score board and figures', async () => {
    await shown(ann.locator('#board li.own', { hasText: ANN }));
    await ann.keyboard.press('F3');
    await shown(ann.locator('#debug', { hasText: 'round trip' }));
    await ben.locator('#debug-toggle').tap();
    await shown(ben.locator('#debug', { hasText: 'received' }));
    await browser.shoot(ann, 'world-figures-1440');
    await browser.shoot(ben, 'world-figures-375');
    await ann.keyboard.press('F3');
    await ben.locator('#debug-toggle').tap();
  });
  await step('through the portal', async () => {
    const { gold } = await own(ann);
    await travel(ann, 'Cave');
    await holds(ben, ([name]) => ![...current().scene.things.values()].some((thing) => thing.name === name), [ANN]);
    assert.ok((await own(ann)).gold >= gold, 'the gold comes along');
  });
  await step('all are heard on both maps', async () => {
    await ann.locator('#scope').selectOption('all');
    await ann.locator('#text').fill('It is dark in here.');
    await ann.locator('#text').press('Enter');
    await heard(ben, 'It is dark in here.');
  });
  await step('and the other one, too', async () => {
    await travel(ben, 'Cave');
    await seen(ben, ANN);
    await seen(ann, EVIL_NAME);
    await ann.waitForTimeout(600);
    await browser.shoot(ann, 'world-cave-1440');
    await browser.shoot(ben, 'world-cave-375');
  });
  await step('a lost connection is shown, and made again', async () => {
    const before = await own(ann);
    proxy.refusing = true;
    proxy.cut();
    await shown(ann.locator('#banner'));
    await browser.shoot(ann, 'world-lost-1440');
    proxy.refusing = false;
    // The page tries by itself, too: if it was quicker the button is gone, which is as good.
    await ann.locator('#retry').click({ timeout: 2000 }).catch(() => {});
    await ann.locator('#banner').waitFor({ state: 'hidden' });
    await holds(ann, () => current().scene.own !== undefined);
    const after = await own(ann);
    assert.equal(await ann.locator('#place').textContent(), 'Cave');
    assert.ok(after.gold >= before.gold && Math.hypot(after.x - before.x, after.y - before.y) < 4, 'the same hero');
    await seen(ben, ANN);
  });
  await step('a reload comes back', async () => {
    await ben.reload();
    await inside(ben);
    assert.equal(await ben.locator('#place').textContent(), 'Cave');
  });
  await step('nothing is wider than the phone', async () => {
    assert.equal(await ben.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  });
  await step('leave', async () => {
    await ann.locator('#leave').click();
    await shown(ann.locator('#entry'));
    await holds(ben, ([name]) => ![...current().scene.things.values()].some((thing) => thing.name === name), [ANN]);
  });
  await step('no script error and no failed request', () => assert.deepEqual(browser.problems, []));
  await browser.close();
}, 240_000);

async function signIn(page, name) {
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await inside(page);
}

/** Waits for the game, and for what the page's own module says of it. */
async function inside(page) {
  await shown(page.locator('#game'));
  await page.evaluate(async () => {
    window.current = (await import('/demo/world/world.js')).current;
  });
  await holds(page, () => current().scene?.own !== undefined);
}

/** Walks to the portal; how long that takes depends on what stands in the way. */
async function travel(page, title) {
  for (let attempt = 0; attempt < 2; attempt++) {
    await page.evaluate(() => {
      const { scene, link } = current();
      const y = scene.rows.findIndex((row) => row.includes('O'));
      link.walk(scene.rows[y].indexOf('O') + 0.5, y + 0.5);
    });
    try {
      await page.locator('#place', { hasText: title }).waitFor({ timeout: 18_000 });
      return holds(page, () => current().scene.own !== undefined);
    } catch {
      // Something has felled the hero: it sets out again.
    }
  }
  assert.fail(`never came to the ${title}`);
}

/** What the page knows of its own hero. */
function own(page) {
  return page.evaluate(() => {
    const { scene } = current();
    const { x, y, hp, swings } = scene.own;
    return { x, y, hp, swings, gold: scene.gold };
  });
}

async function place(page) {
  const { x, y } = await own(page);
  return [x, y];
}

/** Waits until the page shows somebody of that name; where. */
async function seen(page, name) {
  const thing = (wanted) => {
    const found = [...(current().scene?.things.values() ?? [])].find((one) => one.name === wanted);
    return found && { x: found.x, y: found.y };
  };
  return (await page.waitForFunction(thing, name)).jsonValue();
}

function nearestMonster(page) {
  return page.evaluate(() => {
    const { scene } = current();
    const monster = scene.monsterNear(scene.own.x, scene.own.y, 30);
    return monster && { x: monster.x, y: monster.y };
  });
}

/** Where a place on the map is on the page; what is outside is moved to its edge. */
async function onPage(page, x, y) {
  const { width, height } = page.viewportSize();
  const point = await page.evaluate(([tileX, tileY]) => {
    const { painter } = current();
    const [zero, one] = [painter.tileAt(0, 0), painter.tileAt(100, 100)];
    return { x: ((tileX - zero.x) * 100) / (one.x - zero.x), y: ((tileY - zero.y) * 100) / (one.y - zero.y) };
  }, [x, y]);
  return [Math.max(20, Math.min(width - 20, point.x)), Math.max(150, Math.min(height - 170, point.y))];
}

async function click(page, x, y) {
  await page.mouse.click(...(await onPage(page, x, y)));
}

async function touch(page, x, y) {
  await page.touchscreen.tap(...(await onPage(page, x, y)));
}

async function heard(page, text) {
  await shown(page.locator('#log .text').filter({ hasText: text }).last());
  assert.ok((await page.locator('#log .text').allTextContents()).includes(text));
}

function holds(page, condition, argument = []) {
  return page.waitForFunction(condition, argument);
}
