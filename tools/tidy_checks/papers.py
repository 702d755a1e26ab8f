"""What the documents say of the tree is true: mentioned papers and paths exist, every dependency has its line."""
import re
from collections.abc import Iterator

from tidy_checks.tree import Finding, Tree, foreign, line_of

SELF = ("tools/tidy_checks/", "tests/tidy/")
PAPER = re.compile(r"(?<![\w/.-])((?:[\w-]+/)*[\w.-]+\.md)\b")
PATH = re.compile(r"`((?:src|tests|tools|docs|data|pages|looks|words|cmake)/[\w./-]*\w)/?`")
DEPENDENCIES = "docs/dependencies.md"
LISTS = ("tools/packages.run", "tools/packages.test", "tools/packages.bench")
NPM = "tests/browser/package.json"


def mentions(tree: Tree) -> Iterator[Finding]:
    """A paper (`name.md`) that any file names is in the tree, and so is a path that a paper names in backticks."""
    papers = {path.rsplit("/", 1)[-1] for path in tree.files if path.endswith(".md")}
    folders = {"/".join(path.split("/")[:n]) for path in tree.files for n in range(1, path.count("/") + 2)}
    for path, text in tree.having(""):
        if foreign(path) or path.startswith(SELF):
            continue
        for found in PAPER.finditer(text):
            if found[1] not in tree.files and ("/" in found[1] or found[1] not in papers):
                yield Finding(path, line_of(text, found.start()), f"{found[1]} is not in the tree")
        for found in PATH.finditer(text) if path.endswith(".md") else ():
            stem = found[1]
            if stem not in folders and not any(name.startswith(f"{stem}.") for name in folders):
                yield Finding(path, line_of(text, found.start()), f"{stem} is not in the tree")


def packages(tree: Tree) -> Iterator[Finding]:
    """Every package that ./run and ./test install has its line, with reason and licence."""
    told = set(re.findall(r"`([\w.+@/-]+)`", tree.files.get(DEPENDENCIES, "")))
    for path in LISTS:
        for number, line in enumerate(tree.files.get(path, "").splitlines(), 1):
            name = line.split("#")[0].split()[:1]
            if name and name[0] not in told:
                yield Finding(path, number, f"{name[0]} has no line in {DEPENDENCIES}")
    for found in re.finditer(r'^ {4}"([\w@/-]+)": "[\d^~]', tree.files.get(NPM, ""), re.M):
        if found[1] not in told:
            yield Finding(NPM, line_of(tree.files[NPM], found.start()), f"{found[1]} has no line in {DEPENDENCIES}")
