// Accessibility: axe-core finds nothing on any page in six languages; in the dark, in one language of each direction.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { LANGUAGES, inLanguage } from './site.mjs';
import { openPage } from './stage.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Pages that no route leads to by itself.
const UNLISTED = ['/no-such-page', '/oewg-ict?on=2022-08-01', '/terms/check?of=A/AC.999/2026/1'];
const SCHEMES = ['light', 'dark'];
const EXAMINERS = 2; // windows at work side by side

const brief = (violation) => {
  const places = violation.nodes.slice(0, 3).map((node) => `  ${node.target.join(' ')}: ${node.html.slice(0, 160)}`);
  return [`${violation.id}: ${violation.help}`, ...places].join('\n');
};

async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules }), RULES);
  return found.violations;
}

// An examiner that finds nothing anywhere proves nothing.
async function findsAPlantedFault(browser) {
  const page = await browser.newPage();
  await page.setContent('<main><h1>x</h1><img src="data:,"><button></button></main>');
  const found = (await violations(page)).map((violation) => violation.id);
  await page.close();
  return found.includes('image-alt') && found.includes('button-name');
}

const everything = (pages) => SCHEMES.flatMap((colorScheme) =>
  (colorScheme === 'light' ? LANGUAGES : ['ar', 'en']).flatMap((language) =>
    [...pages, ...UNLISTED].map((address) => ({ colorScheme, address: inLanguage(address, language) }))));

// Takes one page after another until none is left; a new window where the scheme changes.
async function examine({ site, browser, told }, rest) {
  let page, scheme;
  for (let next = rest.shift(); next; next = rest.shift()) {
    if (next.colorScheme !== scheme) {
      await page?.context().close();
      scheme = next.colorScheme;
      page = await openPage(browser, { colorScheme: scheme, bypassCSP: true });
    }
    await page.goto(site.origin + next.address);
    const found = await violations(page);
    told.say(found.length === 0, `axe, ${scheme}: ${next.address}`, found.map(brief).join('\n'));
  }
  await page?.context().close();
}

export async function axe({ site, browser, pages, told }) {
  told.say(await findsAPlantedFault(browser), 'axe finds a planted fault');
  const rest = everything(pages);
  await Promise.all(Array.from({ length: EXAMINERS }, () => examine({ site, browser, told }, rest)));
}
