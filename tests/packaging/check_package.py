#!/usr/bin/env python3
"""The Debian package, its units and the release program as they are handed out: check_package.py.

Builds the package, looks into it without installing it, and runs the program from the unpacked tree."""
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXPOSURE = 15  # of a unit, in tenths: 0 is best, 100 worst
FILES = ("usr/bin/comity", "usr/bin/comity-verify", "lib/systemd/system/comity.service",
         "lib/systemd/system/comity-witness.service",
         "etc/comity/comity.conf", "usr/share/man/man1/comity.1.gz", "usr/share/man/man5/comity-data.5.gz",
         "usr/share/man/man5/comity.conf.5.gz", "usr/share/man/man1/comity-verify.1.gz",
         "usr/share/bash-completion/completions/comity", "usr/share/zsh/vendor-completions/_comity",
         "usr/share/fish/vendor_completions.d/comity.fish",
         *(f"usr/share/doc/comity/{name}" for name in ("copyright", "changelog.gz", "operating.md")))
failed = []


def say(holds: bool, sentence: str, detail: str = "") -> None:
    print(f"{'ok' if holds else 'not ok'} {sentence}{'' if holds or not detail else ': ' + detail}")
    if not holds:
        failed.append(sentence)


def run(*words, **more) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)


def units() -> None:
    for unit in sorted((ROOT / "packaging").glob("*.service")):
        done = run("systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", "--no-pager", unit)
        told = re.search(r"exposure level for \S+: ([\d.]+)", done.stdout)
        say(done.returncode == 0 and told is not None, f"exposure of {unit.name}: {told and told[1]}", done.stderr)
        worse = unit.read_text().replace("ProtectSystem=strict\n", "").replace("CapabilityBoundingSet=\n", "")
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / unit.name).write_text(worse)
            loose = run("systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}", "--no-pager",
                        pathlib.Path(folder) / unit.name)
        say(loose.returncode != 0, f"{unit.name} without two of its lines is over the threshold")
        complaints = [line for line in run("systemd-analyze", "verify", "--man=no", unit).stderr.splitlines()
                      if unit.name in line and "is not executable" not in line]
        say(not complaints, f"{unit.name} is understood whole", "; ".join(complaints))


def hardened(program: pathlib.Path) -> None:
    header, segments = run("readelf", "-hW", program).stdout, run("readelf", "-lW", program).stdout
    dynamic, symbols = run("readelf", "-dW", program).stdout, run("readelf", "-W", "--dyn-syms", program).stdout
    stack = re.search(r"GNU_STACK.*", segments)
    for holds, sentence in (
            (re.search(r"Type:\s+DYN", header) and "INTERP" in segments, "position-independent program"),
            ("GNU_RELRO" in segments and "BIND_NOW" in dynamic, "relocations are read-only before it begins"),
            (stack and "RWE" not in stack[0], "the stack is not run"),
            (not re.search(r"LOAD.*\bRWE\b", segments), "no segment is both written and run"),
            ("__stack_chk_fail" in symbols, "stack protector"),
            (len(re.findall(r"__\w+_chk@", symbols)) >= 3, "fortified library calls"),
            ("RPATH" not in dynamic and "RUNPATH" not in dynamic, "no library path of its own")):
        say(bool(holds), f"release program: {sentence}")


def contents(package: pathlib.Path, tree: pathlib.Path) -> None:
    run("dpkg-deb", "-x", package, tree, check=True)
    for name in FILES:
        say((tree / name).is_file(), f"in the package: {name}")
    for path in sorted(tree.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        right = 0o755 if path.is_dir() or path.parent == tree / "usr/bin" else 0o644
        if mode != right:
            say(False, f"mode of {path.relative_to(tree)}", oct(mode))
    owners = set(re.findall(r"^\S+ (\S+)", run("dpkg-deb", "-c", package).stdout, re.M))
    say(owners == {"root/root"}, "everything belongs to root", str(owners))
    config = (tree / "etc/comity/comity.conf").read_text()
    say("\ndata = /var/lib/comity\n" in config, "the configuration names the place of the data")


def control(package: pathlib.Path, folder: pathlib.Path) -> None:
    run("dpkg-deb", "-e", package, folder, check=True)
    fields = dict(re.findall(r"^([\w-]+): (.*)$", (folder / "control").read_text(), re.M))
    say(fields["Package"] == "comity" and re.fullmatch(r"\d+\.\d+\.\d+", fields["Version"]) is not None,
        f"comity {fields['Version']} for {fields['Architecture']}")
    for library in ("libc6", "libssl3", "libsqlite3-0", "libcurl4", "libicu72", "libseccomp2", "libical3"):
        say(library in fields["Depends"], f"depends on {library}", fields["Depends"])
    say((folder / "conffiles").read_text().split() == ["/etc/comity/comity.conf"], "one configuration file")
    for script in ("postinst", "prerm", "postrm"):
        say(os.access(folder / script, os.X_OK) and run("sh", "-n", folder / script).returncode == 0,
            f"{script} is a program and well formed")
        say("rm " not in (folder / script).read_text(), f"{script} deletes nothing")


def lints(package: pathlib.Path) -> None:
    done = run("lintian", "--allow-root", "--fail-on", "error", package)
    say(done.returncode == 0, "lintian finds no error", done.stdout + done.stderr)


def unpacked(tree: pathlib.Path, folder: pathlib.Path) -> None:
    program, data = tree / "usr/bin/comity", folder / "var"
    say(run(program, "version").stdout.startswith("comity "), "the unpacked program tells its version")
    say(run(program, "init", "--data", data).returncode == 0, "and makes a record")
    server = subprocess.Popen([program, "--language", "en", "serve", "--data", data, "--port", "0"],
                              stdout=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://\S+", server.stdout.readline())[0]
        held = server.stdout.readline()
        with urllib.request.urlopen(f"{address}/en", timeout=30) as page:
            say(page.status == 200 and b"<html" in page.read(), "and serves it")
        say("onfined" in held, f"and says what confines it: {held.strip()}")
        say(run(program, "backup", "--data", data, folder / "copy").returncode == 0, "and backs it up while it serves")
    finally:
        server.terminate()
        say(server.wait(timeout=60) == 0, "and stops")


def completions(tree: pathlib.Path) -> None:
    file = tree / "usr/share/bash-completion/completions/comity"
    for words, wanted in ((("ver",), {"verify", "version"}), (("serve", "--po"), {"--port"}),
                          (("--language", "fr", "ba"), {"backup"}), (("verify", "--e"), {"--export", "--entry"})):
        line = " ".join(f"'{word}'" for word in ("comity", *words))
        done = run("bash", "-c", f"source '{file}'; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _comity; "
                                 'printf "%s\\n" "${COMPREPLY[@]}"')
        say(wanted <= set(done.stdout.split()), f"bash completes {' '.join(words)}: {done.stdout.split()}", done.stderr)
    for shell, name in (("zsh", "usr/share/zsh/vendor-completions/_comity"),
                        ("fish", "usr/share/fish/vendor_completions.d/comity.fish")):
        done = run(shell, "-n", tree / name)
        say(done.returncode == 0, f"{shell} understands its completions", done.stderr)


def main() -> int:
    units()
    built = run(ROOT / "tools/package")
    say(built.returncode == 0, "the package is built", built.stdout + built.stderr)
    if built.returncode:
        return 1
    package = pathlib.Path(built.stdout.split()[-1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        tree = folder / "tree"
        contents(package, tree)
        control(package, folder / "control")
        hardened(tree / "usr/bin/comity")
        lints(package)
        unpacked(tree, folder)
        completions(tree)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
