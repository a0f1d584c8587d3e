SELECT id, unit, file_name, upload, by_account, state, rows_read, rows_good, complaints, mapping, created,
       changed, begun, begun_by, begun_person, confirmed, confirmed_by, stopped, stopped_by, run, not_before
FROM batch
WHERE institution = $1 AND state = 'checked' AND begun IS NOT NULL
    AND ($3 = '' OR REPLACE($3, '|' || unit || '|', '') <> $3)
ORDER BY changed
LIMIT $2
