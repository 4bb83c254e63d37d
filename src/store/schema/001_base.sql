-- Organisations, operations, markets and their lots, calculations, imports, and what keeps them honest: journal, pieces.
-- The unit is in the name: _cents, hours_centi (1/100 h), _bp (1/10 000). Dates are ISO texts, instants ISO texts in UTC.
-- `revision` counts every write of a row, `edits` those made by hand: an import is undone only where no hand has passed.

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  piece_hash TEXT REFERENCES pieces (hash),
  profile TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_kept INTEGER NOT NULL CHECK (rows_kept >= 0),
  rows_ignored INTEGER NOT NULL CHECK (rows_ignored >= 0),
  rows_rejected INTEGER NOT NULL CHECK (rows_rejected >= 0),
  organisations_new INTEGER NOT NULL,
  markets_new INTEGER NOT NULL,
  markets_changed INTEGER NOT NULL,
  markets_same INTEGER NOT NULL,
  lots_new INTEGER NOT NULL,
  lots_changed INTEGER NOT NULL,
  lots_same INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'applied' CHECK (state IN ('applied', 'undone')),
  undone_at TEXT,
  CHECK (rows_read = rows_kept + rows_ignored + rows_rejected),
  CHECK ((state = 'undone') = (undone_at IS NOT NULL))
) STRICT;

-- The lines of a file that were not kept, each with its reason; the others are those of the lots.
CREATE TABLE import_rows (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  line INTEGER NOT NULL CHECK (line >= 1),
  status TEXT NOT NULL CHECK (status IN ('ignored', 'rejected')),
  reason TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

-- How often each kind of fault was met, and the first ones of each kind.
CREATE TABLE import_issue_counts (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  occurrences INTEGER NOT NULL CHECK (occurrences >= 1),
  PRIMARY KEY (import_id, code, severity)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_issues (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  rank INTEGER NOT NULL CHECK (rank >= 1),
  line INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  place TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (import_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('inconnu', 'public', 'bailleur_social', 'sem_spl', 'concessionnaire', 'promoteur',
                                     'prive', 'entreprise')),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  scheme TEXT NOT NULL DEFAULT '',
  identifier TEXT CHECK (identifier <> ''),
  merged_into INTEGER REFERENCES organisations (id) CHECK (merged_into <> id),
  created_import INTEGER REFERENCES imports (id),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  edits INTEGER NOT NULL DEFAULT 0 CHECK (edits >= 0),
  CHECK (name <> '' OR identifier IS NOT NULL),
  CHECK (identifier IS NOT NULL OR scheme = '')
) STRICT;
CREATE UNIQUE INDEX organisations_identifier ON organisations (scheme, identifier) WHERE identifier IS NOT NULL;
CREATE UNIQUE INDEX organisations_name ON organisations (folded) WHERE identifier IS NULL;
CREATE INDEX organisations_merged ON organisations (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE operations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  programme TEXT NOT NULL DEFAULT '',
  convention_number TEXT NOT NULL DEFAULT '',
  created_import INTEGER REFERENCES imports (id),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  UNIQUE (name, convention_number)
) STRICT;

-- considerations, environmental: NULL is "not filled in", which is never "none".
CREATE TABLE markets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  buyer_id INTEGER NOT NULL REFERENCES organisations (id),
  operation_id INTEGER REFERENCES operations (id),
  reference TEXT NOT NULL CHECK (reference <> ''),
  reference_derived INTEGER NOT NULL DEFAULT 0 CHECK (reference_derived IN (0, 1)),
  object TEXT NOT NULL DEFAULT '',
  nature TEXT NOT NULL DEFAULT '',
  procedure TEXT NOT NULL DEFAULT '',
  cpv TEXT NOT NULL DEFAULT '' CHECK (length(cpv) IN (0, 8)),
  place_code TEXT NOT NULL DEFAULT '',
  place_type TEXT NOT NULL DEFAULT '',
  department TEXT,
  notified_on TEXT CHECK (length(notified_on) = 10),
  published_on TEXT CHECK (length(published_on) = 10),
  consultation_on TEXT CHECK (length(consultation_on) = 10),
  estimated_need_cents INTEGER,
  duration_months INTEGER CHECK (duration_months >= 0),
  considerations TEXT,
  environmental TEXT,
  created_import INTEGER REFERENCES imports (id),
  last_import INTEGER REFERENCES imports (id),
  digest TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  edits INTEGER NOT NULL DEFAULT 0 CHECK (edits >= 0),
  UNIQUE (buyer_id, reference)
) STRICT;
CREATE INDEX markets_notified ON markets (notified_on);
CREATE INDEX markets_operation ON markets (operation_id) WHERE operation_id IS NOT NULL;

CREATE TABLE lots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  market_id INTEGER NOT NULL REFERENCES markets (id),
  number TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  section TEXT NOT NULL DEFAULT '',
  bracket TEXT NOT NULL DEFAULT '',
  cpv TEXT NOT NULL DEFAULT '' CHECK (length(cpv) IN (0, 8)),
  trade TEXT NOT NULL DEFAULT '',
  place_code TEXT NOT NULL DEFAULT '',
  place_type TEXT NOT NULL DEFAULT '',
  department TEXT,
  notified_on TEXT CHECK (length(notified_on) = 10),
  duration_months INTEGER CHECK (duration_months >= 0),
  considerations TEXT,
  environmental TEXT,
  amount_cents INTEGER,
  amount_min_cents INTEGER,
  amount_estimated_cents INTEGER,
  amount_max_cents INTEGER,
  labour_share_bp INTEGER CHECK (labour_share_bp BETWEEN 0 AND 10000),
  effort_bp INTEGER CHECK (effort_bp BETWEEN 0 AND 10000),
  hourly_cost_cents INTEGER CHECK (hourly_cost_cents > 0),
  hours_centi INTEGER CHECK (hours_centi >= 0),
  created_import INTEGER REFERENCES imports (id),
  last_import INTEGER REFERENCES imports (id),
  source_line INTEGER,
  digest TEXT NOT NULL DEFAULT '',
  holders_digest INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  edits INTEGER NOT NULL DEFAULT 0 CHECK (edits >= 0),
  UNIQUE (market_id, number)
) STRICT;

