-- The row goes after the bytes. What a ledger names keeps its row, also when its bytes were erased.
DELETE FROM artefact
WHERE institution = $1 AND digest = $2 AND erased IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM event_artefact
                  WHERE event_artefact.institution = artefact.institution AND event_artefact.digest = artefact.digest)
  AND NOT EXISTS (SELECT 1 FROM unit_event
                  WHERE unit_event.institution = artefact.institution AND unit_event.artefact = artefact.digest)
