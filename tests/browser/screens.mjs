// Pictures of the pages for people to look at: build/screens/NAME-LANGUAGE-WIDTH-SCHEME.png
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT, inLanguage } from './site.mjs';
import { openPage } from './stage.mjs';

const FOLDER = path.join(ROOT, 'build/screens');
const VIEWS = [
  { language: 'en', width: 1440, colorScheme: 'light' },
  { language: 'en', width: 360, colorScheme: 'light' },
  { language: 'en', width: 1440, colorScheme: 'dark' },
  { language: 'ar', width: 1440, colorScheme: 'light' },
  { language: 'ar', width: 360, colorScheme: 'dark' },
  { language: 'zh', width: 768, colorScheme: 'light' },
];

const nameOf = (address) => address.replace(/^\/+|\/+$/g, '').replace(/[^A-Za-z0-9.-]+/g, '_') || 'first';

export async function screens({ site, browser, pages, told }) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const { language, width, colorScheme } of VIEWS) {
    const page = await openPage(browser, { viewport: { width, height: 900 }, colorScheme });
    for (const address of pages) {
      await page.goto(site.origin + inLanguage(address, language));
      const file = path.join(FOLDER, `${nameOf(address)}-${language}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
    }
    await page.context().close();
  }
  told.say(pages.length > 0, `${pages.length} pages pictured in ${VIEWS.length} views`);
}
