#!/usr/bin/env python3
"""Verifiers of other hands judge what the program gives out: check_foreign.py FOLDER-OF-PROGRAMS.

tests/foreign/verify.mjs was written from docs/record-format.md alone; verify.go stands on Go's x/mod. Both must find
the shipped record sound, as an export, as a mirror and as proofs, with the root that the program says; agree with it
on a log of every size, on proofs good and bad; and all three must find every flipped bit. The environment makes the
figures larger: COMITY_FLIPS, COMITY_SPREAD (proofs of each size), COMITY_HUGE (proofs in trees of up to 2^40 leaves).
"""
import base64
import hashlib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOREIGN = ROOT / "tests/foreign"
PROGRAMS = ROOT / sys.argv[1]
GO = ROOT / "build/foreign/verify-go"
VERIFIERS = {"JavaScript": ["node", str(FOREIGN / "verify.mjs")], "Go": [str(GO)]}
SHIPPED = ["data/states", "data/oewg-ict-2021-2025", "data/global-mechanism", "data/terms"]
FILES = ["entries.jsonl", "batches.jsonl", "checkpoint", "key"]
FLIPS = int(os.environ.get("COMITY_FLIPS", 500))
SPREAD = int(os.environ.get("COMITY_SPREAD", 4))
HUGE = int(os.environ.get("COMITY_HUGE", 100))
MOST_SIZE = 1025
SEED = 20260321
# The proof cases of transparency-dev/merkle, where they lie beside the project: not ours to carry along.
CASES = pathlib.Path(os.environ.get("COMITY_PROOF_CASES", ROOT / "../shared/data/merkle"))
SMALL = ("id: A/{0}\nact: document-registered\ntype: report\ntitles.en: Title {0}\n"
         "certainty: confirmed\nsource: A/{0}\n\n")

failed = 0


def say(holds: bool, sentence: str, why: str = "") -> None:
    global failed
    failed += not holds
    print(f"{'ok' if holds else 'not ok'} {sentence}{'' if holds else ': ' + why}", flush=True)


def comity(*words: str) -> str:
    return subprocess.run([str(PROGRAMS / "comity"), "--language", "en", *words], cwd=ROOT, capture_output=True,
                          text=True, check=True).stdout


def verdict(command: list[str], *words: str, asked: str = "") -> str:
    done = subprocess.run([*command, *words], input=asked, capture_output=True, text=True)
    return (done.stdout or done.stderr).strip()


def build_go() -> None:
    """With Debian's packages alone: no module, no network."""
    GO.parent.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOPROXY": "off", "GOFLAGS": "",
                   "GOCACHE": str(GO.parent / "cache")}
    subprocess.run(["go", "build", "-o", str(GO), *map(str, FOREIGN.glob("*.go"))], cwd=FOREIGN, env=environment,
                   check=True)


