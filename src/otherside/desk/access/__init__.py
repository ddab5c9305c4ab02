"""What the pages of desk show, found for one reader. Reads only."""
