DELETE FROM session
WHERE expires <= $1 OR seen <= $2
