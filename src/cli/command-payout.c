/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pays the members what a posted distribution owes them. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/bank-files.h"
#include "cli/error.h"
#include "cli/folder.h"
#include "cli/output.h"
#include "documents/paper.h"
#include "payouts/bank-order-form.h"

#define WHOLE 1000000 /* millionths */

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income was shared") },
  { "method", "cash|bank", N_ ("how members are paid") },
  { "date", "DAY", N_ ("the day of the payments") },
  { "min", "AMOUNT", N_ ("less than this stays open; the plan's when not given") },
  { "part", "0.5", N_ ("an instalment: up to this part of each share") },
  { "earlier", NULL, N_ ("pays what is open of earlier years along") },
  { "net-debts", NULL, N_ ("sets off what members owe; they consent") },
  { "keep-debts", "CODE,CODE", N_ ("members whose debts are not set off") },
  { "only", "CODE,CODE", N_ ("pays these members alone") },
  { "dry-run", NULL, N_ ("shows the list and changes nothing") },
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

static const SheafOutputColumn columns[] = {
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "year", N_ ("Year"), SHEAF_OUTPUT_TEXT },
  { "gross", N_ ("Paid off"), SHEAF_OUTPUT_AMOUNT },
  { "taxed-before", N_ ("Taxed before"), SHEAF_OUTPUT_AMOUNT },
  { "tax", N_ ("Tax"), SHEAF_OUTPUT_AMOUNT },
  { "set-off", N_ ("Set off"), SHEAF_OUTPUT_AMOUNT },
  { "net", N_ ("In money"), SHEAF_OUTPUT_AMOUNT },
};

/* A folder is needed where something is written, and nothing is on a trial. */
static gboolean
check_folder (const SheafCommandLine *line,
              GError                **error)
{
  if (!sheaf_command_flag (line, "dry-run"))
    return sheaf_command_need (line, "o", error) != NULL;
  if (sheaf_command_option (line, "o") == NULL)
    return TRUE;
  g_set_error_literal (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                       _ ("--dry-run writes no lists into the folder of -o: give one of them"));
  return FALSE;
}

static gboolean
read_spec (const SheafCommandLine *line,
           SheafPayoutSpec        *spec,
           GStrv                  *ret_only,
           GStrv                  *ret_keep,
           GError                **error)
{
  const char *method = sheaf_command_need (line, "method", error);
  const char *minimum = sheaf_command_option (line, "min");
  const char *part = sheaf_command_option (line, "part");
  const char *only = sheaf_command_option (line, "only");
  const char *keep = sheaf_command_option (line, "keep-debts");

  if (method == NULL || !check_folder (line, error) ||
      !sheaf_command_need_year (line, &spec->year, error) ||
      !sheaf_command_need_day (line, "date", &spec->date, error))
    return FALSE;
  if (!sheaf_payout_method_from_word (method, &spec->method))
    return fail_usage (error, "method", method, _ ("take cash or bank"));
  spec->minimum = SHEAF_MONEY (-1);
  if (minimum != NULL && !sheaf_money_parse (minimum, &spec->minimum, NULL))
    return fail_usage (error, "min", minimum, _ ("write a whole number, digits only"));
  if (part != NULL && (!sheaf_rate_parse (part, &spec->part, NULL) ||
                       spec->part.millionths <= 0 || spec->part.millionths > WHOLE))
    return fail_usage (error, "part", part, _ ("write a part of 1, such as 0.5"));
  spec->earlier = sheaf_command_flag (line, "earlier");
  spec->net_debts = sheaf_command_flag (line, "net-debts");
  *ret_only = only != NULL ? g_strsplit (only, ",", -1) : NULL;
  *ret_keep = keep != NULL ? g_strsplit (keep, ",", -1) : NULL;
  spec->only = (const char *const *) *ret_only;
  spec->keep_debts = (const char *const *) *ret_keep;
  return TRUE;
}

static void
add_line (SheafOutput           *output,
          const SheafPayoutLine *line)
{
  g_autofree char *year = g_strdup_printf ("%d", line->year);

  sheaf_output_text (output, line->code);
  sheaf_output_text (output, line->name);
  sheaf_output_text (output, year);
  sheaf_output_amount (output, line->gross);
  sheaf_output_amount (output, line->taxed);
  sheaf_output_amount (output, line->tax);
  sheaf_output_amount (output, line->set_off);
  sheaf_output_amount (output, line->net);
}

/* What would be paid, line by line. */
static gboolean
show (const SheafCommandLine *line,
      SheafBook              *book,
      const SheafPayoutSpec  *spec,
      GError                **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_preview (book, spec, problems, error);
  g_autoptr (SheafOutput) output = NULL;

  sheaf_command_print_problems (problems);
  if (batch == NULL)
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < batch->lines->len; i++)
    add_line (output, batch->lines->pdata[i]);
  return sheaf_output_write (output, line, error);
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
pay (const SheafCommandLine *line,
     SheafBook              *book,
     const SheafPayoutSpec  *spec,
     GError                **error)
{
  const char *folder = sheaf_command_option (line, "o");
  const char *form = sheaf_command_option (line, "bank-form");
  gint64      id;
  gboolean    done;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBankOrderForm) known =
      sheaf_bank_order_form_load (book, form != NULL ? form : "neutral", error);

  if (known == NULL || !sheaf_cli_make_folder (folder, error)) /* before anybody is paid */
    return FALSE;
  done = sheaf_payout_make (book, spec, problems, &id, error);
  sheaf_command_print_problems (problems);
  return done && write_papers (book, spec, id, form, folder, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean        dry = sheaf_command_flag (line, "dry-run");
  SheafPayoutSpec spec = { 0 };
  g_auto (GStrv) only = NULL;
  g_auto (GStrv) keep = NULL;
  g_autoptr (SheafBook) book = NULL;

  if (!read_spec (line, &spec, &only, &keep, error))
    return FALSE;
  book = sheaf_command_open (line, dry ? SHEAF_BOOK_READ : SHEAF_BOOK_WRITE, error);
  if (book == NULL)
    return FALSE;
  return dry ? show (line, book, &spec, error) : pay (line, book, &spec, error);
}

const SheafCommand sheaf_command_payout = {
  .name = "payout",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("pays members their shares: entries, list, slips or bank file"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
