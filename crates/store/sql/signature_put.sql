-- What was asked for before, of other bytes or another key, is forgotten: it fits no seal any more.
INSERT INTO signature (institution, credential, work, certificate, claimed, digest, asked)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (institution, credential, work) DO UPDATE
SET certificate = excluded.certificate,
    claimed = excluded.claimed,
    digest = excluded.digest,
    asked = excluded.asked,
    response = NULL,
    place = NULL,
    value = NULL,
    sealed = NULL
