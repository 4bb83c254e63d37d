-- Templates of documents written by users, each with its versions, and what was produced from any template.

-- key: of the program's own template that it stands in for ("ccap"), or one of the user's ("mon-ccap").
CREATE TABLE document_templates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
) STRICT;

-- Never changed: an edit is a new version.
CREATE TABLE document_template_versions (
  template_id INTEGER NOT NULL REFERENCES document_templates (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (template_id, version)
) STRICT;

-- template_version: 0 is the program's own text. template_sha256: of the text it was made from.
CREATE TABLE produced_documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  enquiry_id INTEGER REFERENCES enquiries (id),
  template_key TEXT NOT NULL,
  template_version INTEGER NOT NULL CHECK (template_version >= 0),
  template_sha256 TEXT NOT NULL CHECK (length(template_sha256) = 64),
  title TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('html', 'docx', 'odt', 'pdf', 'xlsx', 'txt')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX produced_documents_enquiry ON produced_documents (enquiry_id) WHERE enquiry_id IS NOT NULL;
