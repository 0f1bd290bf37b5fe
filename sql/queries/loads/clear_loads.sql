DELETE FROM holder_load WHERE agency = $1
