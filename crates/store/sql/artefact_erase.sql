-- Bytes that another credential names as well stay.
UPDATE artefact
SET erased = $3
WHERE institution = $1
  AND digest IN (SELECT event_artefact.digest FROM event_artefact
                 WHERE event_artefact.institution = $1 AND event_artefact.credential = $2)
  AND digest NOT IN (SELECT event_artefact.digest FROM event_artefact
                     WHERE event_artefact.institution = $1 AND event_artefact.credential <> $2)
