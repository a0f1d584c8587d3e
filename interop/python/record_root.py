"""Computes a record root with nothing but hashlib and hmac, and compares.

    python3 record_root.py VECTOR.json

The vector names items with their values. Salts, disclosures (RFC 9901, 4.2.1), digests (4.2.3), statement and root are computed here from
the opening and the values alone; the first difference ends with 1. The format: docs/record-root.md.
"""

import base64
import hashlib
import hmac
import json
import sys


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical(value):
    """RFC 8785 of strings, integers, lists and objects: there are no other values in a record."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    if isinstance(value, float):
        raise ValueError("a record has no floating-point numbers")
    return json.dumps(value, ensure_ascii=False)


def compute(opening, credential, items):
    algorithm, revision, key = opening.split(":")
    if algorithm != "hmac-sha-256":
        raise ValueError(f"unknown opening: {algorithm}")
    key = decode(key)
    told = []
    for item in items:
        salt = encode(hmac.new(key, item["name"].encode("utf-8"), hashlib.sha256).digest()[:16])
        disclosure = encode(canonical([salt, item["name"], item["value"]]).encode("utf-8"))
        digest = encode(hashlib.sha256(disclosure.encode("ascii")).digest())
        told.append({"name": item["name"], "value": item["value"], "disclosure": disclosure, "digest": digest})
    statement = {"credential": credential, "revision": int(revision), "items": [one["digest"] for one in told], "v": 1}
    statement = canonical(statement)
    root = "sha-256:" + encode(hashlib.sha256(statement.encode("utf-8")).digest())
    return {"opening": opening, "credential": credential, "items": told, "statement": statement, "root": root}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        vector = json.load(file)
    computed = compute(vector["opening"], vector["credential"], vector["items"])
    for name in vector:
        if computed[name] != vector[name]:
            print(f"{name} differs: {computed[name]!r} is not {vector[name]!r}")
            return 1
    print(f"{computed['root']} ({len(computed['items'])} items)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
