-- What nothing names: left by a process that died between keeping and recording. A credential that waits is sealed again and makes
-- the same bytes again, so what was kept since it was proposed stays for it. Files of results have a rule of their own. One shelf
-- of artefacts at a time, so that nobody waits long for the write.
UPDATE artefact
SET erased = $3
WHERE institution = $1
  AND digest IN (
    SELECT digest
    FROM artefact AS orphan
    WHERE orphan.institution = $1
      AND orphan.digest >= $4
      AND orphan.digest < $5
      AND orphan.kind <> 'upload'
      AND orphan.stored < $2
      AND NOT EXISTS (SELECT 1 FROM event_artefact
                      WHERE event_artefact.institution = $1 AND event_artefact.digest = orphan.digest)
      AND NOT EXISTS (SELECT 1 FROM unit_event
                      WHERE unit_event.institution = $1 AND unit_event.artefact = orphan.digest)
      AND NOT EXISTS (SELECT 1 FROM batch
                      WHERE batch.institution = $1 AND batch.upload = orphan.digest)
      AND NOT EXISTS (SELECT 1 FROM signature
                      WHERE signature.institution = $1 AND signature.sealed = orphan.digest)
      AND NOT EXISTS (SELECT 1 FROM credential
                      WHERE credential.institution = $1 AND credential.waiting = 1 AND credential.proposed <= orphan.stored)
    LIMIT $6
  )
RETURNING digest
