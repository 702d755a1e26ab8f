#!/usr/bin/env python3
"""Each command line of docs/operating.md that needs this program alone is run, in order: check_handbook.py PROGRAM."""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What takes a server at the other end, or personal data; tests/cli runs those.
ELSEWHERE = {"vault-backup", "vault-epoch", "witness", "mirror"}
LEAST = 12
ERRATUM = "".join(f"[{language}]\nAn erratum.\n" for language in ("ar", "zh", "en", "fr", "ru", "es"))


def lines() -> list[str]:
    """The indented lines that call comity, without whoever they are called as."""
    text = (ROOT / "docs/operating.md").read_text()
    return [found[1] for line in text.splitlines()
            if (found := re.match(r" {4}(?:runuser -u [\w-]+ -- )?(comity .*)", line))]


def local(line: str, folder: pathlib.Path, count: int) -> list[str]:
    """The same with folders of ours; what is restored in the place of the record goes beside it."""
    words = line.split()[1:]
    places = {"/var/lib/comity": "var", "/var/tmp/trial": "trial", "YOUR-DATA-FOLDER": str(ROOT / "data/states"),
              "KEY-COPY": "var/key", "/var/lib/comity-2": "successor", "ERRATUM": "erratum"}
    out = [str(folder / places.get(word, word)) if word in places else word for word in words]
    out = [str(folder / pathlib.Path(word).name) if word.startswith("/srv/backup/") else word for word in out]
    if words[0] == "restore" and "/var/lib/comity" in words:
        out[out.index("--data") + 1] = str(folder / f"restored-{count}")
    return out


def main() -> int:
    program, bad, ran = sys.argv[1], 0, 0
    known = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "erratum").write_text(ERRATUM)
        for count, line in enumerate(lines()):
            command = line.split()[1]
            if command in ELSEWHERE:
                continue
            done = subprocess.run([program, *local(line, folder, count)], capture_output=True, text=True)
            good = f"  {command} " in known and done.returncode == 0
            print(f"{'ok' if good else 'not ok'} {line}{'' if good else ': ' + done.stdout + done.stderr}")
            bad, ran = bad + (not good), ran + 1
    enough = ran >= LEAST
    print(f"{'ok' if enough else 'not ok'} commands run: {ran}")
    return 1 if bad or not enough else 0


if __name__ == "__main__":
    sys.exit(main())
