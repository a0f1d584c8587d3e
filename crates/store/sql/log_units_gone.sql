-- Units that the log knows and the register has no more.
SELECT DISTINCT log_entry.unit
FROM log_entry
WHERE log_entry.institution = $1 AND log_entry.unit > ''
  AND NOT EXISTS (SELECT 1 FROM unit_draft
                  WHERE unit_draft.institution = $1 AND unit_draft.unit = log_entry.unit)
ORDER BY log_entry.unit
