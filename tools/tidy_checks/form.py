"""The outer form of files: heads, modes, white space, clang-format."""
import shutil
import subprocess
from collections.abc import Iterator

from tidy_checks.tree import Finding, Tree, foreign

SOURCES = (".cc", ".h")


def heads(tree: Tree) -> Iterator[Finding]:
    """Each source of ours begins by saying what it knows; where a header of its layer does, it begins with that."""
    for path, text in tree.having(*SOURCES, under=("src/", "tests/")):
        # A test begins with what it tests, whichever header that is.
        own = f'#include "{path.split("/")[1]}/' if path.startswith("src/") else '#include "'
        if not text.startswith("// ") and not (path.endswith(".cc") and text.startswith(own)):
            yield Finding(path, 1, "begins without saying what the file knows")
    for path, text in tree.having(".h", under=("src/", "tests/")):
        if "#pragma once" not in text:
            yield Finding(path, 1, "has no #pragma once")


def modes(tree: Tree) -> Iterator[Finding]:
    for path, text in tree.having(""):
        runs = text.startswith("#!")
        if runs and path not in tree.executable:
            yield Finding(path, 1, "begins with #! but is not executable")
        if not runs and path in tree.executable:
            yield Finding(path, 1, "is executable but does not begin with #!")


def white(tree: Tree) -> Iterator[Finding]:
    for path, text in tree.having(""):
        if foreign(path):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if line != line.rstrip() and not path.endswith(".tsv"):  # there, an empty last column is white
                yield Finding(path, number, "white space at the end of the line")
            if "\t" in line and path.endswith((".cc", ".h", ".py", ".mjs", ".css", ".html", ".md")):
                yield Finding(path, number, "a tab")
        if text and not text.endswith("\n"):
            yield Finding(path, text.count("\n") + 1, "no line break at the end of the file")


def format_of_code(tree: Tree) -> Iterator[Finding]:
    """clang-format would leave every source as it is."""
    paths = [path for path, _ in tree.having(*SOURCES, under=("src/", "tests/")) if not foreign(path)]
    if not shutil.which("clang-format"):
        yield Finding(".clang-format", 1, "clang-format is not installed")
        return
    for path in paths:
        told = subprocess.run(["clang-format", "--dry-run", "-Werror", path], cwd=tree.root, capture_output=True,
                              text=True, check=False)
        if told.returncode:
            line = told.stderr.split(":")[1] if told.stderr.startswith(path) else "1"
            yield Finding(path, int(line) if line.isdigit() else 1, "clang-format would change this")
