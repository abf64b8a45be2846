/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labour: reading it back. */
#include "labour/labour.h"

#include "base/i18n.h"
#include "labour/error.h"
#include "labour/labour-private.h"
#include "labour/labour-sql.h"
#include "store/query.h"

SheafLabour *
sheaf_labour_new (void)
{
  SheafLabour *labour = g_new0 (SheafLabour, 1);

  labour->date = SHEAF_DATE_NONE;
  return labour;
}

void
sheaf_labour_free (SheafLabour *labour)
{
  if (labour == NULL)
    return;
  g_free (labour->work);
  g_free (labour->reverses);
  g_free (labour->number);
  g_free (labour);
}

static SheafLabour *
read_labour (const SheafQuery *query)
{
  SheafLabour *labour = sheaf_labour_new ();

  labour->id = sheaf_query_int (query, 0);
  labour->party_id = sheaf_query_int (query, 1);
  labour->date = sheaf_query_date (query, 2);
  if (!sheaf_query_is_null (query, 3))
    labour->work = g_strdup (sheaf_query_text (query, 3));
  labour->days = SHEAF_QUANTITY (sheaf_query_int (query, 4));
  labour->rate = SHEAF_RATE (sheaf_query_int (query, 5));
  labour->amount_given = TRUE;
  labour->amount = sheaf_query_money (query, 6);
  labour->account_id = sheaf_query_int (query, 7);
  labour->tax = sheaf_query_money (query, 8);
  labour->insurance = sheaf_query_money (query, 9);
  labour->reverses_id = sheaf_query_int (query, 10);
  labour->reversed_by = sheaf_query_int (query, 11);
  labour->voucher_id = sheaf_query_int (query, 12);
  labour->number = sheaf_query_is_null (query, 13)
                       ? g_strdup_printf ("#%" G_GINT64_FORMAT, labour->id)
                       : g_strdup (sheaf_query_text (query, 13));
  return labour;
}

SheafLabour *
sheaf_labour_load (SheafBook *book,
                   gint64     id,
                   GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), LABOUR_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return NULL;
  if (sheaf_query_next (query, &cause))
    return read_labour (query);
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, SHEAF_LABOUR_ERROR, SHEAF_LABOUR_ERROR_NOT_FOUND,
                 _ ("there is no such row of labour: choose one from the list"));
  return NULL;
}

GPtrArray *
sheaf_labour_list (SheafBook *book,
                   gint64     party_id,
                   SheafDate  from,
                   SheafDate  to,
                   GError   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_labour_free);
  g_autoptr (SheafQuery)
      query = party_id == 0
                  ? sheaf_query_new (sheaf_book_store (book), LABOUR_LIST,
                                     SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error)
                  : sheaf_query_new (sheaf_book_store (book), LABOUR_OF_PERSON,
                                     SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (from),
                                                 SHEAF_DAY (to)),
                                     error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &cause))
    g_ptr_array_add (rows, read_labour (query));
  if (cause == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}
