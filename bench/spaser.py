"""The same figures by python sqlite3 and by pandas, from the tables that a reporting script would read.

Usage: spaser.py BASE
"""
import sqlite3
import statistics
import sys
import time

try:
    import pandas
except ImportError:
    pandas = None

BASE = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)


def median(times, work):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


NATIONAL = """
SELECT substr(coalesce(l.notified_on, m.notified_on), 1, 4), substr(coalesce(nullif(l.cpv, ''), m.cpv), 1, 2),
       coalesce(l.considerations, m.considerations), count(*), sum(l.amount_cents)
FROM lots l JOIN markets m ON m.id = l.market_id GROUP BY 1, 2, 3"""
NARROW = """
SELECT year, sector, social, count(*), sum(counted_cents) FROM contracts NOT INDEXED GROUP BY 1, 2, 3"""
GREATEST = BASE.execute(
    "SELECT buyer_id FROM contracts WHERE year = 2025 GROUP BY buyer_id ORDER BY count(*) DESC LIMIT 1").fetchone()[0]
BUYER = """
SELECT l.considerations, l.environmental, l.amount_cents, o.identifier
FROM markets m JOIN lots l ON l.market_id = m.id JOIN lot_holders h ON h.lot_id = l.id
     JOIN organisations o ON o.id = h.organisation_id
WHERE m.buyer_id = ? AND substr(coalesce(l.notified_on, m.notified_on), 1, 4) = '2025'"""
STRUCTURES = {row[0] for row in BASE.execute("SELECT siret FROM structure_sirets")}


def indicators_of(rows):
    """Four of the indicators that clausier gives all at once: S1, S2, E1 and S6, in number and amount."""
    figures = {}
    for considerations, environmental, cents, siret in rows:
        words = considerations or ""
        for code, counts in (("S1", words not in ("", "Pas de considération sociale")),
                             ("S2", "Clause sociale" in words),
                             ("E1", "environnement" in (environmental or "")),
                             ("S6", siret in STRUCTURES)):
            number, amount = figures.get(code, (0, 0))
            if counts:
                figures[code] = (number + 1, amount + (cents or 0))
    return figures


def compare_pandas():
    """Once the whole table is in memory, which takes longer than any question."""
    start = time.perf_counter()
    frame = pandas.read_sql("SELECT year, sector, social, buyer_id, counted_cents FROM contracts", BASE)
    print(f"pandas loads the table ms {(time.perf_counter() - start) * 1000:.0f}")

    def national():
        return frame.groupby(["year", "sector", "social"])["counted_cents"].agg(["size", "sum"])

    def buyer():
        part = frame[(frame.buyer_id == GREATEST) & (frame.year == 2025)]
        return [(part.social & bits).astype(bool).sum() for bits in (7, 1, 2, 4)]

    print(f"national pandas_in_memory ms {median(5, national):.1f}")
    print(f"buyer pandas_in_memory ms {median(9, buyer):.2f}")


print(f"national sqlite3_lots ms {median(3, lambda: BASE.execute(NATIONAL).fetchall()):.0f}")
print(f"national sqlite3_narrow ms {median(3, lambda: BASE.execute(NARROW).fetchall()):.0f}")
print(f"buyer sqlite3 ms {median(5, lambda: indicators_of(BASE.execute(BUYER, (GREATEST,)))):.1f}")
if pandas:
    compare_pandas()
else:
    print("pandas is not installed here")
