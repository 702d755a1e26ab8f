#!/usr/bin/env python3
"""Recomputes the worked example of docs/record-format.md from its inputs alone, byte by byte.

Written from the document, not from the program: standard library only, its own Ed25519 (RFC 8032, 5.1).
Exit 0: every value of the document is what the format says. Exit 1: a difference, which is printed.
    worked_example.py [--print] [DOCUMENT]      --print writes the values as they should stand
"""
import base64
import hashlib
import hmac
import json
import pathlib
import re
import sys

INPUTS = ["seed", "origin", "entry-0", "entry-1", "entry-2", "closed-entry-0",
          "subject-key", "commit-field", "commit-value", "blob"]


def sha256(data):
    return hashlib.sha256(data).digest()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


# Ed25519, RFC 8032 section 5.1: points in extended coordinates.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def point_add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return (i * j % P, k * m % P, j * k % P, i * m % P)


def point_multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = point_add(result, point)
        point = point_add(point, point)
        scalar >>= 1
    return result


def base_point():
    y = 4 * pow(5, P - 2, P) % P
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    x = P - x if x & 1 else x
    return (x, y, 1, x * y % P)


B = base_point()


def compress(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def secret(seed):
    h = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(h[:32], "little") & ((1 << 254) - 8) | 1 << 254
    return scalar, h[32:]


def public_key(seed):
    return compress(point_multiply(secret(seed)[0], B))


def sign(seed, message):
    scalar, prefix = secret(seed)
    r = int.from_bytes(hashlib.sha512(prefix + message).digest(), "little") % L
    point = compress(point_multiply(r, B))
    k = int.from_bytes(hashlib.sha512(point + public_key(seed) + message).digest(), "little") % L
    return point + ((r + k * scalar) % L).to_bytes(32, "little")


# The format.
def leaf_hash(data):
    return sha256(b"\x00" + data)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"")
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return node_hash(root(leaves[:k]), root(leaves[k:]))


def act_input(entry):
    kept = {k: v for k, v in json.loads(entry).items() if k not in ("at", "number", "attestation", "salt")}
    return canonical(kept)


def act_digest(entry):
    return sha256(b"comity/act/1\n" + act_input(entry))


def item_input(entry):
    members = json.loads(entry)
    return canonical({"act-digest": act_digest(entry).hex(), "at": members["at"],
                      "leaf": leaf_hash(entry).hex(), "number": members["number"]})


def batch_item(entry):
    return leaf_hash(b"comity/batch-item/1\n" + item_input(entry))


def batch_text(origin, first, size, batch_root):
    return f"comity/batch/1\n{origin}\n{first}\n{size}\n{base64.b64encode(batch_root).decode()}\n".encode()


def key_id(name, key):
    return sha256(name.encode() + b"\n\x01" + key)[:4]


def verifier_key(name, key):
    return f"{name}+{key_id(name, key).hex()}+{base64.b64encode(bytes([1]) + key).decode()}"


def checkpoint(origin, size, tree_root):
    return f"{origin}\n{size}\n{base64.b64encode(tree_root).decode()}\n".encode()


def note(seed, name, text):
    signed = base64.b64encode(key_id(name, public_key(seed)) + sign(seed, text)).decode()
    return text + f"\n\u2014 {name} {signed}\n".encode()


def prefixed(data):
    return len(data).to_bytes(4, "big") + data


def hkdf(key, info):
    pseudo_random = hmac.new(bytes(32), key, hashlib.sha256).digest()
    return hmac.new(pseudo_random, info + b"\x01", hashlib.sha256).digest()


