-- Accounts, who they act for, and what proves who they are. Of every secret a fingerprint alone is kept.

-- email: lower case. password_hash: argon2id; NULL until one is chosen, or where an identity provider answers for it.
-- disabled wins over everything: no session, link or token of a disabled account is worth anything.
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT NOT NULL UNIQUE CHECK (email <> '' AND email = lower(email)),
  name TEXT NOT NULL CHECK (name <> ''),
  state TEXT NOT NULL CHECK (state IN ('invite', 'actif', 'desactive')),
  password_hash TEXT CHECK (password_hash <> ''),
  created_at TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
) STRICT;

-- Who an account acts for, and as what. organisation_id: NULL for the admin of the installation alone. departments:
-- codes joined by ",", sorted; '' for everywhere.
CREATE TABLE memberships (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  organisation_id INTEGER REFERENCES organisations (id),
  role TEXT NOT NULL CHECK (role IN ('administrateur', 'facilitateur', 'acheteur', 'structure', 'entreprise',
                                     'prescripteur', 'reseau')),
  departments TEXT NOT NULL DEFAULT '' CHECK (departments = '' OR role = 'facilitateur'),
  CHECK ((organisation_id IS NULL) = (role = 'administrateur'))
) STRICT;
CREATE UNIQUE INDEX memberships_account ON memberships (account_id, role, coalesce(organisation_id, 0));
CREATE INDEX memberships_organisation ON memberships (organisation_id);

-- token_hash: SHA-256 of the token of the cookie. awaiting_code: the password was right and the one-time code is still to
-- come; such a session opens nothing. peer and agent: shortened, to be recognised by their owner.
CREATE TABLE user_sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  awaiting_code INTEGER NOT NULL CHECK (awaiting_code IN (0, 1)),
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  peer TEXT NOT NULL DEFAULT '',
  agent TEXT NOT NULL DEFAULT '',
  ended_at TEXT
) STRICT;
CREATE INDEX user_sessions_account ON user_sessions (account_id);

-- Failures in a row. tag: keyed fingerprint of what was tried: an account, known or not, or the address it came from.
CREATE TABLE login_attempts (
  kind TEXT NOT NULL CHECK (kind IN ('compte', 'adresse', 'code', 'lien')),
  tag TEXT NOT NULL CHECK (length(tag) = 64),
  failures INTEGER NOT NULL CHECK (failures >= 0),
  last_at TEXT NOT NULL,
  PRIMARY KEY (kind, tag)
) STRICT, WITHOUT ROWID;

-- Links that open once. account_id: NULL for the link of the very first admin, who names themselves.
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  kind TEXT NOT NULL CHECK (kind IN ('premier', 'invitation', 'mot_de_passe')),
  account_id INTEGER REFERENCES accounts (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  CHECK ((account_id IS NULL) = (kind = 'premier'))
) STRICT;
CREATE INDEX invitations_account ON invitations (account_id);

-- The secret of one-time codes, sealed by the key of the installation. confirmed_at: NULL until a first code was right.
-- last_step: the 30-second step of the last code accepted, which is never accepted again.
CREATE TABLE second_factors (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
  sealed_secret TEXT NOT NULL CHECK (sealed_secret <> ''),
  created_at TEXT NOT NULL,
  confirmed_at TEXT,
  last_step INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE recovery_codes (
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  code_hash TEXT NOT NULL CHECK (length(code_hash) = 64),
  used_at TEXT,
  PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;

-- Tokens for scripts. actions: codes of the only actions allowed, joined by ","; '' for all those of the account.
CREATE TABLE api_tokens (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  label TEXT NOT NULL CHECK (label <> ''),
  read_only INTEGER NOT NULL CHECK (read_only IN (0, 1)),
  actions TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  last_used_at TEXT,
  ended_at TEXT
) STRICT;
CREATE INDEX api_tokens_account ON api_tokens (account_id);
