-- $2: one unit, or '' for all.
SELECT id, version, title_cs, title_en, document, created
FROM unit
WHERE institution = $1
  AND ($2 = '' OR id = $2)
  AND NOT EXISTS (
      SELECT 1 FROM unit AS newer
      WHERE newer.institution = unit.institution AND newer.id = unit.id AND newer.version > unit.version)
ORDER BY id
