#!/usr/bin/python3
"""Counts the contracts and holders of a DECP JSON file with the json module; prints "contracts rows seconds peak_mib".

usage: read_decp.py FILE [whole]    contract by contract with raw_decode over a buffer, or json.load of the whole file
"""
import json
import resource
import sys
import time

begin = time.monotonic()
contracts = rows = 0


def count(contract):
    global contracts, rows
    contracts += 1
    rows += max(1, len(contract.get("titulaires", [])))


if len(sys.argv) > 2:
    with open(sys.argv[1], encoding="utf-8") as file:
        for one in json.load(file)["marches"]["marche"]:
            count(one)
else:
    decoder = json.JSONDecoder()
    with open(sys.argv[1], encoding="utf-8") as file:
        buffer = file.read(1 << 20)
        at = buffer.index("[") + 1
        while True:
            while at < len(buffer) and buffer[at] in " \t\r\n,":
                at += 1
            try:
                one, at = decoder.raw_decode(buffer, at)
            except json.JSONDecodeError:
                more = file.read(1 << 20)
                if not more:
                    break
                buffer, at = buffer[at:] + more, 0
                continue
            count(one)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{contracts} {rows} {time.monotonic() - begin:.3f} {peak:.1f}")
