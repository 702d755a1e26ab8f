// The browser, and how a finding is told: a line `ok …` or `not ok …`. Knows nothing of the site.
import { chromium } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

export const openBrowser = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });

// A machine with other work to do is slow, which proves nothing about the site: patience, no measuring of time.
const PATIENCE = 120_000;

export async function openPage(browser, options = {}) {
  const context = await browser.newContext(options);
  context.setDefaultNavigationTimeout(PATIENCE);
  context.setDefaultTimeout(PATIENCE / 4);
  return context.newPage();
}

export class Told {
  passed = 0;
  failed = 0;

  // One sentence that holds or does not; `why` is printed where it does not.
  say(holds, sentence, why = '') {
    if (holds) this.passed += 1;
    else this.failed += 1;
    console.log(`${holds ? 'ok' : 'not ok'} ${sentence}`);
    if (!holds && why) console.log(String(why).replace(/^/gm, '    '));
    return holds;
  }

  // A play: acts in order; the first that throws ends it, and its message is the reason.
  async play(title, acts) {
    try {
      await acts();
      this.say(true, title);
    } catch (error) {
      this.say(false, title, error.stack ?? error);
    }
  }
}

export function expect(holds, sentence) {
  if (!holds) throw new Error(`expected: ${sentence}`);
}
