#!/usr/bin/env python3
"""Checks the proof of one journal event, independently of Himpun.

    check_proof.py PROOF.json --key 'NAME+HASH+KEY'
    check_proof.py PROOFS.jsonl --key 'NAME+HASH+KEY'    (one proof a line, as in an archive package)

Uses the Python standard library and the `openssl` program (version 3) only; the format is described in
journal-format.md beside this file. Exit code 0: the proof holds. 1: it does not. 2: it cannot be read.
Without --key the key inside the proof is used; that shows only that the proof agrees with itself, so compare the
printed key with the one the agency has published.
"""
import argparse
import base64
import functools
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

MEMBERS = {"format", "event", "bytes", "previous", "hash", "leaf", "path", "checkpoint", "key"}
# The fixed head of an Ed25519 public key in DER (RFC 8410); the 32 bytes of the key follow.
DER_HEAD = bytes.fromhex("302a300506032b6570032100")


class Wrong(Exception):
    """The proof does not hold."""


def require(holds, why):
    if not holds:
        raise Wrong(why)


def sha256(data):
    return hashlib.sha256(data).digest()


def parse_key(text):
    """name+hash+base64(0x01 || public key) -> (name, key hash, public key)"""
    name, key_hash, encoded = text.split("+", 2)
    tagged = base64.b64decode(encoded, validate=True)
    require(len(tagged) == 33 and tagged[0] == 1, "the key is not an Ed25519 key")
    expected = sha256(name.encode() + b"\n" + tagged)[:4]
    require(expected.hex() == key_hash, "the key's hash is wrong")
    return name, expected, tagged[1:]


def signature_holds(public_key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        files = {"key": DER_HEAD + public_key, "message": message, "signature": signature}
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key", "-rawin",
                   "-in", "message", "-sigfile", "signature"]
        return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0


@functools.cache
def open_checkpoint(note, key):
    """Checks the signature -> (origin, number of leaves, root)"""
    name, key_hash, public_key = parse_key(key)
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    for line in lines.splitlines():
        dash, signer, encoded = line.split(" ")
        signed = base64.b64decode(encoded, validate=True)
        if dash == "\u2014" and signer == name and signed[:4] == key_hash:
            require(signature_holds(public_key, text.encode(), signed[4:]), "the checkpoint's signature is wrong")
            origin, size, root = text.splitlines()[:3]
            require(origin == name, "the checkpoint is of another journal")
            return origin, int(size), base64.b64decode(root, validate=True)
    raise Wrong("the checkpoint is not signed with this key")


def root_from_path(leaf, size, leaf_hash, path):
    """RFC 9162 section 2.1.3.2: the root that this path leads to, or None."""
    node, last = leaf, size - 1
    result = leaf_hash
    for sibling in path:
        if last == 0:
            return None
        if node % 2 == 1 or node == last:
            result = sha256(b"\x01" + sibling + result)
            while node % 2 == 0 and node != 0:
                node, last = node // 2, last // 2
        else:
            result = sha256(b"\x01" + result + sibling)
        node, last = node // 2, last // 2
    return result if last == 0 else None


def check(proof, key):
    require(set(proof) == MEMBERS, "the proof has missing or unknown members")
    require(proof["format"] == "himpun-event-proof/1", "unknown form of proof")
    require(proof["key"] == key, "the key in the proof is not the given one")
    data = proof["bytes"].encode()
    event_hash = sha256(bytes.fromhex(proof["previous"]) + data)
    require(event_hash.hex() == proof["hash"], "the event does not match its hash")
    event = json.loads(data)
    require(f"{event['stream']}@{event['version']}" == proof["event"], "the event id is not the one in the event")
    if event["version"] == 1:
        require(proof["previous"] == "00" * 32, "a first event has no predecessor")
    _, size, root = open_checkpoint(proof["checkpoint"], key)
    leaf = proof["leaf"]
    require(0 <= leaf < size, "the leaf is not in the tree")
    path = [bytes.fromhex(each) for each in proof["path"]]
    require(root_from_path(leaf, size, sha256(b"\x00" + event_hash), path) == root,
            "the event is not in the checkpoint")
    return event, size


def read_proofs(path):
    lines = path.read_text(encoding="utf-8").split("\n") if path.suffix == ".jsonl" else [path.read_text(encoding="utf-8")]
    proofs = [json.loads(line) for line in lines if line.strip()]
    require(proofs, "there is no proof in it")
    return proofs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("proof", type=Path)
    parser.add_argument("--key", help="the verifier key that the agency has published")
    arguments = parser.parse_args()
    try:
        proofs = read_proofs(arguments.proof)
        for proof in proofs:
            event, size = check(proof, arguments.key or proof["key"])
            print(f"OK: {proof['event']} ({event['type']}, {event['at']}) is leaf {proof['leaf']} of {size}")
    except Wrong as why:
        print(f"WRONG: {why}")
        return 1
    except (OSError, ValueError, KeyError, TypeError) as why:
        print(f"cannot read the proof: {why!r}", file=sys.stderr)
        return 2
    for key in sorted({arguments.key or proof["key"] for proof in proofs}):
        print(f"    signed by {key}" + ("" if arguments.key else "  <- compare with the published key"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
