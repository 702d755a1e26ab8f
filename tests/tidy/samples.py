"""For each check of tools/tidy a small tree in which it must find what is wrong, and one in which it must not."""

LAW = """
| layer | may include |
|---|---|
| `base` | |
| `acts` | `base` |
| `rules` | `acts`, `base` |
| `web` | everything |

| library | headers | only in |
|---|---|---|
| Asio and Beast | `boost/asio`, `boost/beast` | `web/server.cc` |
| SQLite | `sqlite3.h` | `record/sqlite.cc` |
"""

# The words that the checks forbid are put together here, so that this file does not hold them.
LATER = "TO" + "DO"
HOME = "/" + "home/someone/comity"

LONG = "void f() {\n" + "  g();\n" * 60 + "}\n"
SHORT = "void f() {\n" + "  g();\n" * 50 + "}\n"
CATALOGUES = {f"words/{code}.po": 'msgctxt "refusal.no-such-text"\nmsgid "a"\nmsgstr "b"\n'
              for code in ("ar", "zh", "en", "fr", "ru", "es")}
FAULTS = {path: text.replace("refusal.no-such-text", "fault.disk-full") for path, text in CATALOGUES.items()}
PROBLEMS = {path: text.replace("refusal.no-such-text", "problem.batch-root") for path, text in CATALOGUES.items()}

