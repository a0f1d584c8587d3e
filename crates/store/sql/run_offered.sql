-- Every run of the institution, for the catalogue: also those that are closed to a company or do not take place, because they say that the
-- text of a unit is no longer right about them.
SELECT unit, id, state, starts, ends, capacity, closed_to
FROM run
WHERE institution = $1
ORDER BY unit, id
