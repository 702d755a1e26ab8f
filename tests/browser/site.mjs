// The site under test: the release program on a data directory of its own with the shipped record. Knows no page.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];
const SHIPPED = ['data/states', 'data/oewg-ict-2021-2025', 'data/global-mechanism', 'data/terms'];
const TEXTS = 'tests/texts/documents';
const WITH_TEXT = '/A/AC.999/2026/1'; // the page of the document whose texts they are
const PROGRAM = process.env.COMITY_PROGRAM ?? path.join(ROOT, 'build/release/comity');

const program = (...words) =>
  execFileSync(PROGRAM, words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false)).on('close', () => socket.destroy());
    setTimeout(() => socket.end(), 50).unref();
  });
}

// Serves the shipped record and texts of our own; `stop` ends the server and gives its exit code. The directory goes
// with this process.
export async function openSite() {
  const folder = mkdtempSync(path.join(tmpdir(), 'comity-browser-'));
  const data = path.join(folder, 'var');
  program('init', '--data', data);
  program('load', '--data', data, ...SHIPPED);
  program('import', '--data', data, '--yes', TEXTS);
  const port = await freePort();
  const server = spawn(PROGRAM, ['serve', '--data', data, '--port', String(port)], { cwd: ROOT, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.on('exit', (code) => resolve(code)));
  process.on('exit', () => { // also when the tests are interrupted
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (server.exitCode !== null || tries > 300) throw new Error('the server does not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const stop = async () => {
    server.kill('SIGTERM');
    return ended;
  };
  return { origin: `http://127.0.0.1:${port}`, data, stop };
}

// The addresses of the route table that lead to pages: one example of each, without the language; and a text.
export async function pagesOf(site) {
  const lines = program('routes', '--data', site.data).split('\n');
  const listed = lines.map((line) => line.split('\t')[0].trim()).filter((address) => address.startsWith('/'));
  const pages = [];
  for (const address of listed) {
    const reply = await fetch(site.origin + inLanguage(encodeURI(address), 'en'));
    if ((reply.headers.get('content-type') ?? '').startsWith('text/html')) pages.push(encodeURI(address));
    await reply.arrayBuffer();
  }
  return [...pages, WITH_TEXT];
}

export const inLanguage = (address, language) => `/${language}${address === '/' ? '' : address}`;
