/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table: a rule of the schema without a line here fails tests/ledger/test-schema.c. */
#include "ledger/rule-words.h"

#include "base/i18n.h"
#include "store/error.h"

#include <string.h>

/* The database's own rules speak in words for programs; people get a sentence. They are reached
 * where a checked voucher is posted after others that it was not checked against, and by what
 * writes past the checks. A name within another one stands after it. */
static const struct
{
  const char      *rule;
  SheafLedgerError code;
  const char      *text;
} rules[] = {
  { "foreign_totals_have_18_digits", SHEAF_LEDGER_ERROR_AMOUNT,
    N_ ("the foreign amounts would carry the book's totals beyond 18 digits: check them") },
  { "totals_have_18_digits", SHEAF_LEDGER_ERROR_AMOUNT,
    N_ ("the amounts would carry the book's totals beyond 18 digits: check them") },
  { "voucher.number", SHEAF_LEDGER_ERROR_NUMBER,
    N_ ("a voucher of that kind, year and number is there already: give another number") },
  { "voucher.reverses_id", SHEAF_LEDGER_ERROR_REVERSAL,
    N_ ("the voucher has been reversed already: nothing is left to reverse") },
  { "reversal-differs-from-original", SHEAF_LEDGER_ERROR_REVERSAL,
    N_ ("the voucher cannot reverse that one: reverse the original from the journal") },
  { "posting-in-part", SHEAF_LEDGER_ERROR_REVERSAL,
    N_ ("the voucher is one of a distribution's posting: take the whole posting back") },
  { "period-locked", SHEAF_LEDGER_ERROR_PERIOD_LOCKED,
    N_ ("the day lies in a locked period: choose a later day or unlock the period") },
  { "year-closed", SHEAF_LEDGER_ERROR_YEAR_CLOSED,
    N_ ("the year is closed: choose a day in an open year or reopen it") },
  { "bad-date", SHEAF_LEDGER_ERROR_DATE, N_ ("there is no such day: check the date") },
  { "negative-amount", SHEAF_LEDGER_ERROR_AMOUNT,
    N_ ("an amount is negative: enter it above 0 with the accounts exchanged") },
  { "amount <> 0", SHEAF_LEDGER_ERROR_AMOUNT,
    N_ ("an amount is 0: enter one above 0 or leave the row out") },
  { "missing-party", SHEAF_LEDGER_ERROR_PARTY,
    N_ ("a row lacks the party or item that its account needs: name it") },
  { "FOREIGN KEY", SHEAF_LEDGER_ERROR_NOT_FOUND,
    N_ ("a row names a party, item or account that is not in the book: choose another one") },
  { "scope-against-account", SHEAF_LEDGER_ERROR_SCOPE,
    N_ ("a scope goes against the accounts of its row: leave it out") },
  { "scope-missing", SHEAF_LEDGER_ERROR_SCOPE,
    N_ ("a revenue deduction needs a scope: name internal or external") },
  { "scope-without-reason", SHEAF_LEDGER_ERROR_SCOPE,
    N_ ("a scope is not the one that follows from the party: give the reason, or leave the scope "
        "out") },
  { "posting-to-group", SHEAF_LEDGER_ERROR_ACCOUNT,
    N_ ("a row names a group: post to one of its detail accounts") },
  { "off-balance-with-balance", SHEAF_LEDGER_ERROR_ACCOUNT,
    N_ ("an off-balance account stands alone: leave the other side out") },
  { "same-account", SHEAF_LEDGER_ERROR_ACCOUNT,
    N_ ("an account stands on both sides of a row: change one of them") },
  { "not-by-hand", SHEAF_LEDGER_ERROR_ACCOUNT,
    N_ ("a row names an account that only the year-end closing fills: choose another one") },
  { "currency-against-account", SHEAF_LEDGER_ERROR_CURRENCY,
    N_ ("a row lacks the currency of its account, or names one where there is none: mend it") },
  { "foreign-against-amount", SHEAF_LEDGER_ERROR_CURRENCY,
    N_ ("a foreign amount has another sign than its amount: enter both above 0") },
  { "amount-above-limit", SHEAF_LEDGER_ERROR_AMOUNT,
    N_ ("an amount is above the book's limit for one row: check it or raise the limit") },
  { "merged-party", SHEAF_LEDGER_ERROR_PARTY,
    N_ ("a row names a party that was merged into another one: name that one") },
  { "item-closed", SHEAF_LEDGER_ERROR_ITEM,
    N_ ("a row names an item that was closed before: take another one or open it again") },
  { "item-of-other-party", SHEAF_LEDGER_ERROR_ITEM,
    N_ ("a row names an item of another party: name the one party or another item") },
  { "merge-of-merged", SHEAF_LEDGER_ERROR_MERGE,
    N_ ("a party was merged already, or was not: look at the list of parties") },
  { "merge-of-member", SHEAF_LEDGER_ERROR_MERGE,
    N_ ("a party of the members' register has to stay: merge the other one into it") },
  { "before-first-day", SHEAF_LEDGER_ERROR_DATE,
    N_ ("the day lies before the book's first day: enter it in the opening balances") },
  { "money-below-zero", SHEAF_LEDGER_ERROR_MONEY,
    N_ ("cash or bank would stand below zero at the end of a day: enter the missing receipt "
        "first") },
  { "row-differs-from-voucher", SHEAF_LEDGER_ERROR_DATE,
    N_ ("a row has another day than its voucher: enter the voucher again") },
  { "written-row-changed", SHEAF_LEDGER_ERROR_REVERSAL,
    N_ ("what is posted is not changed: reverse it and enter it again") },
  { "written-row-deleted", SHEAF_LEDGER_ERROR_REVERSAL,
    N_ ("what is posted is not deleted: reverse it") },
  { "act-sealed", SHEAF_LEDGER_ERROR_REVERSAL,
    N_ ("nothing is added to what was finished before: enter it anew") },
  { "act-still-open", SHEAF_LEDGER_ERROR_REVERSAL,
    N_ ("another act is not finished yet: close the program that writes and try again") },
  { "act-not-opened", SHEAF_LEDGER_ERROR_REVERSAL,
    N_ ("an act is opened first and sealed when its rows are there: enter it by this program") },
  { "totals-not-refilled", SHEAF_LEDGER_ERROR_AMOUNT,
    N_ ("the totals were not brought up to date: try again, or restore a backup") },
  { "opening-out-of-place", SHEAF_LEDGER_ERROR_KIND,
    N_ ("opening balances are entered as such, not as a voucher: choose another kind") },
};

const char *
sheaf_rule_words (const char       *rule,
                  SheafLedgerError *ret_code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strstr (rule, rules[i].rule) != NULL)
      {
        if (ret_code != NULL)
          *ret_code = rules[i].code;
        return _ (rules[i].text);
      }
  return NULL;
}

void
sheaf_rule_explain (GError **error)
{
  SheafLedgerError code;
  const char      *words;

  if (error == NULL || !g_error_matches (*error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED))
    return;
  words = sheaf_rule_words ((*error)->message, &code);
  if (words == NULL)
    return;
  g_clear_error (error);
  g_set_error_literal (error, SHEAF_LEDGER_ERROR, (int) code, words);
}
