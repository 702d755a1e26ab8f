#!/usr/bin/env python3
"""The manual pages tell the commands and options that the programs have, and no others.

check_manual.py FOLDER-OF-PROGRAMS
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def help_of(program: str, *command: str) -> str:
    return subprocess.run([program, *command, "--help"], capture_output=True, text=True, check=True).stdout


def options(text: str) -> set[str]:
    """The long options that stand at the beginning of a line of a help text."""
    return set(re.findall(r"^ +(?:-\w,)?--([\w-]+)", text, re.M))


def commands(text: str) -> set[str]:
    return set(re.findall(r"^ {2}([a-z-]+) ", text.split("Subcommands:")[1], re.M))


def synopsis(page: str) -> dict[str, set[str]]:
    """Command -> its options, as the synopsis of the manual page has them."""
    parts = page.split(".Sh SYNOPSIS")[1].split(".Sh")[0].split(".Nm")
    return {found[1]: set(re.findall(r"Fl -([\w-]+)", part)) for part in parts
            if (found := re.search(r"^\.Cm ([\w-]+)", part, re.M))}


def plain(roff: str) -> str:
    """The words of a paragraph without its macros."""
    lines = (re.sub(r"^\.(?:Xr|Pa|Li|Ql|Pq) ", "", line) for line in roff.splitlines() if line != ".Pp")
    return re.sub(r"\s+", " ", " ".join(lines)).strip()


def told_settings(page: str) -> dict[str, tuple[str, str]]:
    """Setting -> its value and its text, as the manual page has them."""
    entries = re.findall(r"^\.It Ic (\S+) = ?(.*)\n((?:(?!\.It|\.El).*\n)+)", page, re.M)
    return {name: (value, plain(text)) for name, value, text in entries}


def printed_settings(text: str) -> dict[str, tuple[str, str]]:
    """The same, as the program prints them."""
    found = {}
    for block in text.split("\n\n")[1:]:
        *lines, last = block.strip().split("\n")
        name, _, value = last.removeprefix("#").partition(" =")
        found[name] = (value.strip(), " ".join(line.removeprefix("# ") for line in lines))
    return found


def say(holds: bool, sentence: str) -> bool:
    print(f"{'ok' if holds else 'not ok'} {sentence}")
    return holds


def check_verifier(program: str) -> bool:
    page = (ROOT / "docs/man/comity-verify.1").read_text()
    told = set(re.findall(r"Fl -([\w-]+)", page.split(".Sh SYNOPSIS")[1].split(".Sh")[0]))
    has = options(help_of(program))
    good = say(has == told, f"the options of comity-verify: {sorted(has ^ told) or sorted(has)}")
    for option in sorted(has):
        good &= say(f".It Fl -{option}" in page, f"comity-verify: --{option} is explained")
    return good


def main() -> int:
    program, page = f"{sys.argv[1]}/comity", (ROOT / "docs/man/comity.1").read_text()
    whole, told = help_of(program), synopsis(page)
    good = say(commands(whole) == set(told), f"the commands: {sorted(commands(whole) ^ set(told)) or sorted(told)}")
    for command in sorted(commands(whole)):
        has = options(help_of(program, command)) - {"help"}
        good &= say(has == told.get(command), f"the options of {command}: {sorted(has)}")
        good &= say(f".It Cm {command}\n" in page, f"{command} is explained")
    for option in sorted(options(whole)):
        good &= say(f".It Fl -{option}" in page, f"--{option} is explained")
    good &= check_verifier(f"{sys.argv[1]}/comity-verify")
    configuration = told_settings((ROOT / "docs/man/comity.conf.5").read_text())
    printed = printed_settings(subprocess.run([program, "settings"], capture_output=True, text=True).stdout)
    good &= say(list(printed) == list(configuration) and len(printed) > 15, f"the settings: {list(printed)}")
    for name, (value, text) in printed.items():
        good &= say(configuration.get(name) == (value, text), f"{name} = {value}: {text} {configuration.get(name)}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
