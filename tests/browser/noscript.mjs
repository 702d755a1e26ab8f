// Without script: every page, in six languages, says its language and direction and has a title and a body of text.
import { LANGUAGES, inLanguage } from './site.mjs';
import { openPage } from './stage.mjs';

const LEAST_TEXT = 25; // characters of the main part, Chinese ones too: less is an empty page

const read = () => ({
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  title: document.title.trim(),
  headings: document.querySelectorAll('h1').length,
  text: (document.querySelector('main')?.innerText ?? '').trim().length,
  raw: /\{\{|\}\}/.test(document.body.innerText),
  wide: document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
});

export function faults(seen, language) {
  return [
    seen.lang === language ? '' : `lang is "${seen.lang}"`,
    seen.dir === (language === 'ar' ? 'rtl' : 'ltr') ? '' : `dir is "${seen.dir}"`,
    seen.title ? '' : 'no title',
    seen.headings === 1 ? '' : `${seen.headings} first headings`,
    seen.text >= LEAST_TEXT ? '' : `only ${seen.text} characters in main`,
    seen.raw ? 'a template field shows' : '',
    seen.wide ? 'wider than a telephone' : '',
  ].filter(Boolean);
}

export async function noscript({ site, browser, pages, told }) {
  const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  for (const address of pages) {
    for (const language of LANGUAGES) {
      const reply = await page.goto(site.origin + inLanguage(address, language));
      const found = faults(await page.evaluate(read), language);
      if (reply.status() !== 200) found.push(`status ${reply.status()}`);
      told.say(found.length === 0, `no script, on a telephone: ${inLanguage(address, language)}`, found.join(', '));
    }
  }
  await page.context().close();
}
