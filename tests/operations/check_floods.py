#!/usr/bin/env python3
"""Good clients are served while bad ones do what they can: check_floods.py PROGRAM.

COMITY_SLOW slow connections (default 250) and floods beside them for COMITY_SECONDS (default 5) and until the last slow
one is cut; meanwhile good clients ask for pages. At least 99.9 % of them are served, and no slow one is borne with
longer than 15 seconds.
"""
import asyncio
import itertools
import multiprocessing
import os
import pathlib
import resource
import socket
import statistics
import sys
import tempfile
import time

from attacks import FLOODS, SHAPES, SLOW, SMUGGLED
from served import Served, ask, ask_raw, comity, failures, read_answer, say, shipped

SLOW_ONES = int(os.environ.get("COMITY_SLOW", "250"))
SECONDS = float(os.environ.get("COMITY_SECONDS", "5"))
MOST_BORNE = 15.0
PATIENCE = 40.0
LEAST_GOOD = 0.999
LEAST_REQUESTS = 200  # of each good client
GOOD_PAGES = ("/en", "/ar/oewg-ict", "/record/checkpoint", "/es/oewg-ict/sessions", "/fr/record")


def good_client(port: int, source: str, stop, results) -> None:
    """Fetches page after page, every fourth on a new connection, as browsers do."""
    times, bad, wire = [], [], None
    for number in itertools.count():
        if stop.is_set() and number >= LEAST_REQUESTS:
            break
        begun = time.monotonic()
        try:
            if wire is None or number % 4 == 0:
                wire = socket.create_connection(("127.0.0.1", port), 30, (source, 0))
                stream = wire.makefile("rb")
            wire.sendall(f"GET {GOOD_PAGES[number % len(GOOD_PAGES)]} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            status = read_answer(stream).status
        except OSError as error:
            status = str(error)
        if status != 200:
            bad.append(status)
            wire = None
        times.append(time.monotonic() - begun)
        time.sleep(0.01)
    results.put((times, bad))


class GoodClients:
    """Two of them, in processes of their own."""

    def __init__(self, port: int):
        self.stop, self.results = multiprocessing.Event(), multiprocessing.Queue()
        self.all = [multiprocessing.Process(target=good_client, args=(port, source, self.stop, self.results))
                    for source in ("127.0.9.1", "127.0.9.2")]
        for one in self.all:
            one.start()

    def end(self) -> tuple[list[float], list]:
        self.stop.set()
        told = [self.results.get(timeout=60) for _ in self.all]
        for one in self.all:
            one.join()
        return [t for times, _ in told for t in times], [b for _, bad in told for b in bad]


def judge_good(when: str, times: list[float], bad: list) -> None:
    served = 1 - len(bad) / max(len(times), 1)
    p99 = statistics.quantiles(times, n=100)[98] * 1000 if len(times) > 2 else 0
    say(served >= LEAST_GOOD and len(times) >= LEAST_REQUESTS,
        f"good clients {when}: {len(times)} requests, {served:.2%} served, p99 {p99:.1f} ms", bad[:5])


async def slow_ones(port: int) -> list[tuple[str, float]]:
    """Each kind from sources of its own, 200 connections a source."""
    async def one(number: int) -> tuple[str, float]:
        kind = SLOW[number % len(SLOW)]
        source = f"127.1.{number % len(SLOW)}.{number // len(SLOW) // 200 + 1}"
        await asyncio.sleep(number / SLOW_ONES * min(SECONDS, 5))
        return kind.__name__, await kind(port, source, PATIENCE)

    return await asyncio.gather(*(one(number) for number in range(SLOW_ONES)))


async def floods(port: int) -> dict[str, int]:
    """Each kind over and over, from one source of its own."""
    end = asyncio.get_running_loop().time() + SECONDS
    counts = dict.fromkeys((flood.__name__ for flood in FLOODS), 0)

    async def again(flood, number: int) -> None:
        while asyncio.get_running_loop().time() < end:
            try:
                await asyncio.wait_for(flood(port, f"127.2.0.{number + 1}"), max(1.0, SECONDS))
            except asyncio.TimeoutError:
                pass
            counts[flood.__name__] += 1
            await asyncio.sleep(0.001)

    await asyncio.gather(*(again(flood, number) for number, flood in enumerate(FLOODS) for _ in range(4)))
    return counts


async def attack(port: int) -> tuple[list[tuple[str, float]], dict[str, int]]:
    """The slow ones again and again until the time is over."""
    flooding = asyncio.create_task(floods(port))
    end = asyncio.get_running_loop().time() + SECONDS
    borne = await slow_ones(port)
    while asyncio.get_running_loop().time() < end:
        borne += await slow_ones(port)
    return borne, await flooding


def check_shapes(served: Served) -> None:
    for name, shape in SHAPES.items():
        answers = ask_raw(served.port, shape + SMUGGLED, "127.3.0.1")
        statuses = [answer.status for answer in answers]
        say(len(statuses) <= 1 and all(400 <= status <= 505 for status in statuses) and
            (statuses or name == "TLS"), f"{name}: {statuses or 'closed'}", [(a.status, a.body[:60]) for a in answers])
    say(len(SHAPES) > 25, f"{len(SHAPES)} shapes")


def check_pipeline(served: Served) -> None:
    many = 2000
    answers = ask_raw(served.port, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * many, "127.3.0.1")
    say([answer.status for answer in answers] == [200] * many, f"{many} requests in a row are answered in a row",
        len(answers))


def check_attack(program: str, data: pathlib.Path, served: Served) -> None:
    judge_good("in quiet", *GoodClients(served.port).end())
    good = GoodClients(served.port)
    borne, flooded = asyncio.run(attack(served.port))
    judge_good("under attack", *good.end())
    for kind in SLOW:
        times = [seconds for name, seconds in borne if name == kind.__name__]
        say(0 < max(times) <= MOST_BORNE, f"{kind.__name__}: {len(times)} connections, the last cut after "
            f"{max(times):.1f} s, half of them after {statistics.median(times):.1f} s")
    for name, count in flooded.items():
        say(count > 0, f"{name}: {count} times")
    figures = dict(line.rsplit(" ", 1) for line in comity(program, "metrics", "--data", str(data)).splitlines())
    say(float(figures["comity_connections_open"]) < 16, "all their connections are gone",
        figures["comity_connections_open"])
    say(True, f"memory now {float(figures['comity_resident_bytes']) / 2**20:.0f} MiB")
    limits = [line for line in served.notices() if line["what"] == "limit-reached"]
    say(0 < len(limits) <= 8 * (2 + SECONDS / 60) + 8, f"{len(limits)} notices of limits", len(limits))
    say(not [line for line in served.notices() if line["level"] == "fault"], "nothing broke", served.notices()[-5:])


def main() -> int:
    program = str((pathlib.Path.cwd() / sys.argv[1]).resolve())
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as name:
        data = shipped(program, pathlib.Path(name))
        with Served(program, data) as served:
            check_shapes(served)
            check_pipeline(served)
            check_attack(program, data, served)
            say(ask(served.port, "/healthz").body == b"ok\n", "and it is in good health")
    return 1 if failures() else 0


if __name__ == "__main__":
    sys.exit(main())
