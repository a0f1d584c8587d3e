-- How many credential_search would find on all its pages, counted no further than $16.
SELECT COUNT(*) AS total
FROM (
    SELECT 1 AS fits
    FROM credential
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
          WHERE person_word.institution = credential.institution AND person_word.person = credential.person
            AND person_word.word >= $10 AND person_word.word < $11)
      AND EXISTS (
          SELECT 1 FROM person_word
          WHERE person_word.institution = credential.institution AND person_word.person = credential.person
            AND person_word.word >= $12 AND person_word.word < $13)
      AND EXISTS (
          SELECT 1 FROM person_word
          WHERE person_word.institution = credential.institution AND person_word.person = credential.person
            AND person_word.word >= $14 AND person_word.word < $15)
    LIMIT $16) AS found
