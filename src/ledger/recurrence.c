/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days of which templates are due, and what was done about them. */
#include "ledger/recurrence.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/recurrence-sql.h"
#include "store/query.h"

#include <string.h>

#define MONTHS_MAX 120

void
sheaf_recurrence_free (SheafRecurrence *recurrence)
{
  if (recurrence == NULL)
    return;
  g_free (recurrence->template_name);
  g_free (recurrence);
}

void
sheaf_recurrence_due_free (SheafRecurrenceDue *due)
{
  if (due == NULL)
    return;
  g_free (due->template_name);
  g_free (due->description);
  g_free (due);
}

SheafDate
sheaf_recurrence_day (const SheafRecurrence *recurrence,
                      guint                  n)
{
  int months = sheaf_date_year (recurrence->first) * 12 +
               sheaf_date_month (recurrence->first) - 1 + (int) (n * recurrence->months);
  SheafDate start = sheaf_date_new (months / 12, months % 12 + 1, 1);
  SheafDate end = sheaf_date_month_end (start);
  SheafDate day = sheaf_date_add_days (start, sheaf_date_day (recurrence->first) - 1);

  return sheaf_date_cmp (day, end) > 0 ? end : day;
}

static gboolean
fail (GError    **error,
      const char *format,
      const char *name)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", name, 1);
  g_set_error_literal (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_RECURRENCE, text->str);
  return FALSE;
}

static gboolean
write_recurrence (SheafBook             *book,
                  const SheafRecurrence *recurrence,
                  GError               **error)
{
  g_autoptr (SheafAct)
      act = sheaf_act_begin (book, "recurrence", recurrence->template_name, error);

  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), RECURRENCE_INSERT,
                          SHEAF_ARGS (SHEAF_TEXT (recurrence->template_name),
                                      SHEAF_INT (recurrence->months),
                                      SHEAF_DAY (recurrence->first),
                                      SHEAF_DAY (recurrence->last),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_recurrence_set (SheafBook             *book,
                      const SheafRecurrence *recurrence,
                      GError               **error)
{
  const char *name = recurrence->template_name;
  g_autoptr (SheafDraft) draft = sheaf_own_template_use (book, name, error);

  if (draft == NULL)
    return FALSE;
  if (recurrence->months < 1 || recurrence->months > MONTHS_MAX)
    return fail (error, _ ("“%s” comes again every 1 to 120 months: give such a number"), name);
  if (sheaf_date_is_none (recurrence->first))
    return fail (error, _ ("“%s” lacks its first day: give one"), name);
  if (!sheaf_date_is_none (recurrence->last) &&
      sheaf_date_cmp (recurrence->last, recurrence->first) < 0)
    return fail (error, _ ("the last day of “%s” lies before the first one: exchange them"), name);
  return write_recurrence (book, recurrence, error);
}

GPtrArray *
sheaf_recurrence_list (SheafBook *book,
                       GError   **error)
{
  g_autoptr (GPtrArray)
      found = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_recurrence_free);
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), RECURRENCE_LIST, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafRecurrence *recurrence = g_new0 (SheafRecurrence, 1);

      recurrence->template_name = g_strdup (sheaf_query_text (query, 0));
      recurrence->months = (guint) sheaf_query_int (query, 1);
      recurrence->first = sheaf_query_date (query, 2);
      recurrence->last = sheaf_query_date (query, 3);
      g_ptr_array_add (found, recurrence);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&found) : NULL;
}

/* The recurrence of a template, taken out of the list; NULL with an error when there is none. */
static SheafRecurrence *
load_recurrence (SheafBook  *book,
                 const char *name,
                 GError    **error)
{
  g_autoptr (GPtrArray) all = sheaf_recurrence_list (book, error);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    if (strcmp (((SheafRecurrence *) all->pdata[i])->template_name, name) == 0)
      return g_ptr_array_steal_index (all, i);
  (void) fail (error, _ ("“%s” does not come again: choose one of the recurring entries"), name);
  return NULL;
}

gboolean
sheaf_recurrence_end (SheafBook  *book,
                      const char *template_name,
                      GError    **error)
{
  g_autoptr (SheafRecurrence) recurrence = load_recurrence (book, template_name, error);

  if (recurrence == NULL)
    return FALSE;
  recurrence->months = 0;
  return write_recurrence (book, recurrence, error);
}

/* The days that are posted or left out: a set of the days' numbers. */
static GHashTable *
load_done (SheafBook  *book,
           const char *name,
           GError    **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), RECURRENCE_DONE_DAYS,
                                                  SHEAF_ARGS (SHEAF_TEXT (name)), error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_hash_table_add (done, GINT_TO_POINTER (sheaf_query_date (query, 0).days));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&done) : NULL;
}

static gboolean
is_over (const SheafRecurrence *recurrence,
         SheafDate              day,
         SheafDate              on)
{
  return sheaf_date_cmp (day, on) > 0 ||
         (!sheaf_date_is_none (recurrence->last) && sheaf_date_cmp (day, recurrence->last) > 0);
}