def log_values(values, seed, origin, entries):
    leaves = [leaf_hash(entry) for entry in entries]
    for i, entry in enumerate(entries):
        values[f"act-input-{i}"] = act_input(entry).decode()
        values[f"act-digest-{i}"] = act_digest(entry).hex()
        values[f"leaf-{i}"] = leaves[i].hex()
        values[f"batch-item-input-{i}"] = item_input(entry).decode()
        values[f"batch-item-{i}"] = batch_item(entry).hex()
    for size in range(len(entries) + 1):
        values[f"root-{size}"] = root(leaves[:size]).hex()
    # Two commits: entries 0 and 1, then entry 2.
    for first, size in ((0, 2), (2, 3)):
        batch_root = root([batch_item(entry) for entry in entries[first:size]])
        text = batch_text(origin, first, size, batch_root)
        values[f"batch-root-{size}"] = batch_root.hex()
        values[f"batch-text-{size}"] = text.decode()
        values[f"batch-signature-{size}"] = sign(seed, text).hex()
        values[f"batch-line-{size}"] = canonical(
            {"root": batch_root.hex(), "signature": sign(seed, text).hex(), "size": size}).decode()
    values["checkpoint"] = note(seed, origin, checkpoint(origin, 3, root(leaves))).decode()
    # The proof that entry 1 is in the log of size 3, and that size 3 extends size 2.
    values["inclusion-1-of-3"] = " ".join([leaves[0].hex(), leaves[2].hex()])
    values["consistency-2-to-3"] = leaves[2].hex()
    values["receipt-1"] = canonical({
        "act-digest": act_digest(entries[1]).hex(), "at": json.loads(entries[1])["at"], "first": 0,
        "leaf": leaves[1].hex(), "number": 1, "origin": origin, "path": [batch_item(entries[0]).hex()],
        "root": values["batch-root-2"], "signature": values["batch-signature-2"], "size": 2}).decode()


def recompute(given):
    values = {name: given[name] for name in INPUTS}
    seed, origin = bytes.fromhex(given["seed"]), given["origin"]
    values["public-key"] = public_key(seed).hex()
    values["default-origin"] = "comity.invalid/" + public_key(seed).hex()[:16]
    values["key-id"] = key_id(origin, public_key(seed)).hex()
    values["verifier-key"] = verifier_key(origin, public_key(seed))
    entries = [given[f"entry-{i}"].encode() for i in range(3)]
    log_values(values, seed, origin, entries)
    closed = given["closed-entry-0"].encode()
    values["closed-act-digest-0"] = act_digest(closed).hex()
    values["closed-leaf-0"] = leaf_hash(closed).hex()
    values["closed-checkpoint"] = note(
        seed, origin + "/closed", checkpoint(origin + "/closed", 1, leaf_hash(closed))).decode()
    nonce = bytes.fromhex(json.loads(entries[2])["nonce"])
    field, value = given["commit-field"].encode(), given["commit-value"].encode()
    info = b"comity/open/1\n" + prefixed(origin.encode()) + nonce + prefixed(field)
    opening = hkdf(bytes.fromhex(given["subject-key"]), info)
    values["commit-info"] = info.hex()
    values["commit-opening"] = opening.hex()
    values["commitment"] = sha256(b"comity/commit/1\n" + prefixed(field) + opening + prefixed(value)).hex()
    digest = sha256(given["blob"].encode()).hex()
    values["blob-file"] = f"blobs/{digest[:2]}/{digest[2:]}"
    for name in [f"entry-{i}" for i in range(3)] + ["closed-entry-0"]:
        values[name] = canonical(json.loads(given[name])).decode()
    committed = json.loads(entries[2])["act"]["commitment"]
    if committed != values["commitment"]:
        print(f"entry-2 commits to {committed}, computed {values['commitment']}")
        values["entry-2"] = given["entry-2"].replace(committed, values["commitment"])
    return values


def read(document):
    values = {}
    for block in re.findall(r"^```values\n(.*?)^```$", document.read_text(encoding="utf-8"), re.M | re.S):
        for line in block.splitlines():
            name, value = line.split(" = ", 1)
            if name in values:
                sys.exit(f"{name} stands twice in the document")
            # In texts of several lines "\n" stands for a newline; the JSON of the example holds none.
            values[name] = value.replace("\\n", "\n")
    return values


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--print"]
    here = pathlib.Path(__file__).resolve().parent
    document = pathlib.Path(arguments[0]) if arguments else here.parent.parent / "docs" / "record-format.md"
    given = read(document)
    values = recompute(given)
    if "--print" in sys.argv:
        for name, value in values.items():
            print(f"{name} = {value}".replace("\n", "\\n"))
        return 0
    wrong = [name for name in sorted(set(given) | set(values)) if given.get(name) != values.get(name)]
    for name in wrong:
        print(f"{name}\n  document: {given.get(name)!r}\n  computed: {values.get(name)!r}")
    print(f"{len(values)} values recomputed, {len(wrong)} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
