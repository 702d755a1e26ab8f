#!/usr/bin/env python3
"""Writes pages/, looks/ and words/*.po as one C++ file of constants: embed.py SOURCE_DIR OUTPUT."""
import pathlib
import sys

LINE = 8000
LITERAL = 48000  # compilers need support no longer string literal than 65,536


def line(text: bytes) -> str:
    """The bytes as one quoted line: printable ASCII as it is, all else in octal."""
    return '"%s"' % "".join(chr(b) if 32 <= b < 127 and b not in (34, 63, 92) else "\\%03o" % b for b in text)


def lines(part: bytes) -> str:
    return "\n".join(line(part[at:at + LINE]) for at in range(0, len(part) or 1, LINE))


def literals(text: bytes) -> str:
    """The bytes as a list of string literals, each of many lines."""
    parts = [text[at:at + LITERAL] for at in range(0, len(text), LITERAL)] or [b""]
    return ", ".join("std::string_view(%s, %d)" % (lines(part), len(part)) for part in parts)


def main() -> None:
    root, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    files = sorted(p for folder in ("pages", "looks", "words") for p in (root / folder).rglob("*") if p.is_file())
    rows = []
    for path in files:
        content = path.read_bytes()
        rows.append('{"%s", joined({%s})}' % (path.relative_to(root).as_posix(), literals(content)))
    target.write_text(
        '#include "base/assets.h"\n\n#include <initializer_list>\n#include <string>\n\nnamespace comity {\n'
        "namespace {\n// Joined once, kept as long as the program runs.\n"
        "std::string joined(std::initializer_list<std::string_view> parts) {\n"
        "  std::string out;\n  for (const auto part : parts) out += part;\n  return out;\n}\n}  // namespace\n"
        "const std::map<std::string_view, std::string_view>& assets() {\n"
        "  static const std::map<std::string_view, std::string> texts{\n%s};\n"
        "  static const std::map<std::string_view, std::string_view> all(texts.begin(), texts.end());\n"
        "  return all;\n}\n}  // namespace comity\n"
        % ",\n".join(rows))


if __name__ == "__main__":
    main()
