#!/usr/bin/env python3
"""Checks data/states: codes against Debian's iso-codes, names in six languages, dates, groups.
Knows the form of the two tables; does not know whether a name is the one the UN uses.
Usage: check_states.py [FOLDER]; prints one line per mistake and ends with 1 if there is any."""
import csv
import datetime
import io
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

ISO = Path("/usr/share/iso-codes/json/iso_3166-1.json")
LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"]
STATES = "id,iso2,iso3,m49,status,since,until,group,source,certainty".split(",")
NAMES = ["state", "from", *("names." + language for language in LANGUAGES), "source", "certainty"]
REGIONS = {"african", "asia-pacific", "eastern-european", "latin-american-caribbean", "western-european-other"}
GROUPS = {"member": REGIONS, "observer-state": {"none"}, "observer-organization": {"none"}}
CERTAINTY = {"asserted", "confirmed", "reported", "unverified"}
LATIN = r"[A-Za-zÀ-ÖØ-öø-ÿ’ ()\-]"
SCRIPT = {"ar": r"[\u0621-\u063A\u0641-\u064A ()\-]", "zh": r"[\u4E00-\u9FFF（）]", "ru": r"[А-Яа-я’ ()—\-]",
          "en": LATIN, "fr": LATIN, "es": LATIN}
problems = []


def fail(path, line, text):
    problems.append(f"{path}:{line}: {text}")


def rows(path, header):
    """The rows of a table as (line, {column: value}); every mistake of form is reported with its line."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return fail(path, 1, f"cannot be read: {error}") or []
    if "\r" in text or not text.endswith("\n"):
        fail(path, text[:text.find("\r")].count("\n") + 1, "lines end with LF, the last one too")
    found = []
    for number, raw in enumerate(text.rstrip("\n").split("\n"), 1):
        cells = next(csv.reader([raw]), [])
        again = io.StringIO()
        csv.writer(again, lineterminator="").writerow(cells)
        if again.getvalue() != raw:
            fail(path, number, "quotes only where a comma or a quote needs them (RFC 4180), no empty line")
        if any(cell != cell.strip() or "  " in cell for cell in cells):
            fail(path, number, "a space too many")
        if unicodedata.normalize("NFC", raw) != raw:
            fail(path, number, "text is not in NFC")
        if number == 1 and cells != header:
            fail(path, 1, f"the header must be {','.join(header)}")
        elif len(cells) != len(header):
            fail(path, number, f"{len(cells)} fields instead of {len(header)}")
        elif number > 1:
            found.append((number, dict(zip((name.removeprefix("names.") for name in header), cells))))
    return found


def check_facts(path, line, row, *columns):
    """Each date is YYYY[-MM[-DD]], a day that exists, or empty; source and certainty are there."""
    for column in columns:
        parts = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", row[column], re.ASCII)
        try:
            if row[column]:
                datetime.date(*(int(part or 1) for part in parts.groups()))
        except (AttributeError, ValueError):
            fail(path, line, f"{column} \"{row[column]}\" is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    if not row["source"] or row["certainty"] not in CERTAINTY:
        fail(path, line, f"a source, and as certainty one of {', '.join(sorted(CERTAINTY))}")


def check_state(path, line, row, iso):
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]):
        fail(path, line, f"id \"{row['id']}\" is not a slug")
    codes = (row["iso2"], row["iso3"], row["m49"])
    due = ("", "", "") if row["status"] == "observer-organization" else iso.get(row["id"].upper())
    if codes != due:
        fail(path, line, f"codes of {row['id']} are {codes} and must be {due}")
    if row["group"] not in GROUPS.get(row["status"], ()):
        fail(path, line, f"status \"{row['status']}\" with group \"{row['group']}\" does not exist")
    if row["status"] == "member" and len(row["since"]) != 10:
        fail(path, line, f"{row['id']} needs the day of its admission")
    if row["until"] and row["until"] <= row["since"]:
        fail(path, line, "until is not later than since")
    check_facts(path, line, row, "since", "until")


def check_name(path, line, row):
    for language in LANGUAGES:
        odd = "".join(c for c in row[language] if not re.fullmatch(SCRIPT[language], c))
        if odd or not row[language]:
            fail(path, line, f"the {language} name of {row['state']}, \"{row[language]}\", " +
                 (f"has a foreign \"{odd}\"" if odd else "is missing"))
    check_facts(path, line, row, "from")


def check_periods(path, names, known):
    """Names of one State stand together, in order of time; no two States share a name at the same time."""
    held = defaultdict(list)
    seen = set()
    for at, (line, row) in enumerate(names):
        before = names[at - 1][1] if at else {"state": ""}
        first = before["state"] != row["state"]
        if row["state"] not in known:
            fail(path, line, f"\"{row['state']}\" is not in states.csv")
        if first and (row["from"] or row["state"] in seen):
            fail(path, line, f"the rows of {row['state']} stand together, the first without a date")
        if not first and row["from"] <= before["from"]:
            fail(path, line, f"from \"{row['from']}\" is not later than in the row before")
        seen.add(row["state"])
        after = names[at + 1][1] if at + 1 < len(names) else {"state": ""}
        until = after["from"] if after["state"] == row["state"] else "9999"
        for language in LANGUAGES:
            for other, begin, end in held[language, row[language]]:
                if other != row["state"] and row["from"] < end and begin < until:
                    fail(path, line, f"{row['state']} and {other} are both called \"{row[language]}\" ({language})")
            held[language, row[language]].append((row["state"], row["from"], until))
    return seen


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "data" / "states"
    iso = {c["alpha_3"]: (c["alpha_2"], c["alpha_3"], c["numeric"]) for c in json.loads(ISO.read_text())["3166-1"]}
    path = folder / "states.csv"
    states = rows(path, STATES)
    known = {}
    for line, row in states:
        check_state(path, line, row, iso)
        if row["id"] in known:
            fail(path, line, f"id {row['id']} is already in line {known[row['id']]}")
        known.setdefault(row["id"], line)
    members = Counter(row["group"] for _, row in states if row["status"] == "member" and not row["until"])
    if members.total() != 193:
        fail(path, 1, f"{members.total()} Member States instead of 193")
    names = rows(folder / "names.csv", NAMES)
    for line, row in names:
        check_name(folder / "names.csv", line, row)
    named = check_periods(folder / "names.csv", names, known.keys())
    for state in sorted(known.keys() - named):
        fail(path, known[state], f"{state} has no row in names.csv")
    print("\n".join(problems or [f"{len(states)} in states.csv, {len(names)} rows in names.csv"]))
    counts = members + Counter(row["status"] for _, row in states)
    print(", ".join(f"{what} {count}" for what, count in sorted(counts.items())))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
