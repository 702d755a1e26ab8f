"""Documents for print over HTTP: a server that has shut itself in, its press beside it, and LibreOffice behind that."""
import concurrent.futures
import http.client
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import urllib.parse
from dataclasses import dataclass

from changes import accepted_and_rejected

SYMBOL = "A/AC.999/2026/1"
PATIENCE = 300


@dataclass
class Got:
    status: int
    headers: dict[str, str]
    body: bytes


class Served:
    """A server on a port of its own, with what it needs in its environment alone."""

    def __init__(self, program: str, data: pathlib.Path, **environment: str):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [program, "--language", "en", "serve", "--data", str(data), "--port", "0"], stdout=subprocess.PIPE,
            stderr=self.errors, text=True, env=os.environ | environment)
        self.port = int(re.search(r"http://127.0.0.1:(\d+)", self.process.stdout.readline())[1])
        self.confined = self.process.stdout.readline()

    def __enter__(self) -> "Served":
        return self

    def __exit__(self, *_) -> None:
        if self.process.poll() is None:
            self.stop()

    def ask(self, path: str, method: str = "GET", source: str = "127.0.0.1", **headers: str) -> Got:
        wire = http.client.HTTPConnection("127.0.0.1", self.port, PATIENCE, (source, 0))
        wire.request(method, urllib.parse.quote(path, safe="/?=&%"),
                     headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = wire.getresponse()
        got = Got(answer.status, dict(answer.getheaders()), answer.read())
        wire.close()
        return got

    def stop(self) -> tuple[int, float]:
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE), time.monotonic() - begun

    def press(self) -> int:
        """The one child of the server."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split():
            return int(line)
        return 0

    def offices(self) -> list[int]:
        press = self.press()
        children = pathlib.Path(f"/proc/{press}/task/{press}/children")
        return [int(one) for one in children.read_text().split()] if press and children.exists() else []

    def await_office(self) -> bool:
        """Until LibreOffice is at work."""
        end = time.monotonic() + PATIENCE
        while not self.offices() and time.monotonic() < end:
            time.sleep(0.02)
        return bool(self.offices())

    def figure(self, comity, sample: str) -> float:
        text = comity("metrics").stdout.decode()
        return sum(float(value) for value in re.findall(rf"^{re.escape(sample)} (\S+)$", text, re.M))


def read_pdf(bytes_of: bytes, folder: pathlib.Path) -> str:
    file = folder / "printed.pdf"
    file.write_bytes(bytes_of)
    return subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True).stdout.decode()


def plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def check_documents(say, served: Served, comity, folder: pathlib.Path) -> None:
    say("Confined" in served.confined, "the server has shut itself in", served.confined)
    for language, words in (("fr", "lecture de documents"), ("en", "reading of documents")):
        head = served.ask(f"/{language}/{SYMBOL}.pdf", "HEAD")
        say(head.status == 200 and head.headers.get("Content-Type") == "application/pdf" and not served.offices(),
            f"{language}: the head of a PDF is told and nothing made", head)
        pdf = served.ask(f"/{language}/{SYMBOL}.pdf")
        say(pdf.status == 200 and pdf.body[:5] == b"%PDF-", f"{language}: a page gives a PDF", pdf.body[:300])
        say(pdf.headers["Content-Disposition"] == f'attachment; filename="A_AC.999_2026_1-{language.upper()}.pdf"',
            f"{language}: it has the library's name", pdf.headers)
        text = read_pdf(pdf.body, folder)
        own = folder / f"own-{language}.pdf"
        comity("export", SYMBOL, "--language", language, "--format", "pdf", "--output", own)
        say(plain(words) in plain(text) and text == read_pdf(own.read_bytes(), folder),
            f"{language}: it reads as the command line's", text[:300])
        again = served.ask(f"/{language}/{SYMBOL}.pdf", If_None_Match=pdf.headers["ETag"])
        say(again.status == 304 and pdf.headers["ETag"] == head.headers["ETag"], f"{language}: who holds it keeps it")
    made = 'comity_prints_made_total{format="pdf",outcome="made"}'
    before = served.figure(comity, made)
    with concurrent.futures.ThreadPoolExecutor(6) as many:
        all_six = list(many.map(lambda _: served.ask(f"/es/{SYMBOL}.pdf"), range(6)))
    statuses = [one.status for one in all_six]
    say(set(statuses) == {200} and len({one.body for one in all_six}) == 1 and
        served.figure(comity, made) == before + 1, "six who ask at once have one PDF made", statuses)


def check_comparison(say, served: Served, comity, folder: pathlib.Path, texts, is_text) -> None:
    before, after = texts
    question = f"before={before}&before-language=en&after={after}&after-language=en"
    page = served.ask(f"/en/compare?{question}").body.decode()
    link = re.search(r'href="(/en/compare\.docx\?[^"]*)"', page)
    say(bool(link), "the page of a comparison links to it as DOCX", page[-2000:])
    for form in ("docx", "odt"):
        got = served.ask(link[1].replace("&amp;", "&").replace(".docx", f".{form}"))
        file = folder / f"page.{form}"
        file.write_bytes(got.body)
        accepted, rejected, count = accepted_and_rejected(file)
        say(count >= 6 and got.status == 200, f"{form}: LibreOffice sees {count} tracked changes", got.status)
        say(is_text(accepted, "after"), f"{form}: accepted, they give the later text of the record", accepted)
        say(is_text(rejected, "before"), f"{form}: rejected, they give the earlier one", rejected)
    pdf = served.ask(f"/en/compare.pdf?{question}")
    text = read_pdf(pdf.body, folder)
    say(pdf.status == 200 and "not an official document" in text, "a comparison is a PDF, and says what it is not",
        (pdf.status, text[:200]))
    own = comity("diff", before, after, "--language", "en", "--format", "fodt").stdout
    say(own == served.ask(f"/en/compare.fodt?{question}").body, "the command line makes the same of the same texts")


def check_crowd(say, served: Served, before: str, after: str) -> None:
    """More documents than may wait, from many sources: nobody waits for a page."""
    targets = [f"/en/compare.{form}?before={one}&before-language=en&after={other}&after-language=en"
               for one, other in ((before, after), (after, before), (before, before), (after, after))
               for form in ("docx", "odt", "pdf")]
    targets += [f"/{language}/{SYMBOL}.{form}" for language in ("ar", "zh", "ru") for form in ("docx", "odt", "pdf")]
    with concurrent.futures.ThreadPoolExecutor(len(targets)) as many:
        begun = [many.submit(served.ask, target, source=f"127.0.9.{i + 1}") for i, target in enumerate(targets)]
        served.await_office()
        pages = [served.ask(f"/en/documents?year={year}").status for year in range(1991, 2011)]
        meanwhile = sum(not one.done() for one in begun)
        answers = [one.result() for one in begun]
    say(set(pages) == {200} and meanwhile > 0, f"20 pages are served while {meanwhile} wait for documents", pages)
    statuses = [one.status for one in answers]
    busy = next((one for one in answers if one.status == 503), Got(0, {}, b""))
    say(set(statuses) == {200, 503} and statuses.count(200) >= 8, "few may wait, the others are asked to come again",
        statuses)
    say("Retry-After" in busy.headers and b'<p' in busy.body, "with a page that says so, and when", busy.headers)
    own = [f"/{language}/{SYMBOL}.{form}" for language in ("en", "fr", "es") for form in ("docx", "odt")]
    with concurrent.futures.ThreadPoolExecutor(len(own)) as many:
        mine = list(many.map(lambda target: served.ask(target).status, own))
    say(429 in mine and 200 in mine, "one visitor has two documents made at a time", mine)


def check_stopping(say, program: str, data: pathlib.Path, left) -> None:
    with Served(program, data) as served, concurrent.futures.ThreadPoolExecutor(2) as many:
        waiting = [many.submit(served.ask, f"/{language}/{SYMBOL}.docx") for language in ("ru", "zh")]
        at_work = served.await_office()
        code, took = served.stop()
        say(at_work and code == 0, "a server stops while a document is being made", code)
        say(took < 20, f"and waits for none ({took:.1f} s)", took)
        say({one.result().status for one in waiting} == {503}, "whoever waited is told so")
    say(not left(), "nothing is left in /tmp", left())
    with Served(program, data) as served, concurrent.futures.ThreadPoolExecutor(1) as many:
        waiting = many.submit(served.ask, f"/fr/{SYMBOL}.docx")
        at_work = served.await_office()
        offices = served.offices()
        served.process.kill()
        served.process.wait()
        end = time.monotonic() + 30
        while (left() or any(pathlib.Path(f"/proc/{one}").exists() for one in offices)) and time.monotonic() < end:
            time.sleep(0.1)
        say(at_work and not left(), "a server that is killed takes its press and LibreOffice with it", left())
        waiting.exception()


def check_without(say, program: str, data: pathlib.Path) -> None:
    with Served(program, data) as served:
        os.kill(served.press(), signal.SIGKILL)
        gone = served.ask(f"/es/{SYMBOL}.pdf")
        say(gone.status == 503 and "Este sitio no puede preparar" in gone.body.decode(),
            "where the press is killed, a page says so", gone.body[:300])
        say(served.ask(f"/es/{SYMBOL}").status == 200, "and pages are served")
        health = served.ask("/healthz")
        say(health.status == 503 and b"press-gone" in health.body, "operators are told", health.body)
    with tempfile.TemporaryDirectory() as empty, Served(program, data, PATH=empty) as served:
        missing = served.ask(f"/en/{SYMBOL}.pdf")
        say(missing.status == 503 and b"libreoffice-writer-nogui" in missing.body,
            "where LibreOffice is not installed, a page says so", missing.body[:300])
        say(served.ask(f"/en/{SYMBOL}").status == 200 and served.ask("/healthz").status == 200, "and nothing is wrong")


def check_printing(program: str, comity, say, folder: pathlib.Path, texts: tuple[str, str], is_text) -> None:
    """`texts`: the symbols of two that differ; is_text(paragraphs, "before" or "after"): whether these are its own."""
    data = folder / "var"
    temporary = folder / "tmp"
    temporary.mkdir()
    os.environ["TMPDIR"] = str(temporary)

    def left() -> list[str]:
        return [str(one) for one in temporary.iterdir() if one.name.startswith("comity-")]

    with Served(program, data) as served:
        check_documents(say, served, comity, folder)
        check_comparison(say, served, comity, folder, texts, is_text)
        check_crowd(say, served, *texts)
        code, _ = served.stop()
        say(code == 0 and not left(), "the server ends in good order and leaves nothing", (code, left()))
    check_stopping(say, program, data, left)
    check_without(say, program, data)
    del os.environ["TMPDIR"]
