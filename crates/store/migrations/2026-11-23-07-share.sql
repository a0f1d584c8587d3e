-- Whom the holder lets look. The link itself is nowhere here: `lookup` is its SHA-256.
CREATE TABLE share (
    institution     TEXT   NOT NULL,
    id              TEXT   NOT NULL,
    credential      TEXT   NOT NULL,
    lookup          TEXT   NOT NULL UNIQUE,
    kind            TEXT   NOT NULL,
    label           TEXT,
    purpose         TEXT,
    ends            BIGINT,
    show_birth_date BIGINT NOT NULL,
    language        TEXT   NOT NULL,
    created         BIGINT NOT NULL,
    withdrawn       BIGINT,
    PRIMARY KEY (institution, id),
    FOREIGN KEY (institution, credential) REFERENCES credential (institution, id)
);

CREATE INDEX share_of_credential ON share (institution, credential, created);

-- How often a share was looked at in a minute. Nothing about who looked.
CREATE TABLE look (
    institution TEXT   NOT NULL,
    share       TEXT   NOT NULL,
    minute      BIGINT NOT NULL,
    looks       BIGINT NOT NULL,
    PRIMARY KEY (institution, share, minute),
    FOREIGN KEY (institution, share) REFERENCES share (institution, id) ON DELETE CASCADE
);

CREATE INDEX look_age ON look (minute);
