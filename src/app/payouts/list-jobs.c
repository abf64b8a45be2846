/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads. What is looked at and what is made are the same wish, read by the core. */
#include "app/payouts/list-jobs.h"

#include "base/i18n.h"
#include "payouts/error.h"
#include "payouts/standing.h"

/* More would push the figures out of sight. */
#define MOST_TOLD 12

SheafListWish *
sheaf_list_wish_copy (const SheafListWish *wish)
{
  SheafListWish *copy = g_memdup2 (wish, sizeof *wish);

  copy->keep_debts = g_strdupv (wish->keep_debts);
  copy->only = g_strdupv (wish->only);
  return copy;
}

void
sheaf_list_wish_free (SheafListWish *wish)
{
  if (wish == NULL)
    return;
  g_strfreev (wish->keep_debts);
  g_strfreev (wish->only);
  g_free (wish);
}

void
sheaf_list_look_free (SheafListLook *look)
{
  if (look == NULL)
    return;
  sheaf_payout_batch_free (look->batch);
  g_clear_error (&look->refusal);
  sheaf_problems_free (look->problems);
  g_free (look);
}

void
sheaf_list_made_free (SheafListMade *made)
{
  if (made == NULL)
    return;
  sheaf_problems_free (made->problems);
  g_free (made);
}

/* Has something open that the list may pay. */
static gboolean
is_open (const SheafListWish       *wish,
         const SheafPayoutStanding *standing)
{
  return standing->open.units > 0 &&
         (standing->year == wish->year || (wish->earlier && standing->year < wish->year));
}

/* The codes of those with money open and no account, among those wanted. A member's years follow
 * each other: the code is told once. */
static char **
list_without_account (SheafBook           *book,
                      const SheafListWish *wish,
                      GError             **error)
{
  const char *const *only = (const char *const *) wish->only;
  g_autoptr (GPtrArray)
      standings = sheaf_payout_standing_list (book, 0, wish->date, error);
  g_autoptr (GStrvBuilder) codes = NULL;
  gint64 found = 0; /* the last */

  if (standings == NULL)
    return NULL;
  codes = g_strv_builder_new ();
  for (guint i = 0; i < standings->len; i++)
    {
      const SheafPayoutStanding *standing = standings->pdata[i];

      if (!is_open (wish, standing) || standing->party_id == found ||
          sheaf_payout_standing_has_account (standing) ||
          (only != NULL && !g_strv_contains (only, standing->code)))
        continue;
      g_strv_builder_add (codes, standing->code);
      found = standing->party_id;
    }
  if (found != 0)
    return g_strv_builder_end (codes);
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOTHING,
               _ ("Everyone with money open has a bank account: pay through the bank, or choose to "
                  "pay everyone in cash."));
  return NULL;
}

static SheafPayoutMethod
method_of (const SheafListWish *wish)
{
  return wish->way == SHEAF_LIST_BANK ? SHEAF_PAYOUT_BANK : SHEAF_PAYOUT_CASH;
}

/* The core's question; only takes the codes that it names, freed by the caller. */
static gboolean
read_spec (SheafBook           *book,
           const SheafListWish *wish,
           SheafPayoutSpec     *spec,
           char              ***ret_only,
           GError             **error)
{
  char **only = wish->way == SHEAF_LIST_CASH_WITHOUT ? list_without_account (book, wish, error)
                                                     : g_strdupv (wish->only);

  if (only == NULL && wish->way == SHEAF_LIST_CASH_WITHOUT)
    return FALSE;
  spec->year = wish->year;
  spec->method = method_of (wish);
  spec->date = wish->date;
  spec->minimum = wish->minimum;
  spec->part = wish->part;
  spec->earlier = wish->earlier;
  spec->net_debts = wish->set_off;
  spec->keep_debts = (const char *const *) wish->keep_debts;
  spec->only = (const char *const *) only;
  *ret_only = only;
  return TRUE;
}

/* Lines are by code: a member's lines of several years follow each other. */
static void
add_up (SheafListLook *look)
{
  gint64 last = 0;

  for (guint i = 0; i < look->batch->lines->len; i++)
    {
      const SheafPayoutLine *line = look->batch->lines->pdata[i];

      look->members += line->party_id != last;
      last = line->party_id;
      look->gross = sheaf_money_add (look->gross, line->gross);
      look->tax = sheaf_money_add (look->tax, line->tax);
      look->set_off = sheaf_money_add (look->set_off, line->set_off);
      look->net = sheaf_money_add (look->net, line->net);
    }
}

gpointer
sheaf_list_look_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  const SheafListWish *wish = data;
  g_autoptr (SheafListLook) look = g_new0 (SheafListLook, 1);
  g_auto (GStrv) only = NULL;
  SheafPayoutSpec spec = { 0 };

  look->problems = sheaf_problems_new ();
  /* What is there is told beside a refusal too. */
  if (!sheaf_payout_money_there (connection, method_of (wish), wish->date, &look->there, error))
    return NULL;
  if (!read_spec (connection, wish, &spec, &only, &look->refusal))
    return g_steal_pointer (&look);
  look->batch = sheaf_payout_preview (connection, &spec, look->problems, &look->refusal);
  if (look->batch != NULL)
    add_up (look);
  return g_steal_pointer (&look);
}

gpointer
sheaf_list_make_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  const SheafListWish *wish = data;
  g_autoptr (SheafListMade) made = g_new0 (SheafListMade, 1);
  g_auto (GStrv) only = NULL;
  SheafPayoutSpec spec = { 0 };

  made->problems = sheaf_problems_new ();
  if (!read_spec (connection, wish, &spec, &only, error) ||
      !sheaf_payout_make (connection, &spec, made->problems, &made->id, error))
    return NULL;
  return g_steal_pointer (&made);
}

SheafProblems *
sheaf_list_problems_cut (const SheafProblems *problems)
{
  SheafProblems *told = sheaf_problems_new ();
  guint          most = MIN (problems->items->len, MOST_TOLD);

  for (guint i = 0; i < most; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      sheaf_problems_add (told, problem->kind, NULL, 0, NULL, "%s%s%s",
                          problem->column != NULL ? problem->column : "",
                          problem->column != NULL ? ": " : "", problem->text);
    }
  if (problems->items->len > most)
    sheaf_problems_add (told, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, _ ("… and %u more"),
                        problems->items->len - most);
  return told;
}
