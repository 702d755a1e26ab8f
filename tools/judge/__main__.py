"""./test without the packages: runs the parts, two at a time, and adds up what passed and failed."""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

from counting import Count
from parts import Group, Part, Wanted, all_groups, chosen

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOGS = ROOT / "build/judge"
TAIL = 150  # lines of a failing part's log that are printed


def arguments() -> Wanted:
    reader = argparse.ArgumentParser(prog="./test", description="Runs every part whose name holds one of the NAMEs.")
    reader.add_argument("names", nargs="*", metavar="NAME", help="part of a part's name; none: all parts")
    reader.add_argument("--accept", action="store_true", help="golden files take the new content; review the diff")
    reader.add_argument("--quick", action="store_true", help="without fuzzing, thread sanitizer and browser")
    reader.add_argument("--fuzz-seconds", type=int, default=15, metavar="N",
                        help="for each fuzz program (default 15); those that are slow take more")
    reader.add_argument("--list", action="store_true", help="print the names of the parts and stop")
    given = reader.parse_args()
    wanted = Wanted(given.names, given.quick, given.accept, given.fuzz_seconds)
    if given.list:
        print(*(part.name for group in all_groups(ROOT, wanted) for part in [*group.first, *group.parts]), sep="\n")
        sys.exit(0)
    return wanted


def run(part: Part) -> tuple[Count, float, str]:
    """The part's count, its seconds and its log. Output goes to a file, so a part that hangs still leaves it."""
    part.prepare()
    log, start = LOGS / f"{part.name}.log", time.monotonic()
    with log.open("wb") as out:
        try:
            code = subprocess.run(part.command, cwd=ROOT, env=os.environ | part.environment, timeout=part.seconds,
                                  stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT).returncode
        except subprocess.TimeoutExpired:
            code = -1
            out.write(f"\nstopped after {part.seconds} seconds\n".encode())
        except OSError as error:
            code = -2
            out.write(f"\ncould not be started: {error}\n".encode())
    text = log.read_text(errors="replace")
    return part.count(code, text), time.monotonic() - start, text


def tell(part: Part, count: Count, seconds: float, log: str) -> None:
    mark = "FAILED" if count.failed else "ok"
    failed = f"{count.failed} failed" if count.failed else ""
    print(f"{mark:7} {part.name:28} {count.passed:6} passed {failed:12} {seconds:8.1f} s", flush=True)
    if not count.failed:
        return
    # GoogleTest's lines about what went well would hide what did not.
    lines = [line for line in log.splitlines() if not re.match(r"\[ +(OK|RUN) +\]|\[-+\]|^ok\b", line)]
    print(*(f"    | {line}" for line in lines[-TAIL:]), sep="\n")
    if count.why:
        print(f"    = {part.name}: {count.why}", flush=True)


def run_group(group: Group, results: list[tuple[Part, Count]]) -> None:
    for index, part in enumerate(group.first):
        print(f"...     {part.name}", flush=True)
        count, seconds, log = run(part)
        tell(part, count, seconds, log)
        results.append((part, count))
        if count.failed:
            skip([*group.first[index + 1:], *group.parts], part.name, results)
            return
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        running = {pool.submit(run, part): part for part in group.parts}
        for done in concurrent.futures.as_completed(running):
            count, seconds, log = done.result()
            tell(running[done], count, seconds, log)
            results.append((running[done], count))


def skip(parts: list[Part], because: str, results: list[tuple[Part, Count]]) -> None:
    for part in parts:
        print(f"FAILED  {part.name:28} not run: {because} failed", flush=True)
        results.append((part, Count(0, 1)))


def main() -> int:
    wanted = arguments()
    groups = chosen(all_groups(ROOT, wanted), wanted.names)
    if not groups:
        print("test: no part has such a name; ./test --list tells them", file=sys.stderr)
        return 2
    LOGS.mkdir(parents=True, exist_ok=True)
    start, results = time.monotonic(), []
    for group in groups:
        run_group(group, results)
    failing = [part.name for part, count in results if count.failed]
    if failing:
        print("failing parts:", *failing)
    print(f"{time.monotonic() - start:.0f} seconds; logs in build/judge")
    print(f"{sum(c.passed for _, c in results)} passed, {sum(c.failed for _, c in results)} failed")
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main())
