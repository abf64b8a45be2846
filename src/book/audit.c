/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fixed text form of a row: its columns but act_id in the table's order, "name=length:value" for
 * each that is not NULL, closed by a newline. So a column that a later program adds leaves old
 * digests as they are, and no value can pass for the next column. */
#include "book/audit.h"

#include "base/i18n.h"
#include "book/audit-sql.h"
#include "store/query.h"

#include <inttypes.h>
#include <string.h>

struct _SheafAuditMarks
{
  GPtrArray *tables; /* names, sorted */
  GArray    *last;   /* gint64 each */
};

void
sheaf_audit_marks_free (SheafAuditMarks *marks)
{
  if (marks == NULL)
    return;
  g_ptr_array_unref (marks->tables);
  g_array_unref (marks->last);
  g_free (marks);
}

static gboolean
list_tables (SheafBook *book,
             GPtrArray *tables,
             GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), AUDITED_TABLES, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (tables, g_strdup (sheaf_query_text (query, 0)));
  return sheaf_query_finish (query, error);
}

SheafAuditMarks *
sheaf_audit_marks_take (SheafBook *book,
                        GError   **error)
{
  g_autoptr (SheafAuditMarks) marks = g_new0 (SheafAuditMarks, 1);

  marks->tables = g_ptr_array_new_with_free_func (g_free);
  marks->last = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!list_tables (book, marks->tables, error))
    return NULL;
  for (guint i = 0; i < marks->tables->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM %s",
                                              (const char *) marks->tables->pdata[i]);
      g_autoptr (SheafQuery)
          query = sheaf_query_new_once (sheaf_book_store (book), sql, SHEAF_NO_ARGS, error);
      gint64 last;

      if (query == NULL || !sheaf_query_next (query, error))
        return NULL;
      last = sheaf_query_int (query, 0);
      g_array_append_val (marks->last, last);
    }
  return g_steal_pointer (&marks);
}

/* Millions of fields: the digits without printf. */
static void
append_counted (GString    *line,
                const char *text)
{
  gsize length = strlen (text), rest = length;
  char  digits[24], *at = digits + sizeof digits;

  *--at = ':';
  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  g_string_append_len (line, at, digits + sizeof digits - at);
  g_string_append_len (line, text, (gssize) length);
}

/* What stands before each column's value, "name="; "" for act_id, which is left out. */
static GPtrArray *
list_prefixes (const SheafQuery *query)
{
  GPtrArray *prefixes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sheaf_query_columns (query); i++)
    {
      const char *name = sheaf_query_column_name (query, i);

      g_ptr_array_add (prefixes, strcmp (name, "act_id") == 0 ? g_strdup ("")
                                                              : g_strconcat (name, "=", NULL));
    }
  return prefixes;
}

static void
digest_row (GChecksum        *sum,
            GString          *line,
            const SheafQuery *query,
            const GPtrArray  *prefixes)
{
  g_string_truncate (line, 0);
  for (guint i = 0; i < prefixes->len; i++)
    {
      const char *prefix = prefixes->pdata[i];

      if (*prefix != '\0' && !sheaf_query_is_null (query, i))
        {
          g_string_append (line, prefix);
          append_counted (line, sheaf_query_text (query, i));
        }
    }
  g_string_append_c (line, '\n');
  g_checksum_update (sum, (const guchar *) line->str, (gssize) line->len);
}

/* The digest of the rows that query gives; NULL for none. */
static char *
digest_table (SheafBook  *book,
              const char *table,
              gint64      after,
              GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE id > $1 ORDER BY id", table);
  g_autoptr (SheafQuery) query = sheaf_query_new_once (sheaf_book_store (book), sql,
                                                       SHEAF_ARGS (SHEAF_INT (after)), error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) prefixes = query == NULL ? NULL : list_prefixes (query);
  gboolean any = FALSE;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, error))
    {
      digest_row (sum, line, query, prefixes);
      any = TRUE;
    }
  return any ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

static void
combine (GChecksum  *sum,
         const char *table,
         const char *digest)
{
  g_autofree char *line = g_strdup_printf ("%s:%s\n", table, digest);

  g_checksum_update (sum, (const guchar *) line, -1);
}

gboolean
sheaf_audit_digest_since (SheafBook             *book,
                          const SheafAuditMarks *marks,
                          char                 **ret_digest,
                          GError               **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) cause = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < marks->tables->len; i++)
    {
      const char      *table = marks->tables->pdata[i];
      g_autofree char *digest = digest_table (book, table, g_array_index (marks->last, gint64, i),
                                              &cause);

      if (cause != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      if (digest != NULL)
        combine (sum, table, digest);
      any = any || digest != NULL;
    }
  *ret_digest = any ? g_strdup (g_checksum_get_string (sum)) : NULL;
  return TRUE;
}

gboolean
sheaf_audit_open (SheafBook  *book,
                  const char *kind,
                  const char *summary,
                  gint64     *ret_id,
                  GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (sheaf_book_now (book));
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  return sheaf_store_insert (sheaf_book_store (book), AUDIT_OPEN,
                             SHEAF_ARGS (SHEAF_TEXT (at), SHEAF_TEXT (sheaf_book_user (book)),
                                         SHEAF_TEXT (kind), SHEAF_TEXT (summary)),
                             ret_id, error);
}

