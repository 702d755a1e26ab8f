#!/usr/bin/env python3
"""What operators rely on, from outside: check_operations.py PROGRAM. Headers on every route, health, figures, notices
that name nobody, and an end in good order."""
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

from exposition import problems_of
from served import ROOT, Served, ask, ask_raw, comity, failures, free_port, read_answer, say, shipped

FIXED = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                               "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
                               "require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in (
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
        "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock",
        "serial", "usb", "xr-spatial-tracking")),
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}
FOR_ALL = FIXED | {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}
# What belongs to the one answer, and the values that it may have.
OF_THE_ANSWER = {"Date": r".* GMT", "Cache-Control": r"no-store|no-cache|public, max-age=31536000, immutable",
                 "Content-Length": r"\d+", "Content-Type": r"[a-z]+/[a-z+.-]+(; (version=0.0.4; )?charset=utf-8)?",
                 "Content-Encoding": "gzip", "ETag": r'W/"[0-9a-f]{32}"', "Connection": "close", "Location": "/.*",
                 "Vary": r"[A-Za-z, -]+", "Allow": "GET, HEAD(, POST)?", "Retry-After": r"\d+"}
ALWAYS = ("Date", "Cache-Control")
CANARIES = 500


def wrong_headers(answer, for_all: bool) -> list[str]:
    """What is missing, twice, not as it must be, or not known."""
    expected = FOR_ALL if for_all else FIXED
    names = [name for name, _ in answer.headers]
    wrong = [f"{name} twice" for name in {name for name in names if names.count(name) > 1}]
    wrong += [f"no {name}" for name in (*expected, *ALWAYS) if name not in names]
    for name, value in answer.headers:
        pattern = re.escape(expected[name]) if name in expected else OF_THE_ANSWER.get(name)
        if pattern is None or not re.fullmatch(pattern, value):
            wrong.append(f"{name}: {value}")
    return wrong


def faces(address: str, name: str) -> list[str]:
    address = "" if address == "/" else address.replace(" ", "%20")
    return [f"/en{address}", f"/ar{address}", f"/en{address}.json", f"/zh{address}.csv", f"/fr{address}.atom",
            f"/ru{address}.ics", f"/es{address}?as-of=3", f"/en{address}?on=2020-01-01", address or "/"]


def check_headers(program: str, data: pathlib.Path, served: Served) -> None:
    routes = [line.split("\t") for line in comity(program, "routes", "--data", str(data)).splitlines()]
    targets = [target for address, name in routes for target in faces(address, name)]
    sheet = re.search(r"/looks/[0-9a-f]+\.css", ask(served.port, "/en").body.decode())[0]
    targets += [sheet, "/healthz", "/metrics", "/api/openapi.json", "/api/examples.json", "/no-such", "/en/no-such",
                "/en/A/99/999", "/en?as-of=x", "/%zz", "/../x", "/" + "a" * 9000, "/local/acts", "/looks/x.css"]
    of_log = ["/log/checkpoint", "/log/tile/0/000.p/255", "/log/tile/0/000", "/log/tile/entries/000", "/log/no-such",
              "/record/checkpoint", "/record/key", "/record/entries.jsonl", "/record/batches.jsonl",
              "/record/0.tlog-proof"]
    statuses = {}
    for target in [*targets, *of_log]:
        answer = ask(served.port, target)
        statuses.setdefault(answer.status, []).append(target)
        if wrong := wrong_headers(answer, target in of_log):
            say(False, f"headers of {target[:80]}", wrong)
    say({200, 303, 400, 404, 414} <= set(statuses), f"headers on {len(targets) + len(of_log)} addresses of "
        f"{len(routes)} routes, with status {sorted(statuses)}", statuses.keys())
    say(len(routes) > 15, "the routes are there to be walked", len(routes))