CREATE TABLE lot_holders (
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  rank INTEGER NOT NULL CHECK (rank >= 1),
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  PRIMARY KEY (lot_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX lot_holders_organisation ON lot_holders (organisation_id);

-- What an import found before it wrote, so that it can be undone. Gone once it is.
CREATE TABLE markets_before (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  market_id INTEGER NOT NULL,
  operation_id INTEGER,
  object TEXT NOT NULL,
  nature TEXT NOT NULL,
  procedure TEXT NOT NULL,
  cpv TEXT NOT NULL,
  place_code TEXT NOT NULL,
  place_type TEXT NOT NULL,
  department TEXT,
  notified_on TEXT,
  published_on TEXT,
  consultation_on TEXT,
  estimated_need_cents INTEGER,
  duration_months INTEGER,
  considerations TEXT,
  environmental TEXT,
  last_import INTEGER,
  digest TEXT NOT NULL,
  edits INTEGER NOT NULL,
  PRIMARY KEY (import_id, market_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lots_before (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  lot_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  section TEXT NOT NULL,
  bracket TEXT NOT NULL,
  cpv TEXT NOT NULL,
  trade TEXT NOT NULL,
  place_code TEXT NOT NULL,
  place_type TEXT NOT NULL,
  department TEXT,
  notified_on TEXT,
  duration_months INTEGER,
  considerations TEXT,
  environmental TEXT,
  amount_cents INTEGER,
  amount_min_cents INTEGER,
  amount_estimated_cents INTEGER,
  amount_max_cents INTEGER,
  labour_share_bp INTEGER,
  effort_bp INTEGER,
  hourly_cost_cents INTEGER,
  hours_centi INTEGER,
  last_import INTEGER,
  source_line INTEGER,
  digest TEXT NOT NULL,
  holders_digest INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  edits INTEGER NOT NULL,
  PRIMARY KEY (import_id, lot_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lot_holders_before (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  lot_id INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL,
  PRIMARY KEY (import_id, lot_id, rank)
) STRICT, WITHOUT ROWID;

-- Organisations known by an identifier alone, to which an import gave the name of the file.
CREATE TABLE organisations_before (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  organisation_id INTEGER NOT NULL,
  edits INTEGER NOT NULL,
  PRIMARY KEY (import_id, organisation_id)
) STRICT, WITHOUT ROWID;

-- lot_revision: the state of the lot that was computed on.
CREATE TABLE calculations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER REFERENCES lots (id),
  lot_revision INTEGER,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method <> ''),
  hours_centi INTEGER NOT NULL,
  raw_centi INTEGER NOT NULL,
  rounding TEXT NOT NULL,
  reference_digest TEXT NOT NULL,
  CHECK ((lot_id IS NULL) = (lot_revision IS NULL))
) STRICT;
CREATE INDEX calculations_lot ON calculations (lot_id) WHERE lot_id IS NOT NULL;

CREATE TABLE calculation_inputs (
  calculation_id INTEGER NOT NULL REFERENCES calculations (id),
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (calculation_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE calculation_steps (
  calculation_id INTEGER NOT NULL REFERENCES calculations (id),
  rank INTEGER NOT NULL,
  label TEXT NOT NULL,
  formula TEXT NOT NULL,
  PRIMARY KEY (calculation_id, rank)
) STRICT, WITHOUT ROWID;

-- Each row's hash covers the one before: an altered or missing row shows. Anchors stand for purged rows.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action <> ''),
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE journal_anchors (
  last_id INTEGER PRIMARY KEY,
  last_hash TEXT NOT NULL,
  purged INTEGER NOT NULL CHECK (purged >= 1),
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL
) STRICT;

-- The end of the chain, kept apart so that a cut tail shows too.
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_id INTEGER NOT NULL,
  last_hash TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A territory's own reference values, laid over the national ones. parts, min and max count the parts of the unit.
CREATE TABLE reference_local (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL CHECK (key <> ''),
  valid_from TEXT CHECK (length(valid_from) = 10),
  unit TEXT NOT NULL,
  label TEXT NOT NULL,
  parts INTEGER NOT NULL,
  min_parts INTEGER,
  max_parts INTEGER CHECK (max_parts >= min_parts),
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  checked_on TEXT CHECK (length(checked_on) = 10),
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX reference_local_key ON reference_local (key, coalesce(valid_from, ''));

CREATE TABLE pieces (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  name TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
