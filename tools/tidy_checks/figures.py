"""The figures of the house: how long functions and files are, and how much of it all is tests."""
import statistics

from tidy_checks.looks import raw
from tidy_checks.sizes import functions_of
from tidy_checks.tree import Tree


def told(name: str, lengths: list[tuple[int, str]]) -> str:
    if not lengths:
        return f"{name}: none"
    numbers, largest = sorted(n for n, _ in lengths), max(lengths)
    ninth = numbers[min(len(numbers) - 1, len(numbers) * 9 // 10)]
    return (f"{name}: {len(numbers)}, median {statistics.median(numbers):g} lines, 90 % up to {ninth}, "
            f"largest {largest[0]} ({largest[1]})")


def figures(tree: Tree) -> list[str]:
    ours = list(tree.having(".cc", ".h", under=("src/",)))
    tests = [pair for pair in tree.code() if pair[0].startswith("tests/")]
    source, test = sum(t.count("\n") for _, t in ours), sum(t.count("\n") for _, t in tests)
    functions = [(one.lines, f"{one.name}, {path}:{one.line}") for path, text in ours
                 for one in functions_of(path, text)]
    lines = [
        told("functions in src", functions),
        told("files in src", [(text.count("\n"), path) for path, text in ours]),
        told("files in tests", [(text.count("\n"), path) for path, text in tests]),
        told("style sheets", [(text.count("\n"), path) for path, text in tree.having(".css", under=("looks/",))]),
        told("pages", [(text.count("\n"), path) for path, text in tree.having(".html", under=("pages/",))]),
        f"lines: {source} in src, {test} in tests, {test / source if source else 0:.2f} test lines per source line",
    ]
    return lines + [f"markup put in as it is: {field}, {path}:{line}" for path, line, field in raw(tree)]
