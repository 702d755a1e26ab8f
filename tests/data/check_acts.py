#!/usr/bin/env python3
"""Checks the data folders against docs/data-files.md and the field lists in src/acts: form, kinds, fields, codes, six
languages, dates, symbols, references in the order of loading, sources and certainty. Knows no rule of procedure.
Usage: check_acts.py [DATA]; prints one line per mistake and the number of acts by kind; ends with 1 if there is any."""
import csv
import datetime
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"]
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PATH = re.compile(rf"{SLUG}(?:/{SLUG})*")
SYMBOL = re.compile(r"[A-Z]+(/[A-Za-z0-9.()\-*]+( [A-Z])?)+")
DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
CLOCK = re.compile(rf"({DATE}) \d\d:\d\d [A-Za-z]+/[A-Za-z_]+ [+-]\d\d:\d\d")
MARKS = {(), ("working",)}
CERTAINTY = ["confirmed", "asserted", "reported", "unverified"]
PLANS = {"session-planned", "meeting-planned", "informal-planned"}
IDS = {"StateId", "BodyId", "SessionId", "MeetingId", "InformalId", "ItemId", "DecisionId", "EntityId", "Symbol"}
# Which field of which kind introduces an id of the sort.
MAKES = {"state-entered": "StateId", "body-established": "BodyId", "session-entered": "SessionId",
         "meeting-planned": "MeetingId", "meeting-opened": "MeetingId", "informal-planned": "InformalId",
         "informal-held": "InformalId", "agenda-item-entered": "ItemId", "decision-taken": "DecisionId",
         "entity-designated": "EntityId", "document-registered": "Symbol", "institution-described": "EntityId"}
problems, counts, known, documents = [], Counter(), {sort: set() for sort in IDS}, {}


def fail(where, text):
    problems.append(f"{where}: {text}")


def read_kinds():
    """The kinds of act: {kind: {field: (type, many, must)}}, and the codes of each enumeration, from src/acts/*.h."""
    kinds, codes = {}, {"Language": LANGUAGES}
    for path in sorted((ROOT / "src/acts").glob("*.h")):
        text = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
        for name, body in re.findall(r"struct Codes<(\w+)> \{(.*?)\};\n\};", text, re.S):
            codes[name] = re.findall(r'"([^"]*)"', body.split("all{")[1])
        for body in re.findall(r"struct \w+ \{\n(.*?)\n\};", text, re.S):
            if not (kind := re.search(r'kind = "([^"]+)"', body)):
                continue
            types = {name: said for said, name in re.findall(r"^  ([\w:<>]+) (\w+)(?:\{.*\}| = .+)?;", body, re.M)}
            fields = {}
            for name, member, need in re.findall(r'visit\("([^"]+)", \w+\.(\w+), Need::(\w+)\)', body):
                declared = types[member]
                inner = re.sub(r"std::(?:vector|optional)<(.*)>", r"\1", declared)
                fields[name] = (inner, declared.startswith("std::vector"), need == "must")
            kinds[kind[1]] = fields
    return kinds, codes


def blocks(path):
    """The facts of a file as (line, [(key, value)]); every mistake of form is reported with its line."""
    text = path.read_bytes().decode("utf-8")
    if "\r" in text or not text.endswith("\n") or unicodedata.normalize("NFC", text) != text:
        fail(path, "UTF-8 in NFC, lines that end with LF")
    found, pairs, start = [], [], 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.startswith("#"):
            continue
        if line != line.rstrip():
            fail(f"{path}:{number}", "a space at the end")
        if not line:
            if pairs:
                found.append((start, pairs))
            pairs = []
        elif line.startswith("  ") and pairs:
            pairs[-1] = (pairs[-1][0], pairs[-1][1] + " " + line.strip())
        elif re.match(r"[a-z0-9.-]+: \S", line):
            start = start if pairs else number
            pairs.append(tuple(line.split(": ", 1)))
        else:
            fail(f"{path}:{number}", "expected “key: value”")
    return found


def is_date(text):
    try:
        return bool(re.fullmatch(DATE, text) and datetime.date.fromisoformat((text + "-01-01")[:10]))
    except ValueError:
        return False


FORMS = {"Date": is_date, "Symbol": SYMBOL.fullmatch, "std::int64_t": re.compile(r"\d+").fullmatch,
         "Days": lambda days: all(is_date(day) and len(day) == 10 for day in days.split(" to ")),
         **{sort: PATH.fullmatch for sort in IDS - {"Symbol"}}}


