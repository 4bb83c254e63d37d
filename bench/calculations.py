#!/usr/bin/env python3
"""The same million F1 calculations with Python's fractions, the exact peer of the standard library."""
import time
from fractions import Fraction

start = time.perf_counter()
hours = 0
for i in range(1_000_000):
    exact = Fraction((1_000_000 + 997 * i) * (2000 + i % 7000) * (500 + i % 1500), (2000 + i % 2500) * 100_000_000)
    whole, rest = divmod(exact.numerator, exact.denominator)
    hours += whole + (2 * rest >= exact.denominator)
print(1_000_000, hours, f"{time.perf_counter() - start:.3f}")
