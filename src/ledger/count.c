/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts as the book keeps them, and their differences. */
#include "ledger/count.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/count-private.h"
#include "ledger/count-sql.h"
#include "ledger/difference.h"
#include "ledger/error.h"
#include "store/query.h"

#include <inttypes.h>
#include <string.h>

static gboolean
insert_lines (SheafBook        *book,
              const SheafCount *count,
              gint64            id,
              gint64            act_id,
              GError          **error)
{
  for (guint i = 0; i < count->lines->len; i++)
    {
      const SheafCountLine *line = count->lines->pdata[i];
      gboolean              booked = count->kind == SHEAF_COUNT_STOCK || *line->name == '\0';

      /* notes that nobody found need no line */
      if ((booked || line->counted) &&
          !sheaf_store_run (sheaf_book_store (book), COUNT_LINE_INSERT,
                            SHEAF_ARGS (SHEAF_INT (id), SHEAF_TEXT (line->name),
                                        SHEAF_ID (line->booked_quantity.thousandths),
                                        SHEAF_INT (line->booked_amount.units),
                                        SHEAF_ID (line->counted_quantity.thousandths),
                                        SHEAF_INT (line->counted_amount.units),
                                        SHEAF_OPTIONAL (line->note), SHEAF_INT (act_id)),
                            error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_count_insert (SheafBook        *book,
                    const SheafCount *count,
                    gint64           *ret_id,
                    GError          **error)
{
  g_autofree char *number = NULL;
  g_autoptr (SheafAct) act = NULL;
  gint64 next, id;

  if (!sheaf_store_get_int (sheaf_book_store (book), COUNT_NEXT, SHEAF_NO_ARGS, &next, error))
    return FALSE;
  number = g_strdup_printf ("KK%04" PRId64, next);
  act = sheaf_act_begin (book, "count", number, error);
  if (act == NULL ||
      !sheaf_store_insert (sheaf_book_store (book), COUNT_INSERT,
                           SHEAF_ARGS (SHEAF_INT (count->kind), SHEAF_TEXT (number),
                                       SHEAF_DAY (count->date), SHEAF_INT (count->account_id),
                                       SHEAF_OPTIONAL (count->people),
                                       SHEAF_OPTIONAL (count->note),
                                       SHEAF_INT (sheaf_act_id (act))),
                           &id, error) ||
      !insert_lines (book, count, id, sheaf_act_id (act), error) || !sheaf_act_commit (act, error))
    return FALSE;
  *ret_id = id;
  return TRUE;
}

static gboolean
load_lines (SheafBook  *book,
            SheafCount *count,
            GError    **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), COUNT_LINES,
                                                  SHEAF_ARGS (SHEAF_INT (count->id)), error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      SheafCountLine *line = sheaf_count_add_line (count, sheaf_query_text (query, 0));

      line->booked_quantity = SHEAF_QUANTITY (sheaf_query_int (query, 1));
      line->booked_amount = sheaf_query_money (query, 2);
      line->counted_quantity = SHEAF_QUANTITY (sheaf_query_int (query, 3));
      line->counted_amount = sheaf_query_money (query, 4);
      line->note = g_strdup (sheaf_query_text (query, 5));
      line->counted = TRUE;
    }
  return sheaf_query_finish (query, error);
}

SheafCount *
sheaf_count_load (SheafBook *book,
                  gint64     id,
                  GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), COUNT_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  g_autoptr (SheafCount) count = sheaf_count_new ();

  if (query == NULL)
    return NULL;
  if (!sheaf_query_next (query, NULL))
    {
      if (sheaf_query_finish (query, error))
        g_set_error_literal (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
                             _ ("there is no such count"));
      return NULL;
    }
  count->id = sheaf_query_int (query, 0);
  count->kind = (SheafCountKind) sheaf_query_int (query, 1);
  count->number = g_strdup (sheaf_query_text (query, 2));
  count->date = sheaf_query_date (query, 3);
  count->account_id = sheaf_query_int (query, 4);
  count->people = g_strdup (sheaf_query_text (query, 5));
  count->note = g_strdup (sheaf_query_text (query, 6));
  count->vouchers = (guint) sheaf_query_int (query, 7);
  return load_lines (book, count, error) ? g_steal_pointer (&count) : NULL;
}

GPtrArray *
sheaf_count_list (SheafBook *book,
                  GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), COUNT_LIST, SHEAF_NO_ARGS, error);
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_count_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafCount *count = sheaf_count_load (book, sheaf_query_int (query, 0), error);

      if (count == NULL)
        return NULL;
      g_ptr_array_add (list, count);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

