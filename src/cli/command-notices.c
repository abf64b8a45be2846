/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices of allocation and per-unit retains, by year of origin and member. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "ledger/chart.h"
#include "notices/notice.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("at the end of this day; today when not given") },
  { "member", "CODE", N_ ("only of this member") },
  { "open", NULL, N_ ("without those that are redeemed wholly") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "year", N_ ("Year"), SHEAF_OUTPUT_TEXT },
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "redeemed", N_ ("Redeemed"), SHEAF_OUTPUT_AMOUNT },
  { "open", N_ ("Open"), SHEAF_OUTPUT_AMOUNT },
};

static void
output_notice (SheafOutput       *output,
               const SheafChart  *chart,
               const SheafNotice *notice)
{
  g_autofree char *year = g_strdup_printf ("%d", notice->year);

  sheaf_output_text (output, year);
  sheaf_output_text (output, notice->code);
  sheaf_output_text (output, notice->name);
  sheaf_output_text (output, sheaf_output_is_text (output)
                                 ? sheaf_notice_kind_title (notice->kind)
                                 : sheaf_notice_kind_to_word (notice->kind));
  sheaf_output_text (output, sheaf_chart_by_id (chart, notice->account_id)->code);
  sheaf_output_day (output, notice->date);
  sheaf_output_amount (output, notice->amount);
  sheaf_output_amount (output, notice->redeemed);
  sheaf_output_amount (output, sheaf_money_sub (notice->amount, notice->redeemed));
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  const SheafChart *chart = book == NULL ? NULL : sheaf_chart_get (book, error);
  gboolean          open = sheaf_command_flag (line, "open");
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (SheafOutput) output = NULL;
  gint64    party_id = 0;
  SheafDate on;

  if (chart == NULL || !sheaf_command_on (line, book, &on, error) ||
      !sheaf_command_find_party (book, sheaf_command_option (line, "member"), &party_id, error))
    return FALSE;
  notices = sheaf_notice_list (book, party_id, on, error);
  if (notices == NULL)
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < notices->len; i++)
    {
      const SheafNotice *notice = notices->pdata[i];

      if (!open || sheaf_money_cmp (notice->redeemed, notice->amount) < 0)
        output_notice (output, chart, notice);
    }
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_notices = {
  .name = "notices",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("lists notices of allocation and retains by year of origin"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
