"""Pages of facts, cases and bans."""
