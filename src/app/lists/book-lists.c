/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of what somebody should look at in the books. */
#include "app/format.h"
#include "app/ledger/voucher-words.h"
#include "app/lists/lists.h"
#include "base/i18n.h"
#include "ledger/number-report.h"
#include "ledger/scope-report.h"
#include "statements/checks.h"

static void
found_cb (const SheafCheck   *check,
          const SheafProblem *problem,
          gpointer            user_data)
{
  SheafSheetLine *line = sheaf_sheet_add (user_data);
  gboolean        error = problem->kind == SHEAF_PROBLEM_ERROR;

  line->cells[0] = g_strdup (_ (check->title));
  line->cells[1] = g_strdup (error ? _ ("fails") : _ ("look at it"));
  line->cells[2] = g_strdup (problem->text);
  line->cells[3] = g_strdup (_ (check->why));
}

SheafSheet *
sheaf_list_checks (SheafBook               *book,
                   const SheafListQuestion *question,
                   GError                 **error)
{
  g_autoptr (SheafSheet) sheet = sheaf_sheet_new ();
  guint failed;

  (void) question;
  if (!sheaf_checks_run (book, found_cb, sheet, &failed, error))
    return NULL;
  if (failed > 0)
    sheet->note = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u check fails: mend what is named, or restore a backup",
                     "%u checks fail: mend what is named, or restore a backup", failed),
        failed);
  return g_steal_pointer (&sheet);
}

static const char *
number_words (SheafNumberFindingKind what)
{
  switch (what)
    {
    case SHEAF_NUMBER_SERIES:
      return _ ("series");
    case SHEAF_NUMBER_MISSING:
      return _ ("missing");
    case SHEAF_NUMBER_OUT_OF_ORDER:
      return _ ("out of the order of days");
    case SHEAF_NUMBER_OTHER_FORM:
      return _ ("of another form, as they came in");
    default:
      return "";
    }
}

SheafSheet *
sheaf_list_numbers (SheafBook               *book,
                    const SheafListQuestion *question,
                    GError                 **error)
{
  g_autoptr (GPtrArray) findings = sheaf_number_report (book, 0, error);
  g_autoptr (SheafSheet) sheet = sheaf_sheet_new ();

  (void) question;
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const SheafNumberFinding *finding = g_ptr_array_index (findings, i);
      SheafSheetLine           *line = sheaf_sheet_add (sheet);

      line->cells[0] = g_strdup_printf ("%d", finding->year);
      line->cells[1] = g_strdup (sheaf_voucher_words_kind (finding->kind));
      line->cells[2] = g_strdup (number_words (finding->what));
      line->cells[3] = g_strdup (finding->first);
      line->cells[4] = g_strdup (finding->last);
      line->cells[5] = g_strdup_printf ("%" G_GINT64_FORMAT, finding->count);
    }
  return findings == NULL ? NULL : g_steal_pointer (&sheet);
}

/* What stands out, and the reason that was given. */
static char *
scope_words (const SheafScopeReportRow *row)
{
  const char *what = "";

  switch (row->what)
    {
    case SHEAF_SCOPE_REPORT_OUTSIDER:
      what = _ ("internal account with someone who was no official member");
      break;
    case SHEAF_SCOPE_REPORT_INSIDER:
      what = _ ("external account with an official member");
      break;
    case SHEAF_SCOPE_REPORT_MISSING:
      what = _ ("neither internal nor external");
      break;
    case SHEAF_SCOPE_REPORT_OVERRIDE:
      what = _ ("set by hand");
      break;
    default:
      break;
    }
  return row->reason == NULL || *row->reason == '\0'
             ? g_strdup (what)
             : g_strdup_printf ("%s: %s", what, row->reason);
}

SheafSheet *
sheaf_list_scopes (SheafBook               *book,
                   const SheafListQuestion *question,
                   GError                 **error)
{
  g_autoptr (GPtrArray) rows = sheaf_scope_report (book, question->from, question->to, error);
  g_autoptr (SheafSheet) sheet = sheaf_sheet_new ();

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafScopeReportRow *row = g_ptr_array_index (rows, i);
      SheafSheetLine            *line = sheaf_sheet_add (sheet);
      g_autofree char           *day = sheaf_date_to_text (row->date);

      line->cells[0] = sheaf_format_date (row->date);
      line->cells[1] = g_strdup (row->number);
      line->cells[2] = scope_words (row);
      line->cells[3] = g_strdup (row->description);
      line->cells[4] = g_strdup (row->debit);
      line->cells[5] = g_strdup (row->credit);
      line->cells[6] = g_strdup (row->party);
      line->cells[7] = sheaf_format_money (row->amount);
      line->page = g_strdup ("vouchers");
      line->detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, row->voucher_id);
    }
  return rows == NULL ? NULL : g_steal_pointer (&sheet);
}
