"""What ./test consists of: every part with its command, found in the source tree, so that no part can be forgotten."""
import dataclasses
import os
import pathlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field

from counting import Count, by_exit, by_fuzz, by_gtest, by_lines

WITH_THREADS = ("record", "registrar", "web")
IN_RELEASE = ("faults", "simulation", "whole")  # what sanitizers would slow too much
OUTSIDE = (("manual", "manual/check_manual", ""), ("foreign", "foreign/check_foreign", ""),
           ("verifier", "verifier/check_verifier", ""), ("operations", "operations/check_operations", "/comity"),
           ("floods", "operations/check_floods", "/comity"),
           ("handbook", "packaging/check_handbook", "/comity"), ("office", "office/check_office", "/comity"))
SCRIPTS = ("data", "docs", "record_format", "words")
LEAST_FUZZ_INPUTS = 500
LONG_FUZZ = {"export": 4, "plain": 4}  # so many times the seconds: each input is a whole log, or a whole document
PYTHON = "/usr/bin/python3"  # Debian's, which has Debian's packages


@dataclass
class Part:
    name: str
    command: list[str]
    count: Callable[[int, str], Count] = by_exit
    environment: dict[str, str] = field(default_factory=dict)
    prepare: Callable[[], None] = lambda: None
    seconds: int = 1200  # after which it has failed
    target: str = ""  # what must be built for it, where it is chosen by name


@dataclass
class Group:
    """Parts that run two at a time after the group's first steps, which run alone and must all have passed."""
    first: list[Part]
    parts: list[Part]


@dataclass
class Wanted:
    names: list[str] = field(default_factory=list)
    quick: bool = False
    accept: bool = False
    fuzz_seconds: int = 15


SHARES = {"cli": ["1/2", "2/2"]}  # of the programs that would be waited for

SANITIZERS = {
    "ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
    "UBSAN_OPTIONS": "print_stacktrace=1",
    "TSAN_OPTIONS": "halt_on_error=1",
}


def tidy(root: pathlib.Path) -> Group:
    return Group([], [
        Part("tidy", [PYTHON, "tools/tidy"], by_lines),
        *(Part(f"{name}-tests", [PYTHON, "-m", "unittest", "discover", "-s", f"tests/{name}"], by_lines)
          for name in ("tidy", "judge", "doors")),
    ])


def program(root: pathlib.Path, preset: str, name: str, wanted: Wanted, prefix: list[str], share: str = "") -> Part:
    """One GoogleTest program of a preset, or a share of its tests ("1/2"), so that a long one runs on every core."""
    label = f"{name}-{share.split('/')[0]}" if share else name
    report = root / f"build/judge/{preset}-{label}.json"
    environment = SANITIZERS | ({"COMITY_ACCEPT": "1"} if wanted.accept else {})
    if share:
        index, total = share.split("/")
        environment |= {"GTEST_SHARD_INDEX": str(int(index) - 1), "GTEST_TOTAL_SHARDS": total}
    return Part(
        f"{'unit' if preset == 'dev' else preset}-{label}",
        [*prefix, f"build/{preset}/tests/test_{name}", f"--gtest_output=json:{report}", "--gtest_brief=0"],
        by_gtest(report), environment, lambda: report.unlink(missing_ok=True), target=f"test_{name}")


def units(root: pathlib.Path, wanted: Wanted) -> Group:
    names = sorted({path.parent.name for path in root.glob("tests/*/*_test.cc")} - set(IN_RELEASE))
    fuzzers = [] if wanted.quick else sorted(path.stem for path in root.glob("tests/fuzz/*_fuzz.cc"))
    return Group([Part("build-dev", ["tools/build", "dev", *(f"test_{name}" for name in names), *fuzzers])],
                 [*(program(root, "dev", name, wanted, [], share)
                    for name in names for share in SHARES.get(name, [""])),
                  *(fuzzer(root, name, wanted.fuzz_seconds) for name in fuzzers)])


