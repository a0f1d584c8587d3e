-- Files whose batch was never written down, and files whose bytes a crash has left.
SELECT digest
FROM artefact
WHERE institution = $1 AND kind = 'upload' AND (stored < $2 OR erased IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM batch WHERE batch.institution = $1 AND batch.upload = artefact.digest)
