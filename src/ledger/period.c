/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock is a row; the latest counts, the others tell the story. */
#include "ledger/period.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/period-sql.h"
#include "store/query.h"

gboolean
sheaf_period_locked_until (SheafBook *book,
                           SheafDate *ret_until,
                           GError   **error)
{
  g_autofree char *text = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), PERIOD_LOCK_LATEST, SHEAF_NO_ARGS, &text,
                             error))
    return FALSE;
  if (text == NULL || !sheaf_date_parse (text, ret_until, NULL))
    *ret_until = SHEAF_DATE_NONE;
  return TRUE;
}

void
sheaf_period_lock_free (SheafPeriodLock *lock)
{
  if (lock == NULL)
    return;
  g_free (lock->reason);
  g_free (lock);
}

GPtrArray *
sheaf_period_lock_list (SheafBook *book,
                        GError   **error)
{
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_period_lock_free);
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), PERIOD_LOCK_LIST, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafPeriodLock *lock = g_new0 (SheafPeriodLock, 1);

      if (!sheaf_date_parse (sheaf_query_text (query, 0), &lock->until, NULL))
        lock->until = SHEAF_DATE_NONE;
      if (!sheaf_query_is_null (query, 1))
        lock->reason = g_strdup (sheaf_query_text (query, 1));
      g_ptr_array_add (list, lock);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
write_lock (SheafBook  *book,
            SheafDate   until,
            const char *reason,
            const char *kind,
            GError    **error)
{
  g_autofree char *text = sheaf_date_to_text (until);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, kind, text, error);

  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), PERIOD_LOCK_INSERT,
                          SHEAF_ARGS (SHEAF_TEXT (text), SHEAF_OPTIONAL (reason),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_period_check_day (SheafBook *book,
                        SheafDate  day,
                        GError   **error)
{
  g_autofree char *asked = sheaf_date_to_text (day);
  g_autofree char *first = sheaf_date_to_text (sheaf_book_first_day (book));

  if (sheaf_date_cmp (day, sheaf_book_first_day (book)) >= 0)
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE,
               _ ("the book begins on %s and knows nothing of %s: take a day from then on"), first,
               asked);
  return FALSE;
}

gboolean
sheaf_period_lock (SheafBook *book,
                   SheafDate  until,
                   GError   **error)
{
  SheafDate locked;

  if (!sheaf_period_locked_until (book, &locked, error))
    return FALSE;
  if (sheaf_date_cmp (until, sheaf_book_first_day (book)) < 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE,
                 _ ("the day lies before the book's first day: choose a later one"));
  else if (!sheaf_date_is_none (locked) && sheaf_date_cmp (until, locked) <= 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PERIOD_LOCKED,
                 _ ("everything up to that day is locked already: choose a later one, or unlock "
                    "with a reason"));
  else
    return write_lock (book, until, NULL, "period-lock", error);
  return FALSE;
}

gboolean
sheaf_period_unlock (SheafBook  *book,
                     SheafDate   until,
                     const char *reason,
                     GError    **error)
{
  SheafDate locked;

  if (!sheaf_period_locked_until (book, &locked, error))
    return FALSE;
  if (sheaf_date_is_none (locked) ||
      (!sheaf_date_is_none (until) && sheaf_date_cmp (until, locked) >= 0))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE,
                 _ ("nothing after that day is locked: choose an earlier one"));
  else if (reason == NULL || *reason == '\0')
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE,
                 _ ("unlocking needs a reason: give one"));
  else
    return write_lock (book, until, reason, "period-unlock", error);
  return FALSE;
}
