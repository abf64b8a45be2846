/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judging a voucher: every finding with its place, so that a form and an import show all of them at
 * once. */
#include "ledger/voucher-check.h"

#include "base/i18n.h"
#include "ledger/closing.h"
#include "ledger/error.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/voucher-private.h"

#include <string.h>

typedef struct
{
  SheafBook          *book;
  const SheafChart   *chart;
  const SheafVoucher *voucher;
  const char         *file;
  SheafProblems      *problems;
  int                 code; /* of the first error; -1: none */
} Judge;

#define refuse(judge, why, line, column, ...)                                                \
  G_STMT_START                                                                               \
  {                                                                                          \
    if ((judge)->code < 0)                                                                   \
      (judge)->code = (why);                                                                 \
    sheaf_problems_add ((judge)->problems, SHEAF_PROBLEM_ERROR, (judge)->file, line, column, \
                        __VA_ARGS__);                                                        \
  }                                                                                          \
  G_STMT_END

#define warn(judge, line, column, ...)                                                       \
  sheaf_problems_add ((judge)->problems, SHEAF_PROBLEM_WARNING, (judge)->file, line, column, \
                      __VA_ARGS__)

#define LAST_YEAR 2999 /* dates beyond cannot be read back */

static void
judge_lock (Judge    *judge,
            SheafDate locked)
{
  g_autofree char *day = sheaf_date_to_text (locked);

  refuse (judge, SHEAF_LEDGER_ERROR_PERIOD_LOCKED, judge->voucher->line, "date",
          _ ("the books are locked until %s: choose a later day or unlock the period"), day);
}

static void
judge_first_day (Judge *judge)
{
  g_autofree char *first = sheaf_date_to_text (sheaf_book_first_day (judge->book));

  refuse (judge, SHEAF_LEDGER_ERROR_DATE, judge->voucher->line, "date",
          _ ("the day lies before the book's first day %s: enter it in the opening balances"),
          first);
}

static gboolean
judge_date (Judge   *judge,
            GError **error)
{
  const SheafVoucher *voucher = judge->voucher;
  int                 year = sheaf_date_year (voucher->date);
  gboolean            program = voucher->layer == SHEAF_LAYER_CLOSING ||
                     voucher->layer == SHEAF_LAYER_DISTRIBUTION;
  SheafDate locked;
  gboolean  closed;

  if (!sheaf_period_locked_until (judge->book, &locked, error) ||
      !sheaf_closing_is_closed (judge->book, year, &closed, error))
    return FALSE;
  if (sheaf_date_cmp (voucher->date, sheaf_book_first_day (judge->book)) < 0)
    judge_first_day (judge);
  else if (year > LAST_YEAR)
    refuse (judge, SHEAF_LEDGER_ERROR_DATE, voucher->line, "date",
            _ ("the year %d is out of reach: check the day"), year);
  else if (!sheaf_date_is_none (locked) && sheaf_date_cmp (voucher->date, locked) <= 0)
    judge_lock (judge, locked);
  else if (closed && !program)
    refuse (judge, SHEAF_LEDGER_ERROR_YEAR_CLOSED, voucher->line, "date",
            _ ("the year %d is closed: choose a day in an open year or reopen it"), year);
  else if (sheaf_date_cmp (voucher->date, sheaf_book_today (judge->book)) > 0)
    warn (judge, voucher->line, "date", _ ("the day lies after today: check it"));
  return TRUE;
}

static void
judge_number (Judge *judge)
{
  const SheafVoucher *voucher = judge->voucher;
  int                 year = sheaf_date_year (voucher->date);

  if (voucher->number == NULL)
    return;
  if (*voucher->number == '\0' || g_utf8_strlen (voucher->number, -1) > 40)
    refuse (judge, SHEAF_LEDGER_ERROR_NUMBER, voucher->line, "number",
            _ ("a voucher number has 1 to 40 letters: shorten it"));
  else if (sheaf_voucher_find (judge->book, voucher->kind, year, voucher->number) != 0)
    refuse (judge, SHEAF_LEDGER_ERROR_NUMBER, voucher->line, "number",
            _ ("there is a %s voucher %s in %d already: give another number"),
            sheaf_voucher_kind_to_word (voucher->kind), voucher->number, year);
}

