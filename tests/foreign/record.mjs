// What docs/record-format.md says, judged from that text alone: shares no line and no library with the program.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';

export const FILES = ['entries.jsonl', 'batches.jsonl', 'checkpoint', 'key'];
const MOST_ENTRY_BYTES = 65535;
const MOST_LEVELS = 32;

export class Damaged extends Error {}
export function demand(holds, why) {
  if (!holds) throw new Damaged(why);
}

export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
export const leafHash = (bytes) => sha256(Buffer.of(0), bytes);
export const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

export function rootOf(leaves) {
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

export function utf8(bytes) {
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
// `use`: 1 signs a log, 4 (section 13) cosigns for a witness.
export function parseKey(text, use = 1) {
  const [, name, id, encoded] = /^([!-*,-~]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []; // base64 may hold a +, too
  demand(name, 'key');
  const typed = base64(encoded);
  demand(typed.length === 33 && typed[0] === use, 'key');
  const hash = sha256(`${name}\n`, typed).subarray(0, 4);
  demand(id === hash.toString('hex'), 'key id');
  const key = createPublicKey({ key: Buffer.concat([DER, typed.subarray(1)]), format: 'der', type: 'spki' });
  return { name, id: hash, good: (text, signature) => verifySignature(null, Buffer.from(text), key, signature) };
}

function readNote(bytes) {
  const text = utf8(bytes);
  demand(!/[\0-\x09\x0b-\x1f]/.test(text), 'control characters');
  const divide = text.lastIndexOf('\n\n');
  demand(divide >= 0 && text.endsWith('\n'), 'note');
  const lines = text.slice(divide + 2, -1).split('\n').map((line) => {
    const found = /^— ([^ +]+) ([A-Za-z0-9+/=]+)$/.exec(line);
    demand(found, 'signature line');
    const signed = base64(found[2]);
    demand(signed.length > 4, 'signature line');
    return { name: found[1], id: signed.subarray(0, 4), signature: signed.subarray(4) };
  });
  return { body: text.slice(0, divide + 1), lines };
}

const linesOf = (note, key) => note.lines.filter(({ name, id }) => name === key.name && id.equals(key.id));

function openNote(bytes, key) {
  const note = readNote(bytes);
  const own = linesOf(note, key);
  demand(own.length === 1, 'the log has not signed once');
  demand(key.good(note.body, own[0].signature), 'signature of the checkpoint');
  return note.body;
}

// Section 13: when the witness saw the checkpoint, in seconds since 1970.
export function cosignedAt(bytes, witness) {
  const note = readNote(bytes);
  const own = linesOf(note, witness);
  demand(own.length === 1 && own[0].signature.length === 72, 'cosignature');
  const seconds = own[0].signature.readBigUInt64BE();
  const said = `cosignature/v1\ntime ${seconds}\n${note.body}`;
  demand(witness.good(said, own[0].signature.subarray(8)), 'signature of the witness');
  return seconds;
}

export function openCheckpoint(bytes, key) {
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

export function judgeExport(files, trusted) {
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

export function* tiles(level, count) {
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

export function judgeMirror(read, trusted) {
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
export function judgeInclusion(number, size, leaf, hashes) {
  demand(number < size, 'number');
  let [fn, sn, root] = [BigInt(number), BigInt(size) - 1n, leaf];
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

// RFC 9162, 2.1.4.2: the roots that the path makes of the smaller and of the larger tree.
export function judgeConsistency(from, to, hashes, fromRoot, toRoot) {
  demand(0n < from && from <= to, 'sizes');
  if (from === to) {
    demand(hashes.length === 0 && fromRoot.equals(toRoot), 'path');
    return;
  }
  const path = (from & (from - 1n)) === 0n ? [fromRoot, ...hashes] : hashes;
  demand(path.length > 0, 'path');
  let [fn, sn] = [from - 1n, to - 1n];
  for (; fn % 2n === 1n; fn /= 2n) sn /= 2n;
  let [older, newer] = [path[0], path[0]];
  for (const hash of path.slice(1)) {
    demand(sn !== 0n, 'path');
    if (fn % 2n === 1n || fn === sn) {
      [older, newer] = [nodeHash(hash, older), nodeHash(hash, newer)];
      for (; fn % 2n === 0n && fn !== 0n; fn /= 2n) sn /= 2n;
    } else {
      newer = nodeHash(newer, hash);
    }
    [fn, sn] = [fn / 2n, sn / 2n];
  }
  demand(sn === 0n && older.equals(fromRoot) && newer.equals(toRoot), 'path');
}

export function judgeProof(bytes, entry, trusted) {
  const text = utf8(bytes);
  const found = /^c2sp\.org\/tlog-proof@v1\n(?:extra [^\n]+\n)?index (0|[1-9][0-9]*)\n((?:[^\n]+\n)*)\n/.exec(text);
  demand(found, 'proof');
  const checkpoint = openCheckpoint(Buffer.from(text.slice(found[0].length)), parseKey(trusted));
  const hashes = found[2].split('\n').slice(0, -1).map(base64);
  const root = judgeInclusion(Number(found[1]), checkpoint.size, leafHash(entry), hashes);
  demand(root.equals(checkpoint.root), 'root');
  return checkpoint;
}
