"""Runs one thing and reads what it says: our bench program, wrk, a process's memory. Knows no line of the table."""
import json
import pathlib
import re
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "build/bench"
COMITY = ROOT / "build/release/comity"
PROGRAM = ROOT / "build/release/comity-bench"
SECONDS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0}


class Broken(Exception):
    """A measurement that did not measure what it says."""


@dataclass
class Row:
    """One line of the table: both sides' medians, and the ratio of each pair of runs."""
    name: str
    unit: str
    ours: list[float]
    beside: str = ""
    theirs: list[float] = field(default_factory=list)
    aim: str = ""  # ">= 0.8" of the ratio, or "<= 60" of ours where nothing stands beside it
    note: str = ""

    def ratios(self) -> list[float]:
        return [ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True)] if self.theirs else []

    def met(self) -> bool | None:
        """Whether the median is as the aim wants it; None where there is no aim."""
        if not self.aim:
            return None
        sign, bound = self.aim.split()
        value = statistics.median(self.ratios() or self.ours)
        return value >= float(bound) if sign == ">=" else value <= float(bound)


@dataclass
class Plan:
    """How much is measured."""
    rounds: int
    seconds: int        # of each run of wrk
    connections: list[int]
    acts: int           # of one client
    sizes: list[int]    # entries of the records that are started
    proofs: int
    passages: int       # of an index of words
    questions: int


def quiet(command: list, seconds: float = 3600) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=seconds, cwd=ROOT)
    if done.returncode:
        raise Broken(f"{' '.join(map(str, command))}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def program(*words) -> dict:
    """What a sub-command of comity-bench measured."""
    return json.loads(quiet([PROGRAM, *words]))


def rate(measured: dict) -> float:
    return measured["acts"] / measured["microseconds"] * 1e6


def wrk(url: str, connections: int, seconds: int, *more) -> dict:
    """Requests a second, and the 50th and 99th percentile in milliseconds. wrk is closed-loop: it leaves out what it
    would have asked while it waited."""
    threads = min(2, connections)
    said = quiet(["wrk", f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "--latency",
                  "-H", "Accept-Encoding: gzip", *more, url])
    bad = re.search(r"Non-2xx.*|Socket errors:.*", said)
    if bad and not re.search(r"Socket errors: connect 0, read 0, write 0, timeout 0", bad[0]):
        raise Broken(f"wrk, {connections} connections to {url}: {bad[0]}")
    percentile = {share: float(number) * SECONDS[unit] * 1e3
                  for share, number, unit in re.findall(r"^\s+(\d\d)%\s+([\d.]+)(us|ms|s|m)$", said, re.M)}
    return {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), "p50": percentile["50"],
            "p99": percentile["99"]}


def fetch(url: str) -> tuple[dict, bytes]:
    """The headers (names in lower case) and the body as it came over the wire."""
    asked = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=600) as answer:
        return {name.lower(): value for name, value in answer.headers.items()}, answer.read()


def memory(process: subprocess.Popen) -> dict:
    """In MB: resident, and proportional (what is shared counted by its share)."""
    text = pathlib.Path(f"/proc/{process.pid}/smaps_rollup").read_text()
    return {name.lower(): int(re.search(rf"^{name}:\s+(\d+) kB", text, re.M)[1]) / 1024 for name in ("Rss", "Pss")}


def free_port() -> int:
    return int(quiet([ROOT / "tools/free-port"]))


def wait_for(url: str, process: subprocess.Popen) -> float:
    """Seconds until the first whole answer of status 200."""
    begin = time.monotonic()
    while True:
        try:
            fetch(url)
            return time.monotonic() - begin
        except OSError:
            if process.poll() is not None:
                raise Broken(f"the server of {url} stopped before it answered") from None
            time.sleep(0.01)


def alternately(rounds: int, sides: dict[str, Callable[[], object]]) -> Iterator[dict[str, object]]:
    """Every round runs each side once; the order turns round, so that neither always has the warm seat."""
    names = list(sides)
    for round_number in range(rounds):
        order = names if round_number % 2 == 0 else names[::-1]
        yield {name: sides[name]() for name in order}
