"""The doors: how ./run, ./test and tools/packages answer before anything is built."""
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def ask(*words: str, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess:
    return subprocess.run(words, cwd="/", capture_output=True, text=True, env=os.environ | {"PATH": path},
                          stdin=subprocess.DEVNULL)


class Run(unittest.TestCase):
    def test_tells_its_options(self):
        told = ask(f"{ROOT}/run", "--help")
        self.assertEqual(told.returncode, 0)
        for option in ("--once", "--host", "--port", "--data", "--import"):
            self.assertIn(option, told.stdout)

    def test_refuses_what_it_does_not_know(self):
        for words in (["--twice"], ["here"], ["--port"], ["--once", "--data"]):
            told = ask(f"{ROOT}/run", *words)
            self.assertEqual(told.returncode, 2, words)
            self.assertIn("run: ", told.stderr)
            self.assertIn("--import DIR", told.stderr)


class Test(unittest.TestCase):
    def test_names_its_parts(self):
        told = ask("/usr/bin/python3", f"{ROOT}/tools/judge", "--list")
        self.assertEqual(told.returncode, 0)
        self.assertLessEqual({"tidy", "build-dev", "build-release", "once", "browser", "fuzz-json", "build-tsan"},
                             set(told.stdout.split()))

    def test_refuses_a_name_that_no_part_has(self):
        self.assertEqual(ask("/usr/bin/python3", f"{ROOT}/tools/judge", "no-such-part").returncode, 2)

    def test_quick_leaves_out_what_takes_long(self):
        told = ask("/usr/bin/python3", f"{ROOT}/tools/judge", "--quick", "--list").stdout.split()
        self.assertIn("once", told)
        self.assertFalse({"browser", "fuzz-json", "build-tsan"} & set(told))


class Packages(unittest.TestCase):
    """With a machine made up of small scripts: what dpkg knows lies in the file `installed`."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.tool("dpkg-query", f'grep -qx "${{!#}}" {self.folder}/installed && echo ii')
        self.tool("apt-get", f'echo "$@" >>{self.folder}/asked; printf "%s\\n" "$@" >>{self.folder}/installed')
        self.tool("sudo", 'exec "$@"')
        (self.folder / "installed").write_text("old\n")
        (self.folder / "list").write_text("# what is needed\nold\nnew\nsort-like sort\n")

    def tool(self, name: str, text: str) -> None:
        (self.folder / name).write_text(f"#!/bin/bash\n{text}\n")
        (self.folder / name).chmod(0o755)

    def packages(self) -> subprocess.CompletedProcess:
        return ask(f"{ROOT}/tools/packages", f"{self.folder}/list", path=f"{self.folder}:{os.environ['PATH']}")

    def asked(self) -> str:
        path = self.folder / "asked"
        return path.read_text() if path.exists() else ""

    def test_says_and_installs_only_what_is_missing(self):
        told = self.packages()
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertEqual(told.stdout, "packages: missing, installing now: new\n")
        self.assertRegex(self.asked(), r"(?s)update.*install -y --no-install-recommends new\n$")

    def test_asks_for_nothing_when_all_is_there(self):
        (self.folder / "installed").write_text("old\nnew\n")
        told = self.packages()
        self.assertEqual((told.returncode, told.stdout, self.asked()), (0, "", ""))

    def test_says_what_could_not_be_installed(self):
        self.tool("apt-get", "echo no such package >&2; exit 100")
        told = self.packages()
        self.assertNotEqual(told.returncode, 0)
        self.assertIn("no such package", told.stderr)


if __name__ == "__main__":
    unittest.main()