static void
add_difference (GArray               *lines,
                const SheafCount     *count,
                const SheafCountLine *line,
                SheafMoney            amount)
{
  gint64 quantity =
      line == NULL ? 0 : line->counted_quantity.thousandths - line->booked_quantity.thousandths;
  gboolean            same_way = (quantity > 0) == (amount.units > 0);
  SheafDifferenceLine difference = { .amount = amount };

  if (amount.units == 0)
    return;
  if (count->kind == SHEAF_COUNT_STOCK && line != NULL && *line->name != '\0')
    difference.product = line->name;
  if (same_way)
    difference.quantity = SHEAF_QUANTITY (ABS (quantity));
  g_array_append_val (lines, difference);
}

/* Cash as a whole, as nobody knows which notes are missing. */
static GArray *
list_differences (const SheafCount *count)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SheafDifferenceLine));

  if (count->kind == SHEAF_COUNT_CASH)
    add_difference (lines, count, NULL, sheaf_count_difference (count));
  for (guint i = 0; count->kind == SHEAF_COUNT_STOCK && i < count->lines->len; i++)
    add_difference (lines, count, count->lines->pdata[i],
                    sheaf_count_line_difference (count->lines->pdata[i]));
  return lines;
}

/* A difference is only true beside the books that were counted against. */
static gboolean
check_unchanged (SheafBook        *book,
                 const SheafCount *count,
                 GError          **error)
{
  g_autoptr (SheafCount) now =
      sheaf_count_prepare (book, count->kind, count->account_id, count->date, error);
  SheafMoney then_booked = SHEAF_MONEY_ZERO, now_booked = SHEAF_MONEY_ZERO;

  if (now == NULL)
    return FALSE;
  for (guint i = 0; i < count->lines->len; i++)
    then_booked = sheaf_money_add (
        then_booked, ((SheafCountLine *) count->lines->pdata[i])->booked_amount);
  for (guint i = 0; i < now->lines->len; i++)
    now_booked =
        sheaf_money_add (now_booked, ((SheafCountLine *) now->lines->pdata[i])->booked_amount);
  if (sheaf_money_cmp (then_booked, now_booked) == 0)
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
               _ ("the books of that day were changed since count %s: keep a new sheet"),
               count->number);
  return FALSE;
}

gboolean
sheaf_count_post (SheafBook *book,
                  gint64     id,
                  gint64     other_id,
                  GError   **error)
{
  g_autoptr (SheafCount) count = sheaf_count_load (book, id, error);
  g_autoptr (GArray) lines = count == NULL ? NULL : list_differences (count);
  SheafDifference difference;
  guint           vouchers;

  if (count == NULL)
    return FALSE;
  if (lines->len == 0 || count->vouchers > 0)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
                   lines->len == 0 ? _ ("count %s shows no difference: there is nothing to post")
                                   : _ ("the difference of count %s was posted already"),
                   count->number);
      return FALSE;
    }
  difference = (SheafDifference){ .event = count->kind == SHEAF_COUNT_CASH ? "cash" : "stock",
                                  .date = count->date,
                                  .account_id = count->account_id,
                                  .other_id = other_id,
                                  .count_id = count->id,
                                  .number = count->number };
  return check_unchanged (book, count, error) &&
         sheaf_difference_post (book, &difference, lines, &vouchers, error);
}