def check_headers_of_refusals(served: Served) -> None:
    tag = ask(served.port, "/en").header("ETag")
    shapes = {"HEAD": (200, ask(served.port, "/en", "HEAD")),
              "what is held": (304, ask(served.port, "/en", headers=f"If-None-Match: {tag}\r\n")),
              "gzip": (200, ask(served.port, "/en", headers="Accept-Encoding: gzip\r\n")),
              "POST": (405, ask(served.port, "/en", "POST", body="a=b")),
              "DELETE": (405, ask(served.port, "/en", "DELETE")),
              "FLY": (501, ask(served.port, "/en", "FLY")),
              "a large header": (431, ask(served.port, "/en", headers=f"A: {'b' * 20000}\r\n")),
              "a large body": (413, ask_raw(served.port, b"POST /en HTTP/1.1\r\nHost: x\r\n"
                                            b"Content-Length: 99999999\r\n\r\n")[0]),
              "no HTTP": (400, ask_raw(served.port, b"nonsense\r\n\r\n")[0]),
              "another version": (505, ask_raw(served.port, b"GET / HTTP/3.0\r\nHost: x\r\n\r\n")[0])}
    for name, (status, answer) in shapes.items():
        wrong = wrong_headers(answer, False)
        say(answer.status == status and not wrong, f"headers of {name}: {status}", (answer.status, wrong))


