SELECT work, certificate, claimed, digest, asked, response, place, value, sealed
FROM signature
WHERE institution = $1 AND credential = $2
ORDER BY work
