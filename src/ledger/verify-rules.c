/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules asked of the rows as they are: one statement and one sentence each. */
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/reconciliation.h"
#include "ledger/verify-private.h"
#include "ledger/verify-rules-sql.h"
#include "store/query.h"

typedef struct
{
  const char      *sql;
  SheafProblemKind kind;
  const char      *sentence; /* {1} and {2} are the statement's columns */
} Rule;

enum
{
  DATES,
  LOCKED,
  REVERSAL_ROWS,
  REVERSAL_TWICE,
  DOUBLES,
  SCOPE_ACCOUNTS,
  SCOPE_NAMED,
  OFF_BALANCE,
  LAYERS,
  UNCLOSED,
  CLOSING_VOUCHERS,
  CURRENCY_ROWS,
  RATES,
  REVALUATIONS,
  MONEY,
  STOCK,
  INVOICES,
  TAX_ENTRIES,
  TICKS,
  COUNTS,
  COUNTS_OPEN,
  CONFIRMATIONS,
  SIZES,
  ORPHANS,
  TREE,
  SIDES,
  DEPRECIATION,
  TIMES,
};

static const Rule rules[] = {
  [DATES] = { RULE_VOUCHER_DATES, SHEAF_PROBLEM_ERROR,
              N_ ("voucher {1} lies on {2}, which is no day of its year or of "
                  "the book: restore a backup") },
  [LOCKED] = { RULE_LOCKED_WRITES, SHEAF_PROBLEM_ERROR,
               N_ ("voucher {1} of {2} was written while that time was locked "
                   "or closed: restore a backup") },
  [REVERSAL_ROWS] = { RULE_REVERSAL_ROWS, SHEAF_PROBLEM_ERROR,
                      N_ ("voucher {1} takes {2} back, but its rows are not the "
                          "mirror: restore a backup") },
  [REVERSAL_TWICE] = { RULE_REVERSAL_TWICE, SHEAF_PROBLEM_ERROR,
                       N_ ("voucher {1} takes back a voucher that takes one back "
                           "itself: restore a backup") },
  [DOUBLES] = { RULE_NUMBER_DOUBLES, SHEAF_PROBLEM_ERROR,
                N_ ("vouchers {1} and {2} have one running number: restore a "
                    "backup") },
  [SCOPE_ACCOUNTS] = { RULE_SCOPE_ACCOUNTS, SHEAF_PROBLEM_ERROR,
                       N_ ("rows {1} / {2} have another side than their account says: "
                           "restore a backup") },
  [SCOPE_NAMED] = { RULE_SCOPE_NAMED, SHEAF_PROBLEM_ERROR,
                    N_ ("rows {1} / {2} name no side, internal or external: reverse "
                        "them and write it") },
  [OFF_BALANCE] = { RULE_OFF_BALANCE, SHEAF_PROBLEM_ERROR,
                    N_ ("rows {1} / {2} mix accounts inside and outside the "
                        "balance: restore a backup") },
  [LAYERS] = { RULE_LAYERS, SHEAF_PROBLEM_ERROR,
               N_ ("voucher {1} of {2} counts as an opening balance and is "
                   "none, or is one and does not: restore a backup") },
  [UNCLOSED] = { RULE_UNCLOSED_YEARS, SHEAF_PROBLEM_ERROR,
                 N_ ("the year {2} is closed, but {1} before it is not: close "
                     "{1}") },
  [CLOSING_VOUCHERS] = { RULE_CLOSING_VOUCHERS, SHEAF_PROBLEM_ERROR,
                         N_ ("voucher {1} closes the year {2}, which is open: restore a "
                             "backup") },
  [CURRENCY_ROWS] = { RULE_CURRENCY_ROWS, SHEAF_PROBLEM_ERROR,
                      N_ ("voucher {1} names {2} against its accounts or with another "
                          "sign: restore a backup") },
  [RATES] = { RULE_CURRENCY_RATES, SHEAF_PROBLEM_ERROR,
              N_ ("the rate of {1} on {2} does not lie between buying and "
                  "selling: write it anew") },
  [REVALUATIONS] = { RULE_REVALUATIONS, SHEAF_PROBLEM_ERROR,
                     N_ ("voucher {1} revalues at {2} and lies on another day: "
                         "restore a backup") },
  [MONEY] = { RULE_MONEY, SHEAF_PROBLEM_ERROR,
              N_ ("account {1} stands below zero at the end of {2}: find the "
                  "receipt that is missing") },
  [STOCK] = { RULE_STOCK, SHEAF_PROBLEM_WARNING,
              N_ ("of {1} less than nothing is in stock at the end of month "
                  "{2}: find the receipt that is missing") },
  [INVOICES] = { RULE_INVOICES, SHEAF_PROBLEM_WARNING,
                 N_ ("the tax of invoice {1} of {2} is not its rate: compare it "
                     "with the paper") },
  [TAX_ENTRIES] = { RULE_TAX_ENTRIES, SHEAF_PROBLEM_ERROR,
                    N_ ("the income tax of {1} and voucher {2} differ: restore a "
                        "backup") },
  [TICKS] = { RULE_TICKS, SHEAF_PROBLEM_ERROR,
              N_ ("a row of voucher {2} is ticked for account {1} and is not "
                  "its, or is of a later day: take the tick away") },
  [COUNTS] = { RULE_COUNTS, SHEAF_PROBLEM_ERROR,
               N_ ("what was posted for count {1} of {2} is not its "
                   "difference: reverse it and post again") },
  [COUNTS_OPEN] = { RULE_COUNTS_OPEN, SHEAF_PROBLEM_WARNING,
                    N_ ("the difference of count {1} of {2} is not on the books: "
                        "post it") },
  [CONFIRMATIONS] = { RULE_CONFIRMATIONS, SHEAF_PROBLEM_ERROR,
                      N_ ("what was posted for the answer of {1} on {2} is not its "
                          "difference: reverse it and post again") },
  [SIZES] = { RULE_ATTACHMENT_SIZES, SHEAF_PROBLEM_ERROR,
              N_ ("the file {1} of voucher {2} has another size than it was "
                  "attached with: restore a backup") },
  [ORPHANS] = { RULE_ORPHANS, SHEAF_PROBLEM_WARNING,
                N_ ("{2} in {1} belongs to nothing: it was left behind and "
                    "harms nobody") },
  [TREE] = { RULE_ACCOUNT_TREE, SHEAF_PROBLEM_ERROR,
             N_ ("account {1} lies under {2}, whose code it does not begin "
                 "with: restore a backup") },
  [SIDES] = { RULE_ACCOUNT_SIDES, SHEAF_PROBLEM_WARNING,
              N_ ("account {1} stands on the wrong side ({2}): look for a row "
                  "on the wrong account") },
  [DEPRECIATION] = { RULE_DEPRECIATION, SHEAF_PROBLEM_WARNING,
                     N_ ("the asset {1} ({2}) is worn off by more than it cost: "
                         "correct its depreciation") },
  [TIMES] = { RULE_ACT_TIMES, SHEAF_PROBLEM_WARNING,
              N_ ("act {1} of {2} is earlier than the one before: the "
                  "machine's clock went back") },
};

