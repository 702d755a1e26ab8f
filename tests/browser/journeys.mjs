// Journeys told as plays: what people do on the site, by links and keys alone, in two languages of either direction.
import { LANGUAGES, inLanguage } from './site.mjs';
import { expect, openPage } from './stage.mjs';

const BODY = '/oewg-ict';
const PEOPLE = [
  { who: 'a desk officer reading English', language: 'en', dir: 'ltr', other: 'ar', locale: 'en-GB' },
  { who: 'a delegate reading Arabic', language: 'ar', dir: 'rtl', other: 'en', locale: 'ar-EG' },
];

const here = (page) => new URL(page.url()).pathname;
const text = (page, selector) => page.locator(selector).first().innerText();

// Follows the first link that can be seen: what is folded away nobody clicks.
async function follow(page, selector) {
  const link = page.locator(selector).filter({ visible: true }).first();
  expect(await link.count(), `a link ${selector} that can be seen on ${here(page)}`);
  const target = new URL(await link.getAttribute('href'), page.url()).href;
  await link.click();
  await page.waitForURL(target);
}

async function arrives(page, site, { language, dir }) {
  await page.goto(`${site.origin}/`);
  expect(here(page).startsWith(`/${language}`), `the bare address speaks the browser's language, not ${page.url()}`);
  expect((await page.getAttribute('html', 'dir')) === dir, `the direction is ${dir}`);
}

async function changesLanguage(page, site, { language, other }) {
  await page.goto(site.origin + inLanguage(BODY, language));
  await follow(page, `a[hreflang="${other}"]`);
  expect(here(page) === inLanguage(BODY, other), `the same page in the other language, not ${here(page)}`);
  await page.goBack();
  expect(here(page) === inLanguage(BODY, language), 'back leads back');
}

async function walksToAMeeting(page, site, { language }) {
  await page.goto(site.origin + inLanguage(BODY, language));
  await follow(page, `main a[href="/${language}${BODY}/sessions"]`);
  await follow(page, `main a[href="/${language}${BODY}/s5"]:not([tabindex="-1"])`);
  expect((await text(page, 'h1')).length > 0, 'the session has a title');
  await follow(page, `main a[href^="/${language}${BODY}/s5/m"]`);
  expect((await text(page, 'main')).includes('2023'), 'the meeting says its year');
}

async function followsAFactToItsProof(page, site, { language }) {
  await page.goto(site.origin + inLanguage(`${BODY}/s4`, language));
  await follow(page, `footer a[href*="/record"]`);
  expect(/[0-9a-f]{16}|[A-Za-z0-9+/]{40,}=/.test(await text(page, 'main')), 'the page shows a hash or a root');
}

async function takesAListAway(page, site, { language }) {
  await page.goto(site.origin + inLanguage('/documents', language));
  const address = await page.locator('a[href*=".csv"]').first().getAttribute('href');
  const reply = await page.request.get(new URL(address, page.url()).href);
  expect((reply.headers()['content-type'] ?? '').startsWith('text/csv'), 'the link leads to a CSV file');
  const rows = (await reply.text()).trim().split('\n');
  expect(rows.length > 20, `a long list, not ${rows.length} rows`);
  expect(rows.some((row) => row.includes('A/77/275')), 'the list holds the report');
}

async function usesKeysAlone(page, site, { language }) {
  await page.goto(site.origin + inLanguage(BODY, language));
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
  expect(first?.startsWith('#'), `the first stop leads past the masthead, not to ${first}`);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash === first, 'the jump has been made');
  await page.keyboard.press('Tab');
  const seen = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return document.activeElement !== document.body && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
  });
  expect(seen, 'the place of the keyboard can be seen');
}

async function losesTheWay(page, site, { language, dir }) {
  const reply = await page.goto(`${site.origin}/${language}/no-such-page`);
  expect(reply.status() === 404, `status 404, not ${reply.status()}`);
  expect((await page.getAttribute('html', 'lang')) === language, 'the error speaks the language of the address');
  expect((await page.getAttribute('html', 'dir')) === dir, `the direction is ${dir}`);
  await follow(page, `a[href^="/${language}"]`);
  expect((await text(page, 'h1')).length > 0, 'a link leads out of it');
}

async function looksBack(page, site, { language }) {
  await page.goto(site.origin + inLanguage(BODY, language));
  const now = await text(page, 'body');
  await page.goto(`${site.origin}${inLanguage(BODY, language)}?on=2022-08-01`);
  const then = await text(page, 'body');
  expect(now !== then, 'the page of that day is another one');
  expect(then.includes('2022'), 'a banner says the day');
}

async function comparesLanguages(page, site) {
  const titles = new Set();
  for (const language of LANGUAGES) {
    await page.goto(site.origin + inLanguage(BODY, language));
    titles.add(await text(page, 'h1'));
  }
  expect(titles.size === LANGUAGES.length, `six different titles, not ${[...titles].join(' | ')}`);
}

const PLAYS = { arrives, 'changes language and comes back': changesLanguage, 'walks to a meeting': walksToAMeeting,
  'follows a fact to its proof': followsAFactToItsProof, 'takes a list away': takesAListAway,
  'uses keys alone': usesKeysAlone, 'loses the way': losesTheWay, 'looks back': looksBack,
  'compares six languages': comparesLanguages };

export async function journeys({ site, browser, told }) {
  for (const person of PEOPLE) {
    for (const [title, play] of Object.entries(PLAYS)) {
      const page = await openPage(browser, { locale: person.locale });
      const mistakes = [];
      page.on('pageerror', (error) => mistakes.push(error.message));
      await told.play(`${person.who} ${title}`, async () => {
        await play(page, site, person);
        expect(mistakes.length === 0, `no script fails: ${mistakes.join('; ')}`);
      });
      await page.context().close();
    }
  }
}
