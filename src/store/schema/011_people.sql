-- The people for whom clauses exist, their names apart, and what the law asks of who keeps them.

-- What everything else names: it outlives the names, so that figures stay. opcs_id: who follows the person; declared_by:
-- who declared her. path_ended_on: the end of the last path, from which retention runs. merged_into: the record that
-- stands for this one. gone_*: when and why the names were removed.
CREATE TABLE participants (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pseudonym TEXT NOT NULL UNIQUE CHECK (length(pseudonym) = 9),
  opcs_id INTEGER NOT NULL REFERENCES organisations (id),
  declared_by INTEGER NOT NULL REFERENCES organisations (id),
  created_on TEXT NOT NULL CHECK (length(created_on) = 10),
  path_ended_on TEXT CHECK (length(path_ended_on) = 10),
  merged_into INTEGER REFERENCES participants (id) CHECK (merged_into <> id),
  gone_on TEXT CHECK (length(gone_on) = 10),
  gone_because TEXT CHECK (gone_because IN ('conservation', 'effacement', 'fusion')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  CHECK ((gone_on IS NULL) = (gone_because IS NULL))
) STRICT;
CREATE INDEX participants_opcs ON participants (opcs_id);
CREATE INDEX participants_declared ON participants (declared_by);
CREATE INDEX participants_merged ON participants (merged_into) WHERE merged_into IS NOT NULL;

-- name_tag: HMAC-SHA-256 of domain::person_key() under the key of the installation, which is not in the base: it says
-- that two records are of one person, not who she is.
CREATE TABLE participant_names (
  participant_id INTEGER PRIMARY KEY REFERENCES participants (id),
  family TEXT NOT NULL CHECK (family <> ''),
  given TEXT NOT NULL CHECK (given <> ''),
  born_on TEXT NOT NULL CHECK (length(born_on) = 10),
  name_tag TEXT NOT NULL CHECK (length(name_tag) = 64)
) STRICT;
CREATE INDEX participant_names_tag ON participant_names (name_tag);

-- Recognition as a disabled worker (RQTH): data about health, asked for on its own and shown under its own right.
CREATE TABLE participant_health (
  participant_id INTEGER PRIMARY KEY REFERENCES participants (id),
  disabled_worker INTEGER NOT NULL CHECK (disabled_worker IN (0, 1))
) STRICT;

-- Why names must be kept longer than their delay. until_on: the last day, NULL until it is lifted.
CREATE TABLE participant_holds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  participant_id INTEGER NOT NULL REFERENCES participants (id),
  kind TEXT NOT NULL CHECK (kind IN ('contentieux', 'financement')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  until_on TEXT CHECK (length(until_on) = 10),
  set_on TEXT NOT NULL CHECK (length(set_on) = 10),
  set_by TEXT NOT NULL,
  lifted_on TEXT CHECK (length(lifted_on) = 10)
) STRICT;
CREATE INDEX participant_holds_participant ON participant_holds (participant_id);

-- A participant changed OPCS.
CREATE TABLE participant_transfers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  participant_id INTEGER NOT NULL REFERENCES participants (id),
  from_id INTEGER NOT NULL REFERENCES organisations (id),
  into_id INTEGER NOT NULL REFERENCES organisations (id),
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX participant_transfers_participant ON participant_transfers (participant_id);

-- What was erased or purged, so that restoring a backup made before erases it again. name_tag: also finds a record of
-- the same person under another pseudonym; NULL where the names alone of one record had to go.
CREATE TABLE erasures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pseudonym TEXT NOT NULL CHECK (length(pseudonym) = 9),
  name_tag TEXT CHECK (length(name_tag) = 64),
  because TEXT NOT NULL CHECK (because IN ('conservation', 'effacement')),
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX erasures_pseudonym ON erasures (pseudonym);

-- The register of processing (GDPR, article 30) as the data protection officer has changed it; the rest is
-- data/codes/processing_activities.csv. withdrawn: an activity of that list that does not take place here.
CREATE TABLE processing_activities (
  code TEXT PRIMARY KEY CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  purpose TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  people TEXT NOT NULL,
  data TEXT NOT NULL,
  recipients TEXT NOT NULL,
  retention TEXT NOT NULL,
  security TEXT NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT, WITHOUT ROWID;
