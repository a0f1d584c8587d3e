-- What the status list says at the place of a credential, and what its row says.
SELECT credential.status, status_entry.status AS listed
FROM status_place
JOIN credential ON credential.institution = status_place.institution AND credential.id = status_place.credential
LEFT JOIN status_entry ON status_entry.institution = status_place.institution
    AND status_entry.list = status_place.list AND status_entry.place = status_place.place
WHERE status_place.institution = $1 AND status_place.credential = $2
