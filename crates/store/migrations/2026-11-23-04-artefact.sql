-- What is kept as bytes, by SHA-256. The bytes lie beside the database; a row says that they are there and whole.
CREATE TABLE artefact (
    institution TEXT   NOT NULL REFERENCES institution (id),
    digest      TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    bytes       BIGINT NOT NULL,
    stored      BIGINT NOT NULL,
    erased      BIGINT,
    PRIMARY KEY (institution, digest)
);
