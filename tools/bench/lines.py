"""The lines of the table: what is measured, and beside what. Each yields rows, and curves by name."""
import gzip
import pathlib
import shutil
import statistics
import time

from measure import COMITY, OUT, Broken, Plan, Row, alternately, fetch, memory, program, quiet, rate, wrk
from servers import PAGE, comity, crowd_options, fresh, nginx, same_bytes, shipped_record

CLIENTS = (1, 8, 64)
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
YEARS = (2022, 2023, 2024, 2025)  # of the reports
SOURCE_LIMIT = 256  # connections that comity serve takes from one source unless told


def pages(plan: Plan, curves: dict) -> list[Row]:
    rows = []
    counts = [n for n in plan.connections if n <= SOURCE_LIMIT or crowd_options()]
    curve = curves.setdefault("pages", {"x": "connections", "y": "requests a second", "comity": [], "nginx": []})
    with comity(shipped_record()) as (ours, _, _):
        packed = fetch(ours + PAGE)[1]
        with nginx(PAGE, gzip.decompress(packed), packed) as (theirs, _):
            size = same_bytes(ours + PAGE, theirs + PAGE)
            for count in counts:
                def run(base: str, count: int = count) -> dict:
                    return wrk(base + PAGE, count, plan.seconds)
                wrk(ours + PAGE, count, 1), wrk(theirs + PAGE, count, 1)
                pairs = list(alternately(plan.rounds, {"comity": lambda: run(ours), "nginx": lambda: run(theirs)}))
                mine, other = ([pair[side] for pair in pairs] for side in ("comity", "nginx"))
                for side, of in (("comity", mine), ("nginx", other)):
                    curve[side].append([count, *[run["rate"] for run in of]])
                if count in (64, 1000) or count == counts[-1]:
                    rows.append(Row(f"body page, {count} connections", "requests/s", [m["rate"] for m in mine],
                                    "nginx", [o["rate"] for o in other], ">= 1.0", f"{size} bytes of gzip"))
                    rows.append(Row(f"its p99, {count} connections", "ms", [m["p99"] for m in mine], "nginx",
                                    [o["p99"] for o in other]))
    return rows


def entered(clients: int, acts: int) -> dict:
    return program("acts", fresh(OUT / f"acts-{clients}"), clients, acts)


def bare(acts: int, source: pathlib.Path) -> dict:
    file = fresh(OUT / "bare") / "bare.db"
    return program("bare-acts", source, file, acts)


def asked(clients: int, acts: int) -> dict:
    folder = fresh(OUT / "asked")
    shutil.rmtree(folder)
    program("fill", folder, 0)
    with comity(folder, "/record/checkpoint"):
        return program("socket-acts", folder, clients, acts)


def durable(plan: Plan, curves: dict) -> list[Row]:
    source = fresh(OUT / "acts-source")
    program("acts", source, 1, plan.acts)  # also the warm-up
    sides = {"bare": lambda: bare(plan.acts, source)}
    for clients in CLIENTS:
        sides[f"{clients}"] = lambda clients=clients: entered(clients, plan.acts * (4 if clients > 1 else 1))
    pairs = list(alternately(plan.rounds, sides))
    by_side = {side: [rate(pair[side]) for pair in pairs] for side in sides}
    asking = {clients: [rate(asked(clients, plan.acts))] for clients in (1, 64)}
    curves["acts"] = {"x": "clients", "y": "durable acts a second",
                      "registrar": [[clients, *by_side[f"{clients}"]] for clients in CLIENTS],
                      "bare SQLite": [[clients, *by_side["bare"]] for clients in CLIENTS],
                      "over the socket": [[clients, *asking[clients]] for clients in asking]}
    beside = "SQLite FULL, one client"
    return [Row("acts in process, 1 client", "acts/s", by_side["1"], beside, by_side["bare"], ">= 0.8"),
            Row("acts in process, 64 clients", "acts/s", by_side["64"], beside, by_side["bare"], ">= 10"),
            Row("their p99, 64 clients", "ms", [pair["64"]["p99"] / 1e3 for pair in pairs]),
            *(Row(f"acts over the socket, {clients} clients", "acts/s", asking[clients],
                  note="a connection each act") for clients in asking)]


def record_of(size: int) -> pathlib.Path:
    """A record of so many entries, made once."""
    folder = OUT / f"record-{size}"
    if not (folder / "filled").exists():
        shutil.rmtree(folder, ignore_errors=True)
        made = program("fill", folder, size)
        (folder / "filled").write_text(f"{made['microseconds'] / 1e6:.1f} s\n")
    return folder


def starting(plan: Plan, curves: dict) -> list[Row]:
    rows = []
    curve = curves.setdefault("start", {"x": "entries", "y": "seconds", "comity": [], "read and hash": []})
    weights = curves.setdefault("memory", {"x": "entries", "y": "MB", "comity": []})
    for size in plan.sizes:
        folder = record_of(size)
        program("bare-read", folder)  # into the page cache, for both
        pairs = list(alternately(plan.rounds, {"comity": lambda: program("start", folder),
                                               "bare": lambda: program("bare-read", folder)}))
        if any(pair["comity"]["root"] != pair["bare"]["root"] for pair in pairs):
            raise Broken("the two sides read different entries")
        mine, other = ([pair[side]["microseconds"] / 1e6 for pair in pairs] for side in ("comity", "bare"))
        curve["comity"].append([size, *mine])
        curve["read and hash"].append([size, *other])
        weights["comity"].append([size, *[pair["comity"]["pss-kib"] / 1024 for pair in pairs]])
    processors = [[pair[side]["processor"] / 1e6 for pair in pairs] for side in ("comity", "bare")]
    rows.append(Row(f"start, {size:,} entries", "s", mine, "read and hash", other, "<= 2.0"))
    rows.append(Row("its processor time", "s", processors[0], "read and hash", processors[1]))
    with comity(folder, "/record/checkpoint") as (_, process, first):
        rows.append(Row(f"first answer, {size:,} entries", "s", [first], note="from exec to the first 200"))
        rows.append(Row(f"memory, {size:,} entries", "MB PSS", [memory(process)["pss"]]))
    return rows


