/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives capital back: what the member owes is set off first, the rest is handed over. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/settle.h"
#include "capital/tax.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "cli/output.h"
#include "ledger/chart.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "date", "DAY", N_ ("the day of the act") },
  { "amount", "N", N_ ("how much of the capital") },
  { "form", "FORM", N_ ("of what is not set off: cash (the default), bank or owed") },
  { "cause", "CAUSE", N_ ("why: leaving (the default), limit, meeting or other") },
  { "document", "TEXT", N_ ("the resolution") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "form", N_ ("Form"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "tax", N_ ("Tax kept back"), SHEAF_OUTPUT_AMOUNT },
};

static gboolean
read_form (const SheafCommandLine *line,
           SheafBook              *book,
           SheafCapitalEvent      *refund,
           GError                **error)
{
  const char *form = sheaf_command_option (line, "form");

  if (form == NULL || strcmp (form, "cash") == 0)
    return TRUE;
  if (strcmp (form, "bank") == 0)
    refund->form = SHEAF_CAPITAL_BANK;
  else if (strcmp (form, "owed") == 0)
    {
      const SheafChart   *chart = sheaf_chart_get (book, error);
      const SheafAccount *payable;

      payable = chart == NULL ? NULL
                              : sheaf_chart_posting_account (chart, "member-payable", error);
      refund->account_id = payable == NULL ? 0 : payable->id;
      return payable != NULL;
    }
  else
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--form %s: take cash, bank or owed"), form);
      return FALSE;
    }
  return TRUE;
}

static SheafCapitalEvent *
read_refund (const SheafCommandLine *line,
             SheafBook              *book,
             GError                **error)
{
  const char *amount = sheaf_command_need (line, "amount", error);
  const char *cause = sheaf_command_option (line, "cause");
  g_autoptr (SheafCapitalEvent) refund = sheaf_capital_event_new ();

  refund->event = SHEAF_CAPITAL_REFUND;
  refund->cause = g_strdup (cause != NULL ? cause : "leaving");
  refund->document = g_strdup (sheaf_command_option (line, "document"));
  if (amount == NULL || !sheaf_money_parse (amount, &refund->amount, error) ||
      !sheaf_command_need_day (line, "date", &refund->date, error) ||
      !sheaf_command_find_party (book, sheaf_command_argument (line, 1), &refund->party_id,
                                 error) ||
      !read_form (line, book, refund, error))
    return NULL;
  return g_steal_pointer (&refund);
}

/* A question is no refusal: it is told, and answered by whoever gave the order. */
static gboolean
enter (SheafBook       *book,
       const GPtrArray *parts,
       GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (!sheaf_capital_enter (book, parts, TRUE, problems, error))
    return FALSE;
  sheaf_command_print_warnings (problems);
  return TRUE;
}

/* What each part meets, judged before any of them is entered; of gint64 units. */
static GArray *
list_taxes (SheafBook       *book,
            const GPtrArray *parts,
            GError         **error)
{
  g_autoptr (GArray) taxes = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (SheafCapitalTax) tax = sheaf_capital_tax_of (book, parts->pdata[i], parts, error);

      if (tax == NULL)
        return NULL;
      g_array_append_val (taxes, tax->amount.units);
    }
  return g_steal_pointer (&taxes);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  g_autoptr (SheafCapitalEvent) refund = book == NULL ? NULL : read_refund (line, book, error);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GArray) taxes = NULL;
  g_autoptr (SheafOutput) output = NULL;

  parts = refund == NULL ? NULL : sheaf_capital_refund_split (book, refund, error);
  taxes = parts == NULL ? NULL : list_taxes (book, parts, error);
  if (taxes == NULL || !enter (book, parts, error))
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < parts->len; i++)
    {
      const SheafCapitalEvent *part = parts->pdata[i];
      const SheafChart        *chart = sheaf_chart_get (book, NULL);

      if (part->account_id != 0)
        sheaf_output_text (output, sheaf_chart_by_id (chart, part->account_id)->code);
      else
        sheaf_output_text (output, part->form == SHEAF_CAPITAL_BANK ? "bank" : "cash");
      sheaf_output_amount (output, part->amount);
      sheaf_output_amount (output, SHEAF_MONEY (g_array_index (taxes, gint64, i)));
    }
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_capital_refund = {
  .name = "capital-refund",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ ("gives capital back, the member’s own debts set off first"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
