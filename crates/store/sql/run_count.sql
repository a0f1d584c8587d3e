-- How many are written down for it, how many of them take part, how many completed it and were not handed in, how many completed and failed it.
UPDATE run
SET participants = (SELECT COUNT(*) FROM participant AS p
                    WHERE p.institution = $1 AND p.unit = $2 AND p.run = $3),
    enrolled = (SELECT COUNT(*) FROM participant AS p
                WHERE p.institution = $1 AND p.unit = $2 AND p.run = $3 AND p.state IN ('enrolled', 'completed', 'failed')),
    ready = (SELECT COUNT(*) FROM participant AS p
             WHERE p.institution = $1 AND p.unit = $2 AND p.run = $3 AND p.state = 'completed' AND p.batch IS NULL),
    completed = (SELECT COUNT(*) FROM participant AS p
                 WHERE p.institution = $1 AND p.unit = $2 AND p.run = $3 AND p.state = 'completed'),
    failed = (SELECT COUNT(*) FROM participant AS p
              WHERE p.institution = $1 AND p.unit = $2 AND p.run = $3 AND p.state = 'failed')
WHERE institution = $1 AND unit = $2 AND id = $3
RETURNING participants, enrolled
