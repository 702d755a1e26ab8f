"""Refusals and faults have words: each code that the program can say stands in the catalogues, and none stands idle."""
import re
from collections.abc import Iterator

from tidy_checks.tree import Finding, Tree, line_of

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
CODE = r'"([a-z0-9]+(?:-[a-z0-9]+)*)"'
REFUSAL = re.compile(r"\b(?:Refusal(?:\s+\w+)?\s*[{(]|\w*refus\w*\(\s*(?:[\w.]+,\s*)?)\s*" + CODE)
PROBLEM = re.compile(r"\b(?:problem\(|Problem\{[^\"}]*|problems\w*\.push_back\(\{[^\"}]*)\s*" + CODE)
NOT_PROBLEMS = ("in-entry", "in-log", "entry-unreadable", "checkpoint-unreadable")  # words around a problem
FAULT = re.compile(r"\bFault\s*[({]\s*" + CODE)


def said(tree: Tree, pattern: re.Pattern) -> dict[str, tuple[str, int]]:
    """Code -> where it is said first."""
    found = {}
    for path, text in tree.having(".cc", ".h", under=("src/",)):
        for one in pattern.finditer(text):
            found.setdefault(one[1], (path, line_of(text, one.start())))
    return found


def worded(text: str, prefix: str) -> dict[str, int]:
    """Code -> line, of the messages `prefix.code` of one catalogue that have a translation or are the original."""
    pattern = re.compile(rf'^msgctxt "{prefix}\.([a-z0-9-]+)"', re.M)
    return {found[1]: line_of(text, found.start()) for found in pattern.finditer(text)}


def compare(tree: Tree, prefix: str, pattern: re.Pattern) -> Iterator[Finding]:
    codes = said(tree, pattern)
    words = {language: worded(tree.files.get(f"words/{language}.po", ""), prefix) for language in LANGUAGES}
    for code, (path, line) in codes.items():
        if missing := [language for language in LANGUAGES if code not in words[language]]:
            yield Finding(path, line, f"{prefix}.{code} has no words in {' '.join(missing)}")
    # A code may also travel through a table: then it stands in the source as a text of its own.
    source = "\n".join(text for _, text in tree.having(".cc", ".h", under=("src/",)))
    for code, line in words["en"].items():
        if code not in codes and code not in NOT_PROBLEMS and f'"{code}"' not in source:
            yield Finding("words/en.po", line, f"{prefix}.{code} is said nowhere in src")


def refusals(tree: Tree) -> Iterator[Finding]:
    return compare(tree, "refusal", REFUSAL)


def faults(tree: Tree) -> Iterator[Finding]:
    return compare(tree, "fault", FAULT)


def problems(tree: Tree) -> Iterator[Finding]:
    return compare(tree, "problem", PROBLEM)
