#!/usr/bin/env python3
"""A verifier of other hands judges what the program gives out: check_foreign.py PROGRAM [FLIPS].

tests/foreign/verify.mjs was written from docs/record-format.md alone. It must find the shipped record sound, as an
export, as a mirror and as proofs, with the root that the program says; and damaged after any flipped bit.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHIPPED = ["data/states", "data/oewg-ict-2021-2025", "data/global-mechanism"]
FILES = ["entries.jsonl", "batches.jsonl", "checkpoint", "key"]
LEAST_FLIPS = 1000
SMALL = ("id: A/{0}\nact: document-registered\ntype: report\ntitles.en: Title {0}\n"
         "certainty: confirmed\nsource: A/{0}\n\n")

failed = 0


def say(holds: bool, sentence: str, why: str = "") -> None:
    global failed
    failed += not holds
    print(f"{'ok' if holds else 'not ok'} {sentence}{'' if holds else ': ' + why}")


def comity(program: str, *words: str) -> str:
    return subprocess.run([program, "--language", "en", *words], cwd=ROOT, capture_output=True, text=True,
                          check=True).stdout


def foreign(*words: str) -> str:
    done = subprocess.run(["node", str(ROOT / "tests/foreign/verify.mjs"), *words], capture_output=True, text=True)
    return (done.stdout or done.stderr).strip()


class Served:
    """The program's server on a data directory; its address while it runs."""

    def __init__(self, program: str, data: pathlib.Path):
        self.process = subprocess.Popen([program, "--language", "en", "serve", "--data", str(data), "--port", "0"],
                                        stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> str:
        return re.search(r"http://\S+", self.process.stdout.readline())[0]

    def __exit__(self, *_):
        self.process.terminate()
        say(self.process.wait(timeout=60) == 0, "the server ends with 0")


def fetch(address: str, file: pathlib.Path) -> bytes:
    with urllib.request.urlopen(address) as answer:
        file.write_bytes(answer.read())
    return file.read_bytes()


def judge_shipped(program: str, folder: pathlib.Path) -> None:
    data = folder / "var"
    comity(program, "init", "--data", str(data))
    comity(program, "load", "--data", str(data), *SHIPPED)
    told = re.search(r"Entries: ([\d,]+).*?([0-9a-f]{64})", comity(program, "verify", "--data", str(data)), re.S)
    sound = f"sound {told[1].replace(',', '')} {told[2]}"
    export = folder / "export"
    export.mkdir()
    with Served(program, data) as address:
        for name in FILES:
            fetch(f"{address}/record/{name}", export / name)
        key = (export / "key").read_text().strip()
        comity(program, "mirror", f"{address}/log", str(folder / "mirror"), "--key", key)
        entries = (export / "entries.jsonl").read_bytes().splitlines()
        for number in (0, 1, 255, 256, len(entries) // 2, len(entries) - 1):
            proof = fetch(f"{address}/record/{number}.tlog-proof", folder / "proof")
            (folder / "entry").write_bytes(entries[number])
            judged = foreign("proof", str(folder / "proof"), str(folder / "entry"), key)
            say(judged == sound, f"proof of entry {number}", judged)
            (folder / "entry").write_bytes(entries[(number + 1) % len(entries)])
            judged = foreign("proof", str(folder / "proof"), str(folder / "entry"), key)
            say(judged.startswith("damaged"), f"proof of entry {number} is of no other entry", judged)
            say(proof.startswith(b"c2sp.org/tlog-proof@v1\n"), f"proof of entry {number} says its form")
    judged = foreign("export", str(export), key)
    say(judged == sound, "the shipped record as an export", judged)
    judged = foreign("mirror", str(folder / "mirror"), key)
    say(judged == sound, "the shipped record as a mirror", judged)


def judge_flips(program: str, folder: pathlib.Path, count: int) -> None:
    data, facts, export = folder / "small", folder / "set", folder / "flipped"
    for new in (facts, export):
        new.mkdir()
    (facts / "00-dataset.acts").write_text("dataset: test\n")
    comity(program, "init", "--data", str(data))
    for entered in range(1, 6):  # so that there are several batches
        (facts / "10.acts").write_text("".join(SMALL.format(number) for number in range(2 * entered)))
        comity(program, "load", "--data", str(data), str(facts))
    with Served(program, data) as address:
        for name in FILES:
            fetch(f"{address}/record/{name}", export / name)
    told = foreign("flips", str(export), str(count), "20260321")
    say(told == f"{count} flips, {count} found", f"{count} flipped bits of an export are all found", told)


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(prefix="comity-foreign-") as folder:
        judge_shipped(program, pathlib.Path(folder))
        judge_flips(program, pathlib.Path(folder), int(sys.argv[2]) if len(sys.argv) > 2 else LEAST_FLIPS)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
