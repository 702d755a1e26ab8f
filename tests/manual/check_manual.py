#!/usr/bin/env python3
"""The manual page tells the commands and options that the program has, and no others: check_manual.py PROGRAM."""
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


def say(holds: bool, sentence: str) -> bool:
    print(f"{'ok' if holds else 'not ok'} {sentence}")
    return holds


def main() -> int:
    program, page = sys.argv[1], (ROOT / "docs/man/comity.1").read_text()
    whole, told = help_of(program), synopsis(page)
    good = say(commands(whole) == set(told), f"the commands: {sorted(commands(whole) ^ set(told)) or sorted(told)}")
    for command in sorted(commands(whole)):
        has = options(help_of(program, command)) - {"help"}
        good &= say(has == told.get(command), f"the options of {command}: {sorted(has)}")
        good &= say(f".It Cm {command}\n" in page, f"{command} is explained")
    for option in sorted(options(whole)):
        good &= say(f".It Fl -{option}" in page, f"--{option} is explained")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
