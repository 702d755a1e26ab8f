// A second verifier, written from docs/record-format.md alone: it shares no line and no library with the program.
//   node verify.mjs export FOLDER [KEY]              a folder as section 11 says
//   node verify.mjs mirror FOLDER KEY                static files as section 13 says
//   node verify.mjs proof FILE ENTRY-FILE KEY        a proof as section 13 says
//   node verify.mjs cosigned FILE KEY                a checkpoint, and when that witness saw it
//   node verify.mjs flips|sizes|judge ...            what asked.mjs reads from standard input
// Prints `sound SIZE ROOT` and ends with 0, or `damaged WHY` and ends with 1.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answers } from './asked.mjs';
import { Damaged, FILES, cosignedAt, judgeExport, judgeMirror, judgeProof, parseKey } from './record.mjs';

const readExport = (folder) => Object.fromEntries(FILES.map((name) => [name, readFileSync(path.join(folder, name))]));

const [what, ...given] = process.argv.slice(2);
const modes = {
  export: () => judgeExport(readExport(given[0]), given[1]),
  mirror: () => judgeMirror((name) => readFileSync(path.join(given[0], name)), given[1]),
  proof: () => judgeProof(readFileSync(given[0]), readFileSync(given[1]), given[2]),
};
try {
  if (what in answers) {
    await answers[what](...given);
  } else if (what === 'cosigned') {
    console.log(`seen ${cosignedAt(readFileSync(given[0]), parseKey(given[1], 4))}`);
  } else {
    const { size, root } = modes[what]();
    console.log(`sound ${size} ${root.toString('hex')}`);
  }
} catch (error) {
  if (!(error instanceof Damaged)) throw error;
  console.log(`damaged ${error.message}`);
  process.exit(1);
}
