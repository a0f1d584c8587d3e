-- The same bytes put again are kept again, should they have been erased.
INSERT INTO artefact (institution, digest, kind, bytes, stored, erased)
VALUES ($1, $2, $3, $4, $5, NULL)
ON CONFLICT (institution, digest) DO UPDATE SET erased = NULL