/* A finding for each row that the rule's statement gives. */
static gboolean
walk (SheafBook     *book,
      const Rule    *rule,
      SheafProblems *problems,
      GError       **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), rule->sql, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      g_autoptr (GString) text = g_string_new (_ (rule->sentence));

      g_string_replace (text, "{1}", sheaf_query_text (query, 0), 0);
      g_string_replace (text, "{2}", sheaf_query_text (query, 1), 0);
      sheaf_problems_add (problems, rule->kind, NULL, 0, NULL, "%s", text->str);
    }
  return sheaf_query_finish (query, error);
}

/* The assertion takes the semicolon. */
#define RULE(function, rule)                                                          \
  static gboolean function (SheafBook *book, SheafProblems *problems, GError **error) \
  {                                                                                   \
    return walk (book, &rules[rule], problems, error);                                \
  }                                                                                   \
  G_STATIC_ASSERT (TRUE)

RULE (check_dates, DATES);
RULE (check_locked, LOCKED);
RULE (check_reversal_rows, REVERSAL_ROWS);
RULE (check_reversal_twice, REVERSAL_TWICE);
RULE (check_doubles, DOUBLES);
RULE (check_scope_accounts, SCOPE_ACCOUNTS);
RULE (check_scope_named, SCOPE_NAMED);
RULE (check_off_balance, OFF_BALANCE);
RULE (check_layers, LAYERS);
RULE (check_unclosed, UNCLOSED);
RULE (check_closing_vouchers, CLOSING_VOUCHERS);
RULE (check_currency_rows, CURRENCY_ROWS);
RULE (check_rates, RATES);
RULE (check_revaluations, REVALUATIONS);
RULE (check_money, MONEY);
RULE (check_stock, STOCK);
RULE (check_invoices, INVOICES);
RULE (check_tax_entries, TAX_ENTRIES);
RULE (check_ticks, TICKS);
RULE (check_counts, COUNTS);
RULE (check_counts_open, COUNTS_OPEN);
RULE (check_confirmations, CONFIRMATIONS);
RULE (check_sizes, SIZES);
RULE (check_orphans, ORPHANS);
RULE (check_tree, TREE);
RULE (check_sides, SIDES);
RULE (check_depreciation, DEPRECIATION);
RULE (check_times, TIMES);

/* A finished one must still be even, and what touched it is told. */
static gboolean
check_reconciliations (SheafBook     *book,
                       SheafProblems *problems,
                       GError       **error)
{
  g_autoptr (GPtrArray) all = sheaf_reconciliation_list (book, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SheafReconciliation *one = all->pdata[i];
      g_autofree char           *day = sheaf_date_format (one->date, sheaf_language_current ());
      g_autoptr (GPtrArray) changes = NULL;

      if (!one->finished)
        continue;
      changes = sheaf_reconciliation_changes (book, one->id, error);
      if (changes == NULL)
        return FALSE;
      if (one->difference != 0)
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("the bank reconciliation of %s was finished and is not even: open "
                               "it again"),
                            day);
      if (changes->len > 0)
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                            _ ("rows changed since the bank reconciliation of %s: %u; look at its "
                               "list"),
                            day, changes->len);
    }
  return all != NULL;
}

