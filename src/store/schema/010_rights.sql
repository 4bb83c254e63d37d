-- What organisations are to each other, and which OPCS follows which lot: what the visibility of rows is made from
-- (src/store/visibility).

CREATE TABLE organisation_functions (
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  function TEXT NOT NULL CHECK (function IN ('opcs', 'acheteur', 'entreprise', 'structure', 'reseau', 'prescripteur')),
  PRIMARY KEY (organisation_id, function)
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_functions_function ON organisation_functions (function);

-- The OPCS that follow a lot: one leads, others are associated.
CREATE TABLE lot_opcs (
  lot_id INTEGER NOT NULL REFERENCES lots (id) ON DELETE CASCADE,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  part TEXT NOT NULL CHECK (part IN ('lead', 'associated')),
  PRIMARY KEY (lot_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lot_opcs_organisation ON lot_opcs (organisation_id);
CREATE UNIQUE INDEX lot_opcs_lead ON lot_opcs (lot_id) WHERE part = 'lead';

-- The OPCS that answers the buyer.
ALTER TABLE enquiries ADD COLUMN opcs_id INTEGER REFERENCES organisations (id);

-- The organisation that is this structure of the directory, and the networks it belongs to.
CREATE TABLE structure_organisations (
  structure_id INTEGER NOT NULL PRIMARY KEY REFERENCES structures (id) ON DELETE CASCADE,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX structure_organisations_organisation ON structure_organisations (organisation_id);
CREATE TABLE structure_networks (
  structure_id INTEGER NOT NULL REFERENCES structures (id) ON DELETE CASCADE,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  PRIMARY KEY (structure_id, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX structure_networks_organisation ON structure_networks (organisation_id);
