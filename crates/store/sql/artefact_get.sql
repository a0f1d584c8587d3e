SELECT kind, bytes, erased
FROM artefact
WHERE institution = $1 AND digest = $2
