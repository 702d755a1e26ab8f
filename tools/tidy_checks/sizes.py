"""How long things are: functions, files, lines. Functions are found by braces, Python's by its own parser."""
import ast
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from tidy_checks.tree import Finding, Tree, line_of

FUNCTION, FILE, COLUMNS = 60, 500, 120

# Comments and texts hold braces that open nothing: they are blanked before the braces are counted.
SILENT = re.compile(r"""
      //[^\n]*
    | (?m:^[ ]*\#[^\n]*)
    | /\*.*?\*/
    | R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"
    | "(?:\\.|[^"\\\n])*"
    | (?<![0-9A-Za-z])'(?:\\.|[^'\\\n])+'
    | `(?:\\.|[^`\\])*`
    | (?<=[=(,:?&|!])\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/
    """, re.X | re.S)
NO_FUNCTION = re.compile(r"^\s*(?:(?:else|if|for|while|switch|catch|do|try|return|namespace|enum)\b|extern\s+\"|@)")
TYPE = re.compile(r"^\s*(?:template\s*<.*>\s*)?(?:struct|class|union)\b[^()]*$", re.S)


class Function(NamedTuple):
    path: str
    line: int
    name: str
    lines: int


def silenced(text: str) -> str:
    """The text with comments and quoted texts as blanks, line breaks kept."""
    return SILENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def is_block(above: str) -> bool:
    """Whether a brace after this head opens a block: not an initializer `x{`, not inside an open parenthesis."""
    return above[-1:] in ("", " ", "\n") and above.count("(") == above.count(")")


def is_function(above: str) -> bool:
    return ")" in above and not NO_FUNCTION.match(above) and not TYPE.match(above)


def braced(path: str, text: str) -> Iterator[Function]:
    """Functions of C++ and JavaScript: outermost blocks whose head has parentheses; lambdas belong to theirs."""
    plain, head, open_braces, inside = silenced(text), 0, [], None
    for found in re.finditer(r"[{};]", plain):
        position, above = found.start(), plain[head:found.start()]
        if found[0] == "{":
            block = is_block(above)
            if block and inside is None and is_function(above):
                name = re.search(r"([\w:~]+)\s*\(", above)
                inside = (len(open_braces), head + len(above) - len(above.lstrip()), name[1] if name else "(unnamed)")
            open_braces.append(block)
        elif found[0] == "}" and open_braces:
            block = open_braces.pop()
            if inside and inside[0] == len(open_braces):
                first, last = line_of(text, inside[1]), line_of(text, position)
                yield Function(path, first, inside[2], last - first + 1)
                inside = None
        if found[0] == ";" and "(" in above and above.count("(") != above.count(")"):
            continue  # the semicolons of a for
        if found[0] == ";" or block:
            head = position + 1


def indented(path: str, text: str) -> Iterator[Function]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield Function(path, node.lineno, node.name, node.end_lineno - node.lineno + 1)


def of_shell(path: str, text: str) -> Iterator[Function]:
    for found in re.finditer(r"^(\w+)\(\) \{.*?(?:\}$|^\}$)", text, re.M | re.S):
        yield Function(path, line_of(text, found.start()), found[1], found[0].count("\n") + 1)


def functions_of(path: str, text: str) -> Iterator[Function]:
    if path.endswith((".cc", ".h", ".mjs", ".js")):
        return braced(path, text)
    if path.endswith(".py") or re.match(r"#!.*python", text):
        return indented(path, text)
    return of_shell(path, text) if re.match(r"#!.*sh\b", text) else iter(())


def functions(tree: Tree) -> Iterator[Finding]:
    for path, text in tree.code():
        for one in functions_of(path, text):
            if one.lines > FUNCTION:
                yield Finding(path, one.line, f"{one.name} has {one.lines} lines, the ceiling is {FUNCTION}")


def files(tree: Tree) -> Iterator[Finding]:
    for path, text in tree.code():
        lines = text.count("\n")
        if lines > FILE:
            yield Finding(path, lines, f"{lines} lines, the ceiling is {FILE}")


def width(line: str) -> int:
    """Columns on a terminal: marks that combine take none, Chinese characters two."""
    return len(line) if line.isascii() else sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def columns(tree: Tree) -> Iterator[Finding]:
    for path, text in tree.code():
        for number, line in enumerate(text.splitlines(), 1):
            if width(line) > COLUMNS:
                yield Finding(path, number, f"{width(line)} columns, the ceiling is {COLUMNS}")
