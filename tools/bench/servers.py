"""The two servers: ours on a data directory, and nginx on files."""
import pathlib
import shutil
import subprocess
import time
from contextlib import contextmanager

from measure import COMITY, OUT, ROOT, Broken, fetch, free_port, quiet, wait_for

SETS = ("data/states", "data/oewg-ict-2021-2025", "data/global-mechanism", "data/terms")
PAGE = "/en/oewg-ict"
THREADS = 2  # that move bytes in comity serve (src/web/server.h); nginx gets as many processes

NGINX = """daemon off; worker_processes {threads}; pid {folder}/pid; error_log {folder}/error.log;
worker_rlimit_nofile 20000;
events {{ worker_connections 8000; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_timeout 65; keepalive_requests 1000000000;
  default_type "text/html; charset=utf-8"; gzip_static on; gzip_vary on;
  open_file_cache max=100 inactive=600s; open_file_cache_valid 600s;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port} backlog=4096; root {folder}/files; }}
}}
"""


def fresh(folder: pathlib.Path) -> pathlib.Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def shipped_record() -> pathlib.Path:
    """A data directory with what ./run loads."""
    folder = fresh(OUT / "shipped")
    quiet([COMITY, "init", "--data", folder])
    quiet([COMITY, "load", "--data", folder, *SETS])
    return folder


@contextmanager
def stopped_at_end(command: list, log: pathlib.Path):
    with log.open("wb") as out:
        process = subprocess.Popen([str(word) for word in command], cwd=ROOT, stdout=out, stderr=out,
                                   stdin=subprocess.DEVNULL)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(60)


def crowd_options() -> list[str]:
    """So that one source may hold all connections of a measurement, where the program can be told."""
    said = quiet([COMITY, "serve", "--help"])
    return ["--connections-per-source", "2000"] if "--connections-per-source" in said else []


@contextmanager
def comity(folder: pathlib.Path, page: str = PAGE):
    """Yields the address, the process and the seconds from its start to the first answer."""
    port = free_port()
    begin = time.monotonic()
    command = [COMITY, "serve", "--data", folder, "--port", port, *crowd_options()]
    with stopped_at_end(command, OUT / "comity.log") as process:
        wait_for(f"http://127.0.0.1:{port}{page}", process)
        yield f"http://127.0.0.1:{port}", process, time.monotonic() - begin


@contextmanager
def nginx(page: str, plain: bytes, packed: bytes):
    folder = fresh(OUT / "nginx")
    file = folder / "files" / page.lstrip("/")
    file.parent.mkdir(parents=True)
    file.write_bytes(plain)
    file.with_name(file.name + ".gz").write_bytes(packed)
    for path in (folder, *folder.rglob("*")):  # nginx's workers are another user where it is started by root
        path.chmod(0o755 if path.is_dir() else 0o644)
    port = free_port()
    (folder / "conf").write_text(NGINX.format(folder=folder, port=port, threads=THREADS))
    with stopped_at_end(["nginx", "-p", folder, "-e", folder / "error.log", "-c", folder / "conf"],
                        OUT / "nginx.log") as process:
        wait_for(f"http://127.0.0.1:{port}{page}", process)
        yield f"http://127.0.0.1:{port}", process


def same_bytes(ours: str, theirs: str) -> int:
    """The size of the page over the wire, which must be the same bytes from both."""
    (head, body), (other_head, other) = fetch(ours), fetch(theirs)
    if head.get("content-encoding") != "gzip" or other_head.get("content-encoding") != "gzip" or body != other:
        raise Broken(f"{ours} and {theirs} do not give the same gzip bytes")
    return len(body)