const SheafCheck sheaf_ledger_rules[] = {
  { "voucher-dates", check_dates, N_ ("Vouchers lie in their year"),
    N_ ("A voucher's day is a day of its year, and not before the book's first.") },
  { "locked-writes", check_locked, N_ ("Nothing was written into locked time"),
    N_ ("Order of acts and locks: no voucher lies in days that were locked, or in a year that was "
        "closed, when it was written.") },
  { "reversal-rows", check_reversal_rows, N_ ("Reversals mirror their originals"),
    N_ ("Each row that takes back has the accounts, parties, items and side of its original.") },
  { "reversals-once", check_reversal_twice, N_ ("Nothing takes a reversal back"),
    N_ ("A voucher is taken back once; what was wrong in that is written as a new voucher.") },
  { "number-doubles", check_doubles, N_ ("No running number is used twice"),
    N_ ("Within kind and year each automatic number stands once.") },
  { "scope-accounts", check_scope_accounts, N_ ("Sides agree with accounts"),
    N_ ("Accounts of internal and of external business carry rows of their side only.") },
  { "scope-named", check_scope_named, N_ ("Deductions name their side"),
    N_ ("A revenue deduction without a side cannot be closed, and would leave the "
        "result of both sides open.") },
  { "off-balance", check_off_balance, N_ ("Inside and outside the balance stay apart"),
    N_ ("Accounts outside the balance never stand opposite one inside.") },
  { "opening-layer", check_layers, N_ ("Opening balances are what they are called"),
    N_ ("Only opening vouchers count as opening; everything else is turnover.") },
  { "unclosed-years", check_unclosed, N_ ("Years are closed in their order"),
    N_ ("No closed year has an open one before it, so that opening equals last closing.") },
  { "closing-vouchers", check_closing_vouchers, N_ ("Closing entries belong to closed years"),
    N_ ("A year that was opened again has all its closing entries taken back.") },
  { "currency-rows", check_currency_rows, N_ ("Foreign money stands where it may"),
    N_ ("Currencies are named on accounts that keep them, units with the sign of their value.") },
  { "currency-rates", check_rates, N_ ("Rates lie between buying and selling"),
    N_ ("The average rate of a day cannot lie outside both.") },
  { "revaluations", check_revaluations, N_ ("Revaluations lie on their day"),
    N_ ("Foreign money is valued at the rate of the day on which the voucher lies.") },
  { "money-below-zero", check_money, N_ ("Cash and bank never fall below zero"),
    N_ ("At the end of each day there is no less than nothing, where the book asks for that.") },
  { "stock-quantities", check_stock, N_ ("Stock never falls below zero"),
    N_ ("No product goes out that had not come in, month by month.") },
  { "invoice-tax", check_invoices, N_ ("Tax on invoices is their rate"),
    N_ ("Tax typed from a paper is compared with rate and base; rounding is allowed for.") },
  { "tax-entries", check_tax_entries, N_ ("Income tax on the books is what was entered"),
    N_ ("The amount kept for a quarter or year is that of its voucher.") },
  { "reconciliations", check_reconciliations, N_ ("Finished reconciliations are even"),
    N_ ("The bank's balance is still that of the ticked rows, and nothing was changed since.") },
  { "reconciliation-ticks", check_ticks, N_ ("Ticked rows are of their bank account"),
    N_ ("A tick stands on a row of the same account and not after the statement's day.") },
  { "counts-posted", check_counts, N_ ("Differences of counts are posted as found"),
    N_ ("What vouchers put on the counted account is the difference of the sheet.") },
  { "counts-open", check_counts_open, N_ ("No difference of a count is left open"),
    N_ ("A surplus or shortage belongs on the books until it is decided what becomes "
        "of it.") },
  { "confirmations-posted", check_confirmations, N_ ("Confirmed differences are posted so"),
    N_ ("What a voucher put on the party's account is the answer less the books.") },
  { "attachment-sizes", check_sizes, N_ ("Files have the size they were attached with"),
    N_ ("Bytes behind vouchers are counted beside the audited row.") },
  { "orphans", check_orphans, N_ ("Nothing is left behind"),
    N_ ("Contents of files, versions of drafts and recurring entries all belong to something.") },
  { "account-tree", check_tree, N_ ("Details lie under their account"),
    N_ ("A detail's code begins with that of the account above, as sums by level need it.") },
  { "account-sides", check_sides, N_ ("Balances stand on their side"),
    N_ ("An asset in credit or a debt in debit is most often a row on the wrong account.") },
  { "depreciation", check_depreciation, N_ ("Nothing is worn off beyond its cost"),
    N_ ("Depreciation by asset stays within what the asset cost.") },
  { "act-times", check_times, N_ ("Acts follow each other in time"),
    N_ ("The trail's instants rise; a clock that was set back deserves a look.") },
  { NULL, NULL, NULL, NULL },
};
