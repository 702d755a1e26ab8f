"""Words that have no place here: type names that say nothing, traces of unfinished work, places of one machine."""
import re
from collections.abc import Iterator

from tidy_checks.tree import Finding, Tree, foreign, line_of

# The samples and the patterns themselves must hold what they forbid.
SELF = ("tools/tidy_checks/", "tests/tidy/")
EMPTY = re.compile(r"\b(?:struct|class|enum(?: class)?|union|using)\s+"
                   r"(\w*(?:Manager|Handler|Service|Helper|Util|Processor|Info|Impl)s?(?![a-z])\w*|\w+Data\b|Data\b)")
EMPTY_FILE = re.compile(r"(?:^|[/_])(?:manager|handler|service|helper|util|processor|impl|misc|common)s?[._]")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X]|HA[C]K|st[u]b|not imp[l]emented|lor[e]m ipsum)\b")
TASK = re.compile(r"\b(?:as (?:requested|instructed)|the (?:assignment|brief)|this (?:exercise|assignment)"
                  r"|workplace|for the reviewer|language model|chat ?bot)\b", re.I)
MACHINE = re.compile(r"(?<![\w.}/<-])/(?:work|root|Users|workspace|builds)/\w|(?<![\w.}/<-])/home/\w")


def searched(tree: Tree, endings: tuple[str, ...] = ("",)) -> Iterator[tuple[str, str]]:
    for path, text in tree.having(*endings):
        if not foreign(path) and not path.startswith(SELF):
            yield path, text


def names(tree: Tree) -> Iterator[Finding]:
    """Types and files are named after the field, not after what programs do in general."""
    for path, text in searched(tree, (".cc", ".h")):
        for found in EMPTY.finditer(text):
            yield Finding(path, line_of(text, found.start()), f"{found[1]} is a name that says nothing of the field")
        if path.startswith("src/") and EMPTY_FILE.search(path):
            yield Finding(path, 1, "a file is named after the field")


def leftovers(tree: Tree) -> Iterator[Finding]:
    for path, text in searched(tree):
        if path.startswith("data/"):
            continue  # there, three X are a code of a list
        for pattern in (UNFINISHED, TASK):
            for found in pattern.finditer(text):
                yield Finding(path, line_of(text, found.start()), f"\"{found[0]}\": say what is, or leave it out")


def places(tree: Tree) -> Iterator[Finding]:
    """No path of one machine: neither the usual homes nor the folder in which this very clone lies."""
    patterns = [MACHINE]
    if tree.root and len(tree.root.parents) > 1 and str(tree.root.parent) not in ("/tmp", "/srv", "/opt", "/usr/src"):
        patterns.append(re.compile(r"(?<![\w.}/<-])" + re.escape(f"{tree.root.parent}/")))
    for path, text in searched(tree):
        found = {one.start(): one[0] for pattern in patterns for one in pattern.finditer(text)}
        for start, place in found.items():
            yield Finding(path, line_of(text, start), f"{place}… is a place on one machine")
