"""What ./bench leaves behind: the table, the same as JSON, and curves drawn by gnuplot."""
import datetime
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import time

from measure import OUT, Row

SYNCS = 200


def sync_seconds() -> float:
    """The median of a small append and its fdatasync where the records lie."""
    file, took = OUT / "sync", []
    with file.open("wb", buffering=0) as out:
        for _ in range(SYNCS):
            out.write(b"x" * 600)
            begin = time.perf_counter()
            os.fdatasync(out.fileno())
            took.append(time.perf_counter() - begin)
    file.unlink()
    return statistics.median(took)


def machine() -> dict:
    processor = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return {"when": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"), "cores": os.cpu_count(),
            "processor": processor[1] if processor else platform.machine(), "kernel": platform.release(),
            "sync-ms": round(sync_seconds() * 1e3, 3), "load-before": round(os.getloadavg()[0], 2)}


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}" if value < 10 else f"{value:.1f}"


def spread(values: list[float]) -> str:
    return f"{number(min(values))} to {number(max(values))}" if len(values) > 1 else ""


def cells(row: Row) -> list[str]:
    ratios = row.ratios()
    met = {True: "met", False: "MISSED", None: ""}[row.met()]
    return [row.name, f"{number(statistics.median(row.ours))} {row.unit}",
            f"{number(statistics.median(row.theirs))} {row.beside}" if row.theirs else "",
            number(statistics.median(ratios)) if ratios else "", spread(ratios or row.ours), row.aim, met, row.note]


def table(rows: list[Row]) -> str:
    head = ["line", "comity", "beside it", "ratio", "spread", "aim", "", "note"]
    grid = [head, *(cells(row) for row in rows)]
    widths = [max(len(line[i]) for line in grid) for i in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
                     for line in grid)


def draw(name: str, curve: dict) -> pathlib.Path:
    """One SVG: a line through the medians of each side, bars from the least to the most."""
    file = OUT / f"{name}.svg"
    sides = [side for side in curve if side not in ("x", "y")]
    script = [f'set terminal svg size 720,420 dynamic background "white" font "sans-serif,13"',
              f'set output "{file}"', f'set xlabel "{curve["x"]}"', f'set ylabel "{curve["y"]}"', "set logscale x",
              "set yrange [0:*]", "set offsets graph 0.02, graph 0.02, graph 0.1, 0", "set grid", "set key outside top"]
    for index, side in enumerate(sides):
        script.append(f"$side{index} << END")
        script += [f"{x} {statistics.median(ys)} {min(ys)} {max(ys)}" for x, *ys in curve[side]]
        script.append("END")
    script.append("plot " + ", ".join(f'$side{i} using 1:2:3:4 with yerrorlines linewidth 2 title "{side}"'
                                      for i, side in enumerate(sides)))
    subprocess.run(["gnuplot"], input="\n".join(script), text=True, check=True, capture_output=True)
    return file


def write(rows: list[Row], curves: dict, where: dict) -> None:
    figures = [{"line": row.name, "unit": row.unit, "comity": row.ours, "beside": row.beside, "theirs": row.theirs,
                "ratios": row.ratios(), "aim": row.aim, "met": row.met(), "note": row.note} for row in rows]
    (OUT / "bench.json").write_text(json.dumps({"machine": where, "lines": figures, "curves": curves}, indent=1) + "\n")
    for name, curve in curves.items():
        draw(name, curve)
