-- Units of learning have a ledger as credentials have: what happened to each, the draft that is open, and the versions that were approved.
-- `unit_draft` says what the ledger adds up to and holds the text that is being written; handed-in and approved texts are artefacts.
CREATE TABLE unit_draft (
    institution TEXT   NOT NULL REFERENCES institution (id),
    unit        TEXT   NOT NULL,
    guarantor   TEXT,
    length      BIGINT NOT NULL,
    head        TEXT   NOT NULL,
    standing    TEXT   NOT NULL,
    stage       TEXT,
    version     BIGINT,
    revision    BIGINT NOT NULL,
    document    TEXT   NOT NULL,
    began       BIGINT NOT NULL,
    changed     BIGINT NOT NULL,
    PRIMARY KEY (institution, unit)
);

CREATE TABLE unit_event (
    institution TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    sequence    BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    happened    BIGINT NOT NULL,
    hash        TEXT   NOT NULL UNIQUE,
    canonical   TEXT   NOT NULL,
    artefact    TEXT,
    PRIMARY KEY (institution, unit, sequence),
    FOREIGN KEY (institution, unit) REFERENCES unit_draft (institution, unit),
    FOREIGN KEY (institution, artefact) REFERENCES artefact (institution, digest)
);

CREATE INDEX unit_event_artefact ON unit_event (institution, artefact) WHERE artefact IS NOT NULL;

CREATE TABLE unit_version (
    institution   TEXT   NOT NULL,
    unit          TEXT   NOT NULL,
    version       BIGINT NOT NULL,
    digest        TEXT   NOT NULL,
    framework     TEXT   NOT NULL,
    valid_from    TEXT   NOT NULL,
    review_by     TEXT   NOT NULL,
    quality_until TEXT,
    approved      BIGINT NOT NULL,
    PRIMARY KEY (institution, unit, version),
    FOREIGN KEY (institution, unit) REFERENCES unit_draft (institution, unit),
    FOREIGN KEY (institution, unit, version) REFERENCES unit (institution, id, version),
    FOREIGN KEY (institution, digest) REFERENCES artefact (institution, digest)
);

ALTER TABLE log_entry ADD COLUMN unit TEXT;

CREATE INDEX log_entry_unit ON log_entry (institution, unit, position) WHERE unit IS NOT NULL;
