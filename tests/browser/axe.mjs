// Accessibility: axe-core finds nothing on any page in six languages; in the dark, in one language of each direction.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { LANGUAGES, inLanguage } from './site.mjs';
import { openPage } from './stage.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const UNLISTED = ['/no-such-page', '/oewg-ict?on=2022-08-01']; // pages that no route leads to by itself
const SCHEMES = ['light', 'dark'];

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

export async function axe({ site, browser, pages, told }) {
  told.say(await findsAPlantedFault(browser), 'axe finds a planted fault');
  for (const colorScheme of SCHEMES) {
    const page = await openPage(browser, { colorScheme, bypassCSP: true });
    const languages = colorScheme === 'light' ? LANGUAGES : ['ar', 'en'];
    for (const address of [...pages, ...UNLISTED]) {
      for (const language of languages) {
        await page.goto(site.origin + inLanguage(address, language));
        const found = await violations(page);
        told.say(found.length === 0, `axe, ${colorScheme}: ${inLanguage(address, language)}`,
          found.map(brief).join('\n'));
      }
    }
    await page.context().close();
  }
}
