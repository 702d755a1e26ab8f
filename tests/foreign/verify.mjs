// A second verifier, written from docs/record-format.md alone: it shares no line and no library with the program.
//   node verify.mjs export FOLDER [KEY]              a folder as section 11 says
//   node verify.mjs mirror FOLDER KEY                static files as section 13 says
//   node verify.mjs proof FILE ENTRY-FILE KEY        a proof as section 13 says
//   node verify.mjs flips FOLDER COUNT SEED          one bit of an export flipped, COUNT times: how many were found
// Prints `sound SIZE ROOT` and ends with 0, or `damaged WHY` and ends with 1.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FILES = ['entries.jsonl', 'batches.jsonl', 'checkpoint', 'key'];
const MOST_ENTRY_BYTES = 65535;
const MOST_LEVELS = 32;

class Damaged extends Error {}
function demand(holds, why) {
  if (!holds) throw new Damaged(why);
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (bytes) => sha256(Buffer.of(0), bytes);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

function rootOf(leaves) {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

// Section 1: RFC 4648 with padding, one text a value.
function base64(text) {
  const bytes = Buffer.from(text, 'base64');
  demand(bytes.toString('base64') === text, 'base64');
  return bytes;
}

function utf8(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Damaged('utf-8');
  }
}

const compareBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

// Section 2, from the value back to its one text.
function canonical(value, level = 0) {
  demand(level <= MOST_LEVELS, 'levels');
  if (typeof value === 'string') {
    demand(value === value.normalize('NFC'), 'normal form');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    demand(Number.isSafeInteger(value), 'integer');
    return String(value);
  }
  demand(value !== null && typeof value === 'object', 'true, false or null');
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, level + 1)).join(',')}]`;
  const names = Object.keys(value).sort(compareBytes);
  demand(names.every((name) => /^[a-z0-9-]+$/.test(name)), 'member name');
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name], level + 1)}`).join(',')}}`;
}

function parse(bytes) {
  let value;
  try {
    value = JSON.parse(utf8(bytes));
  } catch (error) {
    throw error instanceof Damaged ? error : new Damaged('JSON');
  }
  demand(Buffer.from(canonical(value)).equals(bytes), 'not canonical');
  return value;
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isSlug = (value) => typeof value === 'string' && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(value);
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

function isSet(value) {
  if (!Array.isArray(value) || value.length === 0) return false;
  const texts = value.map((one) => canonical(one));
  return texts.every((text, at) => at === 0 || compareBytes(texts[at - 1], text) < 0);
}

// Section 3: member -> what it must be; those of `required` must be there.
const MEMBERS = {
  act: isObject,
  at: isCount,
  attestation: () => true,
  author: (value) => isObject(value) && Object.keys(value).length > 0,
  body: (value) => typeof value === 'string' && value.split('/').every(isSlug),
  certainty: (value) => ['asserted', 'confirmed', 'reported', 'unverified'].includes(value),
  format: (value) => value === 1,
  happened: () => true,
  kind: isSlug,
  nonce: isHash,
  number: isCount,
  request: (value) => typeof value === 'string' && /^[a-z0-9./:-]{1,128}$/.test(value),
  salt: isHash,
  sources: (value) => isSet(value) && value.every(isObject),
  suite: (value) => value === 'sha256-ed25519',
};
const REQUIRED = ['act', 'at', 'author', 'format', 'kind', 'number', 'request', 'suite'];
const REQUIRED_LATER = ['at', 'format', 'kind', 'number', 'request'];

function checkEntry(entry, closed) {
  demand(isObject(entry), 'entry');
  const later = isCount(entry.format) && entry.format > 1;
  const required = [...(later ? REQUIRED_LATER : REQUIRED), ...(closed ? ['salt'] : [])];
  for (const name of required) demand(name in entry, `${name} is missing`);
  for (const [name, value] of Object.entries(entry)) {
    if (later && (name === 'format' || !REQUIRED_LATER.includes(name))) continue;
    demand(name in MEMBERS && MEMBERS[name](value), name);
  }
}

// Section 4.
function actDigest(entry) {
  const { at: _at, number: _number, attestation: _attestation, salt: _salt, ...rest } = entry;
  return sha256('comity/act/1\n', canonical(rest));
}

const lines = (bytes) => {
  demand(bytes.length === 0 || bytes.at(-1) === 10, 'the last line does not end');
  const found = [];
  for (let begin = 0; begin < bytes.length; ) {
    const end = bytes.indexOf(10, begin);
    found.push(bytes.subarray(begin, end));
    begin = end + 1;
  }
  return found;
};

// Section 7.
const DER = Buffer.from('302a300506032b6570032100', 'hex'); // RFC 8410: an Ed25519 key, then its 32 bytes
function parseKey(text) {
  const [, name, id, encoded] = /^([!-*,-~]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []; // base64 may hold a +, too
  demand(name, 'key');
  const typed = base64(encoded);
  demand(typed.length === 33 && typed[0] === 1, 'key');
  const hash = sha256(`${name}\n`, typed).subarray(0, 4);
  demand(id === hash.toString('hex'), 'key id');
  const key = createPublicKey({ key: Buffer.concat([DER, typed.subarray(1)]), format: 'der', type: 'spki' });
  return { name, id: hash, good: (text, signature) => verifySignature(null, Buffer.from(text), key, signature) };
}

function openNote(bytes, key) {
  const text = utf8(bytes);
  demand(!/[\0-\x09\x0b-\x1f]/.test(text), 'control characters');
  const divide = text.lastIndexOf('\n\n');
  demand(divide >= 0 && text.endsWith('\n'), 'note');
  const body = text.slice(0, divide + 1);
  let signed = 0;
  for (const line of text.slice(divide + 2, -1).split('\n')) {
    const found = /^— ([^ +]+) ([A-Za-z0-9+/=]+)$/.exec(line);
    demand(found, 'signature line');
    const bytes = base64(found[2]);
    demand(bytes.length > 4, 'signature line');
    if (found[1] !== key.name || !bytes.subarray(0, 4).equals(key.id)) continue;
    demand(key.good(body, bytes.subarray(4)), 'signature of the checkpoint');
    signed += 1;
  }
  demand(signed === 1, 'the log has not signed once');
  return body;
}

function openCheckpoint(bytes, key) {
  const [origin, size, root, ...extensions] = openNote(bytes, key).slice(0, -1).split('\n');
  demand(origin === key.name, 'origin');
  demand(/^(0|[1-9][0-9]*)$/.test(size ?? '') && isCount(Number(size)), 'size');
  demand(extensions.every((line) => line !== ''), 'extension');
  const hash = base64(root ?? '');
  demand(hash.length === 32, 'root');
  return { size: Number(size), root: hash };
}

function judgeEntries(list, closed) {
  const requests = new Set();
  let before;
  return list.map((bytes, number) => {
    demand(bytes.length <= MOST_ENTRY_BYTES, `entry ${number} is too long`);
    const entry = parse(bytes);
    checkEntry(entry, closed);
    demand(entry.number === number, `entry ${number} has another number`);
    if (before && entry.request === before.request) {
      demand(entry.at === before.at, `entry ${number}: at`);
    } else {
      demand(!requests.has(entry.request), `entry ${number}: request`);
      demand(!before || entry.at > before.at, `entry ${number}: at`);
    }
    requests.add(entry.request);
    before = entry;
    return { entry, leaf: leafHash(bytes) };
  });
}

// Section 6.
function item({ entry, leaf }) {
  const { at, number } = entry;
  const text = canonical({ 'act-digest': actDigest(entry).toString('hex'), at, leaf: leaf.toString('hex'), number });
  return leafHash(Buffer.from(`comity/batch-item/1\n${text}`));
}

function judgeBatches(list, entries, key) {
  let first = 0;
  for (const bytes of list) {
    const batch = parse(bytes);
    demand(isObject(batch) && Object.keys(batch).sort().join() === 'root,signature,size', 'batch');
    const { root, signature, size } = batch;
    demand(isCount(size) && first < size && size <= entries.length, 'size of a batch');
    demand(isHash(root) && /^[0-9a-f]{128}$/.test(signature), 'batch');
    demand(rootOf(entries.slice(first, size).map(item)).toString('hex') === root, `batch of ${first}: root`);
    const text = `comity/batch/1\n${key.name}\n${first}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`;
    demand(key.good(text, Buffer.from(signature, 'hex')), `batch of ${first}: signature`);
    const next = entries[size]?.entry.request;
    demand(next === undefined || next !== entries[size - 1].entry.request, 'a request in two commits');
    first = size;
  }
  demand(first === entries.length, 'entries without a batch');
}

function judgeExport(files, trusted) {
  demand(files.key.at(-1) === 10, 'key');
  const text = utf8(files.key.subarray(0, -1));
  const key = parseKey(text);
  demand(trusted === undefined || text === trusted, 'another key than the trusted one');
  const entries = judgeEntries(lines(files['entries.jsonl']), key.name.endsWith('/closed'));
  judgeBatches(lines(files['batches.jsonl']), entries, key);
  const checkpoint = openCheckpoint(files.checkpoint, key);
  demand(checkpoint.size === entries.length, 'the checkpoint is of another size');
  demand(checkpoint.root.equals(rootOf(entries.map(({ leaf }) => leaf))), 'root');
  return checkpoint;
}

// Section 13.
const group = (number) => String(number % 1000).padStart(3, '0');
function indexText(index) {
  let text = group(index);
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) text = `x${group(rest)}/${text}`;
  return text;
}

function* tiles(level, count) {
  for (let index = 0; index * 256 < count; index += 1) {
    const width = Math.min(256, count - index * 256);
    yield { name: `tile/${level}/${indexText(index)}${width < 256 ? `.p/${width}` : ''}`, index, width };
  }
}

function unbundle(bytes, width) {
  const found = [];
  for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at)) {
    demand(at + 2 + bytes.readUInt16BE(at) <= bytes.length, 'bundle');
    found.push(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)));
  }
  demand(found.length === width, 'bundle');
  return found;
}

function judgeMirror(read, trusted) {
  const checkpoint = openCheckpoint(read('checkpoint'), parseKey(trusted));
  const bytes = [...tiles('entries', checkpoint.size)].flatMap(({ name, width }) => unbundle(read(name), width));
  let row = judgeEntries(bytes, false).map(({ leaf }) => leaf);
  demand(rootOf(row).equals(checkpoint.root), 'root');
  for (let level = 0; row.length > 0; level += 1) {
    for (const { name, index, width } of tiles(level, row.length))
      demand(read(name).equals(Buffer.concat(row.slice(index * 256, index * 256 + width))), name);
    const full = Math.floor(row.length / 256);
    row = Array.from({ length: full }, (_, at) => rootOf(row.slice(at * 256, at * 256 + 256)));
  }
  return checkpoint;
}

// RFC 9162, 2.1.3.2.
function judgeInclusion(number, size, leaf, hashes) {
  demand(number < size, 'number');
  let [fn, sn, root] = [BigInt(number), BigInt(size - 1), leaf];
  for (const hash of hashes) {
    demand(sn !== 0n, 'path');
    if (fn % 2n === 1n || fn === sn) {
      root = nodeHash(hash, root);
      for (; fn % 2n === 0n && fn !== 0n; fn /= 2n) sn /= 2n;
    } else {
      root = nodeHash(root, hash);
    }
    [fn, sn] = [fn / 2n, sn / 2n];
  }
  demand(sn === 0n, 'path');
  return root;
}

function judgeProof(bytes, entry, trusted) {
  const text = utf8(bytes);
  const found = /^c2sp\.org\/tlog-proof@v1\n(?:extra [^\n]+\n)?index (0|[1-9][0-9]*)\n((?:[^\n]+\n)*)\n/.exec(text);
  demand(found, 'proof');
  const checkpoint = openCheckpoint(Buffer.from(text.slice(found[0].length)), parseKey(trusted));
  const hashes = found[2].split('\n').slice(0, -1).map(base64);
  const root = judgeInclusion(Number(found[1]), checkpoint.size, leafHash(entry), hashes);
  demand(root.equals(checkpoint.root), 'root');
  return checkpoint;
}

const readExport = (folder) => Object.fromEntries(FILES.map((name) => [name, readFileSync(path.join(folder, name))]));

// xorshift32: the same flips for the same seed.
function randomly(seed) {
  let state = seed || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function flips(folder, count, seed) {
  const files = readExport(folder);
  const trusted = utf8(files.key).trimEnd();
  judgeExport(files, trusted);
  const bits = FILES.reduce((sum, name) => sum + files[name].length * 8, 0);
  const random = randomly(seed);
  let found = 0;
  for (let i = 0; i < count; i += 1) {
    let bit = random(bits);
    const name = FILES.find((one) => bit < files[one].length * 8 || ((bit -= files[one].length * 8), false));
    const flipped = Buffer.from(files[name]);
    flipped[bit >> 3] ^= 1 << (bit & 7);
    try {
      judgeExport({ ...files, [name]: flipped }, trusted);
      console.log(`silent: bit ${bit} of ${name}`);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      found += 1;
    }
  }
  console.log(`${count} flips, ${found} found`);
  return found === count;
}

const [what, ...given] = process.argv.slice(2);
const modes = {
  export: () => judgeExport(readExport(given[0]), given[1]),
  mirror: () => judgeMirror((name) => readFileSync(path.join(given[0], name)), given[1]),
  proof: () => judgeProof(readFileSync(given[0]), readFileSync(given[1]), given[2]),
};
try {
  if (what === 'flips') process.exit(flips(given[0], Number(given[1]), Number(given[2])) ? 0 : 1);
  const { size, root } = modes[what]();
  console.log(`sound ${size} ${root.toString('hex')}`);
} catch (error) {
  if (!(error instanceof Damaged)) throw error;
  console.log(`damaged ${error.message}`);
  process.exit(1);
}
