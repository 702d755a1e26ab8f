// What is asked of the verifier many times in one process: flipped bits, sizes of a log, proofs. Questions come on
// standard input, one a line; asked.go answers the same ones.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Damaged, FILES, cosignedAt, demand, leafHash, nodeHash, openCheckpoint, parseKey } from './record.mjs';
import { judgeConsistency, judgeExport, judgeInclusion, sha256, tiles } from './record.mjs';

const TILE = 256;
const questions = () => createInterface({ input: process.stdin });

// What is wrong with it, in words; nothing where it is sound.
function wrongWith(judge) {
  try {
    judge();
    return '';
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return error.message;
  }
}

// Lines `FILE BIT`, each a bit of the export to be flipped alone.
async function flips(folder, trusted) {
  const files = Object.fromEntries(FILES.map((name) => [name, readFileSync(path.join(folder, name))]));
  judgeExport(files, trusted);
  let [tried, found] = [0, 0];
  for await (const line of questions()) {
    const [name, bit] = line.split(' ');
    const flipped = Buffer.from(files[name]);
    flipped[Number(bit) >> 3] ^= 1 << (Number(bit) & 7);
    tried += 1;
    if (wrongWith(() => judgeExport({ ...files, [name]: flipped }, trusted))) found += 1;
    else console.log(`silent: ${line}`);
  }
  console.log(`${tried} flips, ${found} found`);
}

// The definitions of RFC 6962, 2.1, over a list of leaves; whole subtrees are remembered.
class Definition {
  leaves = [];
  whole = new Map();

  root(begin, end) {
    if (begin === end) return sha256();
    if (end - begin === 1) return this.leaves[begin];
    const known = `${begin} ${end}`;
    const full = Math.log2(end - begin) % 1 === 0;
    if (full && this.whole.has(known)) return this.whole.get(known);
    const split = begin + this.half(end - begin);
    const made = nodeHash(this.root(begin, split), this.root(split, end));
    if (full) this.whole.set(known, made);
    return made;
  }
  half(count) {
    let half = 1;
    while (half * 2 < count) half *= 2;
    return half;
  }
  inclusion(number, begin, end) {
    if (end - begin === 1) return [];
    const split = begin + this.half(end - begin);
    return number < split
      ? [...this.inclusion(number, begin, split), this.root(split, end)]
      : [...this.inclusion(number, split, end), this.root(begin, split)];
  }
  consistency(from, begin, end, known = true) {
    if (from === end) return known ? [] : [this.root(begin, end)];
    const split = begin + this.half(end - begin);
    return from <= split
      ? [...this.consistency(from, begin, split, known), this.root(split, end)]
      : [...this.consistency(from, split, end, false), this.root(begin, split)];
  }
}

const joined = (hashes) => Buffer.concat(hashes).toString('hex');

function judgeProofs(said, log) {
  const size = said.size;
  const root = log.root(0, size);
  for (const [number, hashes] of Object.entries(said.inclusion)) {
    const made = log.inclusion(Number(number), 0, size);
    demand(joined(made) === hashes, `inclusion of ${number}`);
    demand(judgeInclusion(Number(number), size, log.leaves[number], made).equals(root), 'inclusion');
  }
  for (const [from, hashes] of Object.entries(said.consistency)) {
    const made = log.consistency(Number(from), 0, size);
    demand(joined(made) === hashes, `consistency from ${from}`);
    judgeConsistency(BigInt(from), BigInt(size), made, log.root(0, Number(from)), root);
  }
  return Object.keys(said.inclusion).length + Object.keys(said.consistency).length;
}

const bundled = (entry) => Buffer.concat([Buffer.of(entry.length >> 8, entry.length & 255), entry]);

function* tilesOf(size, entries, log) {
  for (const { name, index, width } of tiles('entries', size))
    yield [name, entries.slice(index * TILE, index * TILE + width).map(bundled)];
  for (let [level, each] = [0, 1]; Math.floor(size / each) > 0; level += 1, each *= TILE)
    for (const { name, index, width } of tiles(level, Math.floor(size / each)))
      yield [name, Array.from({ length: width }, (_, at) => (index * TILE + at) * each)
        .map((begin) => log.root(begin, begin + each))];
}

function judgeTiles(said, entries, log) {
  const made = [...tilesOf(said.size, entries, log)];
  demand(made.length === Object.keys(said.tiles).length, 'the list of tiles');
  for (const [name, parts] of made) demand(said.tiles[name] === sha256(...parts).toString('hex'), name);
  return made.length;
}

// Lines of JSON, a log's state at 0, 1, 2 … entries (asked.go: told).
async function sizes(trusted, seeing) {
  const [log, entries, key, witness] = [new Definition(), [], parseKey(trusted), parseKey(seeing, 4)];
  let [size, proofs, copied] = [0, 0, 0];
  for await (const line of questions()) {
    const wrong = wrongWith(() => {
      const said = JSON.parse(line);
      demand(said.size === size, 'size');
      if (size > 0) {
        entries.push(Buffer.from(said.entry));
        log.leaves.push(leafHash(entries.at(-1)));
      }
      const checkpoint = openCheckpoint(Buffer.from(said.checkpoint), key);
      demand(checkpoint.size === size && checkpoint.root.equals(log.root(0, size)), 'root');
      demand(cosignedAt(Buffer.from(said.checkpoint), witness) === BigInt(said.seen), 'seen');
      proofs += judgeProofs(said, log);
      copied += judgeTiles(said, entries, log);
    });
    if (wrong) console.log(`size ${size}: damaged ${wrong}`);
    size += 1;
  }
  console.log(`${size} sizes, ${proofs} proofs, ${copied} tiles`);
}

function judgeOne([kind, first, second, ...words]) {
  const [one, two, ...hashes] = words.map((word) => {
    demand(/^[0-9a-f]{64}$/.test(word), 'hash');
    return Buffer.from(word, 'hex');
  });
  const [number, size] = [BigInt(first), BigInt(second)];
  demand(number >= 0n && size >= 0n, 'number');
  if (kind === 'consistency') judgeConsistency(number, size, hashes, one, two);
  else demand(judgeInclusion(number, size, one, hashes).equals(two), 'root');
}

// Lines `inclusion NUMBER SIZE LEAF ROOT HASH…` and `consistency FROM TO ROOT ROOT HASH…`, hashes in hex.
async function judge() {
  for await (const line of questions()) console.log(wrongWith(() => judgeOne(line.split(' '))) ? 'bad' : 'good');
}

export const answers = { flips, sizes, judge };
