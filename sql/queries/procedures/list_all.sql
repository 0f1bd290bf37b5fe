SELECT procedure, number, name, latest_version, adopted_at
FROM procedure_summary
WHERE agency = $1
ORDER BY procedure