# name of the check -> [(files, how many findings)], executable paths end with a star
SAMPLES = {
    "layers": [
        ({"ARCHITECTURE.md": LAW, "src/acts/a.h": '#include "rules/b.h"\n'}, 1),
        ({"ARCHITECTURE.md": LAW, "src/other/a.h": ""}, 1),
        ({"ARCHITECTURE.md": LAW, "src/acts/a.h": '#include "b.h"\n'}, 1),
        ({"ARCHITECTURE.md": "# nothing\n"}, 1),
        ({"ARCHITECTURE.md": LAW, "src/rules/a.h": '#include "acts/b.h"\n', "src/web/w.cc": '#include "rules/a.h"\n',
          "src/comity.cc": '#include "web/w.h"\n'}, 0),
    ],
    "libraries": [
        ({"ARCHITECTURE.md": LAW, "src/web/routes.cc": "#include <boost/asio/ip.hpp>\n"}, 1),
        ({"ARCHITECTURE.md": LAW, "src/record/store.cc": "#include <sqlite3.h>\n"}, 1),
        ({"ARCHITECTURE.md": "", "src/a/b.cc": ""}, 1),
        ({"ARCHITECTURE.md": LAW, "src/record/sqlite.cc": "#include <sqlite3.h>\n"}, 0),
    ],
    "definitions": [
        ({"src/a/b.h": "struct Note {\n};\n", "src/c/d.h": "class Note : public Text {\n};\n"}, 1),
        ({"src/a/b.h": "struct Note {\n};\nenum class Kind { a };\n",
          "src/c/d.h": "struct Note;\nstruct Mark {\n};\n"}, 0),
    ],
    "links": [
        ({"ARCHITECTURE.md": LAW, "CMakeLists.txt": "comity_layer(acts comity_base comity_rules)\n"}, 1),
        ({"ARCHITECTURE.md": LAW, "CMakeLists.txt": "comity_layer(rules comity_acts fmt::fmt)\n"}, 0),
    ],
    "pure": [
        ({"src/rules/a.cc": "#include <random>\n"}, 1),
        ({"src/views/a.cc": "auto now = std::chrono::system_clock::now();\n"}, 1),
        ({"src/web/a.cc": "#include <thread>\n", "src/rules/a.cc": "#include <vector>\n"}, 0),
    ],
    "functions": [
        ({"src/a/b.cc": LONG}, 1),
        ({"src/a/b.cc": "#include <a>\n" + "// why\n" * 50 + "namespace c {\n" + LONG + "}\n"}, 1),
        ({"src/a/b.cc": "A::A(int b) : b_{b} " + LONG.removeprefix("void f() ")}, 1),
        ({"tools/a.py": "def f():\n" + "    g()\n" * 60}, 1),
        ({"tests/a.mjs": "async function f({ a }, { b }) " + LONG.removeprefix("void f() ")}, 1),
        ({"tools/a": "#!/bin/sh\nf() {\n" + "  g\n" * 60 + "}\n"}, 1),
        ({"src/a/b.cc": SHORT, "src/a/c.cc": "struct S {\n" + "  int a{};\n" * 70 + "};\n",
          "tools/a.py": "def f():\n" + "    g()\n" * 50}, 0),
    ],
    "files": [
        ({"looks/a.css": "a {}\n" * 501}, 1),
        ({"looks/a.css": "a {}\n" * 500, "data/a.csv": "a\n" * 900, "tests/a/golden/b.py": "a\n" * 900}, 0),
    ],
    "columns": [
        ({"src/a/b.h": "//" + "x" * 119 + "\n"}, 1),
        ({"src/a/b.h": "//" + "字" * 60 + "\n"}, 1),
        ({"src/a/b.h": "//" + "e\u0301" * 118 + "\n"}, 0),
    ],
    "names": [
        ({"src/a/b.h": "struct ActManager {};\n"}, 1),
        ({"src/a/b.h": "enum class Info { a };\nusing FileData = int;\nstruct HelperOfAll {};\n"}, 3),
        ({"src/a/text_utils.h": "// text\n"}, 1),
        ({"src/a/b.h": "struct InformalMeeting {};\nstruct Implementation {};\nstruct DataFile {};\n"}, 0),
    ],
    "leftovers": [
        ({"src/a/b.h": f"// {LATER}: later\n"}, 1),
        ({"README.md": "Built as requested.\n"}, 1),
        ({"src/a/b.h": "// The list of what is to be done.\n", "data/a.csv": "XX" + "X\n"}, 0),
    ],
    "places": [
        ({"README.md": f"See {HOME}.\n"}, 1),
        ({"README.md": "See the page /en/home/people and `./run`.\n"}, 0),
    ],
    "mentions": [
        ({"README.md": "Read GONE.md.\n"}, 1),
        ({"README.md": "Read docs/README.md and `src/a/gone.cc`.\n"}, 2),
        ({"README.md": "Read `docs/here.md`, here.md and `src/a/b`.\n", "docs/here.md": "", "src/a/b.cc": ""}, 0),
    ],
    "packages": [
        ({"tools/packages.run": "# list\ng++\ncmake cmake\n", "docs/dependencies.md": "| `g++` | x |\n"}, 1),
        ({"tests/browser/package.json": '{\n  "d": {\n    "axe-core": "1.0.0"\n  }\n}\n'}, 1),
        ({"tools/packages.test": "npm npm\n", "docs/dependencies.md": "`npm`\n"}, 0),
    ],
    "refusals": [
        ({**CATALOGUES, "src/a/b.cc": 'return Refusal{"no-such-text"};\nreturn Refusal{"other-code", {}};\n'}, 1),
        ({**CATALOGUES, "src/a/b.cc": 'return refuse("no-such-text");\nreturn refused(line, "second-code");\n'}, 1),
        (CATALOGUES, 1),
        ({**CATALOGUES, "words/ru.po": "", "src/a/b.cc": 'Refusal{"no-such-text"}'}, 1),
        ({**CATALOGUES, "src/a/b.cc": 'return Refusal{"no-such-text"};\n'}, 0),
    ],
    "faults": [
        ({**FAULTS, "src/a/b.cc": 'throw Fault("disk-full", x);\nthrow Fault{"disk-gone", x};\n'}, 1),
        (FAULTS, 1),
        ({**FAULTS, "src/a/b.cc": 'throw Fault("disk-full", x);\n'}, 0),
    ],
    "problems": [
        ({**PROBLEMS, "src/a/b.cc": 'problem("batch-root");\nProblem{log_, -1, "gone"};\n'
                                    'problems.push_back({log, n, "lost", x});\n'}, 2),
        (PROBLEMS, 1),
        ({**PROBLEMS, "src/a/b.cc": 'problem("batch-root", x);\n'}, 0),
    ],
    "citations": [
        ({"src/rules/a.cc": "// One voice is enough.\nResult<Acts> decide(const A& a) {\n  return Refusal{};\n}\n"}, 1),
        ({"src/rules/a.cc": "bool may(const Reader& reader) {\n}\n"}, 1),
        ({"src/rules/a.cc": "Verdict may_all(int a) {\n  return refused(\"a\");\n}\n"}, 1),
        ({"src/rules/a.cc": "Verdict may_all(int a) {\n  return may_one(a);\n}\n"}, 0),
        ({"src/rules/a.cc": "// One voice (S3 b7).\nResult<Acts> decide(const World& w,\n    const A& a) {\n}\n"
                            "// House rule: nobody counts twice, or no count is true.\nbool may_see(int a) {\n}\n"
                            "Result<Acts> decide(const World& w, const B& b);\n"}, 0),
    ],
    "templates": [
        ({"pages/a.html": "<p>{{{x}}}</p>\n<p style=\"a\">\n"}, 2),
        ({"pages/a.html": "<p>{{x}} {{&y}}</p>\n"}, 0),
    ],
    "logical": [
        ({"looks/a.css": "a { margin-left: 1em; float: right; left: 0 }\n"}, 3),
        ({"looks/a.css": "a { border-top-left-radius: 1px; text-align: left }\n"}, 2),
        ({"looks/a.css": "/* left: */ a { margin-inline-start: 1em; inset-block-start: 0; text-align: start }\n"}, 0),
    ],
    "heads": [
        ({"src/a/b.cc": '#include "c/a.h"\n'}, 1),
        ({"src/a/b.h": "// A thing.\n"}, 1),
        ({"src/a/b.h": '#include "a/b.h"\n#pragma once\n'}, 1),
        ({"src/a/b.h": "// A thing.\n#pragma once\n", "src/a/b.cc": '#include "a/b.h"\n'}, 0),
    ],
    "modes": [
        ({"run": "#!/bin/sh\n"}, 1),
        ({"README.md*": "text\n"}, 1),
        ({"run*": "#!/bin/sh\n", "README.md": "text\n"}, 0),
    ],
    "white": [
        ({"a.md": "x \ny\t\nz"}, 4),
        ({"a.md": "x\n", "tests/x/golden/a": "x "}, 0),
    ],
}