def check_health(program: str, data: pathlib.Path, served: Served, operators: int) -> None:
    for port in (served.port, operators):
        health = ask(port, "/healthz")
        say((health.status, health.body, health.header("Cache-Control")) == (200, b"ok\n", "no-store"),
            f"/healthz is ok on {'the public' if port == served.port else 'the operators’'} port", health)
    say(ask(served.port, "/metrics").status == 404, "/metrics is not on the public port")
    say(ask(operators, "/en").status == 404, "the operators’ port has no pages")
    figures = ask(operators, "/metrics")
    say(figures.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8", "the figures say their format")
    for name, text in (("on the operators’ port", figures.body.decode()),
                       ("by comity metrics", comity(program, "metrics", "--data", str(data)))):
        wrong = problems_of(text)
        say(not wrong, f"the figures {name} follow the grammar", wrong)
    text = figures.body.decode()
    sample = dict(re.findall(r"^([^#].*) (\S+)$", text, re.M))
    entries = len(ask(served.port, "/record/entries.jsonl").body.splitlines())
    say(float(sample['comity_entries{log="public"}']) == entries, f"they count {entries} entries")
    for name in ('comity_requests_total{route="body",status="2xx"}', "comity_resident_bytes", "comity_uptime_seconds",
                 'comity_checkpoint_size{log="public"}', "comity_disk_used_ratio", "comity_startup_seconds",
                 "comity_answer_bytes_total", "comity_page_cache_misses_total", "comity_page_cache_bytes"):
        say(float(sample.get(name, 0)) > 0, f"they tell {name}", sample.get(name))
    for name in ("comity_record_stopped", 'comity_turned_away_total{reason="source-crowded"}'):
        say(float(sample.get(name, 1)) == 0, f"they tell {name}", sample.get(name))


def check_canaries(served: Served) -> None:
    """Marked words in every place of a request: none is in what the program tells."""
    sent = 0

    def canary() -> str:
        nonlocal sent
        sent += 1
        return f"canary{sent:06}"

    while sent < CANARIES:
        for method, path in (("GET", "/en/{}"), ("GET", "/en/A/{}"), ("GET", "/{}"), ("GET", "/en/{}.json"),
                             ("GET", "/log/{}"), ("GET", "/en?as-of={}"), ("GET", "/en?zone={}"), ("GET", "/%zz{}"),
                             ("POST", "/en/{}"), ("POST", "/local/acts?{}"), ("DELETE", "/{}"), ("FLY", "/{}"),
                             ("GET", "/healthz?{}"), ("GET", "/" + "x" * 9000 + "{}"), ("GET", "/en/oewg-ict?q={}")):
            headers = "".join(f"{name}: {canary()}\r\n" for name in (
                "User-Agent", "Cookie", "Authorization", "Referer", "X-Forwarded-For", "Accept-Language",
                "If-None-Match"))
            ask(served.port, path.format(canary()), method, headers, canary())
    told = served.told.read_text()
    requests = [line for line in served.notices() if line["what"] == "request"]
    say("canary" not in told and len(requests) > 60, f"{sent} marked words in requests, {len(requests)} requests told, "
        f"none of the words", (len(requests), told.count("canary")))
    known = {"at", "bytes", "level", "method", "microseconds", "route", "status", "what"}
    say(all(set(line) == known for line in requests), "a request is told by route, method, status, bytes and time")
    say("127.0.0.1" not in told.replace(f'"address":"http://127.0.0.1:{served.port}"', ""), "no address is told")


def slow_answer(port: int) -> tuple[socket.socket, int]:
    """A connection on which a long answer waits to be read, and its whole size."""
    size = len(ask(port, "/record/entries.jsonl").body)
    wire = socket.socket()
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    wire.settimeout(60)
    wire.connect(("127.0.0.1", port))
    wire.sendall(b"GET /record/entries.jsonl HTTP/1.1\r\nHost: x\r\n\r\n" * 20)
    return wire, size


def check_stop(program: str, data: pathlib.Path) -> None:
    with Served(program, data) as served:
        wire, size = slow_answer(served.port)
        with wire, wire.makefile("rb") as stream:
            first = read_answer(stream)
            served.process.send_signal(signal.SIGTERM)
            answers = [first]
            while (answer := read_answer(stream)).status:
                answers.append(answer)
        whole = sum(len(answer.body) == size for answer in answers)
        say(whole == len(answers) > 1, f"answers under way arrive whole: {whole}", [len(one.body) for one in answers])
        say(served.process.wait(timeout=60) == 0, "and the program ends with 0")
        say([one["what"] for one in served.notices()][-2:] == ["stopping", "stopped"], "and says so", served.notices())
    comity(program, "verify", "--data", str(data))
    log = data / "record.db-wal"
    say(not log.exists() or log.stat().st_size == 0, "and the record is settled")


def check_stops_that_hurry(program: str, data: pathlib.Path) -> None:
    with Served(program, data, stop_seconds=1) as served:
        wire, _ = slow_answer(served.port)
        with wire:
            time.sleep(0.5)
            say(served.stop() == 0, "who reads nothing does not hold up the end")
    with Served(program, data, stop_seconds=600, reader_seconds=600) as served:
        wire, _ = slow_answer(served.port)
        with wire:
            time.sleep(0.5)
            served.process.send_signal(signal.SIGTERM)
            while "stopping" not in served.told.read_text():
                time.sleep(0.05)
            say(served.stop(signal.SIGINT) == 128 + signal.SIGINT, "a second signal ends it at once")
    comity(program, "verify", "--data", str(data))


def check_settings(program: str, folder: pathlib.Path) -> None:
    file = folder / "printed.conf"
    file.write_text(comity(program, "settings"))
    run = subprocess.run([program, "serve", "--config", str(file), "--data", str(folder / "none")],
                         capture_output=True, text=True, env={"LANG": "es"})
    say(run.returncode == 1 and "none" in run.stderr, "the printed file can be read back", run.stderr)
    file.write_text("\nprot = 1\n")
    run = subprocess.run([program, "serve", "--config", str(file)], capture_output=True, text=True, env={"LANG": "es"})
    say(run.returncode == 1 and run.stderr.startswith(f"{file}:2: No existe"), "an unknown key is refused", run.stderr)


def main() -> int:
    program = str((pathlib.Path.cwd() / sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data, operators = shipped(program, folder), free_port()
        with Served(program, data, public_address="https://record.example", log="requests",
                    operators_port=operators) as served:
            check_headers(program, data, served)
            check_headers_of_refusals(served)
            check_health(program, data, served, operators)
            check_canaries(served)
        with Served(program, data) as served:
            plain = ask(served.port, "/en")
            say("Strict-Transport-Security" not in dict(plain.headers), "without TLS in front, none is demanded")
        check_stop(program, data)
        check_stops_that_hurry(program, data)
        check_settings(program, folder)
    return 1 if failures() else 0


if __name__ == "__main__":
    sys.exit(main())
