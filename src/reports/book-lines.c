/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running numbers of the journal's lines. */
#include "reports/book-lines.h"

#include "ledger/entry.h"

struct _SheafBookLines
{
  const SheafChart *chart;
  gint64            first; /* the row id of the first number */
  GArray           *rows;  /* of guint32: the row's place in the journal, counted from 1; 0: none */
  guint32           n_rows;
};

gboolean
sheaf_book_lines_has (const SheafChart *chart,
                      gint64            debit_id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, debit_id);

  return account != NULL && account->type != SHEAF_ACCOUNT_OFF_BALANCE;
}

/* Ids mostly grow; one below the first moves all up. */
static void
make_room (SheafBookLines *lines,
           gint64          row_id)
{
  if (lines->rows->len == 0)
    lines->first = row_id;
  if (row_id < lines->first)
    {
      g_autofree guint32 *none = g_new0 (guint32, lines->first - row_id);

      g_array_prepend_vals (lines->rows, none, (guint) (lines->first - row_id));
      lines->first = row_id;
    }
  if (row_id - lines->first >= lines->rows->len)
    g_array_set_size (lines->rows, (guint) (row_id - lines->first + 1));
}

static gboolean
take_row (const SheafEntryRow *row,
          gpointer             data,
          GError **error       G_GNUC_UNUSED)
{
  SheafBookLines *lines = data;

  if (!sheaf_book_lines_has (lines->chart, row->debit_id))
    return TRUE;
  make_room (lines, row->row_id);
  g_array_index (lines->rows, guint32, row->row_id - lines->first) = ++lines->n_rows;
  return TRUE;
}

SheafBookLines *
sheaf_book_lines_new (SheafBook *book,
                      SheafDate  to,
                      GError   **error)
{
  g_autoptr (SheafBookLines) lines = g_new0 (SheafBookLines, 1);

  lines->rows = g_array_new (FALSE, TRUE, sizeof (guint32));
  lines->chart = sheaf_chart_get (book, error);
  if (lines->chart == NULL ||
      !sheaf_entry_each_id (book, sheaf_book_year_start (book, sheaf_date_year (to)), to, take_row,
                            lines, error))
    return NULL;
  return g_steal_pointer (&lines);
}

void
sheaf_book_lines_free (SheafBookLines *lines)
{
  if (lines == NULL)
    return;
  g_array_unref (lines->rows);
  g_free (lines);
}

guint
sheaf_book_lines_find (const SheafBookLines *lines,
                       gint64                row_id)
{
  guint32 place;

  if (row_id < lines->first || row_id - lines->first >= lines->rows->len)
    return 0;
  place = g_array_index (lines->rows, guint32, row_id - lines->first);
  return place == 0 ? 0 : 2 * place - 1;
}

typedef struct
{
  const SheafChart *chart;
  guint             n;
} Counting;

static gboolean
count_row (const SheafEntryRow *row,
           gpointer             data,
           GError **error       G_GNUC_UNUSED)
{
  Counting *counting = data;

  counting->n += sheaf_book_lines_has (counting->chart, row->debit_id);
  return TRUE;
}

gboolean
sheaf_book_lines_before (SheafBook *book,
                         SheafDate  day,
                         guint     *ret_lines,
                         GError   **error)
{
  SheafDate start = sheaf_book_year_start (book, sheaf_date_year (day));
  Counting  counting = { .chart = sheaf_chart_get (book, error) };

  if (counting.chart == NULL ||
      (sheaf_date_cmp (start, day) < 0 &&
       !sheaf_entry_each_id (book, start, sheaf_date_add_days (day, -1), count_row, &counting,
                             error)))
    return FALSE;
  *ret_lines = 2 * counting.n;
  return TRUE;
}
