UPDATE unit
SET faculty_cs = $4, faculty_en = $5
WHERE institution = $1 AND id = $2 AND version = $3
