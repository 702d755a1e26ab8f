"""./bench without the packages: builds, measures, prints the table, writes build/bench/."""
import argparse
import os
import subprocess
import sys

import report
from lines import LINES
from measure import OUT, ROOT, Broken, Plan

WHOLE = Plan(rounds=5, seconds=5, connections=[1, 8, 64, 256, 1000], acts=2000, sizes=[10_000, 100_000, 1_000_000],
             proofs=20_000, passages=100_000, questions=3_000)
QUICK = Plan(rounds=1, seconds=1, connections=[64], acts=50, sizes=[400, 2000], proofs=200,
             passages=2000, questions=60)


def arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="./bench", description="Measures the lines that are named; none: all.")
    reader.add_argument("names", nargs="*", metavar="NAME", help=", ".join(LINES))
    reader.add_argument("--quick", action="store_true", help="a smoke run: everything once, and small; no figures")
    reader.add_argument("--rounds", type=int, default=0, help=f"pairs of runs (default {WHOLE.rounds})")
    given = reader.parse_args()
    if unknown := set(given.names) - set(LINES):
        reader.error(f"no such line: {', '.join(sorted(unknown))}")
    return given


def main() -> int:
    given = arguments()
    plan = QUICK if given.quick else WHOLE
    plan.rounds = given.rounds or plan.rounds
    OUT.mkdir(parents=True, exist_ok=True)
    subprocess.run([ROOT / "tools/build", "release", "comity", "comity-bench"], check=True, stdout=subprocess.DEVNULL)
    where, rows, curves = report.machine(), [], {}
    for name, line in LINES.items():
        if given.names and name not in given.names:
            continue
        print(f"... {name}", file=sys.stderr, flush=True)
        try:
            rows += line(plan, curves)
        except (Broken, OSError, subprocess.SubprocessError) as broken:
            print(f"bench: {name}: {broken}", file=sys.stderr)
            return 1
    where["load-after"] = round(os.getloadavg()[0], 2)
    print(", ".join(f"{key} {value}" for key, value in where.items()))
    print(report.table(rows))
    report.write(rows, curves, where)
    return 0


sys.exit(main())
