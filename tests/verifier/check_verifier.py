#!/usr/bin/env python3
"""comity-verify as a person meets it: check_verifier.py FOLDER-OF-PROGRAMS, where it lies beside comity.

It judges what a server gives out, says in six languages why something is not to be believed, and is small: one file,
with nothing of the web, the words, the rules or the views in it.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / sys.argv[1]
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
FILES = ("entries.jsonl", "batches.jsonl", "checkpoint", "key")
FACT = ("id: A/{0}\nact: document-registered\ntype: report\ntitles.en: Title {0}\n"
        "certainty: confirmed\nsource: A/{0}\n\n")
INSIDE = ("base", "seal", "record", "verify")
OUTSIDE = ("acts", "rules", "views", "registrar", "words", "web", "cli")

failed = 0


def say(holds: bool, sentence: str, why: str = "") -> None:
    global failed
    failed += not holds
    print(f"{'ok' if holds else 'not ok'} {sentence}{'' if holds else ': ' + why}", flush=True)


def run(name: str, *words: str, language: str = "en") -> subprocess.CompletedProcess:
    return subprocess.run([str(PROGRAMS / name), "--language", language, *words], cwd=ROOT, capture_output=True,
                          text=True)


def expect(ending: int, begin: str, *words: str) -> None:
    """A line begins so, a sentence follows it, and the exit code is right."""
    done = run("comity-verify", *words)
    told = (done.stderr if ending else done.stdout).splitlines()
    follows = [after for line, after in zip(told, [*told[1:], ""]) if line.startswith(begin)]
    holds = done.returncode == ending and bool(follows) and (follows[0].startswith("  ") or ending == 2)
    asked = " ".join(word[-30:] for word in words)[:80]
    say(holds, f"{begin}: {asked}", f"{done.returncode} {done.stdout}{done.stderr}")


def wait_for_anchor(address: str) -> None:
    """The first turn of a server anchors the closed log: an entry more, and a checkpoint that knows it."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with urllib.request.urlopen(f"{address}/record/checkpoint") as answer:
            if answer.read().splitlines()[1] == b"6":
                return
        time.sleep(0.05)
    raise TimeoutError("the record was not anchored within a minute")


