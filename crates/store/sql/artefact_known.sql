-- Whether bytes must stay: a row knows them, or a credential waits that may be about to make them again.
SELECT 1 AS known
WHERE EXISTS (SELECT 1 FROM artefact WHERE artefact.institution = $1 AND artefact.digest = $2)
   OR EXISTS (SELECT 1 FROM credential WHERE credential.institution = $1 AND credential.waiting = 1)
