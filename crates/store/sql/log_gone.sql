-- Credentials of the next log entries, and of each whether the register has it no more. Entries are counted, so that a page
-- is short however few are gone, and by a number that the engine knows when it plans; the rest of the last credential's entries say nothing new.
SELECT DISTINCT page.credential, CASE
    WHEN (SELECT 1 FROM credential
          WHERE credential.institution = $1 AND credential.id = page.credential) = 1 THEN 0
    ELSE 1 END AS gone
FROM (
    SELECT log_entry.credential
    FROM log_entry
    WHERE log_entry.institution = $1 AND log_entry.credential > $2
    ORDER BY log_entry.credential
    LIMIT 500) AS page
ORDER BY page.credential