/* Opening balances alone stand in the opening layer, and only they touch its hidden account: else
 * debits and credits of what people see would differ. */
static gboolean
may_be_hidden (const Judge        *judge,
               const SheafAccount *account)
{
  return account->type == SHEAF_ACCOUNT_OFF_BALANCE ||
         judge->voucher->layer == SHEAF_LAYER_OPENING;
}

static void
judge_account (Judge              *judge,
               const SheafAccount *account,
               guint               line,
               const char         *column)
{
  if (account == NULL || (account->hidden && !may_be_hidden (judge, account)))
    refuse (judge, SHEAF_LEDGER_ERROR_ACCOUNT, line, column,
            _ ("there is no such account: choose one of the chart"));
  else if (!account->postable)
    refuse (judge, SHEAF_LEDGER_ERROR_ACCOUNT, line, column,
            _ ("%s is a group: post to one of its detail accounts"), account->code);
}

static void
judge_party (Judge              *judge,
             const SheafAccount *account,
             gint64              party_id,
             gint64              item_id,
             guint               line,
             const char         *side)
{
  g_autofree char *party_column = g_strconcat (side, "_party", NULL);
  g_autofree char *item_column = g_strconcat (side, "_item", NULL);

  if ((account->needs == SHEAF_NEEDS_PARTY || account->needs == SHEAF_NEEDS_BOTH) && party_id == 0)
    refuse (judge, SHEAF_LEDGER_ERROR_PARTY, line, party_column,
            _ ("account %s needs a party: name whom it concerns"), account->code);
  if ((account->needs == SHEAF_NEEDS_ITEM || account->needs == SHEAF_NEEDS_BOTH) && item_id == 0)
    refuse (judge, SHEAF_LEDGER_ERROR_PARTY, line, item_column,
            _ ("account %s needs an item: name the contract, advance or source"), account->code);
  if (account->needs == SHEAF_NEEDS_EITHER && party_id == 0 && item_id == 0)
    refuse (judge, SHEAF_LEDGER_ERROR_PARTY, line, party_column,
            _ ("account %s needs a party or an item: name one"), account->code);
}

/* An off-balance account stands alone: its other side is the hidden contra account. */
static void
judge_pair (Judge                 *judge,
            const SheafVoucherRow *row,
            const SheafSettledRow *settled)
{
  gboolean off_debit = settled->debit->type == SHEAF_ACCOUNT_OFF_BALANCE;
  gboolean off_credit = settled->credit->type == SHEAF_ACCOUNT_OFF_BALANCE;

  if (off_debit != off_credit || (off_debit && settled->debit->hidden == settled->credit->hidden))
    refuse (judge, SHEAF_LEDGER_ERROR_ACCOUNT, row->line, "credit",
            _ ("%s and %s cannot stand in one row: an off-balance account stands alone"),
            settled->debit->code, settled->credit->code);
  else if (settled->debit == settled->credit && row->debit_party_id == row->credit_party_id &&
           row->debit_item_id == row->credit_item_id)
    refuse (judge, SHEAF_LEDGER_ERROR_ACCOUNT, row->line, "credit",
            _ ("account %s stands on both sides: change one of them"), settled->debit->code);
}

static void
judge_amount (Judge                 *judge,
              const SheafVoucherRow *row)
{
  gboolean reversal = judge->voucher->reverses_id != 0;

  if (row->amount.units == 0)
    refuse (judge, SHEAF_LEDGER_ERROR_AMOUNT, row->line, "amount",
            _ ("the amount is 0: enter one above 0 or leave the row out"));
  else if (row->amount.units < 0 && !reversal)
    refuse (judge, SHEAF_LEDGER_ERROR_AMOUNT, row->line, "amount",
            _ ("the amount is negative: enter it above 0 with the accounts exchanged, or reverse "
               "the voucher"));
  else if (row->amount.units > SHEAF_MONEY_MAX || row->amount.units < -SHEAF_MONEY_MAX)
    refuse (judge, SHEAF_LEDGER_ERROR_AMOUNT, row->line, "amount",
            _ ("the amount is too large, at most 18 digits are kept"));
}

