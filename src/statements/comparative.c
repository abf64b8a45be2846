/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier statements are typed in from paper, so each line is checked against its form. */
#include "statements/comparative.h"

#include "base/i18n.h"
#include "book/act.h"
#include "statements/comparative-sql.h"
#include "statements/error.h"
#include "statements/form-book.h"
#include "store/query.h"

gboolean
sheaf_comparative_check (SheafBook              *book,
                         const SheafComparative *comparative,
                         GError                **error)
{
  int first = sheaf_date_year (sheaf_book_first_day (book));
  g_autoptr (SheafForm) form = sheaf_form_load (book, comparative->form, comparative->year, error);

  if (form == NULL)
    return FALSE;
  if (comparative->year >= first)
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD,
                   _ ("the year %d is in this book, its figures come from the vouchers: give a "
                      "year before %d"),
                   comparative->year, first);
      return FALSE;
    }
  if (form->kind != SHEAF_FORM_LINES)
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
                   _ ("%s has no column for an earlier year, leave it out"), form->code);
      return FALSE;
    }
  if (sheaf_form_find_line (form, comparative->line, NULL) == NULL)
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
                   _ ("%s has no line %s, give the code printed on the form"), form->code,
                   comparative->line);
      return FALSE;
    }
  return TRUE;
}

gboolean
sheaf_comparative_insert (SheafBook              *book,
                          const SheafComparative *comparative,
                          GError                **error)
{
  g_autofree char *summary = NULL;
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && comparative != NULL, FALSE);

  if (!sheaf_comparative_check (book, comparative, error))
    return FALSE;
  summary = g_strdup_printf ("%s %d", comparative->form, comparative->year);
  act = sheaf_act_begin (book, "comparative", summary, error);
  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), COMPARATIVE_INSERT,
                          SHEAF_ARGS (SHEAF_INT (comparative->year), SHEAF_TEXT (comparative->form),
                                      SHEAF_TEXT (comparative->line),
                                      SHEAF_INT (comparative->amount.units),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

GHashTable *
sheaf_comparative_load (SheafBook  *book,
                        int         year,
                        const char *form,
                        GError    **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GHashTable) amounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), COMPARATIVE_LOAD,
                       SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (form)), error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &inner))
    {
      SheafMoney amount = sheaf_query_money (query, 1);

      g_hash_table_insert (amounts, g_strdup (sheaf_query_text (query, 0)),
                           g_memdup2 (&amount, sizeof amount));
    }
  if (inner == NULL)
    return g_steal_pointer (&amounts);
  g_propagate_error (error, g_steal_pointer (&inner));
  return NULL;
}

GPtrArray *
sheaf_comparative_list (SheafBook *book,
                        GError   **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_comparative_free);
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), COMPARATIVE_LIST, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, &inner))
    {
      SheafComparative *comparative = g_new0 (SheafComparative, 1);

      comparative->year = (int) sheaf_query_int (query, 0);
      comparative->form = g_strdup (sheaf_query_text (query, 1));
      comparative->line = g_strdup (sheaf_query_text (query, 2));
      comparative->amount = sheaf_query_money (query, 3);
      g_ptr_array_add (list, comparative);
    }
  if (inner == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&inner));
  return NULL;
}

void
sheaf_comparative_free (SheafComparative *comparative)
{
  if (comparative == NULL)
    return;
  g_free (comparative->form);
  g_free (comparative->line);
  g_free (comparative);
}
