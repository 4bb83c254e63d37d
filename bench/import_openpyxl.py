#!/usr/bin/env python3
"""What a script does today for the import bench: openpyxl read_only rows into an SQLite table, one commit, no mapping."""
import sqlite3
import sys
import time

import openpyxl

start = time.perf_counter()
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0]
rows = sheet.iter_rows(values_only=True)
header = next(rows)
base = sqlite3.connect(sys.argv[2])
base.execute("pragma journal_mode=wal")
base.execute("pragma synchronous=full")
base.execute("create table markets (" + ", ".join(f"c{i}" for i in range(len(header))) + ")")
count = base.executemany("insert into markets values (" + ", ".join("?" * len(header)) + ")",
                         ((tuple(str(v) if v is not None else None for v in row) + (None,) * len(header))[:len(header)]
                          for row in rows)).rowcount
base.commit()
print(count, f"{time.perf_counter() - start:.2f}")