static gboolean
judge_row (Judge                 *judge,
           const SheafVoucherRow *row,
           GError               **error)
{
  SheafSettledRow settled;
  gboolean        conflict, misfit;

  sheaf_voucher_row_accounts (judge->chart, row, &settled);
  judge_account (judge, settled.debit, row->line, "debit");
  judge_account (judge, settled.credit, row->line, "credit");
  judge_amount (judge, row);
  if (settled.debit == NULL || settled.credit == NULL || !settled.debit->postable ||
      !settled.credit->postable)
    return TRUE;
  judge_pair (judge, row, &settled);
  judge_party (judge, settled.debit, row->debit_party_id, row->debit_item_id, row->line, "debit");
  judge_party (judge, settled.credit, row->credit_party_id, row->credit_item_id, row->line,
               "credit");
  if (!sheaf_scope_settle (judge->book, row, judge->voucher->date, &settled, &conflict, &misfit,
                           error))
    return FALSE;
  if (conflict)
    refuse (
        judge, SHEAF_LEDGER_ERROR_SCOPE, row->line, "scope",
        _ ("scope %s goes against the accounts %s and %s: leave it out or choose other accounts"),
        sheaf_scope_to_word (row->scope), settled.debit->code, settled.credit->code);
  else if (misfit)
    warn (judge, row->line, "scope",
          _ ("an internal account with someone who is no official member under agreement: check "
             "the account or the member"));
  else if (settled.scope == SHEAF_SCOPE_NONE &&
           (settled.debit->scope == SHEAF_ACCOUNT_SCOPE_NAMED ||
            settled.credit->scope == SHEAF_ACCOUNT_SCOPE_NAMED))
    warn (judge, row->line, "scope",
          _ ("a revenue deduction needs a scope before the year can be closed: name internal or "
             "external"));
  return TRUE;
}

typedef struct
{
  SheafVoucherKind kind;
  SheafAccountBook book;
  gboolean         debit; /* the side on which the account of that book must stand */
} KindRule;

static const KindRule kind_rules[] = {
  { SHEAF_VOUCHER_RECEIPT, SHEAF_ACCOUNT_BOOK_CASH, TRUE },
  { SHEAF_VOUCHER_PAYMENT, SHEAF_ACCOUNT_BOOK_CASH, FALSE },
  { SHEAF_VOUCHER_BANK_IN, SHEAF_ACCOUNT_BOOK_BANK, TRUE },
  { SHEAF_VOUCHER_BANK_OUT, SHEAF_ACCOUNT_BOOK_BANK, FALSE },
  { SHEAF_VOUCHER_STOCK_IN, SHEAF_ACCOUNT_BOOK_STOCK, TRUE },
  { SHEAF_VOUCHER_STOCK_OUT, SHEAF_ACCOUNT_BOOK_STOCK, FALSE },
};

static const KindRule *
rule_of (SheafVoucherKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_rules); i++)
    if (kind_rules[i].kind == kind)
      return &kind_rules[i];
  return NULL;
}

/* At least one row has the kind's account on its side; a money account never stands alone on the
 * other. A row of VAT or of an off-balance account may go along. */
static void
judge_kind (Judge *judge)
{
  const SheafVoucher *voucher = judge->voucher;
  const KindRule     *rule = rule_of (voucher->kind);
  gboolean            right = FALSE, wrong = FALSE;

  for (guint r = 0; rule != NULL && r < voucher->rows->len; r++)
    {
      SheafSettledRow     settled;
      const SheafAccount *proper, *other;

      sheaf_voucher_row_accounts (judge->chart, voucher->rows->pdata[r], &settled);
      if (settled.debit == NULL || settled.credit == NULL)
        return; /* told already */
      proper = rule->debit ? settled.debit : settled.credit;
      other = rule->debit ? settled.credit : settled.debit;
      right = right || proper->book == rule->book;
      wrong = wrong || (rule->book != SHEAF_ACCOUNT_BOOK_STOCK && other->book == rule->book &&
                        proper->book != rule->book);
    }
  if (rule != NULL && (!right || wrong))
    refuse (judge, SHEAF_LEDGER_ERROR_KIND, voucher->line, "kind",
            rule->debit ? _ ("a %s voucher needs its money or stock account on the debit side: "
                             "change the kind or the accounts")
                        : _ ("a %s voucher needs its money or stock account on the credit "
                             "side: change the kind or the accounts"),
            sheaf_voucher_kind_to_word (voucher->kind));
}

