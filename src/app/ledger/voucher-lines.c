/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements belong to the ledger; here rows become records for the screen. */
#include "app/ledger/voucher-lines.h"

#include "ledger/draft.h"
#include "ledger/journal.h"
#include "ledger/search.h"
#include "ledger/recurrence.h"
#include "store/query.h"

static void
free_line (gpointer data)
{
  SheafVoucherLine *line = data;

  g_free (line->number);
  g_free (line->description);
  g_free (line->typed_date);
  g_free (line->due_template);
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

void
sheaf_voucher_filter_free (SheafVoucherFilter *filter)
{
  if (filter == NULL)
    return;
  g_free (filter->words);
  g_free (filter);
}

gboolean
sheaf_voucher_filter_is_empty (const SheafVoucherFilter *filter)
{
  return (filter->words == NULL || *filter->words == '\0') && filter->kind == 0 &&
         filter->state == SHEAF_VOUCHER_STATE_ANY && sheaf_date_is_none (filter->from) &&
         sheaf_date_is_none (filter->to);
}

static gboolean
has_state (const SheafVoucherLine *line,
           SheafVoucherState       state)
{
  switch (state)
    {
    case SHEAF_VOUCHER_STATE_STANDING:
      return line->reversed_by == 0 && line->reverses_id == 0;
    case SHEAF_VOUCHER_STATE_REVERSED:
      return line->reversed_by != 0;
    case SHEAF_VOUCHER_STATE_REVERSAL:
      return line->reverses_id != 0;
    case SHEAF_VOUCHER_STATE_ANY:
    default:
      return TRUE;
    }
}

static gboolean
is_left (const SheafVoucherLine   *line,
         const SheafVoucherFilter *filter)
{
  return has_state (line, filter->state) && (filter->kind == 0 || line->kind == filter->kind) &&
         (sheaf_date_is_none (filter->from) || sheaf_date_cmp (line->date, filter->from) >= 0) &&
         (sheaf_date_is_none (filter->to) || sheaf_date_cmp (line->date, filter->to) <= 0);
}

/* Keeps the voucher when the filter leaves it; the oldest goes when there are too many. */
static gboolean
keep_voucher (SheafBook                *book,
              gint64                    id,
              const SheafVoucherFilter *filter,
              guint                     max,
              GPtrArray                *lines,
              GError                  **error)
{
  SheafVoucherLine *line = load_line (book, id, error);

  if (line == NULL)
    return FALSE;
  if (!is_left (line, filter))
    {
      free_line (line);
      return TRUE;
    }
  g_ptr_array_add (lines, line);
  if (lines->len > max)
    g_ptr_array_remove_index (lines, 0);
  return TRUE;
}

static gboolean
collect_found (SheafBook                *book,
               const SheafVoucherFilter *filter,
               guint                     max,
               GPtrArray                *lines,
               GError                  **error)
{
  g_autoptr (GArray) ids = sheaf_search_vouchers (book, filter->words, max, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = ids->len; i > 0; i--)
    if (!keep_voucher (book, g_array_index (ids, gint64, i - 1), filter, max, lines, error))
      return FALSE;
  return TRUE;
}

static gboolean
collect_journal (SheafBook                *book,
                 const SheafVoucherFilter *filter,
                 guint                     max,
                 GPtrArray                *lines,
                 GError                  **error)
{
  SheafJournalFilter rows = { .from = filter->from, .to = filter->to };
  g_autoptr (SheafJournal) journal = sheaf_journal_open (book, &rows, error);
  g_autoptr (GError) cause = NULL;
  SheafJournalRow row;
  gint64          last = 0;

  if (journal == NULL)
    return FALSE;
  while (sheaf_journal_next (journal, &row, &cause))
    {
      if (row.voucher_id == last || (filter->kind != 0 && row.kind != filter->kind))
        continue;
      last = row.voucher_id;
      if (!keep_voucher (book, last, filter, max, lines, error))
        return FALSE;
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

GPtrArray *
sheaf_voucher_lines_search (SheafBook                *book,
                            const SheafVoucherFilter *filter,
                            guint                     max,
                            GError                  **error)
{
  gboolean words = filter->words != NULL && *filter->words != '\0';
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);

  if (words ? collect_found (book, filter, max, lines, error)
            : collect_journal (book, filter, max, lines, error))
    return g_steal_pointer (&lines);
  return NULL;
}

GPtrArray *
sheaf_voucher_lines_drafts (SheafBook *book,
                            GError   **error)
{
  g_autoptr (GPtrArray) drafts = sheaf_draft_list (book, error);
  GPtrArray *lines;

  if (drafts == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func (free_line);
  for (guint i = 0; i < drafts->len; i++)
    {
      const SheafDraftHead *draft = g_ptr_array_index (drafts, i);
      SheafVoucherLine     *line = g_new0 (SheafVoucherLine, 1);

      line->draft_id = draft->id;
      line->kind = draft->kind;
      line->layer = SHEAF_LAYER_ORDINARY;
      if (!sheaf_date_parse (draft->date, &line->date, NULL))
        line->date = SHEAF_DATE_NONE;
      line->typed_date = g_strdup (draft->date);
      line->number = g_strdup ("");
      line->description = g_strdup (draft->description);
      line->amount = draft->amount;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

GPtrArray *
sheaf_voucher_lines_due (SheafBook *book,
                         SheafDate  on,
                         GError   **error)
{
  g_autoptr (GPtrArray) dues = sheaf_recurrence_due (book, on, error);
  GPtrArray *lines;

  if (dues == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func (free_line);
  for (guint i = 0; i < dues->len; i++)
    {
      const SheafRecurrenceDue *due = g_ptr_array_index (dues, i);
      SheafVoucherLine         *line = g_new0 (SheafVoucherLine, 1);

      line->kind = due->kind;
      line->layer = SHEAF_LAYER_ORDINARY;
      line->date = due->due;
      line->number = g_strdup ("");
      line->description = g_strdup_printf ("%s: %s", due->template_name, due->description);
      line->due_template = g_strdup (due->template_name);
      g_ptr_array_add (lines, line);
    }
  return lines;
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
