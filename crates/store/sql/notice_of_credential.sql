SELECT institution, id, kind, credential, state, created, due, tries, first_try, last_code, ended, address
FROM notice
WHERE institution = $1 AND credential = $2
ORDER BY created DESC, id
