-- The tables first; then the test's own lines, which end by reading your query.
.read schema.sql
.read /dev/stdin
