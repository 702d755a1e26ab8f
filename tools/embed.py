#!/usr/bin/env python3
"""Writes pages/, looks/ and words/*.po as one C++ file of constants: embed.py SOURCE_DIR OUTPUT."""
import pathlib
import sys

CHUNK = 8000  # compilers limit the length of one string literal


def literal(text: bytes) -> str:
    """The bytes as C++ string literals: printable ASCII as it is, all else in octal."""
    out = []
    for start in range(0, len(text), CHUNK):
        line = "".join(
            chr(b) if 32 <= b < 127 and b not in (34, 63, 92) else "\\%03o" % b for b in text[start:start + CHUNK])
        out.append('"%s"' % line)
    return "\n".join(out) or '""'


def main() -> None:
    root, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    files = sorted(p for folder in ("pages", "looks", "words") for p in (root / folder).rglob("*") if p.is_file())
    rows = []
    for path in files:
        content = path.read_bytes()
        rows.append('{"%s", std::string_view(%s, %d)}' % (path.relative_to(root).as_posix(), literal(content), len(content)))
    target.write_text(
        '#include "base/assets.h"\n\nnamespace comity {\n'
        "const std::map<std::string_view, std::string_view>& assets() {\n"
        "  static const std::map<std::string_view, std::string_view> all{\n%s};\n  return all;\n}\n}  // namespace comity\n"
        % ",\n".join(rows))


if __name__ == "__main__":
    main()