def check_value(where, name, sort, value, codes):
    if sort in FORMS and not FORMS[sort](value):
        fail(where, f"{name}: “{value}” has not the form of its sort")
    elif sort in codes and value not in codes[sort]:
        fail(where, f"{name}: “{value}” is none of {', '.join(codes[sort])}")
    elif sort in IDS and name != "id" and value not in known[sort]:
        fail(where, f"{name}: “{value}” has not been entered before")


def check_texts(where, name, said):
    """All six languages, each once, official or working."""
    forms = [key.split(".")[1:] for key in said]
    if [form[:1] for form in forms] != [[one] for one in LANGUAGES] or {*map(tuple, (f[1:] for f in forms))} - MARKS:
        fail(where, f"{name}: expected {name}.LANGUAGE or {name}.LANGUAGE.working, in the order {' '.join(LANGUAGES)}")


def check_circumstances(where, kind, fact):
    sources, certainty = fact.get("source", []), fact.get("certainty", [])
    if len(certainty) != 1 or certainty[0] not in CERTAINTY or not sources:
        fail(where, "one certainty and at least one source are expected")
    for source in sources:
        publication = source.split(" | ")
        if len(publication) == 1 and not SYMBOL.fullmatch(source.split(", ")[0]):
            fail(where, f"source: {source} is neither a symbol nor a publication")
        if len(publication) > 3 or (len(publication) == 3 and not is_date(publication[2])):
            fail(where, f"source: {source} is not “Publisher | Title | date”")
    happened = fact.get("happened", [""])[0]
    date = CLOCK.fullmatch(happened)[1] if CLOCK.fullmatch(happened) else happened
    today = datetime.date.today().isoformat()
    if date and (not is_date(date) or date > today):
        fail(where, f"happened: {happened} is no past date")
    if certainty == ["confirmed"]:
        if kind in PLANS and fact.get("days", fact.get("start", [""]))[0].split(" ")[0] > today:
            fail(where, "a plan of the future cannot be confirmed")
        dates = [documents.get(source.split(", ")[0]) for source in sources if " | " not in source]
        if not dates or (date and all(dates) and max(dates) + "-99" < date):
            fail(where, "confirmed, but no document after the event stands among its sources")


def check_fact(where, pairs, kinds, codes, seen):
    if [key for key, _ in pairs[:2]] != ["id", "act"]:
        return fail(where, "a block begins with id: and act:")
    id, kind = pairs[0][1], pairs[1][1]
    if kind not in kinds:
        return fail(where, f"{kind} is no kind of act")
    if (kind, id) in seen:
        fail(where, f"{kind} {id} stands twice")
    seen.add((kind, id))
    counts[kind] += 1
    fields, fact = kinds[kind], {}
    for key, value in pairs:
        fact.setdefault(key, []).append(value)
    for key in fact:
        if key.split(".")[0] not in fields and key not in {"id", "act", "happened", "certainty", "source"}:
            fail(where, f"{kind} has no field {key}")
    for name, (sort, many, must) in fields.items():
        said = [key for key in fact if key.split(".")[0] == name]
        if must and not said:
            fail(where, f"{kind} needs {name}")
        if sort == "Texts" and said:
            check_texts(where, name, said)
        elif said:
            values = [one for value in fact[name] for one in (value.split(", ") if many else [value])]
            if len(values) > 1 and not many:
                fail(where, f"{name}: one value is expected")
            for value in values:
                check_value(where, name, "new" if MAKES.get(kind) == sort and name == "entity" else sort, value, codes)
    check_circumstances(where, kind, fact)
    if kind in MAKES:
        known[MAKES[kind]].add(fact.get("entity", [id])[0])
    if kind == "document-registered":
        documents[id] = fact.get("date", [None])[0]


def load(folder, kinds, codes, loaded):
    """Checks what the folder needs, then the folder, in the order in which `comity load` enters them."""
    if folder in loaded:
        return
    loaded.add(folder)
    states = folder / "states.csv"
    if states.exists():
        known["StateId"].update(row["id"] for row in csv.DictReader(states.open(encoding="utf-8")))
    head = folder / "00-dataset.acts"
    for _, pairs in blocks(head) if head.exists() else []:
        for key, value in pairs:
            if key == "needs":
                load((folder / value).resolve(), kinds, codes, loaded)
    seen = set()
    for path in sorted(folder.glob("*.acts")):
        for line, pairs in blocks(path) if path != head else []:
            check_fact(f"{path}:{line}", pairs, kinds, codes, seen)


def main():
    data = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "data").resolve()
    (kinds, codes), loaded = read_kinds(), set()
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        load(folder, kinds, codes, loaded)
    for kind, count in sorted(counts.items()):
        print(f"{count:5} {kind}")
    print(f"{sum(counts.values()):5} acts in {len(loaded)} folders")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