static gboolean
add_due (SheafBook             *book,
         const SheafRecurrence *recurrence,
         SheafDate              on,
         GPtrArray             *list,
         GError               **error)
{
  g_autoptr (GHashTable) done = load_done (book, recurrence->template_name, error);
  g_autoptr (SheafDraft) draft =
      done != NULL ? sheaf_own_template_use (book, recurrence->template_name, error) : NULL;
  SheafDate day = recurrence->first;
  guint     open = 0;

  if (draft == NULL)
    return FALSE;
  for (guint n = 0; !is_over (recurrence, day, on); day = sheaf_recurrence_day (recurrence, ++n))
    if (!g_hash_table_contains (done, GINT_TO_POINTER (day.days)))
      {
        SheafRecurrenceDue *due = g_new0 (SheafRecurrenceDue, 1);

        due->template_name = g_strdup (recurrence->template_name);
        due->due = day;
        if (!sheaf_voucher_kind_from_word (draft->kind, &due->kind))
          due->kind = 0;
        due->description = g_strdup (draft->description);
        due->earlier = open++;
        g_ptr_array_add (list, due);
      }
  return TRUE;
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const SheafRecurrenceDue *left = *(SheafRecurrenceDue *const *) a;
  const SheafRecurrenceDue *right = *(SheafRecurrenceDue *const *) b;
  int                       days = sheaf_date_cmp (left->due, right->due);

  return days != 0 ? days : strcmp (left->template_name, right->template_name);
}

GPtrArray *
sheaf_recurrence_due (SheafBook *book,
                      SheafDate  on,
                      GError   **error)
{
  g_autoptr (GPtrArray) all = sheaf_recurrence_list (book, error);
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_recurrence_due_free);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!add_due (book, all->pdata[i], on, list, error))
      return NULL;
  g_ptr_array_sort (list, compare_due);
  return all != NULL ? g_steal_pointer (&list) : NULL;
}

/* Refuses a day on which nothing is due. */
static gboolean
check_open (SheafBook  *book,
            const char *name,
            SheafDate   due,
            GError    **error)
{
  g_autoptr (SheafRecurrence) recurrence = load_recurrence (book, name, error);
  g_autoptr (GHashTable) done = recurrence != NULL ? load_done (book, name, error) : NULL;
  SheafDate day;

  if (done == NULL)
    return FALSE;
  day = recurrence->first;
  for (guint n = 0; !is_over (recurrence, day, due);
       day = sheaf_recurrence_day (recurrence, ++n))
    if (sheaf_date_cmp (day, due) == 0)
      return !g_hash_table_contains (done, GINT_TO_POINTER (due.days)) ||
             fail (error, _ ("“%s” is done for that day already: choose another due day"), name);
  return fail (error, _ ("“%s” is not due on that day: choose a day of the list of what is due"),
               name);
}

static gboolean
write_done (SheafBook  *book,
            const char *name,
            SheafDate   due,
            gint64      voucher_id,
            const char *reason,
            GError    **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "recurrence-done", name, error);

  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), RECURRENCE_DONE_INSERT,
                          SHEAF_ARGS (SHEAF_TEXT (name), SHEAF_DAY (due), SHEAF_ID (voucher_id),
                                      SHEAF_OPTIONAL (reason), SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_recurrence_done (SheafBook  *book,
                       const char *template_name,
                       SheafDate   due,
                       gint64      voucher_id,
                       GError    **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, voucher_id, error);

  return voucher != NULL && check_open (book, template_name, due, error) &&
         write_done (book, template_name, due, voucher_id, NULL, error);
}

gboolean
sheaf_recurrence_skip (SheafBook  *book,
                       const char *template_name,
                       SheafDate   due,
                       const char *reason,
                       GError    **error)
{
  if (!check_open (book, template_name, due, error))
    return FALSE;
  if (reason == NULL || *reason == '\0')
    return fail (error, _ ("leaving “%s” out needs a reason: give one"), template_name);
  return write_done (book, template_name, due, 0, reason, error);
}

void
sheaf_recurrence_done_free (SheafRecurrenceDone *done)
{
  if (done == NULL)
    return;
  g_free (done->reason);
  g_free (done);
}

/* Days of an earlier rule of the template are none of this one's. */
static gboolean
comes_on (const SheafRecurrence *recurrence,
          SheafDate              date)
{
  SheafDate day = recurrence->first;

  for (guint n = 0; !is_over (recurrence, day, date); day = sheaf_recurrence_day (recurrence, ++n))
    if (sheaf_date_cmp (day, date) == 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
sheaf_recurrence_done_list (SheafBook             *book,
                            const SheafRecurrence *recurrence,
                            GError               **error)
{
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_recurrence_done_free);
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), RECURRENCE_DONE_LIST,
                       SHEAF_ARGS (SHEAF_TEXT (recurrence->template_name)), error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafRecurrenceDone *done;

      if (!comes_on (recurrence, sheaf_query_date (query, 0)))
        continue;
      done = g_new0 (SheafRecurrenceDone, 1);
      done->due = sheaf_query_date (query, 0);
      done->voucher_id = sheaf_query_int (query, 1);
      if (done->voucher_id == 0)
        done->reason = g_strdup (sheaf_query_text (query, 2));
      g_ptr_array_add (list, done);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

gboolean
sheaf_recurrence_post (SheafBook     *book,
                       const char    *template_name,
                       SheafDate      due,
                       SheafDate      date,
                       SheafProblems *problems,
                       gint64        *ret_voucher_id,
                       GError       **error)
{
  g_autofree char *day = sheaf_date_to_text (date);
  g_autoptr (SheafDraft) draft = NULL;
  g_autoptr (SheafAct) act = NULL;
  gint64 id;

  if (!check_open (book, template_name, due, error))
    return FALSE;
  draft = sheaf_own_template_use (book, template_name, error);
  if (draft == NULL)
    return FALSE;
  sheaf_draft_set (&draft->date, day);
  act = sheaf_act_begin (book, "voucher-post", draft->description, error);
  if (act == NULL || !sheaf_draft_post (book, draft, NULL, NULL, problems, &id, error) ||
      !write_done (book, template_name, due, id, NULL, error) || !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_voucher_id != NULL)
    *ret_voucher_id = id;
  return TRUE;
}
