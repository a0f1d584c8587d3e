UPDATE credential
SET opened = 1
WHERE institution = $1 AND id = $2 AND opened = 0 AND stage IN ('sealed', 'delivered')
