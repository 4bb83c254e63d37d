-- Mail waiting to be sent, and logins by an identity provider.

-- A mail is written in the transaction of what it tells, and sent after. subject and body are emptied once it has left or
-- been given up: a body may hold a link that opens once. due_at: not tried before; NULL once it is over.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  recipient TEXT NOT NULL CHECK (recipient <> ''),
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  due_at TEXT,
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  fault TEXT NOT NULL DEFAULT '',
  sent_at TEXT,
  given_up_at TEXT,
  CHECK ((due_at IS NULL) = (sent_at IS NOT NULL OR given_up_at IS NOT NULL)),
  CHECK (sent_at IS NULL OR given_up_at IS NULL),
  CHECK (due_at IS NOT NULL OR (subject = '' AND body = ''))
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE due_at IS NOT NULL;

-- Logins begun, until the browser comes back from the provider: each row is spent by the first return. browser_hash:
-- SHA-256 of the cookie of the browser that began. return_path: the page it asked for.
CREATE TABLE identity_trips (
  browser_hash TEXT PRIMARY KEY CHECK (length(browser_hash) = 64),
  state TEXT NOT NULL CHECK (length(state) >= 32),
  nonce TEXT NOT NULL CHECK (length(nonce) >= 32),
  verifier TEXT NOT NULL CHECK (length(verifier) >= 43),
  back TEXT NOT NULL,
  return_path TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which account a person of a provider is.
CREATE TABLE identity_links (
  issuer TEXT NOT NULL CHECK (issuer <> ''),
  subject TEXT NOT NULL CHECK (subject <> ''),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  linked_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX identity_links_account ON identity_links (account_id, issuer);

-- What ending a session at the provider's needs; deleted when it ends.
CREATE TABLE identity_sessions (
  session_id INTEGER PRIMARY KEY REFERENCES user_sessions (id) ON DELETE CASCADE,
  id_token TEXT NOT NULL
) STRICT;
