-- Uploads of results.
CREATE TABLE batch (
    institution TEXT   NOT NULL REFERENCES institution (id),
    id          TEXT   NOT NULL,
    unit        TEXT   NOT NULL,
    file_name   TEXT   NOT NULL,
    upload      TEXT,
    by_account  TEXT   NOT NULL,
    state       TEXT   NOT NULL,
    rows_read   BIGINT NOT NULL,
    rows_good   BIGINT NOT NULL,
    complaints  TEXT   NOT NULL,
    created     BIGINT NOT NULL,
    changed     BIGINT NOT NULL,
    PRIMARY KEY (institution, id),
    FOREIGN KEY (institution, upload) REFERENCES artefact (institution, digest)
);

CREATE INDEX batch_newest ON batch (institution, created, id);
