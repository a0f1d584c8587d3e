-- What each seal key was used for. One row a use; rows are only ever added.
CREATE TABLE seal_use (
    id          TEXT   NOT NULL PRIMARY KEY,
    happened    BIGINT NOT NULL,
    certificate TEXT   NOT NULL,
    institution TEXT,
    credential  TEXT,
    work        TEXT   NOT NULL,
    algorithm   TEXT   NOT NULL,
    digest      TEXT   NOT NULL,
    outcome     TEXT   NOT NULL
);

CREATE INDEX seal_use_order ON seal_use (happened, id);

-- Emergency stops and their ends. The last row about a certificate counts; an empty one is about every seal.
CREATE TABLE seal_stop (
    sequence    BIGINT NOT NULL PRIMARY KEY,
    happened    BIGINT NOT NULL,
    certificate TEXT   NOT NULL,
    stopped     BIGINT NOT NULL,
    by_account  TEXT   NOT NULL,
    reason      TEXT   NOT NULL
);

-- Signatures asked for at a service and not yet recorded in a seal: written down before the request goes out, so that
-- whoever comes after a crash asks for the very same bytes, or fetches what was made of them.
CREATE TABLE signature (
    institution TEXT   NOT NULL,
    credential  TEXT   NOT NULL,
    work        TEXT   NOT NULL,
    certificate TEXT   NOT NULL,
    claimed     BIGINT NOT NULL,
    digest      TEXT   NOT NULL,
    asked       BIGINT NOT NULL,
    response    TEXT,
    place       BIGINT,
    value       TEXT,
    sealed      TEXT,
    PRIMARY KEY (institution, credential, work),
    FOREIGN KEY (institution, credential) REFERENCES credential (institution, id),
    FOREIGN KEY (institution, sealed) REFERENCES artefact (institution, digest)
);

CREATE INDEX signature_response ON signature (certificate, response);
