DELETE FROM share_item
WHERE institution = $1 AND share = $2 AND credential = $3
