"""Each check of tools/tidy finds what it must and nothing else."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from samples import SAMPLES  # noqa: E402
from tidy_checks import CHECKS  # noqa: E402
from tidy_checks import sizes, tree  # noqa: E402

ON_DISK = {"format"}  # needs files for clang-format, tested below


def tree_of(files: dict[str, str]) -> tree.Tree:
    return tree.Tree({path.rstrip("*"): text for path, text in files.items()},
                     {path.rstrip("*") for path in files if path.endswith("*")})


class EachCheck(unittest.TestCase):
    def test_has_a_bad_and_a_good_sample(self):
        self.assertEqual(set(CHECKS), set(SAMPLES) | ON_DISK)
        for name, samples in SAMPLES.items():
            self.assertTrue(any(count for _, count in samples), f"{name} has no bad sample")
            self.assertTrue(any(not count for _, count in samples), f"{name} has no good sample")

    def test_finds_what_it_must(self):
        for name, samples in SAMPLES.items():
            for index, (files, count) in enumerate(samples):
                with self.subTest(check=name, sample=index):
                    findings = list(CHECKS[name](tree_of(files)))
                    self.assertEqual(len(findings), count, "\n".join(map(str, findings)))


class OnDisk(unittest.TestCase):
    def test_format_finds_a_source_that_clang_format_would_change(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "src").mkdir()
            (root / ".clang-format").write_text((ROOT / ".clang-format").read_text())
            (root / "src/bad.cc").write_text("// A.\nint  a ;\n")
            (root / "src/good.cc").write_text("// A.\nint a;\n")
            subprocess.run(["git", "init", "-q"], cwd=root, check=True)
            findings = list(CHECKS["format"](tree.read(root)))
        self.assertEqual([finding.path for finding in findings], ["src/bad.cc"])

    def test_the_folder_of_the_clone_is_a_place_of_one_machine(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder) / "clone"
            root.mkdir()
            (root / "a.md").write_text(f"See {folder}/other.\n")
            subprocess.run(["git", "init", "-q"], cwd=root, check=True)
            findings = list(CHECKS["places"](tree.read(root)))
        self.assertEqual(len(findings), 1)


class Functions(unittest.TestCase):
    def lengths(self, text: str) -> list[tuple[str, int]]:
        return [(one.name, one.lines) for one in sizes.functions_of("a.cc", text)]

    def test_are_measured_from_head_to_closing_brace(self):
        self.assertEqual(self.lengths("int a;\nint f(int b,\n      int c) {\n  return b;\n}\n"), [("f", 4)])

    def test_hold_their_lambdas_and_blocks(self):
        text = 'void f() {\n  if (a) {\n    g([](int b) { return "}"; });\n  }\n  // }\n}\nvoid h() {}\n'
        self.assertEqual(self.lengths(text), [("f", 6), ("h", 1)])

    def test_are_found_inside_types_and_namespaces(self):
        text = "namespace a {\nstruct B {\n  B() : c{1} {\n  }\n  int c{2};\n  int d() const { return c; }\n};\n}\n"
        self.assertEqual(self.lengths(text), [("B", 2), ("d", 1)])

    def test_of_a_macro_are_functions_too(self):
        self.assertEqual(self.lengths('#include "a/b.h"\n\nTEST(A, b) {\n  c();\n}\n'), [("TEST", 3)])


if __name__ == "__main__":
    unittest.main()
