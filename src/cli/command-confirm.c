/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Confirms debts with the other side. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/act.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "cli/report-output.h"
#include "ledger/chart.h"
#include "ledger/confirmation.h"

static const SheafCommandOption options[] = {
  { "date", "DAY", N_ ("the day of the balance") },
  { "account", "CODE", N_ ("of this account only; needed for an answer") },
  { "party", "CODE", N_ ("of this party only; needed for an answer") },
  { "answer", "AMOUNT", N_ ("the balance in the party's books, positive on the account's side") },
  { "answered", "DAY", N_ ("the day of the answer; today when not given") },
  { "note", "TEXT", N_ ("what the party remarks") },
  { "sent", "DAY", N_ ("the letters that did not go out yet went out on this day") },
  { "withdraw", NULL, N_ ("takes the party's answer back") },
  { "post", NULL, N_ ("puts the difference on the books") },
  { "reverse", "REASON", N_ ("takes a posted difference back") },
  { "post-date", "DAY",
    N_ ("with --post and --reverse: the voucher's day; the balance's when not given") },
  { "other", "CODE", N_ ("with --post: the account that takes it, if the usual one is divided") },
  { "letters", NULL, N_ ("prints the letters, a page for each party") },
  { NULL, NULL, NULL },
};

typedef struct
{
  SheafDate date;
  gint64    account_id;
  gint64    party_id;
  gint64    other_id;
} Asked;

/* Positive is the side on which the account stands: a debt of the co-op for 331. */
static gboolean
read_answer (SheafBook   *book,
             const char  *text,
             const Asked *asked,
             SheafMoney  *ret_amount,
             GError     **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account =
      chart == NULL ? NULL : sheaf_chart_by_id (chart, asked->account_id);
  gint64 units;

  if (chart == NULL)
    return FALSE;
  if (account == NULL || asked->party_id == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("an answer is of one party on one account: name both"));
      return FALSE;
    }
  if (!g_ascii_string_to_signed (text, 10, -SHEAF_MONEY_MAX, SHEAF_MONEY_MAX, &units, NULL))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” is no amount: write a whole number of the smallest unit"), text);
      return FALSE;
    }
  *ret_amount = SHEAF_MONEY (account->type == SHEAF_ACCOUNT_LIABILITY ? -units : units);
  return TRUE;
}

static gboolean
answer (const SheafCommandLine *line,
        SheafBook              *book,
        const Asked            *asked,
        GError                **error)
{
  const char *text = sheaf_command_option (line, "answer");
  SheafActor  actor;
  SheafMoney  amount;
  SheafDate   day;

  if (text == NULL)
    return TRUE;
  if (!sheaf_command_actor (line, &actor, error))
    return FALSE;
  day = actor.today;
  return read_answer (book, text, asked, &amount, error) &&
         sheaf_command_day (line, "answered", &day, error) &&
         sheaf_confirmation_answer (book, asked->account_id, asked->party_id, asked->date, amount,
                                    day, sheaf_command_option (line, "note"), error);
}

static gboolean
post (const SheafCommandLine *line,
      SheafBook              *book,
      const Asked            *asked,
      GError                **error)
{
  SheafDate day = asked->date;

  return !sheaf_command_flag (line, "post") ||
         (sheaf_command_day (line, "post-date", &day, error) &&
          sheaf_confirmation_post (book, asked->account_id, asked->party_id, asked->date, day,
                                   asked->other_id, error));
}

/* A posting first, then the answer that it stands on. */
static gboolean
take_back (const SheafCommandLine *line,
           SheafBook              *book,
           const Asked            *asked,
           GError                **error)
{
  const char *reason = sheaf_command_option (line, "reverse");
  SheafDate   day = asked->date;

  if (!sheaf_command_day (line, "post-date", &day, error) ||
      (reason != NULL && !sheaf_confirmation_reverse (book, asked->account_id, asked->party_id,
                                                      asked->date, day, reason, error)))
    return FALSE;
  return !sheaf_command_flag (line, "withdraw") ||
         sheaf_confirmation_withdraw (book, asked->account_id, asked->party_id, asked->date,
                                      error);
}

static gboolean
send (const SheafCommandLine *line,
      SheafBook              *book,
      const Asked            *asked,
      GError                **error)
{
  SheafDate day = SHEAF_DATE_NONE;
  guint     sent;

  if (sheaf_command_option (line, "sent") == NULL)
    return TRUE;
  return sheaf_command_day (line, "sent", &day, error) &&
         sheaf_confirmation_send (book, asked->account_id, asked->party_id, asked->date, day,
                                  &sent, error);
}

/* Asking, the answer, its posting and what is taken back are one act: when one of them is refused,
 * nobody was asked. */
static gboolean
keep (const SheafCommandLine *line,
      SheafBook              *book,
      const Asked            *asked,
      GError                **error)
{
  g_autofree char *day = sheaf_date_to_text (asked->date);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "confirmation", day, error);
  guint count;

  return act != NULL &&
         sheaf_confirmation_ask (book, asked->account_id, asked->party_id, asked->date, &count,
                                 error) &&
         send (line, book, asked, error) && take_back (line, book, asked, error) &&
         answer (line, book, asked, error) && post (line, book, asked, error) &&
         sheaf_act_commit (act, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                   .account = sheaf_command_option (line, "account"),
                                   .party = sheaf_command_option (line, "party") };
  Asked               asked = { 0 };
  g_autoptr (SheafBook) book = sheaf_command_need_day (line, "date", &asked.date, error)
                                   ? sheaf_command_open (line, SHEAF_BOOK_WRITE, error)
                                   : NULL;

  if (book == NULL ||
      !sheaf_command_find_account (book, question.account, &asked.account_id, error) ||
      !sheaf_command_find_party (book, question.party, &asked.party_id, error) ||
      !sheaf_command_find_account (book, sheaf_command_option (line, "other"), &asked.other_id,
                                   error) ||
      !keep (line, book, &asked, error))
    return FALSE;
  question.to = asked.date;
  return sheaf_report_output (
      line, book, sheaf_command_flag (line, "letters") ? "confirmation-letters" : "confirmations",
      &question, error);
}

const SheafCommand sheaf_command_confirm = {
  .name = "confirm",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("asks parties to confirm their balances, keeps their answers, posts differences"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};
