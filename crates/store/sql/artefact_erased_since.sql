SELECT digest
FROM artefact
WHERE institution = $1 AND erased >= $2
