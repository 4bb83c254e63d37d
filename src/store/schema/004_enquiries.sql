-- Dossiers: a buyer's request before the award, its lots, the scenarios of the answer, the offers and their marks.
-- Lists of codes (publics, modalities) are joined by commas.

CREATE TABLE enquiries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  buyer_id INTEGER NOT NULL REFERENCES organisations (id),
  state TEXT NOT NULL CHECK (state IN ('sollicite', 'etudie', 'preconise', 'accepte', 'modifie', 'refuse',
                                       'en_consultation', 'offres_analysees', 'attribue')),
  object TEXT NOT NULL CHECK (object <> ''),
  cpv TEXT NOT NULL DEFAULT '' CHECK (length(cpv) IN (0, 8)),
  type TEXT NOT NULL CHECK (type IN ('inconnu', 'travaux', 'fournitures', 'services', 'concession')),
  buyer_category TEXT NOT NULL CHECK (buyer_category IN ('inconnue', 'etat', 'autre', 'entite')),
  defence INTEGER NOT NULL DEFAULT 0 CHECK (defence IN (0, 1)),
  department TEXT NOT NULL DEFAULT '',
  estimated_need_cents INTEGER CHECK (estimated_need_cents >= 0),
  duration_months INTEGER CHECK (duration_months >= 0),
  consultation_on TEXT CHECK (length(consultation_on) = 10),
  insertion_structures INTEGER CHECK (insertion_structures >= 0),
  insertion_turnover_cents INTEGER CHECK (insertion_turnover_cents >= 0),
  disability_structures INTEGER CHECK (disability_structures >= 0),
  disability_turnover_cents INTEGER CHECK (disability_turnover_cents >= 0),
  owner TEXT NOT NULL DEFAULT '',
  requested_on TEXT NOT NULL CHECK (length(requested_on) = 10),
  question_due_on TEXT CHECK (length(question_due_on) = 10),
  publication_due_on TEXT CHECK (length(publication_due_on) = 10),
  answers_due_on TEXT CHECK (length(answers_due_on) = 10),
  publics TEXT NOT NULL DEFAULT '',
  modalities TEXT NOT NULL DEFAULT '',
  refusal_reason TEXT NOT NULL DEFAULT '',
  exception_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  chosen_scenario INTEGER REFERENCES enquiry_scenarios (id) DEFERRABLE INITIALLY DEFERRED,
  recommended_scenario INTEGER REFERENCES enquiry_scenarios (id) DEFERRABLE INITIALLY DEFERRED,
  market_id INTEGER REFERENCES markets (id),
  criterion_weight_bp INTEGER NOT NULL DEFAULT 0 CHECK (criterion_weight_bp BETWEEN 0 AND 10000),
  best_mark INTEGER NOT NULL DEFAULT 10 CHECK (best_mark >= 1),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE INDEX enquiries_buyer ON enquiries (buyer_id);
CREATE INDEX enquiries_market ON enquiries (market_id) WHERE market_id IS NOT NULL;

CREATE TABLE enquiry_lots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  enquiry_id INTEGER NOT NULL REFERENCES enquiries (id),
  rank INTEGER NOT NULL CHECK (rank >= 1),
  number TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  trade TEXT NOT NULL DEFAULT '',
  cpv TEXT NOT NULL DEFAULT '' CHECK (length(cpv) IN (0, 8)),
  estimate_cents INTEGER,
  maximum INTEGER NOT NULL DEFAULT 0 CHECK (maximum IN (0, 1)),
  abandoned INTEGER NOT NULL DEFAULT 0 CHECK (abandoned IN (0, 1))
) STRICT;
CREATE INDEX enquiry_lots_enquiry ON enquiry_lots (enquiry_id, rank);

CREATE TABLE enquiry_scenarios (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  enquiry_id INTEGER NOT NULL REFERENCES enquiries (id),
  name TEXT NOT NULL CHECK (name <> ''),
  labour_share_bp INTEGER CHECK (labour_share_bp BETWEEN 0 AND 10000),
  effort_bp INTEGER CHECK (effort_bp BETWEEN 0 AND 10000),
  hourly_cost_cents INTEGER CHECK (hourly_cost_cents > 0),
  rounding TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  UNIQUE (enquiry_id, name)
) STRICT;

CREATE TABLE scenario_lots (
  scenario_id INTEGER NOT NULL REFERENCES enquiry_scenarios (id),
  lot_id INTEGER NOT NULL REFERENCES enquiry_lots (id),
  clause_kind TEXT NOT NULL DEFAULT '',
  labour_share_bp INTEGER CHECK (labour_share_bp BETWEEN 0 AND 10000),
  effort_bp INTEGER CHECK (effort_bp BETWEEN 0 AND 10000),
  hourly_cost_cents INTEGER CHECK (hourly_cost_cents > 0),
  hours_centi INTEGER CHECK (hours_centi >= 0),
  PRIMARY KEY (scenario_id, lot_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE enquiry_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  enquiry_id INTEGER NOT NULL REFERENCES enquiries (id),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX enquiry_events_enquiry ON enquiry_events (enquiry_id);

CREATE TABLE sub_criteria (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  enquiry_id INTEGER NOT NULL REFERENCES enquiries (id),
  rank INTEGER NOT NULL CHECK (rank >= 1),
  label TEXT NOT NULL CHECK (label <> ''),
  weight_bp INTEGER NOT NULL CHECK (weight_bp BETWEEN 0 AND 10000),
  expected TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX sub_criteria_enquiry ON sub_criteria (enquiry_id, rank);

CREATE TABLE offers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lot_id INTEGER NOT NULL REFERENCES enquiry_lots (id),
  company TEXT NOT NULL CHECK (company <> ''),
  scheme TEXT NOT NULL DEFAULT '',
  identifier TEXT NOT NULL DEFAULT '',
  amount_cents INTEGER CHECK (amount_cents >= 0),
  hours_centi INTEGER CHECK (hours_centi >= 0),
  kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE INDEX offers_lot ON offers (lot_id);
CREATE UNIQUE INDEX offers_kept ON offers (lot_id) WHERE kept = 1;

CREATE TABLE marks (
  offer_id INTEGER NOT NULL REFERENCES offers (id),
  criterion_id INTEGER NOT NULL REFERENCES sub_criteria (id),
  hundredths INTEGER NOT NULL CHECK (hundredths >= 0),
  justification TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (offer_id, criterion_id)
) STRICT, WITHOUT ROWID;
