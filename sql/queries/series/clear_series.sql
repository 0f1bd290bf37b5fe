DELETE FROM number_series WHERE agency = $1
