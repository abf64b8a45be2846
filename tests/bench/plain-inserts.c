/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plain-inserts BOOK COPY: the yardstick of an import. Writes the vouchers of BOOK that COPY lacks
 * into it by nothing but prepared INSERTs of rows that lie in memory, in one transaction, with all
 * its indexes, triggers and the filling of the search index. Prints rows, seconds and processor
 * seconds. */
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static void
stop (sqlite3    *db,
      const char *what)
{
  (void) fprintf (stderr, "plain-inserts: %s: %s\n", what, sqlite3_errmsg (db));
  exit (1);
}

static void
run (sqlite3    *db,
     const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    stop (db, sql);
}

/* With the settings of src/store. */
static sqlite3 *
open_book (const char *path)
{
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    stop (db, path);
  run (db, "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA synchronous=FULL;"
           "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF");
  return db;
}

static gint64
ask (sqlite3    *db,
     const char *sql)
{
  sqlite3_stmt *statement;
  gint64        value;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK ||
      sqlite3_step (statement) != SQLITE_ROW)
    stop (db, sql);
  value = sqlite3_column_int64 (statement, 0);
  (void) sqlite3_finalize (statement);
  return value;
}

/* Values one after the other: 'n'; 'i' and eight bytes; 't', a length and the text. */
static void
keep_value (GByteArray   *kept,
            sqlite3_stmt *statement,
            int           column)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_NULL:
      g_byte_array_append (kept, (const guint8 *) "n", 1);
      return;
    case SQLITE_INTEGER:
      {
        gint64 value = sqlite3_column_int64 (statement, column);

        g_byte_array_append (kept, (const guint8 *) "i", 1);
        g_byte_array_append (kept, (const guint8 *) &value, sizeof value);
        return;
      }
    default:
      {
        const guint8 *text = sqlite3_column_text (statement, column);
        gint32        length = sqlite3_column_bytes (statement, column);

        g_byte_array_append (kept, (const guint8 *) "t", 1);
        g_byte_array_append (kept, (const guint8 *) &length, sizeof length);
        g_byte_array_append (kept, text, (guint) length);
      }
    }
}

typedef struct
{
  GByteArray *kept;
  gint64      rows;
  int         columns;
  char       *insert;
} Table;

static Table
read_table (sqlite3    *book,
            const char *name,
            gint64      after)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT * FROM %s WHERE id > %" G_GINT64_FORMAT " ORDER BY id", name, after);
  g_autoptr (GString) insert = g_string_new (NULL);
  Table         table = { .kept = g_byte_array_new () };
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (book, sql, -1, &statement, NULL) != SQLITE_OK)
    stop (book, sql);
  table.columns = sqlite3_column_count (statement);
  g_string_append_printf (insert, "INSERT INTO %s VALUES (?", name);
  for (int i = 1; i < table.columns; i++)
    g_string_append (insert, ", ?");
  g_string_append_c (insert, ')');
  table.insert = g_string_free (g_steal_pointer (&insert), FALSE);
  for (; sqlite3_step (statement) == SQLITE_ROW; table.rows++)
    for (int i = 0; i < table.columns; i++)
      keep_value (table.kept, statement, i);
  (void) sqlite3_finalize (statement);
  return table;
}

static const guint8 *
bind_value (sqlite3_stmt *statement,
            int           place,
            const guint8 *at)
{
  gint64 value;
  gint32 length;

  switch (*at++)
    {
    case 'n':
      (void) sqlite3_bind_null (statement, place);
      return at;
    case 'i':
      memcpy (&value, at, sizeof value);
      (void) sqlite3_bind_int64 (statement, place, value);
      return at + sizeof value;
    default:
      memcpy (&length, at, sizeof length);
      at += sizeof length;
      (void) sqlite3_bind_text (statement, place, (const char *) at, length, SQLITE_STATIC);
      return at + length;
    }
}

static void
write_table (sqlite3     *copy,
             const Table *table)
{
  const guint8 *at = table->kept->data;
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (copy, table->insert, -1, &statement, NULL) != SQLITE_OK)
    stop (copy, table->insert);
  for (gint64 row = 0; row < table->rows; row++)
    {
      for (int i = 1; i <= table->columns; i++)
        at = bind_value (statement, i, at);
      if (sqlite3_step (statement) != SQLITE_DONE)
        stop (copy, table->insert);
      (void) sqlite3_reset (statement);
    }
  (void) sqlite3_finalize (statement);
}

static double
processor_seconds (void)
{
  struct rusage usage;

  (void) getrusage (RUSAGE_SELF, &usage); /* of ourselves it cannot fail */
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int
main (int    argc,
      char **argv)
{
  sqlite3 *book, *copy;
  Table    vouchers, rows;
  gint64   start;
  double   used;

  if (argc != 3)
    return 2;
  book = open_book (argv[1]);
  copy = open_book (argv[2]);
  vouchers = read_table (book, "voucher", ask (copy, "SELECT max (id) FROM voucher"));
  rows = read_table (book, "voucher_row", ask (copy, "SELECT max (id) FROM voucher_row"));
  (void) sqlite3_close (book);
  start = g_get_monotonic_time ();
  used = processor_seconds ();
  run (copy,
       "BEGIN IMMEDIATE; INSERT INTO audit (at, user, kind, summary) VALUES ('', '', '', '')");
  write_table (copy, &vouchers);
  write_table (copy, &rows);
  run (copy, "INSERT INTO voucher_search (rowid, text) SELECT id, text FROM voucher_words"
             " WHERE id > (SELECT indexed_voucher FROM ledger_state) ORDER BY id");
  run (copy, "UPDATE audit SET hash = 'x' WHERE hash = ''; COMMIT");
  printf ("%" G_GINT64_FORMAT " %.2f %.2f\n", rows.rows,
          (double) (g_get_monotonic_time () - start) / 1e6, processor_seconds () - used);
  (void) sqlite3_close (copy);
  g_byte_array_unref (vouchers.kept);
  g_byte_array_unref (rows.kept);
  g_free (vouchers.insert);
  g_free (rows.insert);
  return 0;
}
