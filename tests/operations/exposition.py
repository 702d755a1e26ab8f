"""The grammar of Prometheus's text format 0.0.4, strictly, from its description: what a scraper would choke on."""
import re

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
LABEL = r'[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"'
NUMBER = r"[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN"
HELP = re.compile(rf"# HELP ({NAME}) (\S[^\n]*)")
TYPE = re.compile(rf"# TYPE ({NAME}) (counter|gauge|histogram)")
SAMPLE = re.compile(rf"({NAME})(?:\{{((?:{LABEL})(?:,{LABEL})*)\}})? ({NUMBER})")


def families_of(text: str) -> tuple[dict[str, dict], list[str]]:
    """Name -> type and samples; and what is wrong line by line."""
    families, wrong, current = {}, [], None
    for number, line in enumerate(text.split("\n")[:-1], 1):
        if found := HELP.fullmatch(line):
            current = found[1]
            wrong += [f"{number}: {current} again"] if current in families else []
            families[current] = {"type": "", "samples": []}
        elif found := TYPE.fullmatch(line):
            wrong += [] if found[1] == current and not families[current]["type"] else [f"{number}: TYPE without HELP"]
            families.setdefault(found[1], {"samples": []})["type"] = found[2]
        elif (found := SAMPLE.fullmatch(line)) and current:
            suffixes = ("_bucket", "_sum", "_count") if families[current]["type"] == "histogram" else ("",)
            wrong += [] if found[1] in [current + one for one in suffixes] else [f"{number}: is no {current}"]
            families[current]["samples"].append((found[1], found[2] or "", float(found[3])))
        else:
            wrong.append(f"{number}: {line!r}")
    return families, wrong


def problems_of(text: str) -> list[str]:
    families, wrong = families_of(text)
    wrong += [] if text.endswith("\n") else ["the last line has no end"]
    wrong += [] if len(families) > 10 else [f"only {len(families)} families"]
    for name, family in families.items():
        series = [(sample, labels) for sample, labels, _ in family["samples"]]
        wrong += [] if len(series) == len(set(series)) else [f"{name}: a series twice"]
        wrong += [] if name.startswith("comity_") else [f"{name}: not ours by name"]
        if family["type"] == "counter" and not name.endswith("_total"):
            wrong.append(f"{name}: a counter is a total")
        if family["type"] == "histogram":
            wrong += histogram_problems(name, family["samples"])
    return wrong


def histogram_problems(name: str, samples: list[tuple[str, str, float]]) -> list[str]:
    buckets = [(re.fullmatch(r'le="([^"]+)"', labels)[1], value) for one, labels, value in samples
               if one == name + "_bucket"]
    bounds, counts = [float(bound) for bound, _ in buckets], [count for _, count in buckets]
    rest = {one: value for one, _, value in samples if one != name + "_bucket"}
    wrong = [] if bounds == sorted(set(bounds)) and bounds[-1] == float("inf") else [f"{name}: bounds {bounds}"]
    wrong += [] if counts == sorted(counts) else [f"{name}: counts fall {counts}"]
    wrong += [] if rest.get(name + "_count") == counts[-1] else [f"{name}: its count is another"]
    return wrong + ([] if rest.get(name + "_sum", -1) >= 0 else [f"{name}: no sum"])