class Given:
    """What a server of a small record gives out, as files in a folder."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.data, self.export, self.mirror = folder / "var", folder / "export", folder / "mirror"
        facts = folder / "set"
        for new in (self.export, facts):
            new.mkdir()
        (facts / "00-dataset.acts").write_text("dataset: test\n")
        (facts / "10.acts").write_text("".join(FACT.format(number) for number in range(1, 6)))
        for words in (["init", "--data", str(self.data)], ["load", "--data", str(self.data), str(facts)]):
            subprocess.run([str(PROGRAMS / "comity"), *words], check=True, capture_output=True)
        self.fetch()
        self.key = (self.export / "key").read_text().strip()
        self.entries = (self.export / "entries.jsonl").read_bytes().splitlines()
        for number in (1, 2):
            (folder / f"entry-{number}").write_bytes(self.entries[number] + b"\n")

    def fetch(self) -> None:
        server = subprocess.Popen([str(PROGRAMS / "comity"), "--language", "en", "serve", "--data", str(self.data),
                                   "--port", "0"], stdout=subprocess.PIPE, text=True)
        address = re.search(r"http://\S+", server.stdout.readline())[0]
        wait_for_anchor(address)
        paths = {self.export / name: f"record/{name}" for name in FILES}
        paths[self.folder / "proof"] = "record/1.tlog-proof"
        for file, path in paths.items():
            with urllib.request.urlopen(f"{address}/{path}") as answer:
                file.write_bytes(answer.read())
        key = (self.export / "key").read_text().strip()
        run("comity", "mirror", f"{address}/log", str(self.mirror), "--key", key)
        self.held = run("comity-verify", "--data", str(self.data))
        server.terminate()
        server.wait(timeout=60)

    def path(self, name: str) -> str:
        return str(self.folder / name)


def judge_sound(given: Given) -> None:
    expect(0, "sound entries=6 root=", "--export", str(given.export))
    expect(0, "sound entries=6 root=", "--export", str(given.export), "--key", given.key)
    expect(0, "sound entries=6 root=", "--data", str(given.data), "--key", given.key)
    expect(0, "mirror-sound entries=6 origin=", "--mirror", str(given.mirror), f"--key={given.key}")
    expect(0, "good number=\"1\" origin=", "--proof", given.path("proof"), "--entry", given.path("entry-1"),
           "--key", given.key)
    (given.folder / "policy").write_text(f"log {given.key}\nquorum none\n")
    expect(0, "good number=\"1\" origin=", "--proof", given.path("proof"), "--entry", given.path("entry-1"),
           "--policy", given.path("policy"))
    say(given.held.returncode == 1 and given.held.stderr.startswith("record-in-use pid="),
        "a record that a server holds is left alone", given.held.stderr)
    same = run("comity", "verify", "--export", str(given.export)).stdout.splitlines()
    told = run("comity-verify", "--export", str(given.export)).stdout.splitlines()
    say(told[1].strip() == same[0], "comity verify says the same", f"{told} {same}")


def judge_bad(given: Given) -> None:
    other = given.key.replace(given.key[-6:-2], "AAAA")
    entry, proof = given.path("entry-1"), given.path("proof")
    expect(1, "proof-path", "--proof", proof, "--entry", given.path("entry-2"), "--key", given.key)
    expect(1, "key-text", "--proof", proof, "--entry", entry, "--key", other)
    expect(1, "entry-missing", "--proof", proof, "--key", given.key)
    expect(1, "file-missing", "--proof", given.path("none"), "--entry", entry, "--key", given.key)
    expect(1, "file-missing", "--proof", given.path("export"), "--entry", entry, "--key", given.key)
    expect(1, "proof-malformed", "--proof", entry, "--entry", entry, "--key", given.key)
    expect(1, "receipt-malformed", "--receipt", entry, "--entry", entry, "--key", given.key)
    expect(1, "policy-malformed", "--proof", proof, "--entry", entry, "--policy", entry)
    expect(1, "folder-missing", "--export", given.path("none"))
    expect(1, "folder-missing", "--export", entry)
    expect(1, "folder-missing", "--mirror", given.path("none"), "--key", given.key)
    expect(1, "key-text", "--mirror", str(given.mirror))
    expect(1, "file-missing", "--mirror", str(given.export), "--key", given.key)
    expect(1, "record-missing", "--data", str(given.export))
    expect(2, "verify-one", "--export", str(given.export), "--proof", proof)
    expect(2, "verify-one")
    expect(2, "--none: is no option", "--none")
    expect(2, "--export: needs a value", "--export")


def judge_damaged(given: Given) -> None:
    def with_file(path: pathlib.Path, content: bytes, begin: str, *words: str) -> None:
        kept = path.read_bytes()
        path.write_bytes(content)
        expect(1, begin, *words, "--key", given.key)
        path.write_bytes(kept)

    export = ("--export", str(given.export))
    entries, checkpoint = given.export / "entries.jsonl", given.export / "checkpoint"
    with_file(entries, entries.read_bytes()[:-40], "entries-missing", *export)
    with_file(entries, b"x" * 3_000_000, "file-malformed", *export)
    with_file(checkpoint, b"", "note-malformed", *export)
    with_file(checkpoint, checkpoint.read_bytes()[:-20], "note-", *export)
    with_file(given.export / "batches.jsonl", b"", "batch-missing", *export)
    with_file(given.export / "key", b"none\n", "file-malformed", *export)
    tile = given.mirror / "tile/0/000.p/6"
    with_file(tile, tile.read_bytes()[:-1], "mirror-differs", "--mirror", str(given.mirror))
    with_file(given.mirror / "checkpoint", b"x", "note-malformed", "--mirror", str(given.mirror))
    bundle = given.mirror / "tile/entries/000.p/6"
    with_file(bundle, b"\xff" + bundle.read_bytes()[1:], "mirror-differs", "--mirror", str(given.mirror))
    with open(given.folder / "huge", "wb") as huge:
        huge.truncate(1 << 40)  # sparse: as long as it says, and nowhere
    proof = ("--entry", given.path("entry-1"), "--key", given.key)
    expect(1, "file-too-long", "--proof", given.path("huge"), *proof)
    (given.export / "checkpoint").rename(given.folder / "kept")
    (given.folder / "huge").rename(given.export / "checkpoint")
    expect(1, "file-malformed", *export)
    (given.export / "checkpoint").unlink()
    expect(1, "file-missing", *export)
    (given.export / "checkpoint").mkdir()
    expect(1, "file-missing", *export)


def judge_languages(given: Given) -> None:
    told = {language: run("comity-verify", "--export", given.path("none"), language=language).stderr.splitlines()
            for language in LANGUAGES}
    say(len({lines[0] for lines in told.values()}) == 1, "the code is the same in six languages", repr(told))
    say(len({lines[1] for lines in told.values()}) == 6, "the sentence is not", repr(told))
    chosen = subprocess.run([str(PROGRAMS / "comity-verify")], env={"LANG": "fr_FR.UTF-8"}, capture_output=True,
                            text=True).stderr
    say("Indiquez" in chosen, "LANG chooses the language", chosen)


def defined(file: pathlib.Path) -> set[str]:
    """The names of functions of ours that the program or library holds itself."""
    told = subprocess.run(["nm", "--defined-only", str(file)], capture_output=True, text=True, check=True).stdout
    return {line.split()[-1] for line in told.splitlines() if re.search(r" [TtWwBbDdRrVv] _ZNK?6comity", line)}


def judge_size() -> None:
    program = PROGRAMS / "comity-verify"
    linked = subprocess.run(["ldd", str(program)], capture_output=True, text=True)
    say("=>" not in linked.stdout, "it needs no other file", linked.stdout)
    held = defined(program)
    inside = set().union(*(defined(PROGRAMS / f"libcomity_{layer}.a") for layer in INSIDE))
    outside = set().union(*(defined(PROGRAMS / f"libcomity_{layer}.a") for layer in OUTSIDE)) - inside
    say(len(held & inside) > 50, f"it holds what it stands on: {len(held & inside)} names")
    say(len(outside) > 1000 and not held & outside, f"it holds none of {len(outside)} names of other layers",
        repr(sorted(held & outside)[:5]))


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="comity-verifier-") as folder:
        given = Given(pathlib.Path(folder))
        judge_sound(given)
        judge_bad(given)
        judge_languages(given)
        judge_damaged(given)
    judge_size()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
