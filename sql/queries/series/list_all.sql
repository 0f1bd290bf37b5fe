SELECT series, number
FROM number_series
WHERE agency = $1
