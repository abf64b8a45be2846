/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far each member's share is paid, and how long what is open waits. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "cli/output.h"
#include "payouts/standing.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("one year; all years when not given") },
  { "state", "STATE", N_ ("to-pay, ordered, paid, bounced or unclaimed alone") },
  { "on", "DAY", N_ ("the day for ages and balances; today when not given") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "year", N_ ("Year"), SHEAF_OUTPUT_TEXT },
  { "share", N_ ("Share"), SHEAF_OUTPUT_AMOUNT },
  { "gross", N_ ("Paid off"), SHEAF_OUTPUT_AMOUNT },
  { "tax", N_ ("Tax"), SHEAF_OUTPUT_AMOUNT },
  { "set-off", N_ ("Set off"), SHEAF_OUTPUT_AMOUNT },
  { "money", N_ ("In money"), SHEAF_OUTPUT_AMOUNT },
  { "returned", N_ ("Came back"), SHEAF_OUTPUT_AMOUNT },
  { "open", N_ ("Open"), SHEAF_OUTPUT_AMOUNT },
  { "open-taxed", N_ ("Open, taxed"), SHEAF_OUTPUT_AMOUNT },
  { "state", N_ ("State"), SHEAF_OUTPUT_TEXT },
  { "since", N_ ("Since"), SHEAF_OUTPUT_DAY },
  { "days", N_ ("Days"), SHEAF_OUTPUT_AMOUNT },
  { "list", N_ ("List"), SHEAF_OUTPUT_TEXT },
  { "pay-by", N_ ("To be paid until"), SHEAF_OUTPUT_DAY },
};

/* As people say it; files have the words of the command. */
static const char *
state_name (SheafPayoutState state)
{
  static const char *const names[SHEAF_PAYOUT_STATES] = {
    [SHEAF_PAYOUT_TO_PAY] = N_ ("To be paid"),
    [SHEAF_PAYOUT_ORDERED] = N_ ("Ordered"),
    [SHEAF_PAYOUT_PAID] = N_ ("Paid"),
    [SHEAF_PAYOUT_BOUNCED] = N_ ("Bounced"),
    [SHEAF_PAYOUT_UNCLAIMED] = N_ ("Not collected"),
    [SHEAF_PAYOUT_REVERSED] = N_ ("Reversed"),
  };

  return _ (names[state]);
}

static void
add_standing (SheafOutput               *output,
              const SheafPayoutStanding *standing)
{
  g_autofree char *year = g_strdup_printf ("%d", standing->year);
  g_autofree char *list = standing->batch_id == 0
                              ? g_strdup ("")
                              : g_strdup_printf ("%" G_GINT64_FORMAT, standing->batch_id);

  sheaf_output_text (output, standing->code);
  sheaf_output_text (output, standing->name);
  sheaf_output_text (output, year);
  sheaf_output_amount (output, standing->share);
  sheaf_output_amount (output, standing->gross);
  sheaf_output_amount (output, standing->tax);
  sheaf_output_amount (output, standing->set_off);
  sheaf_output_amount (output, standing->money);
  sheaf_output_amount (output, standing->returned);
  sheaf_output_amount (output, standing->open);
  sheaf_output_amount (output, standing->open_taxed);
  sheaf_output_text (output, sheaf_output_is_for_people (output)
                                 ? state_name (standing->state)
                                 : sheaf_payout_state_word (standing->state));
  sheaf_output_day (output, standing->since);
  sheaf_output_amount (output, SHEAF_MONEY (standing->days));
  sheaf_output_text (output, list);
  sheaf_output_day (output, standing->pay_by);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char      *word = sheaf_command_option (line, "state");
  SheafPayoutState state = SHEAF_PAYOUT_REVERSED;
  SheafDate        on;
  int              year = 0;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (SheafOutput) output = NULL;

  if (word != NULL && (!sheaf_payout_state_from_word (word, &state) ||
                       state == SHEAF_PAYOUT_REVERSED))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--state %s cannot be taken: write to-pay, ordered, paid, bounced or "
                      "unclaimed"),
                   word);
      return FALSE;
    }
  if (sheaf_command_option (line, "year") != NULL && !sheaf_command_need_year (line, &year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL || !sheaf_command_on (line, book, &on, error))
    return FALSE;
  list = sheaf_payout_standing_list (book, year, on, error);
  if (list == NULL)
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < list->len; i++)
    {
      const SheafPayoutStanding *standing = list->pdata[i];

      if (word == NULL || standing->state == state)
        add_standing (output, standing);
    }
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_payouts = {
  .name = "payouts",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("how far each member’s share is paid, and how long what is open waits"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
