INSERT INTO number_series (agency, series, number)
VALUES ($1, $2, 1)
ON CONFLICT (agency, series) DO UPDATE SET number = number_series.number + 1
RETURNING number