class Served:
    """The program's server on a data directory; its address while it runs."""

    def __init__(self, data: pathlib.Path):
        self.process = subprocess.Popen([str(PROGRAMS / "comity"), "--language", "en", "serve", "--data", str(data),
                                         "--port", "0"], stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> str:
        return re.search(r"http://\S+", self.process.stdout.readline())[0]

    def __exit__(self, *_):
        self.process.terminate()
        say(self.process.wait(timeout=60) == 0, "the server ends with 0")


def fetch(address: str, file: pathlib.Path) -> bytes:
    with urllib.request.urlopen(address) as answer:
        file.write_bytes(answer.read())
    return file.read_bytes()


def judged_by_us(data: pathlib.Path) -> tuple[int, str]:
    told = re.search(r"Entries: ([\d,]+).*?([0-9a-f]{64})", comity("verify", "--data", str(data)), re.S)
    return int(told[1].replace(",", "")), told[2]


def wait_for_anchor(data: pathlib.Path, size: int) -> None:
    """A server that begins anchors the closed log, and for an hour enters nothing more by itself."""
    with Served(data) as address:
        for _ in range(300):
            if f"\n{size}\n".encode() in fetch(f"{address}/log/checkpoint", data.parent / "checkpoint"):
                return
            time.sleep(0.1)
    raise SystemExit("not ok the server anchors the closed log")


def judge_shipped(folder: pathlib.Path) -> None:
    data = folder / "var"
    comity("init", "--data", str(data))
    comity("load", "--data", str(data), *SHIPPED)
    wait_for_anchor(data, judged_by_us(data)[0] + 1)
    sound = "sound {} {}".format(*judged_by_us(data))
    export = folder / "export"
    export.mkdir()
    with Served(data) as address:
        for name in FILES:
            fetch(f"{address}/record/{name}", export / name)
        key = (export / "key").read_text().strip()
        comity("mirror", f"{address}/log", str(folder / "mirror"), "--key", key)
        entries = (export / "entries.jsonl").read_bytes().splitlines()
        numbers = (0, 1, 255, 256, len(entries) // 2, len(entries) - 1)
        proofs = {number: fetch(f"{address}/record/{number}.tlog-proof", folder / f"{number}.tlog-proof")
                  for number in numbers}
    for language, command in VERIFIERS.items():
        for what in ("export", "mirror"):
            judged = verdict(command, what, str(folder / what), key)
            say(judged == sound, f"{language}: the shipped record as {what}", judged)
        for number, proof in proofs.items():
            say(proof.startswith(b"c2sp.org/tlog-proof@v1\n"), f"proof of entry {number} says its form")
            for which, wanted in ((number, sound), ((number + 1) % len(entries), "damaged ")):
                (folder / "entry").write_bytes(entries[which])
                judged = verdict(command, "proof", str(folder / f"{number}.tlog-proof"), str(folder / "entry"), key)
                say(judged.startswith(wanted), f"{language}: proof of entry {number} for entry {which}", judged)


def small_export(folder: pathlib.Path) -> pathlib.Path:
    data, facts, export = folder / "small", folder / "set", folder / "flipped"
    for new in (facts, export):
        new.mkdir()
    (facts / "00-dataset.acts").write_text("dataset: test\n")
    comity("init", "--data", str(data))
    for entered in range(1, 6):  # so that there are several batches
        (facts / "10.acts").write_text("".join(SMALL.format(number) for number in range(1, 2 * entered + 1)))
        comity("load", "--data", str(data), str(facts))
    with Served(data) as address:
        for name in FILES:
            fetch(f"{address}/record/{name}", export / name)
    return export


def flips_of(export: pathlib.Path) -> list[tuple[str, int]]:
    """Bits of the four files, any as likely as any other, none twice."""
    sizes = [(name, (export / name).stat().st_size * 8) for name in FILES]
    bits = [(name, bit) for name, size in sizes for bit in range(size)]
    return random.Random(SEED).sample(bits, FLIPS)


def found_by_ours(export: pathlib.Path, key: str, flips: list[tuple[str, int]]) -> int:
    found = 0
    for name, bit in flips:
        whole = (export / name).read_bytes()
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        (export / name).write_bytes(flipped)
        done = subprocess.run([str(PROGRAMS / "comity-verify"), "--export", str(export), "--key", key],
                              capture_output=True)
        found += done.returncode == 1 and done.stdout == b""
        (export / name).write_bytes(whole)
    return found


def judge_flips(folder: pathlib.Path) -> None:
    export = small_export(folder)
    key = (export / "key").read_text().strip()
    flips = flips_of(export)
    asked = "".join(f"{name} {bit}\n" for name, bit in flips)
    for language, command in VERIFIERS.items():
        told = verdict(command, "flips", str(export), key, asked=asked)
        say(told == f"{FLIPS} flips, {FLIPS} found", f"{language}: of {FLIPS} flipped bits all are found", told)
    found = found_by_ours(export, key, flips)
    say(found == FLIPS, f"ours: of {FLIPS} flipped bits all are found", f"{found} found")


def judge_sizes() -> None:
    told = verdict([str(PROGRAMS / "ours")], "sizes", str(MOST_SIZE), str(SPREAD))
    keys, _, lines = told.partition("\n")
    counted = set()
    for language, command in VERIFIERS.items():
        judged = verdict(command, "sizes", *keys.split(), asked=lines + "\n")
        counted.add(judged)
        say(re.fullmatch(rf"{MOST_SIZE + 1} sizes, \d+ proofs, \d+ tiles", judged) is not None,
            f"{language}: {judged}", "damaged")
    say(len(counted) == 1, "both verifiers judged the same", repr(counted))


def agree(sentence: str, wanted: list[str], questions: list[str]) -> None:
    """All three give the verdict that is due, `good` or `bad`; where it is `any`, all three the same."""
    asked = "\n".join(questions) + "\n"
    answers = [verdict(command, "judge", asked=asked).split()
               for command in (*VERIFIERS.values(), [str(PROGRAMS / "ours")])]
    wrong = [questions[at][:60] for at, due in enumerate(wanted)
             if len({answer[at] for answer in answers} | ({due} - {"any"})) != 1]
    good = sum(answer == "good" for answer in answers[0])
    say(not wrong and 0 < good < len(wanted), f"{sentence}: {len(wanted)} proofs, {good} good", f"{wrong[:5]}")


def judge_huge() -> None:
    told = [line.split(" ", 1) for line in verdict([str(GO)], "huge", str(HUGE), str(SEED)).splitlines()]
    agree("trees of up to 2^40 leaves", [due for due, _ in told], [question for _, question in told])


def as_hex(text: str, whole: bool) -> str:
    """Some cases have a word where a root would stand: another word gives another hash."""
    found = base64.b64decode(text)
    return found.hex() if whole or len(found) == 32 else hashlib.sha256(found).hexdigest()


def judge_cases() -> None:
    for kind, names in (("inclusion", ("leafIdx", "treeSize", "leafHash", "root")),
                        ("consistency", ("size1", "size2", "root1", "root2"))):
        cases = json.loads((CASES / f"{kind}.json").read_text())
        questions = [" ".join([kind, str(case[names[0]]), str(case[names[1]]),
                               as_hex(case[names[2]], kind == "inclusion") or "-", as_hex(case[names[3]], False),
                               *(as_hex(hash_, True) or "-" for hash_ in case["proof"] or [])]) for case in cases]
        agree(f"cases of others, {kind}", ["bad" if case["wantErr"] else "good" for case in cases], questions)


def main() -> int:
    build_go()
    with tempfile.TemporaryDirectory(prefix="comity-foreign-") as folder:
        judge_shipped(pathlib.Path(folder))
        judge_flips(pathlib.Path(folder))
    judge_sizes()
    judge_huge()
    if CASES.exists():
        judge_cases()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
