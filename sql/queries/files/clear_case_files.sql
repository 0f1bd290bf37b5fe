DELETE FROM case_file WHERE agency = $1
