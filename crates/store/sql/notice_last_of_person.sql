-- What came of a letter to an address that they had before says nothing of the one they have.
SELECT n.institution, n.id, n.kind, n.credential, n.state, n.created, n.due, n.tries, n.first_try, n.last_code, n.ended, n.address
FROM credential c
JOIN notice n ON n.institution = c.institution AND n.credential = c.id
WHERE c.institution = $1 AND c.person = $2 AND n.kind <> 'address-before'
ORDER BY n.created DESC, n.id
LIMIT 1
