INSERT INTO number_series (agency, series, number)
VALUES ($1, $2, $3)
ON CONFLICT (agency, series) DO UPDATE SET number = excluded.number
WHERE number_series.number < excluded.number
