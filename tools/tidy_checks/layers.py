"""Who may include whom. The law is the two tables of ARCHITECTURE.md; nothing of it is repeated here."""
import re
from collections.abc import Iterator

from tidy_checks.tree import Finding, Tree, line_of

LAW = "ARCHITECTURE.md"
# What would make acts, rules and views depend on more than their arguments (an invariant of ARCHITECTURE.md).
IMPURE = re.compile(
    r"#include <(?:fstream|iostream|filesystem|random|thread|mutex|shared_mutex|future|locale|ctime|time\.h|unistd\.h)>"
    r"|\b(?:system_clock|steady_clock|high_resolution_clock|random_device|getenv|setlocale|std::rand)\b")
PURE = ("src/texts/", "src/acts/", "src/rules/", "src/views/")


def table(tree: Tree, head: str) -> list[list[str]]:
    """The rows of the table whose first column is called `head`; every cell as text without backticks."""
    rows, inside = [], False
    for line in tree.files.get(LAW, "").splitlines():
        cells = [cell.strip().replace("`", "") for cell in line.strip().strip("|").split("|")]
        if inside and not line.startswith("|"):
            break
        if inside and not set(line) <= set("|-: "):
            rows.append(cells)
        if cells[0].lower() == head:
            inside = True
    return rows


def words_of(cell: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", cell) if re.search(r"\w", word)]


def allowed(tree: Tree) -> dict[str, set[str]]:
    """Layer -> the layers that it may include, itself among them; `everything` stands for all."""
    rows = {row[0]: words_of(row[1]) for row in table(tree, "layer")}
    return {name: set(rows) if "everything" in may else {*may, name} for name, may in rows.items()}


def includes(tree: Tree) -> Iterator[Finding]:
    """Each `#include "layer/…"` in src is one that the table of layers allows."""
    law = allowed(tree)
    if not law:
        yield Finding(LAW, 1, "no table of layers, whose first column is called `layer`")
    for path, text in tree.having(".cc", ".h", under=("src/",)):
        parts = path.split("/")
        if len(parts) < 3:
            continue  # comity.cc builds everything by hand
        if parts[1] not in law:
            yield Finding(path, 1, f"the layer {parts[1]} is not in the table of {LAW}")
            continue
        for found in re.finditer(r'^#include "([^"/]+)(/?)', text, re.M):
            if not found[2]:
                yield Finding(path, line_of(text, found.start()), "an include names its layer: \"layer/file.h\"")
            elif found[1] not in law[parts[1]]:
                yield Finding(path, line_of(text, found.start()), f"{parts[1]} may not include {found[1]}")


def libraries(tree: Tree) -> Iterator[Finding]:
    """Each library stays in the files that the table of libraries gives it."""
    rows = [(row[0], words_of(row[1]), words_of(row[2])) for row in table(tree, "library")]
    if not rows:
        yield Finding(LAW, 1, "no table of libraries, whose first column is called `library`")
    for path, text in tree.having(".cc", ".h", under=("src/",)):
        for found in re.finditer(r"^#include <([^>]+)>", text, re.M):
            for name, headers, places in rows:
                if found[1].startswith(tuple(headers)) and not path.startswith(tuple(f"src/{p}" for p in places)):
                    yield Finding(path, line_of(text, found.start()), f"{name} belongs in {' '.join(places)} only")


def links(tree: Tree) -> Iterator[Finding]:
    """CMake links no layer to one that the table forbids, so that the linker agrees with it."""
    law, text = allowed(tree), tree.files.get("CMakeLists.txt", "")
    for found in re.finditer(r"^comity_layer\((\w+)([^)]*)\)", text, re.M):
        for other in re.findall(r"comity_(\w+)", found[2]):
            if other in law and other not in law.get(found[1], set()):
                yield Finding("CMakeLists.txt", line_of(text, found.start()), f"{found[1]} may not link {other}")


def pure(tree: Tree) -> Iterator[Finding]:
    """Nothing in texts, acts, rules and views reads clock, file, environment, random number or locale."""
    for path, text in tree.having(".cc", ".h", under=PURE):
        for found in IMPURE.finditer(text):
            yield Finding(path, line_of(text, found.start()), f"{found[0]}: only its arguments may decide")


def definitions(tree: Tree) -> Iterator[Finding]:
    """Two headers define no type of one name: all share a namespace, and the linker takes one for the other unseen."""
    first: dict[str, str] = {}
    for path, text in tree.having(".h", under=("src/",)):
        for found in re.finditer(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: :[^;{]*)? \{", text, re.M):
            if first.setdefault(found[1], path) != path:
                yield Finding(path, line_of(text, found.start()), f"{found[1]} is also in {first[found[1]]}")
