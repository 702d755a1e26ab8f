"""Pages are escaped by construction, and looks read in both directions."""
import re
from collections.abc import Iterator

from tidy_checks.tree import Finding, Tree, line_of

RAW = re.compile(r"\{\{&\s*([\w.]+)\s*\}\}")
PHYSICAL = re.compile(
    r"(?:^|[;{\s])("
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-\w+)?"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom)\s*:"
    r"|(?:float|clear|text-align|caption-side)\s*:\s*(?:left|right)\b")


def templates(tree: Tree) -> Iterator[Finding]:
    """No triple braces; no style or script in the page: both live in files of their own."""
    for path, text in tree.having(".html", ".mustache", under=("pages/",)):
        for found in re.finditer(r"\{\{\{| style=|<style\b|\son\w+=|javascript:", text):
            yield Finding(path, line_of(text, found.start()), f"{found[0].strip()} has no place in a page")


def raw(tree: Tree) -> list[tuple[str, int, str]]:
    """The places that put markup in as it is: each field must be of the type Html (listed for the reader's eye)."""
    return [(path, line_of(text, found.start()), found[1])
            for path, text in tree.having(".html", ".mustache", under=("pages/",)) for found in RAW.finditer(text)]


def logical(tree: Tree) -> Iterator[Finding]:
    """Style sheets know start and end, not left and right: Arabic is mirrored without a rule of its own."""
    for path, text in tree.having(".css", under=("looks/",)):
        plain = re.sub(r"/\*.*?\*/", lambda found: re.sub(r"[^\n]", " ", found[0]), text, flags=re.S)
        for found in PHYSICAL.finditer(plain):
            name = found[0].strip(" ;{\n:\t")
            yield Finding(path, line_of(plain, found.end()), f"{name} is physical; use its logical sister")
