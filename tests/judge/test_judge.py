"""The judge counts what failed as failed: a part that dies, stays idle or says nothing never passes."""
import json
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/judge"))

import counting  # noqa: E402
import parts  # noqa: E402


def numbers(count: counting.Count) -> tuple[int, int]:
    return count.passed, count.failed


class Lines(unittest.TestCase):
    def test_are_counted_one_by_one(self):
        self.assertEqual(numbers(counting.by_lines(1, "ok a\nnot ok b\nok c\n  ok d\n")), (2, 1))

    def test_a_program_that_dies_after_good_lines_has_failed(self):
        self.assertEqual(numbers(counting.by_lines(3, "ok a\n")), (1, 1))

    def test_without_lines_unittest_speaks(self):
        self.assertEqual(numbers(counting.by_lines(1, "Ran 5 tests in 1s\n\nFAILED (failures=1, errors=1)\n")), (3, 2))
        self.assertEqual(numbers(counting.by_lines(0, "Ran 5 tests in 1s\n\nOK (skipped=2)\n")), (3, 2))

    def test_without_anything_the_exit_code_speaks(self):
        self.assertEqual(numbers(counting.by_lines(0, "")), (1, 0))
        self.assertEqual(numbers(counting.by_lines(1, "")), (0, 1))


class GoogleTest(unittest.TestCase):
    def count(self, tests: list[dict], code: int) -> tuple[int, int]:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as report:
            json.dump({"testsuites": [{"testsuite": tests}]}, report)
            report.flush()
            return numbers(counting.by_gtest(pathlib.Path(report.name))(code, ""))

    def test_failures_and_skipped_tests_have_failed(self):
        good, bad = {"status": "RUN", "result": "COMPLETED"}, {"status": "RUN", "result": "COMPLETED", "failures": [{}]}
        skipped = {"status": "RUN", "result": "SKIPPED"}
        self.assertEqual(self.count([good, bad, skipped], 1), (1, 2))
        self.assertEqual(self.count([good], 0), (1, 0))

    def test_a_sanitizer_that_speaks_at_the_end_has_failed(self):
        self.assertEqual(self.count([{"status": "RUN", "result": "COMPLETED"}], 23), (1, 1))

    def test_an_empty_program_has_failed(self):
        self.assertEqual(self.count([], 0), (0, 1))

    def test_a_program_that_died_has_failed(self):
        count = counting.by_gtest(pathlib.Path("/nowhere.json"))(-11, "[       OK ] A.b\n[ RUN      ] A.c\n")
        self.assertEqual(numbers(count), (1, 1))


class Fuzzing(unittest.TestCase):
    def test_an_idle_fuzzer_has_failed(self):
        told = "stat::number_of_executed_units: {}\n"
        self.assertEqual(numbers(counting.by_fuzz(500)(0, told.format(20_000))), (1, 0))
        self.assertEqual(numbers(counting.by_fuzz(500)(0, told.format(20))), (0, 1))
        self.assertEqual(numbers(counting.by_fuzz(500)(77, told.format(20_000))), (0, 1))
        self.assertEqual(numbers(counting.by_fuzz(500)(0, "")), (0, 1))


class Choice(unittest.TestCase):
    def setUp(self):
        self.groups = [parts.Group([parts.Part("build", [])], [parts.Part("unit-a", []), parts.Part("unit-b", [])]),
                       parts.Group([], [parts.Part("tidy", [])])]

    def names(self, *wanted: str) -> list[str]:
        return [part.name for group in parts.chosen(self.groups, list(wanted)) for part in group.first + group.parts]

    def test_keeps_what_a_part_needs(self):
        self.assertEqual(self.names("unit-b"), ["build", "unit-b"])

    def test_builds_only_what_a_part_needs(self):
        build = parts.Part("build", ["tools/build", "dev"])
        group = parts.Group([build], [parts.Part("unit-a", [], target="test_a"), parts.Part("unit-b", [], target="b")])
        self.assertEqual(parts.chosen([group], ["unit-a"])[0].first[0].command, ["tools/build", "dev", "test_a"])
        self.assertEqual(parts.chosen([group], [])[0].first[0].command, ["tools/build", "dev"])

    def test_without_names_is_everything(self):
        self.assertEqual(self.names(), ["build", "unit-a", "unit-b", "tidy"])

    def test_of_no_known_name_is_empty(self):
        self.assertEqual(self.names("nothing"), [])


if __name__ == "__main__":
    unittest.main()
