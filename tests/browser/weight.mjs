// The first view of every page, with all that it loads and an empty cache, is at most 50 KB on the wire, and all of it
// comes from the site itself.
import { inLanguage } from './site.mjs';
import { openPage } from './stage.mjs';

const CEILING = 50_000;

async function firstView(browser, address) {
  const page = await openPage(browser);
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  let bytes = 0;
  const asked = [];
  wire.on('Network.loadingFinished', (done) => { bytes += done.encodedDataLength; });
  wire.on('Network.requestWillBeSent', (sent) => asked.push(sent.request.url));
  await page.goto(address, { waitUntil: 'load' });
  await page.context().close();
  return { bytes, asked };
}

export async function weight({ site, browser, pages, told }) {
  let heaviest = 0;
  for (const address of pages) {
    for (const language of ['ar', 'ru']) {
      const { bytes, asked } = await firstView(browser, site.origin + inLanguage(address, language));
      heaviest = Math.max(heaviest, bytes);
      const strangers = asked.filter((url) => !url.startsWith(`${site.origin}/`) && !url.startsWith('data:'));
      const name = inLanguage(address, language);
      told.say(bytes > 0 && bytes <= CEILING, `first view up to 50 KB: ${name}`, `${bytes} bytes`);
      told.say(strangers.length === 0, `nothing from elsewhere: ${name}`, strangers.join('\n'));
    }
  }
  console.log(`heaviest first view: ${heaviest} bytes`);
}
