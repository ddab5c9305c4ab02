"""Pages of the bank, for the people of the company."""
