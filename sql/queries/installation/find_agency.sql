SELECT agency
FROM installation
