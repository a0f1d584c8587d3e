-- Whoever bears a word of $14 to $15, by this word, and of $13 words all the others. Who bears two such words is found by the first.
-- $20: the beginnings of the others as bits. Who lacks one of them bears no such word, which the index alone says.
-- The others are asked for one by one, not with EXISTS, for which PostgreSQL may read all their bearers first.
SELECT person_word.word, person_word.sort_key, credential.id
FROM person_word
CROSS JOIN credential
WHERE person_word.institution = $1 AND person_word.word >= $14 AND person_word.word < $15
  AND (person_word.beginnings & CAST($20 AS BIGINT)) = CAST($20 AS BIGINT)
  AND (CAST($13 AS BIGINT) < 2 OR (
      SELECT 1 FROM person_word AS second
      WHERE second.institution = $1 AND second.person = person_word.person
        AND second.word >= $16 AND second.word < $17
      LIMIT 1) = 1)
  AND (CAST($13 AS BIGINT) < 3 OR (
      SELECT 1 FROM person_word AS third
      WHERE third.institution = $1 AND third.person = person_word.person
        AND third.word >= $18 AND third.word < $19
      LIMIT 1) = 1)
  AND NOT EXISTS (
      SELECT 1 FROM person_word AS before
      WHERE before.institution = $1 AND before.person = person_word.person
        AND before.word >= $14 AND before.word < person_word.word)
  AND credential.institution = $1 AND credential.person = person_word.person
