SELECT credential
FROM status_place
WHERE institution = $1 AND list = $2 AND place = $3
