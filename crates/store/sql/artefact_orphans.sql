SELECT digest
FROM artefact
WHERE institution = $1
  AND stored < $2
  AND NOT EXISTS (SELECT 1 FROM event_artefact
                  WHERE event_artefact.institution = artefact.institution AND event_artefact.digest = artefact.digest)
  AND NOT EXISTS (SELECT 1 FROM batch
                  WHERE batch.institution = artefact.institution AND batch.upload = artefact.digest)
  AND NOT EXISTS (SELECT 1 FROM signature
                  WHERE signature.institution = artefact.institution AND signature.sealed = artefact.digest)
ORDER BY digest
