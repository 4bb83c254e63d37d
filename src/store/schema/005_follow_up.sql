-- Contacts, exchanges and tasks around a buyer or company (organisation), a dossier, a market or a lot.

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('organisation', 'dossier', 'marche', 'lot')),
  subject_id INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE INDEX contacts_subject ON contacts (subject_kind, subject_id);

-- contact_id becomes NULL when the contact is removed.
CREATE TABLE exchanges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('organisation', 'dossier', 'marche', 'lot')),
  subject_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('appel', 'reunion', 'visite', 'message')),
  held_on TEXT NOT NULL CHECK (length(held_on) = 10),
  contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  owner TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL CHECK (summary <> ''),
  report TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE INDEX exchanges_subject ON exchanges (subject_kind, subject_id);
CREATE INDEX exchanges_held ON exchanges (held_on);

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('organisation', 'dossier', 'marche', 'lot')),
  subject_id INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (title <> ''),
  owner TEXT NOT NULL DEFAULT '',
  due_on TEXT CHECK (length(due_on) = 10),
  done_on TEXT CHECK (length(done_on) = 10),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;
CREATE INDEX tasks_subject ON tasks (subject_kind, subject_id);
CREATE INDEX tasks_due ON tasks (due_on) WHERE done_on IS NULL;
