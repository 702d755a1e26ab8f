"""Every rule says where it comes from: a paragraph of a document, or that it is a rule of this house, and why."""
import re
from collections.abc import Iterator

from tidy_checks.tree import Finding, Tree, line_of

# Where rules are decided: src/rules/*.cc, functions that grant or refuse. The head may run over several lines.
RULE = re.compile(r"^[A-Za-z][\w:<>,&* ]*?\b(decide|decide_\w+|may|may_\w+|can_\w+|allowed|allowed_\w+)\([^;{]*?\)"
                  r"[\w ]*\{", re.M)
SOURCE = re.compile(r"House rule:"
                    r"|\bS\d+ (?:[a-z]\d*|PP?\d+|OP\d+|\d+)|\b[xb]\d+\b"
                    r"|\bA/[\w./()-]*\d|\brules? \d+\b|\barticle \d+|\bannex\b", re.I)


def above(text: str, position: int) -> str:
    """The comment that stands directly over a position."""
    lines = text[:position].splitlines()
    while lines and lines[-1].startswith("template"):
        lines.pop()
    comment = []
    while lines and lines[-1].startswith("//"):
        comment.append(lines.pop())
    return "\n".join(reversed(comment))


def gathers(head: str, rest: str) -> bool:
    """Whether a function only asks other rules: it gives a verdict, and no refusal of its own."""
    return bool(re.match(r"Verdict|Result", head)) and not re.search(r"refus", rest.split("\n}", 1)[0], re.I)


def citations(tree: Tree) -> Iterator[Finding]:
    for path, text in tree.having(".cc", under=("src/rules/",)):
        for found in RULE.finditer(text):
            if gathers(found[0], text[found.end():]) or SOURCE.search(above(text, found.start())):
                continue
            yield Finding(path, line_of(text, found.start()),
                          f"{found[1]} cites no source paragraph and is no `House rule:` with its reason")
