/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the counts, or tells what a day's counts still lack. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "ledger/chart.h"
#include "ledger/count.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("tells which accounts were counted on this day and which were not") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Day"), SHEAF_OUTPUT_DAY },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "account", N_ ("Account"), SHEAF_OUTPUT_TEXT },
  { "booked", N_ ("In the books"), SHEAF_OUTPUT_AMOUNT },
  { "counted", N_ ("Counted"), SHEAF_OUTPUT_AMOUNT },
  { "difference", N_ ("Difference"), SHEAF_OUTPUT_AMOUNT },
  { "state", N_ ("State"), SHEAF_OUTPUT_TEXT },
  { "note", N_ ("Note"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn state_columns[] = {
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "accounts", N_ ("Accounts"), SHEAF_OUTPUT_NUMBER },
  { "counted", N_ ("Counted"), SHEAF_OUTPUT_NUMBER },
  { "missing", N_ ("Not counted"), SHEAF_OUTPUT_TEXT },
  { "open", N_ ("Difference not posted"), SHEAF_OUTPUT_TEXT },
};

static const char *
name_kind (SheafCountKind kind)
{
  return kind == SHEAF_COUNT_CASH ? "cash" : "stock";
}

static const char *
name_state (const SheafCount *count)
{
  if (count->withdrawn != NULL)
    return "withdrawn";
  if (!sheaf_count_has_difference (count))
    return "agrees";
  return count->vouchers > 0 ? "posted" : "open";
}

static gboolean
write_list (const SheafCommandLine *line,
            SheafBook              *book,
            GError                **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GPtrArray) all = chart == NULL ? NULL : sheaf_count_list (book, error);
  g_autoptr (SheafOutput) output = NULL;

  if (all == NULL)
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < all->len; i++)
    {
      const SheafCount *count = all->pdata[i];
      SheafMoney        booked = sheaf_count_booked (count);
      SheafMoney        difference = sheaf_count_difference (count);

      sheaf_output_text (output, count->number);
      sheaf_output_day (output, count->date);
      sheaf_output_text (output, name_kind (count->kind));
      sheaf_output_text (output, sheaf_chart_by_id (chart, count->account_id)->code);
      sheaf_output_amount (output, booked);
      sheaf_output_amount (output, sheaf_money_add (booked, difference));
      sheaf_output_amount (output, difference);
      sheaf_output_text (output, name_state (count));
      sheaf_output_text (output, count->withdrawn != NULL ? count->withdrawn : count->note);
    }
  return sheaf_output_write (output, line, error);
}

static gboolean
write_state (const SheafCommandLine *line,
             SheafBook              *book,
             GError                **error)
{
  g_autoptr (SheafOutput) output = NULL;
  SheafDate day;

  if (!sheaf_command_on (line, book, &day, error))
    return FALSE;
  output = sheaf_output_new (line, state_columns, G_N_ELEMENTS (state_columns));
  for (SheafCountKind kind = SHEAF_COUNT_CASH; kind <= SHEAF_COUNT_STOCK; kind++)
    {
      g_auto (SheafCountState) state = { 0 };
      g_autofree char *held = NULL, *counted = NULL;

      if (!sheaf_count_state (book, kind, day, &state, error))
        return FALSE;
      held = g_strdup_printf ("%u", state.held);
      counted = g_strdup_printf ("%u", state.counted);
      sheaf_output_text (output, name_kind (kind));
      sheaf_output_text (output, held);
      sheaf_output_text (output, counted);
      sheaf_output_text (output, state.missing);
      sheaf_output_text (output, state.open);
    }
  return sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);

  if (book == NULL)
    return FALSE;
  return sheaf_command_option (line, "on") == NULL ? write_list (line, book, error)
                                                   : write_state (line, book, error);
}

const SheafCommand sheaf_command_counts = {
  .name = "counts",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("lists the counts of cash and stock; with --on what a day's counts still lack"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
