DELETE FROM procedure_summary WHERE agency = $1
