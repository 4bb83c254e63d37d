#!/usr/bin/env python3
"""Reads FILE (csv with ";", xlsx or ods) with pandas, types guessed as it does, and prints "rows cells seconds peak_mib"."""
import resource
import sys
import time

import pandas

path = sys.argv[1]
begin = time.perf_counter()
frame = pandas.read_csv(path, sep=";", header=None, low_memory=False) if path.endswith(".csv") else pandas.read_excel(path, header=None)
seconds = time.perf_counter() - begin
print(len(frame), int(frame.notna().sum().sum()), f"{seconds:.3f}",
      f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f}")
