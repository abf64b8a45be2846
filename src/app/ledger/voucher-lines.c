/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements belong to the ledger; here rows become records for the screen. */
#include "app/ledger/voucher-lines.h"

#include "ledger/journal.h"
#include "ledger/search.h"
#include "store/query.h"

static void
free_line (gpointer data)
{
  SheafVoucherLine *line = data;

  g_free (line->number);
  g_free (line->description);
  g_free (line);
}

static SheafVoucherLine *
read_line (SheafQuery *query)
{
  SheafVoucherLine *line = g_new0 (SheafVoucherLine, 1);

  line->id = sheaf_query_int (query, 0);
  line->date = sheaf_query_date (query, 1);
  line->kind = (SheafVoucherKind) sheaf_query_int (query, 2);
  line->number = g_strdup (sheaf_query_text (query, 3));
  line->description = g_strdup (sheaf_query_text (query, 4));
  line->amount = sheaf_query_money (query, 5);
  line->reverses_id = sheaf_query_int (query, 7);
  line->reversed_by = sheaf_query_int (query, 8);
  line->layer = (SheafLayer) sheaf_query_int (query, 9);
  return line;
}

static SheafPageIndex *
index_lines (gpointer connection,
             gpointer query,
             GError **error)
{
  (void) query;
  return sheaf_page_index_new (sheaf_book_store (connection), sheaf_journal_keys_sql (),
                               SHEAF_NO_ARGS, SHEAF_PAGE_ROWS, error);
}

static GPtrArray *
load_lines (gpointer     connection,
            gpointer     query,
            SheafPageKey from,
            GError     **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  g_autoptr (GError) cause = NULL;
  g_autoptr (SheafQuery) rows = NULL;

  (void) query;
  rows = sheaf_query_new (
      sheaf_book_store (connection), sheaf_journal_page_sql (),
      SHEAF_ARGS (SHEAF_DAY (from.day), SHEAF_INT (from.id), SHEAF_INT (SHEAF_PAGE_ROWS)), error);
  if (rows == NULL)
    return NULL;
  while (sheaf_query_next (rows, &cause))
    g_ptr_array_add (lines, read_line (rows));
  if (cause == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

static SheafPageKey
key_of_line (gconstpointer record)
{
  const SheafVoucherLine *line = record;

  return (SheafPageKey){ .day = line->date, .id = line->id };
}

const SheafPagedSource sheaf_voucher_lines_source = { .index = index_lines,
                                                      .load = load_lines,
                                                      .key = key_of_line };

static SheafVoucherLine *
load_line (SheafBook *book,
           gint64     id,
           GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), sheaf_journal_line_sql (), SHEAF_ARGS (SHEAF_INT (id)), error);

  return query != NULL && sheaf_query_next (query, error) ? read_line (query) : NULL;
}

GPtrArray *
sheaf_voucher_lines_search (SheafBook  *book,
                            const char *words,
                            guint       max,
                            GError    **error)
{
  g_autoptr (GArray) ids = sheaf_search_vouchers (book, words, max, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);

  if (ids == NULL)
    return NULL;
  for (guint i = ids->len; i > 0; i--)
    {
      SheafVoucherLine *line = load_line (book, g_array_index (ids, gint64, i - 1), error);

      if (line == NULL)
        return NULL;
      g_ptr_array_add (lines, line);
    }
  return g_steal_pointer (&lines);
}

GPtrArray *
sheaf_voucher_lines_last (SheafBook *book,
                          guint      max,
                          GError   **error)
{
  g_autoptr (SheafPageIndex) index = index_lines (book, NULL, error);
  g_autoptr (GPtrArray) last = g_ptr_array_new_with_free_func (free_line);
  guint page;

  if (index == NULL)
    return NULL;
  page = (sheaf_page_index_rows (index) + SHEAF_PAGE_ROWS - 1) / SHEAF_PAGE_ROWS;
  /* The last page may hold fewer than asked for: the one before then tells the rest. */
  for (guint turn = 0; turn < 2 && page > 0 && last->len < max; turn++)
    {
      SheafPageKey from;
      g_autoptr (GPtrArray) lines = NULL;

      sheaf_page_index_key (index, --page, &from.day, &from.id);
      lines = load_lines (book, NULL, from, error);
      if (lines == NULL)
        return NULL;
      while (lines->len > 0 && last->len < max)
        g_ptr_array_add (last, g_ptr_array_steal_index (lines, lines->len - 1));
    }
  return g_steal_pointer (&last);
}
