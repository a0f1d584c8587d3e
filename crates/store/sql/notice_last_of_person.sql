SELECT n.institution, n.id, n.kind, n.credential, n.state, n.created, n.due, n.tries, n.first_try, n.last_code, n.ended
FROM credential c
JOIN notice n ON n.institution = c.institution AND n.credential = c.id
WHERE c.institution = $1 AND c.person = $2
ORDER BY n.created DESC, n.id
LIMIT 1
