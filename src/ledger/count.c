/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts as the book keeps them. */
#include "ledger/count.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/count-sql.h"
#include "ledger/error.h"
#include "store/query.h"

#include <inttypes.h>
#include <string.h>

/* "16:30"; empty is none. */
static gboolean
check_time (const char *time,
            GError    **error)
{
  if (time == NULL || *time == '\0' ||
      g_regex_match_simple ("^([01]?[0-9]|2[0-3]):[0-5]?[0-9]$", time, G_REGEX_DEFAULT,
                            G_REGEX_MATCH_DEFAULT))
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
               _ ("“%s” is no time of the day: write it as 16:30"), time);
  return FALSE;
}

/* NULL where nobody judged the quality, which is not the same as nothing spoilt. */
static SheafValue
judged (const SheafCountLine *line,
        SheafQuantity         part)
{
  return line->judged ? SHEAF_INT (part.thousandths) : SHEAF_TEXT (NULL);
}

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
                                        judged (line, line->poor), judged (line, line->spoilt),
                                        SHEAF_OPTIONAL (line->note), SHEAF_INT (act_id)),
                            error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_count_find (SheafBook  *book,
                  const char *number,
                  gint64     *ret_id,
                  GError    **error)
{
  gint64 id = 0;

  if (!sheaf_store_find_int (sheaf_book_store (book), COUNT_FIND,
                             SHEAF_ARGS (SHEAF_TEXT (number)), NULL, &id, error))
    return FALSE;
  *ret_id = id;
  return TRUE;
}

/* The number that the sheet brings, or the next one; NULL with an error. */
static char *
take_number (SheafBook  *book,
             const char *number,
             GError    **error)
{
  gint64 id, next;

  if (number == NULL || *number == '\0')
    return sheaf_store_get_int (sheaf_book_store (book), COUNT_NEXT, SHEAF_NO_ARGS, &next, error)
               ? g_strdup_printf ("KK%04" PRId64, next)
               : NULL;
  if (!sheaf_count_find (book, number, &id, error))
    return NULL;
  if (id == 0)
    return g_strdup (number);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
               _ ("there is a count %s already: give another number"), number);
  return NULL;
}

gboolean
sheaf_count_insert (SheafBook        *book,
                    const SheafCount *count,
                    gint64           *ret_id,
                    GError          **error)
{
  g_autofree char *number = take_number (book, count->number, error);
  g_autoptr (SheafAct) act = NULL;
  gint64 id;

  if (number == NULL || !check_time (count->time, error))
    return FALSE;
  act = sheaf_act_begin (book, "count", number, error);
  if (act == NULL ||
      !sheaf_store_insert (sheaf_book_store (book), COUNT_INSERT,
                           SHEAF_ARGS (SHEAF_INT (count->kind), SHEAF_TEXT (number),
                                       SHEAF_DAY (count->date), SHEAF_OPTIONAL (count->time),
                                       SHEAF_INT (count->account_id),
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
      line->judged = !sheaf_query_is_null (query, 6);
      line->poor = SHEAF_QUANTITY (sheaf_query_int (query, 6));
      line->spoilt = SHEAF_QUANTITY (sheaf_query_int (query, 7));
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
  count->time = sheaf_query_is_null (query, 8) ? NULL : g_strdup (sheaf_query_text (query, 8));
  count->withdrawn = sheaf_query_is_null (query, 9) ? NULL : g_strdup (sheaf_query_text (query, 9));
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