static gboolean
is_mirror (const SheafVoucherRow *row,
           const SheafVoucherRow *original)
{
  return row->debit_id == original->debit_id && row->credit_id == original->credit_id &&
         row->amount.units == -original->amount.units &&
         row->debit_party_id == original->debit_party_id &&
         row->credit_party_id == original->credit_party_id &&
         row->debit_item_id == original->debit_item_id &&
         row->credit_item_id == original->credit_item_id;
}

static gboolean
judge_reversal (Judge   *judge,
                GError **error)
{
  const SheafVoucher *voucher = judge->voucher;
  g_autoptr (SheafVoucher) original = NULL;
  gboolean mirror;

  if (voucher->reverses_id == 0)
    return TRUE;
  original = sheaf_voucher_load (judge->book, voucher->reverses_id, error);
  if (original == NULL)
    return FALSE;
  mirror = voucher->rows->len == original->rows->len;
  for (guint i = 0; mirror && i < voucher->rows->len; i++)
    mirror = is_mirror (voucher->rows->pdata[i], original->rows->pdata[i]);
  if (original->reverses_id != 0)
    refuse (judge, SHEAF_LEDGER_ERROR_REVERSAL, voucher->line, "reverses",
            _ ("%s is a reversal itself: enter the original voucher again instead"),
            original->number);
  else if (sheaf_voucher_reversed_by (judge->book, original->id) != 0)
    refuse (judge, SHEAF_LEDGER_ERROR_REVERSAL, voucher->line, "reverses",
            _ ("%s has been reversed already: nothing is left to reverse"), original->number);
  else if (original->layer != voucher->layer)
    refuse (judge, SHEAF_LEDGER_ERROR_REVERSAL, voucher->line, "reverses",
            _ ("%s was written by a closing or a distribution: undo these themselves"),
            original->number);
  else if (!mirror)
    refuse (judge, SHEAF_LEDGER_ERROR_REVERSAL, voucher->line, "reverses",
            _ ("the rows are not those of %s with negative amounts: repeat them exactly"),
            original->number);
  else if (sheaf_date_cmp (voucher->date, original->date) < 0)
    refuse (judge, SHEAF_LEDGER_ERROR_DATE, voucher->line, "date",
            _ ("the day lies before %s itself: choose the same day or a later one"),
            original->number);
  return TRUE;
}

gboolean
sheaf_voucher_judge (SheafBook          *book,
                     const SheafVoucher *voucher,
                     const char         *file,
                     SheafProblems      *problems,
                     int                *ret_code,
                     GError            **error)
{
  Judge judge = { book, sheaf_chart_get (book, error), voucher, file, problems, -1 };

  if (judge.chart == NULL || !judge_date (&judge, error))
    return FALSE;
  judge_number (&judge);
  if ((voucher->kind == SHEAF_VOUCHER_OPENING) != (voucher->layer == SHEAF_LAYER_OPENING))
    refuse (&judge, SHEAF_LEDGER_ERROR_KIND, voucher->line, "kind",
            _ ("opening balances are entered as such, not as a voucher: choose another kind"));
  if (voucher->rows->len == 0)
    refuse (&judge, SHEAF_LEDGER_ERROR_AMOUNT, voucher->line, "amount",
            _ ("the voucher has no row: enter at least one"));
  if (voucher->description == NULL || *voucher->description == '\0')
    refuse (&judge, SHEAF_LEDGER_ERROR_NUMBER, voucher->line, "description",
            _ ("the voucher has no description: say what happened"));
  for (guint i = 0; i < voucher->rows->len; i++)
    if (!judge_row (&judge, voucher->rows->pdata[i], error))
      return FALSE;
  judge_kind (&judge);
  if (!judge_reversal (&judge, error))
    return FALSE;
  *ret_code = judge.code;
  return TRUE;
}

gboolean
sheaf_voucher_check (SheafBook          *book,
                     const SheafVoucher *voucher,
                     const char         *file,
                     SheafProblems      *problems,
                     GError            **error)
{
  int code;

  return sheaf_voucher_judge (book, voucher, file, problems, &code, error);
}
