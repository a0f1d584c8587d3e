SELECT artefact.digest
FROM artefact
JOIN event_artefact ON event_artefact.institution = artefact.institution AND event_artefact.digest = artefact.digest
WHERE artefact.institution = $1 AND event_artefact.credential = $2 AND artefact.erased IS NOT NULL
