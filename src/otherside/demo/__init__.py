"""A company to try: people, openings, interviews with logs, dated anew at each start."""
