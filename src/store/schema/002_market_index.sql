-- What lists, searches and counts read: one narrow row a market and one text, written anew with every change of the
-- market, its lots, its buyer or its holders (src/store/market_index.cpp), and all anew after a migration or
-- the undoing of an import.
-- social: the state of all its lots together; a market is "aucune" only when every lot says so.
-- cpvs: the codes of the market and its lots, each after a space. text: folded, what is searched.

CREATE TABLE market_index (
  market_id INTEGER PRIMARY KEY,
  buyer_id INTEGER NOT NULL,
  reference TEXT NOT NULL,
  notified_on TEXT,
  department TEXT,
  cpvs TEXT NOT NULL,
  works INTEGER NOT NULL CHECK (works IN (0, 1)),
  supplies INTEGER NOT NULL CHECK (supplies IN (0, 1)),
  services INTEGER NOT NULL CHECK (services IN (0, 1)),
  social TEXT NOT NULL CHECK (social IN ('oui', 'aucune', 'non_renseignee')),
  lots INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL,
  lots_with_amount INTEGER NOT NULL,
  hours_centi INTEGER NOT NULL,
  lots_with_hours INTEGER NOT NULL,
  estimated_cents INTEGER NOT NULL,
  lots_estimated INTEGER NOT NULL
) STRICT;
CREATE INDEX market_index_notified ON market_index (notified_on);
CREATE INDEX market_index_buyer ON market_index (buyer_id);

CREATE TABLE market_texts (
  market_id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;
