SELECT id, unit, file_name, upload, by_account, state, rows_read, rows_good, complaints, mapping, created,
       changed, begun, begun_by, begun_person, confirmed, confirmed_by, stopped, stopped_by, run, not_before
FROM batch
WHERE institution = $1 AND created <= $2 AND (created < $2 OR id > $3)
    AND ($5 = '' OR REPLACE($5, '|' || unit || '|', '') <> $5)
ORDER BY created DESC, id
LIMIT $4
