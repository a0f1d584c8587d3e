"""Holds a downloaded log against itself: SHA-256 and JSON, nothing of Signet.

Reads the file from standard input, the institution's id as the argument; prints how many entries there are and the hash of the last one.
"""

import hashlib
import json
import sys


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


previous, position = sha256(f"signet log 1\n{sys.argv[1]}\n"), 0
for line in sys.stdin:
    line = json.loads(line)
    entry = json.loads(line["canonical"])
    position += 1
    assert line["hash"] == sha256(line["canonical"]), f"entry {position} has another hash"
    assert entry["position"] == line["position"] == position, f"entry {position} has another number"
    assert entry["previous"] == previous, f"entry {position} does not follow"
    assert entry["institution"] == sys.argv[1], f"entry {position} is another institution's"
    [(kind, record)] = entry["record"].items()
    if line["entry"] is not None:
        assert record["hash"] == sha256(line["entry"]), f"what entry {position} names is another"
    previous = line["hash"]
print(position, previous)
