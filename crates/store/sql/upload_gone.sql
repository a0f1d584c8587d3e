DELETE FROM artefact
WHERE institution = $1 AND digest = $2 AND kind = 'upload' AND erased IS NOT NULL
