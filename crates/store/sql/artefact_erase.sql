-- Bytes that another credential names as well stay: then more rows name them than this credential's own. Counted, because both
-- counts read one index each, and none goes through the institution.
UPDATE artefact
SET erased = $3
WHERE institution = $1
  AND digest IN (SELECT event_artefact.digest FROM event_artefact
                 WHERE event_artefact.institution = $1 AND event_artefact.credential = $2)
  AND (SELECT COUNT(*) FROM event_artefact AS every
       WHERE every.institution = $1 AND every.digest = artefact.digest)
    = (SELECT COUNT(*) FROM event_artefact AS own
       WHERE own.institution = $1 AND own.credential = $2 AND own.digest = artefact.digest)
