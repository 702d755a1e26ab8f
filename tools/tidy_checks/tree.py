"""The files of the repository as values: what every check reads, and what its tests make up."""
import pathlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Finding(NamedTuple):
    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@dataclass
class Tree:
    """Text by path; `executable` are the paths with the mode bit; `root` is where the files lie, if they do."""
    files: dict[str, str]
    executable: set[str] = field(default_factory=set)
    root: pathlib.Path | None = None

    def having(self, *endings: str, under: tuple[str, ...] = ("",)) -> Iterator[tuple[str, str]]:
        for path, text in sorted(self.files.items()):
            if path.endswith(endings) and path.startswith(under):
                yield path, text

    def code(self) -> Iterator[tuple[str, str]]:
        """What people write and read as code: our sources, tests, scripts and style sheets."""
        for path, text in sorted(self.files.items()):
            if is_code(path, text):
                yield path, text


# Written by programs or taken as they are: the ceilings and the white space of these are not ours.
FOREIGN = ("LICENSE", "package-lock.json", "/corpus/", "/golden/", "/goldens/", "tests/browser/node_modules/")


def foreign(path: str) -> bool:
    return any(part in path for part in FOREIGN)


def is_code(path: str, text: str) -> bool:
    if foreign(path):
        return False
    return path.endswith((".cc", ".h", ".py", ".mjs", ".js", ".css", ".sh", ".cmake", "CMakeLists.txt")) or \
        text.startswith("#!")


def read(root: pathlib.Path) -> Tree:
    """Every text that git keeps or would keep (new files too), but not what is ignored."""
    listed = subprocess.run(["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others",
                             "--exclude-standard"], cwd=root, check=True, capture_output=True).stdout
    files, executable = {}, set()
    for name in sorted({name.decode() for name in listed.split(b"\0") if name}):
        path = root / name
        if not path.is_file():
            continue
        content = path.read_bytes()
        if b"\0" in content:
            continue
        try:
            files[name] = content.decode()
        except UnicodeDecodeError:
            continue  # samples of broken text belong to the tests that read them
        if path.stat().st_mode & 0o100:
            executable.add(name)
    return Tree(files, executable, root)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
