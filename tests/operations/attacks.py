"""Clients that no server wants, each a coroutine that says how many seconds it was borne with. All from this machine,
under addresses of 127.0.0.0/8 of their own, so that limits by source take hold as they would on a network."""
import asyncio
import select
import socket

REQUEST = b"GET /record/entries.jsonl HTTP/1.1\r\nHost: x\r\n\r\n"
POST = b"POST /en HTTP/1.1\r\nHost: x\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"


class Wire:
    """A connection with a small window; what the server does to it is never an error here."""

    def __init__(self, port: int, source: str):
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        self.socket.setblocking(False)
        self.socket.bind((source, 0))
        self.poll = select.poll()
        self.port = port
        self.loop = asyncio.get_running_loop()

    async def __aenter__(self):
        try:
            await asyncio.wait_for(self.loop.sock_connect(self.socket, ("127.0.0.1", self.port)), 30)
        except (OSError, asyncio.TimeoutError):
            pass
        self.begun = self.loop.time()
        return self

    async def __aexit__(self, *_):
        self.socket.close()

    async def send(self, data: bytes) -> bool:
        try:
            await asyncio.wait_for(self.loop.sock_sendall(self.socket, data), 30)
            return True
        except (OSError, asyncio.TimeoutError):
            return False

    def read(self, most: int) -> bytes | None:
        """What is there; nothing yet: None; the end: b''."""
        try:
            return self.socket.recv(most)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def ended(self) -> bool:
        """Whether the server has said the end or cut it, whatever has not been read."""
        self.poll.register(self.socket, select.POLLRDHUP)
        return bool(self.poll.poll(0))

    def borne(self) -> float:
        return self.loop.time() - self.begun


async def held(wire: Wire, patience: float, drip: bytes = b"", every: float = 0.5, taking: int = 4096) -> float:
    """Sends `drip` and takes `taking` bytes now and then until the server ends it; how long that took."""
    while wire.borne() < patience:
        if wire.ended() or wire.read(taking) == b"":
            return wire.borne()
        if drip and not await wire.send(drip):
            return wire.borne()
        await asyncio.sleep(every)
    return wire.borne()


async def slow_header(port: int, source: str, patience: float) -> float:
    async with Wire(port, source) as wire:
        await wire.send(b"GET /en HTTP/1.1\r\nHost: x\r\n")
        return await held(wire, patience, b"A: b\r\n")


async def slow_body(port: int, source: str, patience: float) -> float:
    async with Wire(port, source) as wire:
        await wire.send(POST + b"Content-Length: 100000\r\n\r\n")
        return await held(wire, patience, b"x")


async def slow_chunks(port: int, source: str, patience: float) -> float:
    async with Wire(port, source) as wire:
        await wire.send(CHUNKED)
        return await held(wire, patience, b"1\r\nx\r\n")


async def slow_reader(port: int, source: str, patience: float) -> float:
    """Asks for much and takes a byte at a time, long past the last request."""
    async with Wire(port, source) as wire:
        await wire.send(REQUEST * 8)
        return await held(wire, patience, taking=8)


async def silent(port: int, source: str, patience: float) -> float:
    async with Wire(port, source) as wire:
        return await held(wire, patience)


SLOW = (slow_header, slow_body, slow_chunks, slow_reader, silent)


async def pipeline_flood(port: int, source: str) -> None:
    """Requests as fast as they are taken, and no answer is read."""
    async with Wire(port, source) as wire:
        while await wire.send(b"GET /en HTTP/1.1\r\nHost: x\r\n\r\n" * 200):
            await asyncio.sleep(0.01)


async def connection_flood(port: int, source: str) -> None:
    async with Wire(port, source) as wire:
        await wire.send(b"GET /en HT")


async def extension_flood(port: int, source: str) -> None:
    async with Wire(port, source) as wire:
        await wire.send(CHUNKED + b"1;")
        while await wire.send(b"a=" + b"b" * 65536) and wire.read(4096) != b"":
            await asyncio.sleep(0.01)


async def header_flood(port: int, source: str) -> None:
    async with Wire(port, source) as wire:
        await wire.send(b"GET /en HTTP/1.1\r\nHost: x\r\n")
        while await wire.send(b"a:b\r\n" * 10000) and wire.read(4096) != b"":
            await asyncio.sleep(0.01)


FLOODS = (pipeline_flood, connection_flood, extension_flood, header_flood)

# Framings that two servers in a row could read in two ways, and what is no HTTP: one refusal, then the end. Whatever
# stands behind must never be answered.
SMUGGLED = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
SHAPES = {
    "length and chunks": POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks and length": POST + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "two lengths": POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nx",
    "two lengths in one": POST + b"Content-Length: 1, 2\r\n\r\nx",
    "a signed length": POST + b"Content-Length: +1\r\n\r\nx",
    "a hexadecimal length": POST + b"Content-Length: 0x1\r\n\r\nx",
    "a huge length": POST + b"Content-Length: 18446744073709551617\r\n\r\nx",
    "another coding": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "two codings": POST + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "a coding twice": POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "a coding behind a control": POST + b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n",
    "a coding before a control": POST + b"Transfer-Encoding: chunked\x00\r\n\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": b"POST /en HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a space before the colon": POST + b"Content-Length : 1\r\n\r\nx",
    "a line break in a value": POST + b"A: b\rContent-Length: 1\r\n\r\nx",
    "a bare line feed": b"POST /en HTTP/1.1\r\nHost: x\nContent-Length: 1\r\n\r\nx",
    "a null in a value": POST + b"A: \x00\r\n\r\n",
    "two hosts": POST + b"Host: y\r\n\r\n",
    "no host": b"GET /en HTTP/1.1\r\n\r\n",
    "a space in the target": b"GET /en x HTTP/1.1\r\nHost: x\r\n\r\n",
    "a tab for a space": b"GET\t/en HTTP/1.1\r\nHost: x\r\n\r\n",
    "another version": b"GET /en HTTP/1.2\r\nHost: x\r\n\r\n",
    "a preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "a chunk size that is none": CHUNKED + b"g\r\n\r\n",
    "a signed chunk size": CHUNKED + b"+1\r\nx\r\n0\r\n\r\n",
    "a hexadecimal mark": CHUNKED + b"0x1\r\nx\r\n0\r\n\r\n",
    "a chunk size beyond all": CHUNKED + b"FFFFFFFFFFFFFFFFF\r\nx\r\n0\r\n\r\n",
    "a chunk that ends in a line feed": CHUNKED + b"1\nx\n0\n\n",
    "a chunk longer than it says": CHUNKED + b"1\r\nxy\r\n0\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
}
