-- The key of each credential's record, and where its public statement is found once it is sealed.
CREATE TABLE record (
    institution TEXT NOT NULL,
    credential  TEXT NOT NULL,
    opening     TEXT NOT NULL,
    root        TEXT,
    statement   TEXT,
    PRIMARY KEY (institution, credential),
    FOREIGN KEY (institution, credential) REFERENCES credential (institution, id),
    FOREIGN KEY (institution, statement) REFERENCES artefact (institution, digest)
);

CREATE UNIQUE INDEX record_root ON record (root);