/* The hash of an entry: over the hash before and everything the entry says. */
static char *
hash_entry (const char       *previous,
            gint64            id,
            const SheafQuery *entry,
            guint             column,
            const char       *digest)
{
  g_autofree char *start = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n", previous, id);
  g_autoptr (GString) text = g_string_new (start);

  for (guint i = 0; i < 4; i++)
    append_counted (text, sheaf_query_text (entry, column + i));
  append_counted (text, digest);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

gboolean
sheaf_audit_seal (SheafBook  *book,
                  gint64      id,
                  const char *digest,
                  GError    **error)
{
  SheafStore      *store = sheaf_book_store (book);
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (SheafQuery) entry = NULL;

  if (!sheaf_store_get_text (store, AUDIT_HEAD, SHEAF_ARGS (SHEAF_INT (id)), &previous, error))
    return FALSE;
  entry = sheaf_query_new (store, AUDIT_ENTRY, SHEAF_ARGS (SHEAF_INT (id)), error);
  if (entry == NULL || !sheaf_query_next (entry, error))
    return FALSE;
  hash = hash_entry (previous == NULL ? "" : previous, id, entry, 0, digest);
  g_clear_pointer (&entry, sheaf_query_free);
  return sheaf_store_run (store, AUDIT_SEAL,
                          SHEAF_ARGS (SHEAF_INT (id), SHEAF_TEXT (digest),
                                      SHEAF_TEXT (previous == NULL ? "" : previous),
                                      SHEAF_TEXT (hash)),
                          error);
}

char *
sheaf_audit_head (SheafBook *book)
{
  char *head = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), AUDIT_HEAD,
                             SHEAF_ARGS (SHEAF_INT (G_MAXINT64)), &head, NULL))
    return NULL;
  return head;
}

static GChecksum *
sum_of_act (GHashTable *sums,
            gint64      act)
{
  GChecksum *sum = g_hash_table_lookup (sums, &act);

  if (sum == NULL)
    {
      sum = g_checksum_new (G_CHECKSUM_SHA256);
      g_hash_table_insert (sums, g_memdup2 (&act, sizeof act), sum);
    }
  return sum;
}

/* Digests one table act by act into sums (act id to GChecksum), tables coming in name order. Acts
 * follow one another, so the rows of each lie together in the order of their ids; where they do
 * not, somebody else wrote them, and the act's digest comes out different. */
static gboolean
check_table (SheafBook  *book,
             const char *table,
             GHashTable *sums,
             GError    **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT t.*, t.act_id AS act_id FROM %s t ORDER BY t.id", table);
  g_autoptr (SheafQuery)
      query = sheaf_query_new_once (sheaf_book_store (book), sql, SHEAF_NO_ARGS, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) prefixes = query == NULL ? NULL : list_prefixes (query);
  gint64 act = 0;

  if (query == NULL)
    return FALSE;
  for (gboolean more = TRUE; more;)
    {
      gint64 next;

      more = sheaf_query_next (query, NULL);
      next = more ? sheaf_query_int (query, sheaf_query_columns (query) - 1) : 0;
      if (act != 0 && next != act)
        {
          combine (sum_of_act (sums, act), table, g_checksum_get_string (sum));
          g_checksum_reset (sum);
        }
      act = next;
      if (more)
        digest_row (sum, line, query, prefixes);
    }
  return sheaf_query_finish (query, error);
}

static void
check_entry (const SheafQuery *entry,
             GHashTable       *sums,
             const char       *previous,
             SheafProblems    *problems)
{
  gint64           id = sheaf_query_int (entry, 0);
  GChecksum       *sum = g_hash_table_lookup (sums, &id);
  const char      *digest = sum == NULL ? "" : g_checksum_get_string (sum);
  g_autofree char *hash = hash_entry (previous, id, entry, 1, sheaf_query_text (entry, 5));

  if (strcmp (digest, sheaf_query_text (entry, 5)) != 0)
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
        _ ("the rows written by act %" PRId64
           " (%s, %s, %s) are not as they were written: restore a backup from before the change"),
        id, sheaf_query_text (entry, 1), sheaf_query_text (entry, 3), sheaf_query_text (entry, 4));
  if (strcmp (hash, sheaf_query_text (entry, 7)) != 0 ||
      strcmp (previous, sheaf_query_text (entry, 6)) != 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        _ ("the audit trail is broken at act %" PRId64
                           " (%s): restore a backup from before the change"),
                        id, sheaf_query_text (entry, 1));
  g_hash_table_remove (sums, &id);
}

gboolean
sheaf_audit_check (SheafBook     *book,
                   SheafProblems *problems,
                   GError       **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                       (GDestroyNotify) g_checksum_free);
  g_autoptr (SheafQuery) entries = NULL;
  g_autofree char *previous = g_strdup ("");

  if (!list_tables (book, tables, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!check_table (book, tables->pdata[i], sums, error))
      return FALSE;
  entries = sheaf_query_new (sheaf_book_store (book), AUDIT_LIST, SHEAF_NO_ARGS, error);
  if (entries == NULL)
    return FALSE;
  while (sheaf_query_next (entries, NULL))
    {
      check_entry (entries, sums, previous, problems);
      g_free (previous);
      previous = g_strdup (sheaf_query_text (entries, 7));
    }
  if (g_hash_table_size (sums) > 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        _ ("there are rows that no act in the audit trail wrote: restore a backup "
                           "from before the change"));
  return sheaf_query_finish (entries, error);
}
