/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What closing needs, and what the statements say of themselves. */
#include "yearend/checklist-private.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/totals.h"
#include "statements/checks.h"
#include "statements/error.h"
#include "statements/form-book.h"
#include "statements/note-text.h"
#include "statements/notes.h"

/* What closing itself would refuse: revenue deductions without a side, and the like. */
SHEAF_CHECKLIST_LOOK (sides)
{
  g_autoptr (SheafTotals) totals = sheaf_totals_load_pairs (year->book, year->first, year->last,
                                                            error);
  SheafClosingKeys keys;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;

  if (totals == NULL || !sheaf_closing_keys_load (year->book, year->year, &keys, error))
    return FALSE;
  voucher = sheaf_closing_compute (year->book, totals, &keys, &refusal);
  if (voucher == NULL)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_WRONG, g_strdup (refusal->message));
  return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                              g_strdup (_ ("Every income and cost can be closed to its side.")));
}

/* What the key divides: the shared expense of rows that name no side. */
static SheafMoney
sum_shared (const SheafChart  *chart,
            const SheafTotals *totals)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      const SheafAccount   *debit = sheaf_chart_by_id (chart, pair->debit_id);
      const SheafAccount   *credit = sheaf_chart_by_id (chart, pair->credit_id);

      if (pair->scope != SHEAF_SCOPE_NONE)
        continue;
      if (debit != NULL && debit->scope == SHEAF_ACCOUNT_SCOPE_SHARED)
        sum = sheaf_money_add (sum, pair->period);
      if (credit != NULL && credit->scope == SHEAF_ACCOUNT_SCOPE_SHARED)
        sum = sheaf_money_sub (sum, pair->period);
    }
  return sum;
}

SHEAF_CHECKLIST_LOOK (shared)
{
  const SheafChart *chart = sheaf_chart_get (year->book, error);
  g_autoptr (SheafTotals) totals =
      chart == NULL ? NULL
                    : sheaf_totals_load_pairs (year->book, year->first, year->last, error);
  gboolean         closed;
  SheafMoney       shared;
  g_autofree char *sum = NULL;

  if (totals == NULL || !sheaf_closing_is_closed (year->book, year->year, &closed, error))
    return FALSE;
  shared = sum_shared (chart, totals);
  sum = sheaf_checklist_money (shared);
  if (closed)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                                g_strdup (_ ("The year is closed; the key stands on its closing "
                                             "voucher.")));
  if (shared.units == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("No overhead is shared between internal and external "
                                             "transactions.")));
  return sheaf_checklist_say (
      finding, SHEAF_CHECKLIST_OPEN,
      g_strdup_printf (_ ("Shared overhead to be divided: %s. Choose the key that the co-op "
                          "resolved on, below, and look at the preview."),
                       sum));
}

/* The statements' own checks: nothing may be left without a line. */
static gboolean
find_problem (const SheafChecklistYear *year,
              const char               *form,
              char                    **ret_text,
              GError                  **error)
{
  g_autoptr (SheafStatement) statement = sheaf_statement_compute (year->book, form, year->year,
                                                                  SHEAF_DATE_NONE, error);

  if (statement == NULL)
    return FALSE;
  if (statement->problems->items->len > 0)
    {
      const SheafProblem *first = statement->problems->items->pdata[0];

      *ret_text = g_strdup_printf ("%s: %s", form, first->text);
    }
  return TRUE;
}

SHEAF_CHECKLIST_LOOK (statements)
{
  g_auto (GStrv) codes = sheaf_form_codes (year->book, error);
  g_autofree char *problem = NULL;

  for (char **code = codes; code != NULL && *code != NULL && problem == NULL; code++)
    if (!find_problem (year, *code, &problem, error))
      return FALSE;
  if (codes == NULL)
    return FALSE;
  if (problem != NULL)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_WRONG, g_steal_pointer (&problem));
  if (codes[0] == NULL)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("This chart has no statements.")));
  return sheaf_checklist_say (
      finding, SHEAF_CHECKLIST_DONE,
      g_strdup (_ ("Assets equal sources, and every balance has its line.")));
}

/* Texts count as looked at when one is kept for the year, an empty one too: until then the form's
 * own words stand in the notes. */
SHEAF_CHECKLIST_LOOK (notes)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SheafNoteForm)
      form = sheaf_note_form_load (year->book, SHEAF_NOTES_CODE, year->year, &cause);
  guint texts = 0, kept = 0;

  if (form == NULL &&
      !g_error_matches (cause, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  for (guint i = 0; form != NULL && i < form->lines->len; i++)
    {
      const SheafNoteLine *line = form->lines->pdata[i];
      g_autofree char     *text = NULL;

      if (line->key == NULL || g_strcmp0 (line->kind, "text") != 0)
        continue;
      text = sheaf_note_text_find (year->book, year->year, SHEAF_NOTES_CODE, line->key, NULL);
      texts++;
      kept += text != NULL;
    }
  if (texts == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("The statements of this chart have no notes.")));
  return sheaf_checklist_say (
      finding, kept == texts ? SHEAF_CHECKLIST_DONE : SHEAF_CHECKLIST_OPEN,
      kept == texts ? g_strdup (_ ("Every text of the notes is written for the year."))
                    : g_strdup_printf (_ ("Texts of the notes written for the year: %u of %u; the "
                                          "others stand in the form’s own words."),
                                       kept, texts));
}

static void
count_cb (const SheafCheck *check     G_GNUC_UNUSED,
          const SheafProblem *problem G_GNUC_UNUSED,
          gpointer                    user_data)
{
  (*(guint *) user_data)++;
}

void
sheaf_checklist_sum_checks (guint                  failed,
                            guint                  found,
                            SheafChecklistFinding *ret_finding)
{
  if (found == 0)
    (void) sheaf_checklist_say (ret_finding, SHEAF_CHECKLIST_DONE,
                                g_strdup (_ ("All checks of the book hold.")));
  else
    (void) sheaf_checklist_say (
        ret_finding, failed > 0 ? SHEAF_CHECKLIST_WRONG : SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("Checks that fail: %u; findings in all: %u. Each names what to "
                            "mend."),
                         failed, found));
}

SHEAF_CHECKLIST_LOOK (checks)
{
  guint found = 0, failed = 0;

  if (!sheaf_checks_run (year->book, count_cb, &found, &failed, error))
    return FALSE;
  sheaf_checklist_sum_checks (failed, found, finding);
  return TRUE;
}
