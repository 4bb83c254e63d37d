-- Essential data (DECP) of lots, the contracts that indicators count, structures and their approvals, spending, and the
-- scheme (SPASER) with its targets, registers and published reports.

-- Essential data: what DECP says of an awarded lot beside what lots hold already. Lists of words are joined by ", ";
-- modifications, subcontracts and years of execution are canonical JSON arrays (domain/essential_data), '' for none.
ALTER TABLE lots ADD COLUMN techniques TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN execution_modes TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN framework_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN innovative INTEGER CHECK (innovative IN (0, 1));
ALTER TABLE lots ADD COLUMN advance INTEGER CHECK (advance IN (0, 1));
ALTER TABLE lots ADD COLUMN advance_rate_bp INTEGER CHECK (advance_rate_bp BETWEEN 0 AND 10000);
ALTER TABLE lots ADD COLUMN subcontracting INTEGER CHECK (subcontracting IN (0, 1));
ALTER TABLE lots ADD COLUMN ccag TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN offers INTEGER CHECK (offers >= 0);
ALTER TABLE lots ADD COLUMN consortium TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN price_form TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN price_types TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN origin_eu_bp INTEGER CHECK (origin_eu_bp BETWEEN 0 AND 10000);
ALTER TABLE lots ADD COLUMN origin_france_bp INTEGER CHECK (origin_france_bp BETWEEN 0 AND 10000);
ALTER TABLE lots ADD COLUMN starts_on TEXT CHECK (length(starts_on) = 10);
ALTER TABLE lots ADD COLUMN subsidy_cents INTEGER;
ALTER TABLE lots ADD COLUMN holder_sme INTEGER CHECK (holder_sme IN (0, 1));
ALTER TABLE lots ADD COLUMN holder_department TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN buying_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN modifications TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN subcontracts TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN subcontract_changes TEXT NOT NULL DEFAULT '';
ALTER TABLE lots ADD COLUMN execution_years TEXT NOT NULL DEFAULT '';

ALTER TABLE lots_before ADD COLUMN techniques TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN execution_modes TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN framework_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN innovative INTEGER;
ALTER TABLE lots_before ADD COLUMN advance INTEGER;
ALTER TABLE lots_before ADD COLUMN advance_rate_bp INTEGER;
ALTER TABLE lots_before ADD COLUMN subcontracting INTEGER;
ALTER TABLE lots_before ADD COLUMN ccag TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN offers INTEGER;
ALTER TABLE lots_before ADD COLUMN consortium TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN price_form TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN price_types TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN origin_eu_bp INTEGER;
ALTER TABLE lots_before ADD COLUMN origin_france_bp INTEGER;
ALTER TABLE lots_before ADD COLUMN starts_on TEXT;
ALTER TABLE lots_before ADD COLUMN subsidy_cents INTEGER;
ALTER TABLE lots_before ADD COLUMN holder_sme INTEGER;
ALTER TABLE lots_before ADD COLUMN holder_department TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN buying_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN modifications TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN subcontracts TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN subcontract_changes TEXT NOT NULL DEFAULT '';
ALTER TABLE lots_before ADD COLUMN execution_years TEXT NOT NULL DEFAULT '';

