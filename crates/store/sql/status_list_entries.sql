SELECT status_place.place, credential.status
FROM status_place
JOIN credential ON credential.institution = status_place.institution AND credential.id = status_place.credential
WHERE status_place.institution = $1 AND status_place.list = $2 AND credential.status <> 'valid'