def idle(plan: Plan, curves: dict) -> list[Row]:
    with comity(shipped_record()) as (_, process, first):
        held = memory(process)
        return [Row("memory, shipped record", "MB PSS", [held["pss"]], aim="<= 60", note=f"RSS {held['rss']:.1f} MB"),
                Row("first answer, shipped record", "s", [first], note="from exec to the first 200")]


def proofs(plan: Plan, curves: dict) -> list[Row]:
    size = plan.sizes[-1]
    folder = record_of(size)
    inside = [program("proofs", folder, plan.proofs) for _ in range(plan.rounds)]
    script = OUT / "proofs.lua"
    script.write_text('request = function() return wrk.format("GET", "/record/" .. '
                      f'math.random(0, {size - 1}) .. ".tlog-proof") end\n')
    with comity(folder, "/record/checkpoint") as (base, _, _):
        over_http = [wrk(base, 1, plan.seconds, "-s", script) for _ in range(plan.rounds)]
    return [Row(f"proof p99 of {size:,} entries", "ms", [one["p99"] / 1e3 for one in inside],
                note=f"{inside[0]['bytes']} bytes"),
            Row("the same over HTTP", "ms", [one["p99"] for one in over_http], note="one connection")]


def searching(plan: Plan, curves: dict) -> list[Row]:
    told = {side: [] for side in ("ours", "fts5", "xapian")}
    for _ in range(plan.rounds):
        for side, runs in told.items():
            runs.append(program("search", side, OUT / "search", plan.passages, plan.questions))
    rows = []
    for beside, name in (("fts5", "bare FTS5"), ("xapian", "Xapian's own tools")):
        rows += [Row(f"passages indexed/s of {plan.passages:,}", "",
                     [plan.passages * 1e6 / one["indexing"] for one in told["ours"]], name,
                     [plan.passages * 1e6 / one["indexing"] for one in told[beside]]),
                 Row("size of the index", "MB", [one["bytes"] / 1e6 for one in told["ours"]], name,
                     [one["bytes"] / 1e6 for one in told[beside]])]
        rows += [Row(f"search {mark}", "ms", [one[mark] / 1e3 for one in told["ours"]], name,
                     [one[mark] / 1e3 for one in told[beside]],
                     note=f"{told['ours'][0]['hits']} and {told[beside][0]['hits']} hits")
                 for mark in ("p50", "p95", "p99")]
    return rows


def reports_once() -> list[float]:
    """Milliseconds of each report's first page from a server that has made none, each language being warm."""
    with comity(shipped_record()) as (base, _, _):
        taken = []
        for language in LANGUAGES:
            fetch(f"{base}/{language}/oewg-ict")
            for year in YEARS:
                begin = time.monotonic()
                fetch(f"{base}/{language}/oewg-ict/reports/{year}")
                taken.append((time.monotonic() - begin) * 1e3)
    return taken


def printed(folder: pathlib.Path, form: str) -> tuple[pathlib.Path, float]:
    """The report of a cycle as a file of the form, and the seconds from exec to its end."""
    file = folder / f"report.{form}"
    begin = time.monotonic()
    quiet([COMITY, "report", "--data", OUT / "shipped", "--body", "oewg-ict", "--cycle", "2023", "--language", "ar",
           "--format", form, "--output", file, "procedural"])
    return file, time.monotonic() - begin


def office_alone(folder: pathlib.Path) -> float:
    """Seconds that LibreOffice by itself takes to print the same document."""
    source = printed(fresh(folder), "fodt")[0]
    begin = time.monotonic()
    quiet(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir",
           folder, source])
    return time.monotonic() - begin


def reporting(plan: Plan, curves: dict) -> list[Row]:
    first = [reports_once() for _ in range(plan.rounds)]
    slowest = [max(one) for one in first]
    rows = [Row("report, HTML", "ms", [statistics.median(one) for one in first], aim="<= 20",
                note=f"{len(first[0])} reports; slowest {statistics.median(slowest):.1f}")]
    folder = fresh(OUT / "reports")
    pairs = list(alternately(plan.rounds, {"ours": lambda: printed(fresh(folder / "pdf"), "pdf")[1],
                                           "office": lambda: office_alone(folder / "alone")}))
    return [*rows, Row("report, PDF", "s", [pair["ours"] for pair in pairs], aim="<= 3", note="from exec to the file"),
            Row("the same", "s", [pair["ours"] for pair in pairs], "LibreOffice alone",
                [pair["office"] for pair in pairs])]


LINES = {"pages": pages, "acts": durable, "start": starting, "proofs": proofs, "memory": idle, "search": searching,
         "reports": reporting}
