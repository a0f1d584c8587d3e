-- From what is no longer valid to its places: far fewer than the places of a list.
SELECT status_place.place, credential.status
FROM credential
CROSS JOIN status_place
WHERE credential.institution = $1 AND credential.status <> 'valid'
  AND status_place.institution = $1 AND status_place.credential = credential.id AND status_place.list = $2
