-- Execution: who owes what on a lot, who works for it, the hours of each month, and what is decided of them.
-- Whatever stands here of a person is a participant, by its number: names are elsewhere, and go without these rows.

-- What is known of the execution of a lot as a whole. dropped_on: « sans suite ».
CREATE TABLE lot_executions (
  lot_id INTEGER PRIMARY KEY REFERENCES lots (id),
  liability TEXT NOT NULL DEFAULT 'seul' CHECK (liability IN ('seul', 'conjoint', 'solidaire')),
  ends_on TEXT CHECK (length(ends_on) = 10),
  dropped_on TEXT CHECK (length(dropped_on) = 10),
  dropped_reason TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;

-- What each member of a consortium invoices. leader: the one that speaks for them.
CREATE TABLE holder_shares (
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  holder_id INTEGER NOT NULL REFERENCES organisations (id),
  invoiced_cents INTEGER NOT NULL CHECK (invoiced_cents >= 0),
  leader INTEGER NOT NULL DEFAULT 0 CHECK (leader IN (0, 1)),
  PRIMARY KEY (lot_id, holder_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX holder_shares_holder ON holder_shares (holder_id);

-- Orders of the buyer: the preparation begins, then the works.
CREATE TABLE service_orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  kind TEXT NOT NULL CHECK (kind IN ('preparation', 'demarrage')),
  ordered_on TEXT NOT NULL CHECK (length(ordered_on) = 10),
  reference TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  UNIQUE (lot_id, kind, ordered_on)
) STRICT;

-- Works at a halt. until_on: the last day, NULL while it lasts.
CREATE TABLE stoppages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  until_on TEXT CHECK (length(until_on) = 10 AND until_on >= from_on),
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE INDEX stoppages_lot ON stoppages (lot_id);

-- What a holder means to do, month by month. A new plan stands in for the former, which is kept: the last of a holder
-- counts.
CREATE TABLE holder_plans (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  holder_id INTEGER NOT NULL REFERENCES organisations (id),
  given_on TEXT NOT NULL CHECK (length(given_on) = 10),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  UNIQUE (lot_id, holder_id, revision)
) STRICT;
CREATE INDEX holder_plans_holder ON holder_plans (holder_id);
CREATE TABLE planned_months (
  plan_id INTEGER NOT NULL REFERENCES holder_plans (id),
  rank INTEGER NOT NULL CHECK (rank >= 1),
  month INTEGER NOT NULL CHECK (month BETWEEN 23400 AND 25212),
  hours_centi INTEGER NOT NULL CHECK (hours_centi >= 0),
  modality TEXT NOT NULL DEFAULT '',
  performer_id INTEGER REFERENCES organisations (id),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (plan_id, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX planned_months_performer ON planned_months (performer_id) WHERE performer_id IS NOT NULL;

-- holder_id: a member of a consortium, NULL when the lot as a whole owes it. goal: 'whole', or a code of
-- data/codes/sub_goals.csv, part (share_bp) of what parent_id owes. tranche_cents…: what invoices make due (F4).
CREATE TABLE commitments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  holder_id INTEGER REFERENCES organisations (id),
  unit TEXT NOT NULL CHECK (unit IN ('heures', 'personnes', 'euros', 'actions')),
  goal TEXT NOT NULL CHECK (goal <> ''),
  parent_id INTEGER REFERENCES commitments (id),
  share_bp INTEGER CHECK (share_bp BETWEEN 0 AND 10000),
  tranche_cents INTEGER CHECK (tranche_cents > 0),
  threshold_cents INTEGER CHECK (threshold_cents >= 0),
  threshold_mode TEXT CHECK (threshold_mode IN ('declencheur', 'franchise')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  CHECK (parent_id IS NULL OR goal <> 'whole'),
  CHECK ((tranche_cents IS NULL) = (threshold_cents IS NULL)),
  CHECK ((tranche_cents IS NULL) = (threshold_mode IS NULL))
) STRICT;
CREATE UNIQUE INDEX commitments_lot ON commitments (lot_id, unit, goal, coalesce(holder_id, 0));
CREATE INDEX commitments_holder ON commitments (holder_id) WHERE holder_id IS NOT NULL;
CREATE INDEX commitments_parent ON commitments (parent_id) WHERE parent_id IS NOT NULL;

-- What was committed, line after line, none overwritten. quantity_centi: 1/100 of the unit. replaces: the rank of a
-- wrong one. reference, agreed_on: of the written agreement. taken_over: came with an opening import.
CREATE TABLE commitment_versions (
  commitment_id INTEGER NOT NULL REFERENCES commitments (id),
  rank INTEGER NOT NULL CHECK (rank >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('minimum', 'offre', 'avenant', 'tranche', 'reconduction', 'facture', 'prevision',
                                     'cede', 'recu', 'report_entrant', 'report_sortant')),
  quantity_centi INTEGER NOT NULL CHECK (quantity_centi >= 0),
  invoiced_cents INTEGER CHECK (invoiced_cents >= 0),
  since_on TEXT NOT NULL CHECK (length(since_on) = 10),
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  replaces INTEGER CHECK (replaces >= 1 AND replaces < rank),
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  agreed_on TEXT CHECK (length(agreed_on) = 10),
  taken_over INTEGER NOT NULL DEFAULT 0 CHECK (taken_over IN (0, 1)),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (commitment_id, rank)
) STRICT, WITHOUT ROWID;

-- One way of doing the hours. participant_id: NULL for hours of several people taken over at a cut-off date.
-- employer_id: who employs the person and declares the hours; structure_id: its sheet in the directory. hired_on: of a
-- hire for good. eligible…: as judged at the entry, then frozen; NULL until it is. sex, age, diploma, situation: codes
-- of data/codes/entry_profiles.csv, at the entry.
CREATE TABLE placements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  holder_id INTEGER NOT NULL REFERENCES organisations (id),
  participant_id INTEGER REFERENCES participants (id),
  employer_id INTEGER NOT NULL REFERENCES organisations (id),
  structure_id INTEGER REFERENCES structures (id) ON DELETE SET NULL,
  structure_kind TEXT NOT NULL DEFAULT '',
  modality TEXT NOT NULL CHECK (modality <> ''),
  contract TEXT NOT NULL DEFAULT '',
  started_on TEXT NOT NULL CHECK (length(started_on) = 10),
  ended_on TEXT CHECK (length(ended_on) = 10 AND ended_on >= started_on),
  hired_on TEXT CHECK (length(hired_on) = 10),
  job_code TEXT NOT NULL DEFAULT '',
  job TEXT NOT NULL DEFAULT '',
  eligible INTEGER CHECK (eligible IN (0, 1)),
  judged_for TEXT CHECK (length(judged_for) = 10),
  eligible_because TEXT NOT NULL DEFAULT '',
  sex TEXT NOT NULL DEFAULT '',
  age TEXT NOT NULL DEFAULT '',
  diploma TEXT NOT NULL DEFAULT '',
  situation TEXT NOT NULL DEFAULT '',
  permanent_staff INTEGER NOT NULL DEFAULT 0 CHECK (permanent_staff IN (0, 1)),
  taken_over_on TEXT CHECK (length(taken_over_on) = 10),
  people INTEGER NOT NULL DEFAULT 1 CHECK (people >= 1),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  CHECK ((eligible IS NULL) = (judged_for IS NULL)),
  CHECK (people = 1 OR participant_id IS NULL)
) STRICT;
CREATE INDEX placements_lot ON placements (lot_id);
CREATE INDEX placements_participant ON placements (participant_id) WHERE participant_id IS NOT NULL;
CREATE INDEX placements_employer ON placements (employer_id);
CREATE INDEX placements_holder ON placements (holder_id);
CREATE INDEX placements_ended ON placements (ended_on) WHERE ended_on IS NOT NULL;
CREATE INDEX placements_structure ON placements (structure_id) WHERE structure_id IS NOT NULL;

-- Why the person was eligible when she entered, with what proved it and who looked at it.
CREATE TABLE placement_criteria (
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  rank INTEGER NOT NULL CHECK (rank >= 1),
  source TEXT NOT NULL CHECK (source IN ('iae', 'marche')),
  criterion TEXT NOT NULL CHECK (criterion <> ''),
  proof TEXT NOT NULL DEFAULT '',
  proof_on TEXT CHECK (length(proof_on) = 10),
  checked_by TEXT NOT NULL DEFAULT '',
  checked_on TEXT CHECK (length(checked_on) = 10),
  PRIMARY KEY (placement_id, rank)
) STRICT, WITHOUT ROWID;

-- One placement shared by several lots, its own among them, by a written agreement, from a month on. The shares sum to
-- 10 000.
CREATE TABLE globalisations (
  placement_id INTEGER PRIMARY KEY REFERENCES placements (id),
  agreed_on TEXT NOT NULL CHECK (length(agreed_on) = 10),
  reference TEXT NOT NULL DEFAULT '',
  from_month INTEGER NOT NULL CHECK (from_month BETWEEN 23400 AND 25212)
) STRICT;
CREATE TABLE placement_shares (
  placement_id INTEGER NOT NULL REFERENCES globalisations (placement_id),
  rank INTEGER NOT NULL CHECK (rank >= 1),
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  share_bp INTEGER NOT NULL CHECK (share_bp BETWEEN 1 AND 10000),
  PRIMARY KEY (placement_id, rank),
  UNIQUE (placement_id, lot_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX placement_shares_lot ON placement_shares (lot_id);

-- What a market counts, and what a missing hour costs there; NULL for the reference value. publics: codes joined by
-- ",", '' for all of them.
CREATE TABLE counting_rules (
  market_id INTEGER PRIMARY KEY REFERENCES markets (id),
  worked INTEGER NOT NULL CHECK (worked IN (0, 1)),
  training INTEGER NOT NULL CHECK (training IN (0, 1)),
  paid_not_worked INTEGER NOT NULL CHECK (paid_not_worked IN (0, 1)),
  months_after_hire INTEGER CHECK (months_after_hire >= 0),
  publics TEXT NOT NULL DEFAULT '',
  iae INTEGER NOT NULL CHECK (iae IN (0, 1)),
  penalty_hour_cents INTEGER CHECK (penalty_hour_cents >= 0),
  penalty_day_cents INTEGER CHECK (penalty_day_cents >= 0),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;

-- An attestation of good execution, with its figures as they were. It locks the months of its lot that end by until_on.
CREATE TABLE certificates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  holder_id INTEGER REFERENCES organisations (id),
  final INTEGER NOT NULL CHECK (final IN (0, 1)),
  until_on TEXT NOT NULL CHECK (length(until_on) = 10),
  issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
  due_centi INTEGER NOT NULL,
  validated_centi INTEGER NOT NULL,
  reference TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX certificates_lot ON certificates (lot_id);
CREATE INDEX certificates_holder ON certificates (holder_id) WHERE holder_id IS NOT NULL;

-- The hours of one placement in one month (a number: 12 × the year + the month from 0). reverse_of: the validated
-- statement that this one takes back, its lines negative. unusual_reason: why what is unusual is right all the same.
-- certificate_id: what locks it.
CREATE TABLE hours_statements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 23400 AND 25212),
  state TEXT NOT NULL CHECK (state IN ('saisi', 'transmis', 'controle', 'valide', 'a_corriger', 'rejete')),
  reverse_of INTEGER REFERENCES hours_statements (id),
  unusual_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  taken_over INTEGER NOT NULL DEFAULT 0 CHECK (taken_over IN (0, 1)),
  declared_by TEXT NOT NULL,
  declared_on TEXT CHECK (length(declared_on) = 10),
  decided_by TEXT NOT NULL DEFAULT '',
  decided_on TEXT CHECK (length(decided_on) = 10),
  refusal_reason TEXT NOT NULL DEFAULT '',
  certificate_id INTEGER REFERENCES certificates (id),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE INDEX hours_statements_placement ON hours_statements (placement_id, month);
CREATE INDEX hours_statements_month ON hours_statements (month, id);
CREATE INDEX hours_statements_waiting ON hours_statements (month, placement_id) WHERE state IN ('transmis', 'controle');
CREATE UNIQUE INDEX hours_statements_reverse ON hours_statements (reverse_of)
  WHERE reverse_of IS NOT NULL AND state <> 'rejete';
CREATE INDEX hours_statements_certificate ON hours_statements (certificate_id) WHERE certificate_id IS NOT NULL;

-- The hours of a statement by lot and nature: on one lot, unless the placement is shared. counted: why they count there
-- ('compte'), count apart ('reserve') or do not, as judged when the statement was last written.
CREATE TABLE statement_lines (
  statement_id INTEGER NOT NULL REFERENCES hours_statements (id),
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  nature TEXT NOT NULL CHECK (nature IN ('travaillees', 'formation', 'payees')),
  hours_centi INTEGER NOT NULL,
  counted TEXT NOT NULL CHECK (counted <> ''),
  PRIMARY KEY (statement_id, lot_id, nature)
) STRICT, WITHOUT ROWID;

-- seen_by, seen_on: who looked at a payslip, which is never kept. destroy_on: the day by which a scan goes.
CREATE TABLE statement_evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  statement_id INTEGER NOT NULL REFERENCES hours_statements (id),
  kind TEXT NOT NULL CHECK (kind IN ('releve_signe', 'bulletin_vu', 'scan_masque', 'autre')),
  piece_hash TEXT REFERENCES pieces (hash),
  media_type TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0 CHECK (size >= 0),
  seen_by TEXT NOT NULL DEFAULT '',
  seen_on TEXT CHECK (length(seen_on) = 10),
  masking_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (masking_confirmed IN (0, 1)),
  destroy_on TEXT CHECK (length(destroy_on) = 10),
  destroyed_on TEXT CHECK (length(destroyed_on) = 10),
  note TEXT NOT NULL DEFAULT '',
  CHECK (kind <> 'bulletin_vu' OR piece_hash IS NULL),
  CHECK (kind <> 'scan_masque' OR piece_hash IS NULL OR (masking_confirmed = 1 AND destroy_on IS NOT NULL))
) STRICT;
CREATE INDEX statement_evidence_statement ON statement_evidence (statement_id);
CREATE INDEX statement_evidence_piece ON statement_evidence (piece_hash) WHERE piece_hash IS NOT NULL;

-- From a difficulty told to what the buyer decides.
CREATE TABLE penalty_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER NOT NULL REFERENCES lots (id),
  holder_id INTEGER NOT NULL REFERENCES organisations (id),
  stage TEXT NOT NULL CHECK (stage IN ('difficulte', 'mise_en_demeure', 'observations', 'decision')),
  step_on TEXT NOT NULL CHECK (length(step_on) = 10),
  answer_by TEXT CHECK (length(answer_by) = 10),
  simulated_cents INTEGER CHECK (simulated_cents >= 0),
  decision TEXT CHECK (decision IN ('appliquee', 'reduite', 'abandonnee')),
  amount_cents INTEGER CHECK (amount_cents >= 0),
  reason TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  CHECK ((decision IS NOT NULL) = (stage = 'decision'))
) STRICT;
CREATE INDEX penalty_steps_lot ON penalty_steps (lot_id);
CREATE INDEX penalty_steps_holder ON penalty_steps (holder_id);

-- Where a person is some months after the end of a placement. situation: a code of data/codes/exit_situations.csv.
CREATE TABLE exits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  months INTEGER NOT NULL CHECK (months >= 0),
  situation TEXT NOT NULL CHECK (situation <> ''),
  asked_on TEXT NOT NULL CHECK (length(asked_on) = 10),
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  UNIQUE (placement_id, months)
) STRICT;

-- What lists, curves and reports read: the hours of a lot in a month, by who did them and how far their statements have
-- come, kept true by src/store/execution_index.cpp in the transaction of each change. A month is a number.
-- stage: 0 typed, or to correct; 1 waiting for a facilitator; 2 validated. What is rejected counts nowhere.
CREATE TABLE execution_months (
  lot_id INTEGER NOT NULL,
  month INTEGER NOT NULL,
  performer_id INTEGER NOT NULL,
  stage INTEGER NOT NULL CHECK (stage IN (0, 1, 2)),
  statements INTEGER NOT NULL,
  worked_centi INTEGER NOT NULL,
  training_centi INTEGER NOT NULL,
  paid_centi INTEGER NOT NULL,
  counted_centi INTEGER NOT NULL,
  apart_centi INTEGER NOT NULL,
  PRIMARY KEY (lot_id, month, performer_id, stage)
) STRICT, WITHOUT ROWID;
CREATE INDEX execution_months_performer ON execution_months (performer_id, month);
-- The same by lot and year alone, for what looks at every lot at once.
CREATE TABLE execution_years (
  lot_id INTEGER NOT NULL,
  year INTEGER NOT NULL,
  stage INTEGER NOT NULL CHECK (stage IN (0, 1, 2)),
  statements INTEGER NOT NULL,
  worked_centi INTEGER NOT NULL,
  training_centi INTEGER NOT NULL,
  paid_centi INTEGER NOT NULL,
  counted_centi INTEGER NOT NULL,
  apart_centi INTEGER NOT NULL,
  PRIMARY KEY (lot_id, year, stage)
) STRICT, WITHOUT ROWID;
