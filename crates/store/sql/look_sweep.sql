DELETE FROM look
WHERE minute < $1
