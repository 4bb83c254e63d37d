-- What people decided that a value of a file means when no list knows it, so that they are asked once: by the field and
-- the folded value. `meaning` is what is read in its stead.

CREATE TABLE import_decisions (
  field TEXT NOT NULL CHECK (field <> ''),
  value_folded TEXT NOT NULL CHECK (value_folded <> ''),
  value TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('remplacer', 'ignorer', 'garder')),
  meaning TEXT NOT NULL DEFAULT '',
  decided_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (field, value_folded),
  CHECK ((decision = 'remplacer') = (meaning <> ''))
) STRICT, WITHOUT ROWID;
