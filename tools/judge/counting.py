"""How passed and failed are read from what a part of the tests leaves behind. Knows no part by name."""
import json
import pathlib
import re
from dataclasses import dataclass


@dataclass
class Count:
    """What a part says of itself; `why` explains a failure that its log does not show."""
    passed: int = 0
    failed: int = 0
    why: str = ""


def by_exit(code: int, log: str) -> Count:
    """One test: it passed when the program ended with 0."""
    return Count(1, 0) if code == 0 else Count(0, 1, f"ended with exit code {code}")


def by_lines(code: int, log: str) -> Count:
    """Lines `ok …` and `not ok …`; without any, unittest's summary; without that, the exit code."""
    passed, failed = len(re.findall(r"^ok\b", log, re.M)), len(re.findall(r"^not ok\b", log, re.M))
    ran = re.search(r"^Ran (\d+) tests? in", log, re.M)
    if not passed + failed and ran:
        failed = sum(int(n) for n in re.findall(r"(?:failures|errors|unexpected successes|skipped)=(\d+)", log))
        passed = int(ran.group(1)) - failed
    if not passed + failed:
        return by_exit(code, log)
    if code and not failed:
        return Count(passed, 1, f"ended with exit code {code}")
    return Count(passed, failed)


def by_gtest(report: pathlib.Path):
    """GoogleTest's own report; a program that died before writing it counts as one more failure."""

    def count(code: int, log: str) -> Count:
        if not report.exists():
            died = Count(len(re.findall(r"^\[ +OK \]", log, re.M)), 1, f"died with exit code {code}")
            return died
        suites = json.loads(report.read_text())["testsuites"]
        tests = [test for suite in suites for test in suite["testsuite"] if test["status"] == "RUN"]
        failed = sum(1 for test in tests if test.get("failures") or test["result"] == "SKIPPED")
        if not tests:
            return Count(0, 1, "the program holds no test")
        if code and not failed:
            return Count(len(tests), 1, f"ended with exit code {code}")
        return Count(len(tests) - failed, failed)

    return count


def by_fuzz(least: int):
    """One test: nothing was found, and at least so many inputs were tried (an idle fuzzer proves nothing)."""

    def count(code: int, log: str) -> Count:
        tried = re.search(r"stat::number_of_executed_units: +(\d+)", log)
        if code or not tried:
            return Count(0, 1, f"ended with exit code {code}")
        if int(tried.group(1)) < least:
            return Count(0, 1, f"only {tried.group(1)} inputs tried, at least {least} expected")
        return Count(1, 0)

    return count
