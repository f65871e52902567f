# Writes a script for SQLite's shell that depends on a seed: tables, indexes, joins, functions.
function pick(n) { return int(rand() * n) }
BEGIN {
  srand(seed)
  columns = pick(6) + 2
  printf "CREATE TABLE t(id INTEGER PRIMARY KEY"
  for (c = 0; c < columns; c++) printf ", c%d %s", c, (c % 2) ? "TEXT" : "REAL"
  print ");"
  if (pick(2)) print "CREATE INDEX i ON t(c0, c1);"
  print "BEGIN;"
  rows = pick(300) + 10
  for (r = 0; r < rows; r++) {
    printf "INSERT INTO t VALUES(%d", r
    for (c = 0; c < columns; c++) printf (c % 2) ? ", 'text %d'" : ", %d.5", pick(100)
    print ");"
  }
  print pick(5) ? "COMMIT;" : "ROLLBACK;"
  split("sum avg min max count total group_concat", aggregate, " ")
  for (q = pick(8); q >= 0; q--) {
    printf "SELECT c1, %s(c0) FROM t GROUP BY c1 ORDER BY 2 LIMIT %d;\n", aggregate[pick(7) + 1], pick(20) + 1
  }
  if (pick(2)) print "SELECT a.id FROM t a JOIN t b ON a.c0 = b.c0 WHERE a.c1 LIKE 'text 1%' LIMIT 9;"
  if (pick(3) == 0) print "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 200) SELECT sum(x) FROM n;"
  if (pick(3) == 0) print "SELECT json_extract('{\"a\": [1, 2, 3]}', '$.a[1]'), printf('%08.3f', 3.14159);"
  if (pick(4) == 0) print "UPDATE t SET c0 = c0 * 2 WHERE id % 3 = 0; DELETE FROM t WHERE id % 5 = 0; VACUUM;"
  if (pick(4) == 0) print ".schema\nPRAGMA integrity_check;"
}
