/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads back what the bank did with a payment list. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/list-argument.h"
#include "exchange/bank-result.h"

static const SheafCommandOption options[] = {
  { "form", "NAME", N_ ("the form of the bank’s file; neutral when not given") },
  { "date", "DAY", N_ ("the day of the bank’s answer") },
  { NULL, NULL, NULL },
};

static gboolean
apply (SheafBook             *book,
       gint64                 id,
       const SheafBankResult *read,
       SheafDate              date,
       GError               **error)
{
  SheafPayoutResult result = { 0 };
  gboolean          done;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  done = sheaf_payout_result_apply (book, id, read->answers, date, problems, &result, error);
  sheaf_command_print_problems (problems);
  if (!done)
    return FALSE;
  sheaf_command_say (_ ("Paid: %u, %s. Returned: %u, %s. Known before: %u. Without an answer: %u."),
                     result.confirmed, sheaf_money_word (result.confirmed_sum).text,
                     result.returned, sheaf_money_word (result.returned_sum).text, result.known,
                     result.waiting);
  if (read->waiting > 0)
    sheaf_command_say (_ ("Rows left out, as the bank is still at it: %u."), read->waiting);
  return TRUE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *name = sheaf_command_option (line, "form");
  SheafDate   date;
  gint64      id;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBankResultForm) form = NULL;
  g_autoptr (SheafBankResult) read = NULL;

  if (!sheaf_command_need_day (line, "date", &date, error) ||
      !sheaf_cli_list_id (line, 1, &id, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  form = book != NULL ? sheaf_bank_result_form_load (book, name != NULL ? name : "neutral", error)
                      : NULL;
  if (form == NULL)
    return FALSE;
  read = sheaf_bank_result_read (book, form, sheaf_command_argument (line, 2), problems, error);
  sheaf_command_print_problems (problems);
  return read != NULL && apply (book, id, read, date, error);
}

const SheafCommand sheaf_command_payout_result = {
  .name = "payout-result",
  .arguments = "BOOK LIST FILE",
  .n_arguments = 3,
  .summary = N_ ("reads back what the bank did with a payment list"),
  .options = options,
  .run = run,
};
