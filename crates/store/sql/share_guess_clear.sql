DELETE FROM share_guess
WHERE institution = $1 AND share = $2
