-- Institutions that have a log and are not in the register.
SELECT log_head.institution
FROM log_head
WHERE log_head.institution <> '' AND NOT EXISTS (SELECT 1 FROM institution WHERE institution.id = log_head.institution)
ORDER BY log_head.institution
