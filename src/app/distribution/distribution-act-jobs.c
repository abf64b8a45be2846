/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts of the year's end, on the threads: nothing here may touch a widget. */
#include "app/distribution/distribution-jobs.h"

#include "base/i18n.h"
#include "distribution/error.h"
#include "distribution/inputs.h"
#include "distribution/posting.h"
#include "ledger/verify.h"
#include "payouts/reversal.h"

void
sheaf_year_act_free (SheafYearAct *act)
{
  if (act == NULL)
    return;
  g_free (act->text);
  g_free (act->name);
  g_free (act);
}

void
sheaf_closing_preview_free (SheafClosingPreview *preview)
{
  if (preview == NULL)
    return;
  sheaf_problems_free (preview->problems);
  g_free (preview);
}

static gboolean
close_year (SheafBook          *book,
            const SheafYearAct *act,
            GError            **error)
{
  SheafClosingKeys keys = { .key = (SheafClosingKey) act->choice };

  return sheaf_closing_post (book, act->year, &keys, NULL, error);
}

/* What is saved is the plan that counts, be it a version that was approved. */
static gboolean
store_plan (SheafBook     *book,
            int            year,
            const char    *text,
            SheafProblems *problems,
            GError       **error)
{
  g_autofree char *counting = NULL;

  return sheaf_plan_counting_version (book, year, &counting, error) &&
         sheaf_plan_store_version (book, year, counting, text, -1, NULL, problems, error);
}

static gboolean
take_version (SheafBook          *book,
              const SheafYearAct *act,
              SheafProblems      *problems,
              GError            **error)
{
  g_autoptr (SheafLaw) law = sheaf_law_of_year (book, act->year, error);
  g_autoptr (SheafPlan) plan = NULL;
  g_autofree char *text = NULL;

  if (law == NULL)
    return FALSE;
  plan = sheaf_plan_load_version (book, law, act->year, act->name, NULL, error);
  if (plan == NULL)
    return FALSE;
  text = sheaf_plan_to_text (plan);
  return store_plan (book, act->year, text, problems, error);
}

static gboolean
approve (SheafBook          *book,
         const SheafYearAct *act,
         SheafProblems      *problems,
         GError            **error)
{
  SheafMeeting meeting = act->heads;

  meeting.resolution = act->text;
  meeting.date = act->date;
  meeting.version = act->name;
  return sheaf_plan_approve (book, act->year, &meeting, problems, error);
}

static gboolean
do_act (SheafBook          *book,
        const SheafYearAct *act,
        SheafProblems      *problems,
        GError            **error)
{
  switch (act->kind)
    {
    case SHEAF_YEAR_CLOSE:
      return close_year (book, act, error);
    case SHEAF_YEAR_REOPEN:
      return sheaf_closing_reopen (book, act->year, act->text, error);
    case SHEAF_YEAR_STORE_PLAN:
      return store_plan (book, act->year, act->text, problems, error);
    case SHEAF_YEAR_STORE_VERSION:
      return sheaf_plan_store_version (book, act->year, act->name, act->text, -1, NULL, problems,
                                       error);
    case SHEAF_YEAR_TAKE_VERSION:
      return take_version (book, act, problems, error);
    case SHEAF_YEAR_FORGET_VERSION:
      return sheaf_plan_forget_version (book, act->year, act->name, error);
    case SHEAF_YEAR_APPROVE:
      return approve (book, act, problems, error);
    case SHEAF_YEAR_POST:
      return sheaf_plan_post (book, act->year, act->date, NULL, error);
    case SHEAF_YEAR_UNPOST:
      return sheaf_journal_unpost (book, act->year, act->date, act->text, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

void
sheaf_year_acted_free (SheafYearActed *acted)
{
  if (acted == NULL)
    return;
  sheaf_problems_free (acted->problems);
  g_clear_error (&acted->refusal);
  g_free (acted);
}

gpointer
sheaf_year_act_job (gpointer       connection,
                    gpointer       data,
                    GError **error G_GNUC_UNUSED)
{
  SheafYearActed *acted = g_new0 (SheafYearActed, 1);

  acted->problems = sheaf_problems_new ();
  (void) do_act (connection, data, acted->problems, &acted->refusal); /* told in acted */
  return acted;
}

static void
add_result (const SheafVoucher  *closing,
            const SheafAccount **profit,
            SheafClosingPreview *preview)
{
  for (guint i = 0; i < closing->rows->len; i++)
    {
      const SheafVoucherRow *row = g_ptr_array_index (closing->rows, i);

      for (guint side = 0; side < SHEAF_SIDES; side++)
        {
          if (row->credit_id == profit[side]->id)
            preview->result[side] = sheaf_money_add (preview->result[side], row->amount);
          if (row->debit_id == profit[side]->id)
            preview->result[side] = sheaf_money_sub (preview->result[side], row->amount);
        }
    }
}

static gboolean
compute_closing (SheafBook           *book,
                 int                  year,
                 SheafClosingPreview *preview,
                 GError             **error)
{
  const SheafAccount *profit[SHEAF_SIDES];
  SheafClosingKeys    keys;
  g_autoptr (SheafTotals) totals = NULL;
  g_autoptr (SheafVoucher) closing = NULL;
  g_autoptr (GError) refusal = NULL;

  if (!sheaf_distribution_profit_accounts (book, profit, error) ||
      !sheaf_closing_keys_load (book, year, &keys, error))
    return FALSE;
  totals = sheaf_totals_load (book, sheaf_book_year_start (book, year),
                              sheaf_book_year_end (book, year), error);
  if (totals == NULL)
    return FALSE;
  closing = sheaf_closing_compute (book, totals, &keys, &refusal);
  if (closing == NULL)
    {
      sheaf_problems_add (preview->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s",
                          refusal->message);
      return TRUE;
    }
  preview->rows = closing->rows->len;
  add_result (closing, profit, preview);
  return TRUE;
}

gpointer
sheaf_closing_preview_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  SheafClosingPreview *preview = g_new0 (SheafClosingPreview, 1);
  gboolean             good;

  preview->problems = sheaf_problems_new ();
  good = compute_closing (connection, *(const int *) data, preview, error);
  for (const SheafCheck *check = sheaf_ledger_checks; good && check->name != NULL; check++)
    good = check->run (connection, preview->problems, error);
  if (good)
    return preview;
  sheaf_closing_preview_free (preview);
  return NULL;
}

gpointer
sheaf_post_preview_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  return sheaf_plan_post_preview (connection, *(const int *) data, error);
}
