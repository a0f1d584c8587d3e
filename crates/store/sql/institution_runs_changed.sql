-- What the catalogue shows of the institution's runs has changed.
UPDATE institution
SET run_changes = run_changes + 1
WHERE id = $1
