// Runs the browser's tests on one site, or the parts that are named: node run.mjs [PART]...; `screens` only so.
import { axe } from './axe.mjs';
import { journeys } from './journeys.mjs';
import { noscript } from './noscript.mjs';
import { screens } from './screens.mjs';
import { openSite, pagesOf } from './site.mjs';
import { Told, openBrowser } from './stage.mjs';
import { weight } from './weight.mjs';

const TESTS = { noscript, axe, weight, journeys };
const PARTS = { ...TESTS, screens }; // pictures are for people: made when asked for
const LEAST_PAGES = 10; // fewer means that the route table was not read

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length) {
  console.error(`no such part: ${unknown.join(' ')}; there are: ${Object.keys(PARTS).join(' ')}`);
  process.exit(2);
}

const told = new Told();
const site = await openSite();
const browser = await openBrowser();
try {
  const pages = await pagesOf(site);
  told.say(pages.length >= LEAST_PAGES, `the route table leads to ${pages.length} pages`);
  for (const name of names.length ? names : Object.keys(TESTS)) {
    const start = performance.now();
    await told.play(`${name} comes to its end`, () => PARTS[name]({ site, browser, pages, told }));
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
} finally {
  await browser.close();
  const code = await site.stop();
  told.say(code === 0, 'the server, told to stop, ends with 0', `exit code ${code}`);
}
process.exit(told.failed ? 1 : 0);