-- Why a market does without the mandatory social condition: the key of a legal statement, and the motive in words.
CREATE TABLE market_exceptions (
  market_id INTEGER PRIMARY KEY REFERENCES markets (id),
  statement TEXT NOT NULL CHECK (statement <> ''),
  motive TEXT NOT NULL CHECK (motive <> ''),
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;

-- The clauses of a lot in detail, kinds of data/codes/clause_kinds.csv ("none" excludes the others): the master, of
-- which lots.considerations is the summary. form: of the kinds that may be a condition, a criterion or both.
CREATE TABLE lot_clauses (
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  form TEXT NOT NULL DEFAULT 'clause' CHECK (form IN ('clause', 'critere', 'les_deux')),
  PRIMARY KEY (lot_id, kind)
) STRICT, WITHOUT ROWID;

-- A classification accepted by a person: what lots that said nothing were given at once, undone as a whole. given: their
-- clauses, or their environmental considerations. No key to lots: once undone it may outlive them.
CREATE TABLE classifications (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  axis TEXT NOT NULL CHECK (axis IN ('sociale', 'environnementale')),
  undone_at TEXT
) STRICT;
CREATE TABLE classified_lots (
  classification_id INTEGER NOT NULL REFERENCES classifications (id),
  lot_id INTEGER NOT NULL,
  given TEXT NOT NULL CHECK (given <> ''),
  words_before TEXT,
  words_after TEXT NOT NULL,
  PRIMARY KEY (classification_id, lot_id)
) STRICT, WITHOUT ROWID;

-- One narrow row a lot, what indicators count, written anew with every change of its market (src/store/contract_index).
-- year: of notification, 0 when not known. sector: 0 travaux, 1 fournitures, 2 services, 3 not known. band: 0 to 3, 4 not
-- known. social: bits 1 clause, 2 criterion, 4 reserved, 8 « aucune »; environmental: 1 clause, 2 criterion, 8 « aucune »;
-- 0 is not filled in. kinds: bits of clause_kinds in their order. counted_cents: what sums take (amount, NULL when absent
-- or aberrant); amended_cents: the same after modifications. flags: bits of domain::ContractFlag.
CREATE TABLE contracts (
  lot_id INTEGER PRIMARY KEY,
  market_id INTEGER NOT NULL,
  buyer_id INTEGER NOT NULL,
  year INTEGER NOT NULL,
  notified_on TEXT,
  sector INTEGER NOT NULL,
  band INTEGER NOT NULL,
  procedure TEXT NOT NULL,
  department TEXT NOT NULL,
  unit TEXT NOT NULL,
  social INTEGER NOT NULL,
  environmental INTEGER NOT NULL,
  kinds INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  counted_cents INTEGER,
  amended_cents INTEGER,
  holders INTEGER NOT NULL,
  offers INTEGER
) STRICT;
-- All that sums need of the contracts of a buyer and year stands together.
CREATE INDEX contracts_buyer ON contracts (buyer_id, year, notified_on, sector, band, social, environmental, kinds,
  flags, counted_cents, amended_cents, holders, offers);
CREATE INDEX contracts_market ON contracts (market_id);

-- Contracts summed by year, sector and consideration, without concessions, call-offs and private buyers (flags 1, 4, 16):
-- what is counted of the whole base when no option is chosen. cents: of counted_cents.
CREATE TABLE contract_totals (
  year INTEGER NOT NULL,
  sector INTEGER NOT NULL,
  social INTEGER NOT NULL,
  contracts INTEGER NOT NULL CHECK (contracts >= 0),
  without_amount INTEGER NOT NULL CHECK (without_amount >= 0),
  cents INTEGER NOT NULL,
  PRIMARY KEY (year, sector, social)
) STRICT, WITHOUT ROWID;

-- Who works on a lot, by SIRET: its holders and the subcontractors its essential data names. amount_cents: of the
-- subcontract. buyer_id, year: of the contract.
CREATE TABLE contract_suppliers (
  lot_id INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  siret TEXT NOT NULL,
  subcontractor INTEGER NOT NULL CHECK (subcontractor IN (0, 1)),
  amount_cents INTEGER,
  buyer_id INTEGER NOT NULL,
  year INTEGER NOT NULL,
  PRIMARY KEY (lot_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX contract_suppliers_siret ON contract_suppliers (siret);
CREATE INDEX contract_suppliers_buyer ON contract_suppliers (buyer_id, year, siret, subcontractor, amount_cents);

-- Structures of the directory. A structure is never its SIRET: it has a history of them.
CREATE TABLE structure_imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  source TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  same INTEGER NOT NULL,
  listed INTEGER NOT NULL,
  undone_at TEXT,
  CHECK (rows_read = created + updated + same + listed)
) STRICT;
-- What is said of a line; kept: the line gave a structure all the same.
CREATE TABLE structure_import_rows (
  import_id INTEGER NOT NULL REFERENCES structure_imports (id),
  line INTEGER NOT NULL,
  code TEXT NOT NULL,
  kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
  message TEXT NOT NULL,
  PRIMARY KEY (import_id, line, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE structures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL,
  siret TEXT CHECK (length(siret) = 14),
  department TEXT NOT NULL DEFAULT '',
  post_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  naf TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  closed_on TEXT CHECK (length(closed_on) = 10),
  created_import INTEGER REFERENCES structure_imports (id),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  edits INTEGER NOT NULL DEFAULT 0 CHECK (edits >= 0)
) STRICT;
CREATE INDEX structures_siret ON structures (siret) WHERE siret IS NOT NULL;
CREATE INDEX structures_folded ON structures (folded);
CREATE TABLE structure_sirets (
  structure_id INTEGER NOT NULL REFERENCES structures (id),
  siret TEXT NOT NULL CHECK (length(siret) = 14),
  valid_from TEXT CHECK (length(valid_from) = 10),
  valid_to TEXT CHECK (length(valid_to) = 10),
  PRIMARY KEY (structure_id, siret)
) STRICT, WITHOUT ROWID;
CREATE INDEX structure_sirets_siret ON structure_sirets (siret);
-- kind: convention (of an SIAE, EA…), esus, ess.
CREATE TABLE structure_approvals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  structure_id INTEGER NOT NULL REFERENCES structures (id),
  kind TEXT NOT NULL CHECK (kind IN ('convention', 'esus', 'ess')),
  valid_from TEXT CHECK (length(valid_from) = 10),
  valid_to TEXT CHECK (length(valid_to) = 10),
  source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX structure_approvals_structure ON structure_approvals (structure_id);
-- A structure as it stood before an import changed it. The import made one edit: edits is then edits + 1.
CREATE TABLE structures_before (
  import_id INTEGER NOT NULL REFERENCES structure_imports (id),
  structure_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  siret TEXT,
  department TEXT NOT NULL,
  post_code TEXT NOT NULL,
  city TEXT NOT NULL,
  naf TEXT NOT NULL,
  source TEXT NOT NULL,
  closed_on TEXT,
  edits INTEGER NOT NULL,
  PRIMARY KEY (import_id, structure_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE structure_sirets_before (
  import_id INTEGER NOT NULL,
  structure_id INTEGER NOT NULL,
  siret TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  PRIMARY KEY (import_id, structure_id, siret)
) STRICT, WITHOUT ROWID;
CREATE TABLE structure_approvals_before (
  import_id INTEGER NOT NULL,
  structure_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT NOT NULL,
  PRIMARY KEY (import_id, structure_id, id)
) STRICT, WITHOUT ROWID;

-- Spending: the file of purchases of a buyer and year, replaced or removed as a whole. sheet: of the workbook, '' for the
-- first one.
CREATE TABLE purchase_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  buyer_id INTEGER NOT NULL REFERENCES organisations (id),
  year INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  sheet TEXT NOT NULL DEFAULT '',
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_kept INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  CHECK (rows_read = rows_kept + rows_rejected)
) STRICT;
CREATE UNIQUE INDEX purchase_files_buyer ON purchase_files (buyer_id, year);
CREATE TABLE purchases (
  file_id INTEGER NOT NULL REFERENCES purchase_files (id),
  line INTEGER NOT NULL,
  supplier TEXT NOT NULL,
  siret TEXT CHECK (length(siret) = 14),
  amount_cents INTEGER NOT NULL,
  category TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (file_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchases_siret ON purchases (siret) WHERE siret IS NOT NULL;
CREATE TABLE purchase_rejects (
  file_id INTEGER NOT NULL REFERENCES purchase_files (id),
  line INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (file_id, line)
) STRICT, WITHOUT ROWID;

-- What a buyer paid in a calendar year, as typed with its source: the denominator of the coverage rate.
CREATE TABLE annual_spending (
  buyer_id INTEGER NOT NULL REFERENCES organisations (id),
  year INTEGER NOT NULL,
  mandated_cents INTEGER NOT NULL CHECK (mandated_cents >= 0),
  source TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (buyer_id, year)
) STRICT, WITHOUT ROWID;

-- AGEC: reused, donated and recycled goods by year and product.
CREATE TABLE reuse_declarations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  buyer_id INTEGER NOT NULL REFERENCES organisations (id),
  year INTEGER NOT NULL,
  product TEXT NOT NULL CHECK (product <> ''),
  total_cents INTEGER NOT NULL CHECK (total_cents >= 0),
  reused_cents INTEGER NOT NULL CHECK (reused_cents >= 0),
  donated_cents INTEGER NOT NULL CHECK (donated_cents >= 0),
  recycled_cents INTEGER NOT NULL CHECK (recycled_cents >= 0),
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  UNIQUE (buyer_id, year, product)
) STRICT;

-- The scheme of a buyer, or of several that share it.
CREATE TABLE schemes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL CHECK (title <> ''),
  first_year INTEGER NOT NULL,
  last_year INTEGER NOT NULL CHECK (last_year >= first_year),
  edition TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE TABLE scheme_buyers (
  scheme_id INTEGER NOT NULL REFERENCES schemes (id),
  buyer_id INTEGER NOT NULL REFERENCES organisations (id),
  PRIMARY KEY (scheme_id, buyer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX scheme_buyers_buyer ON scheme_buyers (buyer_id);
-- measure: nombre or montant (rates on all contracts, in 1/10 000), contrats (a number of them), euros (cents of their
-- amounts) or valeur (parts of the indicator's unit).
CREATE TABLE targets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scheme_id INTEGER NOT NULL REFERENCES schemes (id),
  indicator TEXT NOT NULL CHECK (indicator <> ''),
  measure TEXT NOT NULL CHECK (measure IN ('nombre', 'montant', 'contrats', 'euros', 'valeur')),
  year INTEGER NOT NULL,
  value INTEGER NOT NULL CHECK (value >= 0),
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  UNIQUE (scheme_id, indicator, measure, year)
) STRICT;
-- Referents of services, awareness actions, partnerships with companies. person: the name of a referent, which may stay
-- empty and is never published.
CREATE TABLE register_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  buyer_id INTEGER NOT NULL REFERENCES organisations (id),
  kind TEXT NOT NULL CHECK (kind IN ('referent', 'sensibilisation', 'partenariat')),
  begins_on TEXT NOT NULL CHECK (length(begins_on) = 10),
  ends_on TEXT CHECK (length(ends_on) = 10),
  unit TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL CHECK (title <> ''),
  person TEXT NOT NULL DEFAULT '',
  people INTEGER CHECK (people >= 0),
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE INDEX register_entries_buyer ON register_entries (buyer_id, kind);
-- A report as it was published: never changed. content: the document and its figures as JSON; sha256: of content.
CREATE TABLE published_reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scheme_id INTEGER REFERENCES schemes (id),
  buyer_id INTEGER NOT NULL REFERENCES organisations (id),
  year INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  options TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (buyer_id, year, version)
) STRICT;
