"""The program's server as these checks need it: begun from a configuration file, asked in raw bytes, stopped."""
import json
import pathlib
import re
import signal
import socket
import subprocess
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHIPPED = ["data/states", "data/oewg-ict-2021-2025", "data/global-mechanism", "data/terms"]

failed = 0


def say(holds: bool, sentence: str, why: object = "") -> None:
    global failed
    failed += not holds
    print(f"{'ok' if holds else 'not ok'} {sentence}{'' if holds else f': {why}'}", flush=True)


def failures() -> int:
    return failed


def comity(program: str, *words: str) -> str:
    return subprocess.run([program, "--language", "en", *words], cwd=ROOT, capture_output=True, text=True,
                          check=True).stdout


def shipped(program: str, folder: pathlib.Path) -> pathlib.Path:
    """A data directory with the shipped record."""
    data = folder / "var"
    comity(program, "init", "--data", str(data))
    comity(program, "load", "--data", str(data), *SHIPPED)
    return data


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return one.getsockname()[1]


class Served:
    def __init__(self, program: str, data: pathlib.Path, **settings: object):
        self.told = data.parent / "stderr"
        file = data.parent / "comity.conf"
        lines = {"data": data, "port": 0, **{name.replace("_", "-"): value for name, value in settings.items()}}
        file.write_text("".join(f"{name} = {value}\n" for name, value in lines.items()))
        with self.told.open("wb") as stderr:
            self.process = subprocess.Popen([program, "--language", "en", "serve", "--config", str(file)],
                                            stdout=subprocess.PIPE, stderr=stderr, text=True)
        self.port = int(re.search(r"http://127.0.0.1:(\d+)", self.process.stdout.readline())[1])

    def __enter__(self) -> "Served":
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            say(self.stop() == 0, "the server ends with 0")

    def stop(self, *signals: int) -> int:
        for one in signals or (signal.SIGTERM,):
            self.process.send_signal(one)
        return self.process.wait(timeout=60)

    def notices(self) -> list[dict]:
        return [json.loads(line) for line in self.told.read_text().splitlines()]


@dataclass
class Answer:
    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def header(self, name: str) -> str:
        return next((value for one, value in self.headers if one == name), "")


def read_answer(stream) -> Answer:
    """The next answer of a binary file; status 0 where there is none."""
    line = stream.readline()
    if not line.endswith(b"\r\n"):
        return Answer()
    answer = Answer(int(line.split()[1]))
    while (line := stream.readline()) not in (b"\r\n", b""):
        name, _, value = line.decode().rstrip("\r\n").partition(": ")
        answer.headers.append((name, value))
    answer.body = stream.read(int(answer.header("Content-Length") or 0))
    return answer


def ask_raw(port: int, sent: bytes, source: str = "127.0.0.1", patience: float = 60) -> list[Answer]:
    """All answers to these bytes, until the server closes or says nothing more; it is told that nothing follows."""
    with socket.create_connection(("127.0.0.1", port), patience, (source, 0)) as wire:
        try:
            wire.sendall(sent)
            wire.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it closed before it had read all
        answers = []
        with wire.makefile("rb") as stream:
            try:
                while (answer := read_answer(stream)).status:
                    answers.append(answer)
            except OSError:
                pass
        return answers


def ask(port: int, target: str, method: str = "GET", headers: str = "", body: str = "") -> Answer:
    length = f"Content-Length: {len(body)}\r\n" if method == "POST" else ""
    text = f"{method} {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}{length}\r\n{body}"
    with socket.create_connection(("127.0.0.1", port), 60) as wire:
        wire.sendall(text.encode())
        with wire.makefile("rb") as stream:
            return head_only(stream) if method == "HEAD" else read_answer(stream)


def head_only(stream) -> Answer:
    text = stream.read().decode()
    first, *rest = text.rstrip("\r\n").split("\r\n")
    return Answer(int(first.split()[1]), [tuple(line.split(": ", 1)) for line in rest])
