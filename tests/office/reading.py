"""Files of other kinds as texts: what leaves comes back as it was, and what would do harm is refused or told."""
import json
import pathlib
import struct
import subprocess
import zipfile
import zlib

SYMBOL = "A/AC.999/2026/1"


def read(comity, file: pathlib.Path, language: str, symbol: str = SYMBOL):
    """What a file gives, or the sentence with which it is refused."""
    done = comity("import", file, "--symbol", symbol, "--language", language, "--json")
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr.decode() + done.stdout.decode()


def structure(told) -> list:
    if isinstance(told, str):
        return [told]
    keep = ("id", "kind", "number", "text", "marks")
    rows = [{key: row[key] for key in keep if key in row} for row in told["paragraphs"]]
    return rows + sorted(told["notes"], key=lambda note: note["number"])


def check_way_back(comity, say, source: pathlib.Path, language: str, forms, symbol: str = SYMBOL) -> None:
    wanted = structure(read(comity, source, language, symbol))
    for form in forms:
        file = source.parent / f"back-{language}.{form}"
        comity("export", symbol, "--language", language, "--format", form, "--output", file)
        got = structure(read(comity, file, language, symbol))
        differ = [row for row in got if row not in wanted] + [row for row in wanted if row not in got]
        say(got == wanted, f"{symbol} {language}: {form} is read as the text that it was made of", differ[:4])


def codes(told) -> list[str]:
    return [told] if isinstance(told, str) else [finding["code"] for finding in told["findings"]]


def again(file: pathlib.Path, into: pathlib.Path, put: dict[str, bytes]) -> pathlib.Path:
    """The package with some entries put in place of its own, or beside them."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, put.get(name, old.read(name)))
        for name in put.keys() - set(old.namelist()):
            new.writestr(name, put[name])
    return into


def vast_picture(side: int) -> bytes:
    """A PNG of few bytes and many points."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = zlib.compressobj(9)
    row = b"\0" * (side // 8 + 1)
    data = b"".join(rows.compress(row) for _ in range(side)) + rows.flush()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)) +
            chunk(b"IDAT", data) + chunk(b"IEND", b""))


PAGE = """<!DOCTYPE html><html><body><h1>A text</h1><p>1. First:</p><ol type="a"><li>one;</li><li>two.</li></ol>
<blockquote><p>Words of another.</p></blockquote>
<table border="1"><thead><tr><th>Day</th><th>Item</th></tr></thead><tr><td colspan="2">1. no paragraph</td></tr></table>
<p>2. Second.<script>document.write("no")</script><img src="{picture}"></p></body></html>"""


def check_page(comity, say, folder: pathlib.Path) -> None:
    (folder / "vast.png").write_bytes(vast_picture(40_000))
    page = folder / "page.html"
    page.write_text(PAGE.format(picture=(folder / "vast.png").as_uri()))
    told = read(comity, page, "en")
    got = told if isinstance(told, str) else [(row["id"], row["text"]) for row in told["paragraphs"]]
    wanted = [("h1", "A text"), ("p1", "First:"), ("p1-a", "one;"), ("p1-b", "two."),
              ("p1-b-q1", "Words of another."), ("p1-b-table1-r1-c1", "Day"), ("p1-b-table1-r1-c2", "Item"),
              ("p1-b-table1-r2-c1", "1. no paragraph"), ("p2", "Second.")]
    say(got == wanted, "HTML is read, and none of its programs", got)
    symbol = "A/AC.999/2026/9"
    comity("import", page, "--symbol", symbol, "--language", "en", "--yes")
    check_way_back(comity, say, page, "en", ("docx", "odt", "fodt", "akn"), symbol)


def check_changes_read(comity, say, changes: pathlib.Path, later: pathlib.Path) -> None:
    told = read(comity, changes, "en")
    say("changes-accepted" in codes(told), "tracked changes are told", codes(told))
    wanted = [(row["number"], row["text"]) for row in read(comity, later, "en")["paragraphs"]]
    got = [] if isinstance(told, str) else [(row["number"], row["text"]) for row in told["paragraphs"]]
    # Behind them the notes, which a comparison has as paragraphs.
    say(got[:len(wanted)] == wanted, "and read as if accepted", got)


def check_harm(comity, say, folder: pathlib.Path) -> None:
    good = folder / "back-en.docx"
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12)) + b"]>"
    word = zipfile.ZipFile(good).read("word/document.xml")
    body = word[word.index(b"<w:document"):]
    cases = {
        "a file with macros": (again(good, folder / "macros.docx", {"word/vbaProject.bin": b"x"}), "macros"),
        "a picture that says it is a document": (folder / "picture.docx", "PNG"),
        "a document cut short": (folder / "short.docx", "damaged"),
        "a PDF cut short": (folder / "short.pdf", "pdftotext"),
        "a PDF with a password": (folder / "locked.pdf", "password"),
        "UTF-16": (folder / "wide.txt", "UTF-8"),
    }
    (folder / "picture.docx").write_bytes(vast_picture(8))
    (folder / "short.docx").write_bytes(good.read_bytes()[:-100])
    (folder / "short.pdf").write_bytes((folder / "back-en.pdf").read_bytes()[:900])
    (folder / "wide.txt").write_bytes("1. Words.".encode("utf-16"))
    lock = ('pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
            '"DocumentOpenPassword":{"type":"string","value":"secret"}}')
    comity("export", SYMBOL, "--language", "en", "--format", "fodt", "--output", folder / "locked.fodt")
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
                    lock, "--outdir", folder, folder / "locked.fodt"], capture_output=True)
    for what, (file, expected) in cases.items():
        told = read(comity, file, "en")
        say(isinstance(told, str) and expected in told, f"{what} is refused", codes(told))
    bomb = again(good, folder / "laughs.docx", {"word/document.xml": laughs + body.replace(b"Introduction", b"&m;", 1)})
    told = read(comity, bomb, "en")
    grown = isinstance(told, dict) and len(json.dumps(told)) > 100_000
    say(not grown, "entities of XML do not grow", str(told)[:200])
    named = folder / "named.pdf"
    named.write_bytes(good.read_bytes())
    say("kind-differs" in codes(read(comity, named, "en")), "another kind than the name says is told")
