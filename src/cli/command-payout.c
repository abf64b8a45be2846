/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pays the members what a posted distribution owes them. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/bank-files.h"
#include "cli/error.h"
#include "cli/folder.h"
#include "documents/paper.h"
#include "payouts/bank-order-form.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income was shared") },
  { "method", "cash|bank", N_ ("how members are paid") },
  { "date", "DAY", N_ ("the day of the payments") },
  { "min", "AMOUNT", N_ ("less than this stays open; the plan's when not given") },
  { "net-debts", NULL, N_ ("sets off what members owe") },
  { "bank-form", "NAME",
    N_ ("the form of the bank’s order: neutral, vn-mb, vn-mb-onepay, vn-payroll-mix, "
        "iso-pain-001") },
  { "o", "DIR", N_ ("the folder for lists, slips and the bank file") },
  { NULL, NULL, NULL },
};

static gboolean
fail_usage (GError    **error,
            const char *option,
            const char *value,
            const char *remedy)
{
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE, _ ("--%s %s cannot be taken: %s"),
               option, value, remedy);
  return FALSE;
}

static gboolean
read_spec (const SheafCommandLine *line,
           SheafPayoutSpec        *spec,
           GError                **error)
{
  const char *method = sheaf_command_need (line, "method", error);
  const char *minimum = sheaf_command_option (line, "min");

  if (method == NULL || sheaf_command_need (line, "o", error) == NULL ||
      !sheaf_command_need_year (line, &spec->year, error) ||
      !sheaf_command_need_day (line, "date", &spec->date, error))
    return FALSE;
  if (!sheaf_payout_method_from_word (method, &spec->method))
    return fail_usage (error, "method", method, _ ("take cash or bank"));
  spec->minimum = SHEAF_MONEY (-1);
  if (minimum != NULL && !sheaf_money_parse (minimum, &spec->minimum, NULL))
    return fail_usage (error, "min", minimum, _ ("write a whole number, digits only"));
  spec->net_debts = sheaf_command_flag (line, "net-debts");
  return TRUE;
}

static gboolean
write_bank_file (SheafBook             *book,
                 const SheafPayoutSpec *spec,
                 gint64                 id,
                 const char            *form,
                 const char            *folder,
                 GError               **error)
{
  g_autoptr (SheafPayoutBatch) batch = NULL;

  if (spec->method != SHEAF_PAYOUT_BANK)
    return TRUE;
  batch = sheaf_payout_load (book, id, error);
  return batch != NULL && sheaf_cli_write_bank_files (book, batch, form, folder, error);
}

static gboolean
write_papers (SheafBook             *book,
              const SheafPayoutSpec *spec,
              gint64                 id,
              const char            *form,
              const char            *folder,
              GError               **error)
{
  g_autoptr (GPtrArray) paths =
      sheaf_paper_write_batch (book, spec->year, id, folder, error);

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    sheaf_command_say ("%s", (const char *) g_ptr_array_index (paths, i));
  return paths != NULL && write_bank_file (book, spec, id, form, folder, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char     *folder = sheaf_command_option (line, "o");
  const char     *form = sheaf_command_option (line, "bank-form");
  SheafPayoutSpec spec = { 0 };
  gint64          id;
  gboolean        done;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafBankOrderForm) known = NULL;

  if (!read_spec (line, &spec, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  known = book != NULL ? sheaf_bank_order_form_load (book, form != NULL ? form : "neutral", error)
                       : NULL;
  if (known == NULL || !sheaf_cli_make_folder (folder, error)) /* before anybody is paid */
    return FALSE;
  done = sheaf_payout_make (book, &spec, problems, &id, error);
  sheaf_command_print_problems (problems);
  return done && write_papers (book, &spec, id, form, folder, error);
}

const SheafCommand sheaf_command_payout = {
  .name = "payout",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("pays members their shares: entries, list, slips or bank file"),
  .options = options,
  .run = run,
};
