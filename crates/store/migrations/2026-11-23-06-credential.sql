-- The register: one ledger a credential, and beside it what the ledger adds up to, so that lists need not fold ledgers.
CREATE TABLE credential (
    institution  TEXT   NOT NULL REFERENCES institution (id),
    id           TEXT   NOT NULL UNIQUE,
    unit         TEXT   NOT NULL,
    unit_version BIGINT NOT NULL,
    run          TEXT   NOT NULL,
    person       TEXT   NOT NULL,
    revision     BIGINT NOT NULL,
    batch        TEXT,
    award        TEXT   NOT NULL,
    supersedes   TEXT,
    superseded   TEXT,
    stage        TEXT   NOT NULL,
    status       TEXT   NOT NULL,
    waiting      BIGINT NOT NULL,
    length       BIGINT NOT NULL,
    head         TEXT   NOT NULL,
    proposed     BIGINT NOT NULL,
    dated        BIGINT NOT NULL,
    jsonld       TEXT,
    pdf          TEXT,
    lease_owner  TEXT   NOT NULL,
    lease_until  BIGINT NOT NULL,
    trouble      TEXT,
    PRIMARY KEY (institution, id),
    UNIQUE (institution, unit, run, person, revision),
    FOREIGN KEY (institution, unit, unit_version) REFERENCES unit (institution, id, version),
    FOREIGN KEY (institution, person) REFERENCES person (institution, id),
    FOREIGN KEY (institution, batch) REFERENCES batch (institution, id),
    FOREIGN KEY (institution, award) REFERENCES artefact (institution, digest)
);

CREATE INDEX credential_of_person ON credential (institution, person, dated);

CREATE INDEX credential_of_batch ON credential (institution, batch);

CREATE INDEX credential_waiting ON credential (waiting, lease_until, proposed);

CREATE TABLE event (
    institution TEXT   NOT NULL,
    credential  TEXT   NOT NULL,
    sequence    BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    happened    BIGINT NOT NULL,
    hash        TEXT   NOT NULL UNIQUE,
    canonical   TEXT   NOT NULL,
    PRIMARY KEY (institution, credential, sequence),
    FOREIGN KEY (institution, credential) REFERENCES credential (institution, id)
);

CREATE TABLE event_artefact (
    institution TEXT   NOT NULL,
    credential  TEXT   NOT NULL,
    sequence    BIGINT NOT NULL,
    digest      TEXT   NOT NULL,
    PRIMARY KEY (institution, credential, sequence, digest),
    FOREIGN KEY (institution, credential, sequence) REFERENCES event (institution, credential, sequence),
    FOREIGN KEY (institution, digest) REFERENCES artefact (institution, digest)
);

CREATE INDEX event_artefact_digest ON event_artefact (institution, digest);

-- Status lists that are open, and how many of their places are taken.
CREATE TABLE status_list (
    institution TEXT   NOT NULL REFERENCES institution (id),
    list        BIGINT NOT NULL,
    used        BIGINT NOT NULL,
    PRIMARY KEY (institution, list)
);

CREATE TABLE status_place (
    institution TEXT   NOT NULL,
    list        BIGINT NOT NULL,
    place       BIGINT NOT NULL,
    credential  TEXT   NOT NULL,
    PRIMARY KEY (institution, list, place),
    UNIQUE (institution, credential),
    FOREIGN KEY (institution, credential) REFERENCES credential (institution, id)
);
