-- As credential_search, towards the beginning: the rows before a place, the nearest first.
SELECT credential.institution, credential.id, credential.unit, credential.unit_version, credential.run,
    credential.person, credential.revision, credential.batch, credential.award, credential.supersedes,
    credential.superseded, credential.stage, credential.status, credential.waiting, credential.proposed,
    credential.dated, credential.jsonld, credential.pdf, credential.lease_owner, credential.lease_until,
    credential.trouble, unit.title_cs, unit.title_en, person.given_name, person.family_name, person.titles_before,
    person.titles_after, person.born, person.birth_place, person.birth_country, person.email, person.sort_key
FROM credential
JOIN unit ON unit.institution = credential.institution AND unit.id = credential.unit
    AND unit.version = credential.unit_version
JOIN person ON person.institution = credential.institution AND person.id = credential.person
WHERE credential.institution = $1
  AND substr(credential.id, 1, length($2)) = $2
  AND ($3 = '' OR credential.unit = $3)
  AND ($4 = '' OR credential.run = $4)
  AND ($5 = '' OR credential.batch = $5)
  AND ($6 = '' OR credential.stage = $6)
  AND ($7 = '' OR credential.status = $7)
  AND credential.dated >= $8 AND credential.dated < $9
  AND EXISTS (
      SELECT 1 FROM person_word
      WHERE person_word.institution = person.institution AND person_word.person = person.id
        AND person_word.word >= $10 AND person_word.word < $11)
  AND EXISTS (
      SELECT 1 FROM person_word
      WHERE person_word.institution = person.institution AND person_word.person = person.id
        AND person_word.word >= $12 AND person_word.word < $13)
  AND EXISTS (
      SELECT 1 FROM person_word
      WHERE person_word.institution = person.institution AND person_word.person = person.id
        AND person_word.word >= $14 AND person_word.word < $15)
  AND (person.sort_key < $16 OR (person.sort_key = $16 AND credential.id < $17))
ORDER BY person.sort_key DESC, credential.id DESC
LIMIT $18
