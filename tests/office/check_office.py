#!/usr/bin/python3
"""Documents that leave and come in through LibreOffice and poppler: check_office.py PROGRAM. What stands in them is
read back by poppler, tracked changes are accepted and rejected by LibreOffice itself, and what leaves is read again."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

from changes import accepted_and_rejected
from printing import check_printing
from reading import check_changes_read, check_harm, check_page, check_way_back

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "tests/texts/documents"
SYMBOL = "A/AC.999/2026/1"
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
failed = 0


def say(holds: bool, sentence: str, why: object = "") -> None:
    global failed
    failed += not holds
    print(f"{'ok' if holds else 'not ok'} {sentence}{'' if holds else f': {why}'}", flush=True)


def run(*words: object) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in words], capture_output=True)


def letters(text: str) -> str:
    """Letters and digits alone, without marks and joined forms: lines break and letters join where they like."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum())


def words_of(text: str) -> list[str]:
    return [word for word in (letters(word) for word in text.split()) if word]


def fonts_embedded(file: pathlib.Path) -> bool:
    rows = run("pdffonts", file).stdout.decode().splitlines()[2:]
    return bool(rows) and all(re.search(r" (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", row)[1] == "yes" for row in rows)


def check_pdf(comity, folder: pathlib.Path, language: str) -> None:
    file = folder / f"{language}.pdf"
    done = comity("export", SYMBOL, "--language", language, "--format", "pdf", "--output", file)
    say(done.returncode == 0 and file.exists(), f"{language}: a PDF is made", done.stderr.decode())
    if not file.exists():
        return
    say(fonts_embedded(file), f"{language}: every font is embedded", run("pdffonts", file).stdout.decode())
    told = run("pdfinfo", file).stdout.decode()
    say("Tagged:          yes" in told, f"{language}: the PDF is tagged", told)
    say(b"/Outlines" in file.read_bytes(), f"{language}: it has bookmarks")
    text = comity("export", SYMBOL, "--language", language).stdout.decode()
    read = run("pdftotext", "-raw", file, "-").stdout.decode()
    drawn, wanted = letters(read), words_of(text)
    # poppler turns Arabic words round letter by letter, but a ligature of two stays as it was.
    same_letters = {"".join(sorted(word)) for word in words_of(read)}
    lost = [word for word in wanted if word not in drawn and "".join(sorted(word)) not in same_letters]
    # A word of Chinese is a sentence, which notes and links cut into pieces.
    say(len(lost) <= len(wanted) // 50, f"{language}: {len(wanted) - len(lost)} of {len(wanted)} words read back", lost)


def check_word(comity, folder: pathlib.Path, language: str, form: str) -> None:
    file = folder / f"{language}.{form}"
    done = comity("export", SYMBOL, "--language", language, "--format", form)
    say(done.returncode == 0 and done.stdout[:2] == b"PK", f"{language}: {form} is made on standard output",
        done.stderr.decode())
    file.write_bytes(done.stdout)


def changed(text: str) -> str:
    """The document with words changed, a paragraph gone, one moved and one new, and the last one changed too."""
    rows = text.strip().split("\n\n")
    place = {row.split(" ")[0]: at for at, row in enumerate(rows) if row[:1].isalnum() or row[:1] == "("}
    rows[place["2."]] = "2. " + " ".join(rows[place["2."]].split(" ")[2:])
    rows[place["4."]] = rows[place["4."]].replace("4. ", "4. It is said once more that ", 1)
    moved = rows.pop(place["5."])
    rows.insert(place["3."], moved)
    rows.insert(place["4."], "6. A paragraph that nobody had written before.")
    del rows[place["1."]]
    rows[-1] += " And so on."
    return "\n\n".join(numbered_again(rows)) + "\n"


def numbered_again(rows: list[str]) -> list[str]:
    """As a draft is: what stands after a paragraph that went has the same words and another number."""
    out, number = [], 0
    for row in rows:
        number = 0 if row.startswith("Annex") else number + bool(re.match(r"\d+\. ", row))
        out.append(re.sub(r"^\d+\. ", f"{number}. ", row))
    return out


def lines_of(comity, file: pathlib.Path) -> list[tuple[str, str]]:
    """What a file gives as paragraphs and notes, number and words: from the import, no part of the comparison."""
    told = json.loads(comity("import", file, "--symbol", SYMBOL, "--language", "en", "--json").stdout)
    return [(row["number"], row["text"]) for row in [*told["paragraphs"], *told["notes"]]]


def matches(drawn: list[str], wanted: list[tuple[str, str]]) -> bool:
    """Line by line: the words, and before them the number as it is printed, "16.", "(a)", "II.", or nothing."""
    drawn = [line for line in drawn if line.strip()]
    return len(drawn) == len(wanted) and all(
        line == words if not number else re.fullmatch(rf"\(?{re.escape(number)}[.)]? {re.escape(words)}", line)
        for line, (number, words) in zip(drawn, wanted))


def check_changes(comity, folder: pathlib.Path) -> None:
    before, after = folder / "before.txt", folder / "after.txt"
    before.write_bytes((DOCUMENTS / "A_AC.999_2026_1-EN.txt").read_bytes())
    after.write_text(changed(before.read_text()))
    for form in ("docx", "odt"):
        file = folder / f"changes.{form}"
        done = comity("diff", before, after, "--language", "en", "--format", form, "--output", file)
        say(done.returncode == 0, f"changes leave as {form}", done.stderr.decode())
        accepted, rejected, count = accepted_and_rejected(file)
        say(count >= 6, f"{form}: LibreOffice sees {count} tracked changes")
        say(matches(accepted, lines_of(comity, after)), f"{form}: accepted, they give the later text", accepted)
        say(matches(rejected, lines_of(comity, before)), f"{form}: rejected, they give the earlier text", rejected)
    check_changes_read(comity, say, folder / "changes.docx", after)
    same = folder / "same.fodt"
    comity("diff", before, before, "--language", "en", "--format", "fodt", "--output", same)
    say("changed-region" not in same.read_text(), "a text compared with itself has no tracked change")


def offices() -> set[str]:
    return {str(file) for file in pathlib.Path("/tmp").glob("OSL_PIPE_*")}


def left_since(before: set[str]) -> set[str]:
    """The sockets that have come since then and stay: another office of this machine may be ending just now."""
    end = time.monotonic() + 10
    while (left := offices() - before) and time.monotonic() < end:
        time.sleep(0.2)
    return left


def main() -> int:
    program = sys.argv[1]
    before = offices()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def comity(command: str, *words: object) -> subprocess.CompletedProcess:
            return run(program, command, "--data", folder / "var", *words)

        comity("init")
        done = comity("import", "--yes", DOCUMENTS)
        say(done.returncode == 0, "the documents are imported", done.stderr.decode())
        for language in LANGUAGES:
            check_pdf(comity, folder, language)
        for form in ("docx", "odt"):
            check_word(comity, folder, "ar", form)
        check_changes(comity, folder)
        for language in LANGUAGES:
            every = ("pdf", "docx", "odt", "fodt", "akn") if language in ("ar", "en") else ("pdf", "akn")
            source = folder / f"A_AC.999_2026_1-{language.upper()}.txt"
            source.write_bytes((DOCUMENTS / source.name).read_bytes())
            check_way_back(comity, say, source, language, every)
        check_harm(comity, say, folder)
        check_page(comity, say, folder)
        later = "A/AC.999/2026/2"
        comity("import", folder / "after.txt", "--symbol", later, "--language", "en", "--yes")
        check_printing(program, comity, say, folder, (SYMBOL, later),
                       lambda drawn, which: matches(drawn, lines_of(comity, folder / f"{which}.txt")))
        left = left_since(before)
        say(not left, "LibreOffice leaves no socket behind", left)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
