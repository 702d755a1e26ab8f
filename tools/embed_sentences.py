#!/usr/bin/env python3
"""Writes the sentences of verdicts as a C++ table: embed_sentences.py SOURCE_DIR OUTPUT.

A sentence is chosen where its key stands in src/verify, or where it is that of a code that base, seal, record or verify
can say. Nothing but {name} may stand in it: comity-verify knows no plurals, dates or other patterns.
"""
import importlib.machinery
import importlib.util
import pathlib
import re
import sys

LAYERS = ("base", "seal", "record", "verify")
CODED = ("refusal.", "problem.", "fault.")


def words_of(root: pathlib.Path):
    """tools/words, which reads the catalogues."""
    loader = importlib.machinery.SourceFileLoader("words", str(root / "tools/words"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("words", loader))
    loader.exec_module(module)
    module.FOLDER = root / "words"
    return module


def literals(root: pathlib.Path, layers: tuple[str, ...]) -> set[str]:
    texts = (path.read_text() for layer in layers for path in sorted((root / "src" / layer).iterdir()))
    return {found for text in texts for found in re.findall(r'"([a-z0-9]+(?:[.-][a-z0-9]+)*)"', text)}


def chosen(root: pathlib.Path, keys: list[str]) -> list[str]:
    coded, named = literals(root, LAYERS), literals(root, ("verify",))
    return [key for key in keys
            if key in named or key.startswith(CODED) and key.partition(".")[2] in coded]


def plain(key: str, language: str, text: str) -> str:
    if not re.fullmatch(r"(?:[^{}]|\{[a-z][a-z0-9_]*\})+", text):
        sys.exit(f"{key} in {language}: comity-verify knows no pattern but {{name}}: {text}")
    return "".join(f"\\{byte:03o}" if byte < 32 or byte > 126 or byte in b'"\\?' else chr(byte)
                   for byte in text.encode())


def main() -> None:
    root, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    words = words_of(root)
    catalogues = {language: words.read(language) for language in words.LANGUAGES}
    rows = []
    for key in chosen(root, sorted(catalogues["en"])):
        texts = (plain(key, language, catalogues[language][key]["str"]) for language in words.LANGUAGES)
        rows.append('      {"%s", {%s}},\n' % (key, ", ".join(f'"{text}"' for text in texts)))
    target.write_text('#include "verify/sentences.h"\n\nnamespace comity {\n\n'
                      "const std::map<std::string_view, std::array<std::string_view, 6>>& sentences() {\n"
                      "  static const std::map<std::string_view, std::array<std::string_view, 6>> all{\n"
                      + "".join(rows) + "  };\n  return all;\n}\n\n}  // namespace comity\n")


if __name__ == "__main__":
    main()