def scripts(root: pathlib.Path) -> Group:
    """Python that checks data, formats and words without any of our own C++."""
    found = [path for folder in SCRIPTS for path in root.glob(f"tests/{folder}/*.py")]
    parts = [Part(f"script-{path.parent.name}-{path.stem}", [PYTHON, str(path.relative_to(root))], by_lines)
             for path in sorted(found) if "__main__" in path.read_text()]
    if (root / "tools/words").exists():
        parts.append(Part("script-words", [PYTHON, "tools/words", "check"], by_lines))
    return Group([], parts)


def site(root: pathlib.Path, wanted: Wanted) -> Group:
    """The release program as a person meets it: ./run on an empty data directory, then a real browser."""
    data = root / "build/judge/once"
    first = [Part("build-release", ["tools/build", "release", "comity", "comity-verify", "comity-bench", "ours",
                                    "packed", *(f"test_{name}" for name in IN_RELEASE)]),
             Part("once", ["./run", "--once", "--data", str(data)], by_exit,
                  prepare=lambda: shutil.rmtree(data, ignore_errors=True))]
    parts = [*(program(root, "release", name, wanted, []) for name in IN_RELEASE),
             *(outside(*which) for which in OUTSIDE)]
    if wanted.quick:
        return Group(first, parts)
    return Group([*first, Part("npm", ["tools/npm-packages", "tests/browser"])],
                 [Part("browser", ["node", "tests/browser/run.mjs"], by_lines), *parts,
                  Part("package", [PYTHON, "tests/packaging/check_package.py"], by_lines)])


def outside(name: str, script: str, program: str) -> Part:
    """A script that drives the release programs from outside."""
    return Part(name, [PYTHON, f"tests/{script}.py", f"build/release{program}"], by_lines)


def fuzzer(root: pathlib.Path, name: str, seconds: int) -> Part:
    short = name.removesuffix("_fuzz")
    found, corpus = root / "build/judge/found" / name, root / "tests/fuzz/corpus" / short
    dictionary = root / f"tests/fuzz/{short}.dict"
    command = [f"build/dev/fuzz/{name}", f"-max_total_time={seconds * LONG_FUZZ.get(short, 1)}", "-timeout=20",
               "-rss_limit_mb=3000", "-print_final_stats=1", "-verbosity=1", f"-artifact_prefix={found}-",
               *([f"-dict={dictionary}"] if dictionary.exists() else []), str(found), str(corpus)]
    return Part(f"fuzz-{short}", command, by_fuzz(LEAST_FUZZ_INPUTS), SANITIZERS,
                lambda: found.mkdir(parents=True, exist_ok=True), target=name)


def threads(root: pathlib.Path, wanted: Wanted) -> Group:
    names = [name for name in WITH_THREADS if any(root.glob(f"tests/{name}/*_test.cc"))]
    # The thread sanitizer of g++ 12 refuses to start under the address randomization of newer kernels.
    prefix = ["setarch", os.uname().machine, "-R"]
    return Group([Part("build-tsan", ["tools/build", "tsan", *(f"test_{name}" for name in names)])],
                 [program(root, "tsan", name, wanted, prefix) for name in names])


def all_groups(root: pathlib.Path, wanted: Wanted) -> list[Group]:
    groups = [tidy(root), units(root, wanted), scripts(root), site(root, wanted)]
    return groups if wanted.quick else [*groups, threads(root, wanted)]


def building(first: list[Part], parts: list[Part]) -> list[Part]:
    """The first steps, where a build makes only what the parts need, if each says what that is."""
    targets = [part.target for part in parts]
    return [dataclasses.replace(part, command=[*part.command[:2], *targets])
            if part.command[:1] == ["tools/build"] and all(targets) else part for part in first]


def chosen(groups: list[Group], names: list[str]) -> list[Group]:
    """Only the parts whose name holds one of the names; the first steps of a group stay where its parts need them."""
    if not names:
        return groups

    def named(part: Part) -> bool:
        return any(name in part.name for name in names)

    kept = []
    for group in groups:
        parts = [part for part in group.parts if named(part)]
        first = building(group.first, parts) if parts else [part for part in group.first if named(part)]
        kept.append(Group(first, parts))
    return [group for group in kept if group.first or group.parts]
