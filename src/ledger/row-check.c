/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules on one row of a voucher: its accounts, whom it names, its amount, its scope. The
 * schema's voucher_row_guard repeats them. */
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/merge.h"
#include "ledger/voucher-judge.h"

/* Opening balances alone stand in the opening layer, and only they touch its hidden account: else
 * debits and credits of what people see would differ. */
static gboolean
may_be_hidden (const SheafJudge   *judge,
               const SheafAccount *account)
{
  return account->type == SHEAF_ACCOUNT_OFF_BALANCE ||
         judge->voucher->layer == SHEAF_LAYER_OPENING;
}

static void
judge_account (SheafJudge         *judge,
               const SheafAccount *account,
               guint               line,
               const char         *column)
{
  if (account == NULL || (account->hidden && !may_be_hidden (judge, account)))
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_ACCOUNT, line, column,
                  _ ("there is no such account: choose one of the chart"));
  else if (!account->postable)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_ACCOUNT, line, column,
                  _ ("%s is a group: post to one of its detail accounts"), account->code);
}

static void
judge_party (SheafJudge         *judge,
             const SheafAccount *account,
             gint64              party_id,
             gint64              item_id,
             guint               line,
             const char         *side)
{
  g_autofree char *party_column = g_strconcat (side, "_party", NULL);
  g_autofree char *item_column = g_strconcat (side, "_item", NULL);

  if ((account->needs == SHEAF_NEEDS_PARTY || account->needs == SHEAF_NEEDS_BOTH) && party_id == 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_PARTY, line, party_column,
                  _ ("account %s needs a party: name whom it concerns"), account->code);
  if ((account->needs == SHEAF_NEEDS_ITEM || account->needs == SHEAF_NEEDS_BOTH) && item_id == 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_PARTY, line, item_column,
                  _ ("account %s needs an item: name the contract, advance or source"),
                  account->code);
  if (account->needs == SHEAF_NEEDS_EITHER && party_id == 0 && item_id == 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_PARTY, line, party_column,
                  _ ("account %s needs a party or an item: name one"), account->code);
}

/* Who was merged into another party takes no new rows; reversals mirror what was written. */
static gboolean
judge_merged (SheafJudge *judge,
              gint64      party_id,
              guint       line,
              const char *side,
              GError    **error)
{
  gint64           survivor_id = sheaf_party_survivor (judge->book, party_id);
  g_autofree char *column = g_strconcat (side, "_party", NULL);
  g_autoptr (SheafParty) party = NULL;
  g_autoptr (SheafParty) survivor = NULL;

  if (survivor_id == party_id)
    return TRUE;
  party = sheaf_party_load (judge->book, party_id, error);
  survivor = party == NULL ? NULL : sheaf_party_load (judge->book, survivor_id, error);
  if (survivor == NULL)
    return FALSE;
  sheaf_refuse (judge, SHEAF_LEDGER_ERROR_PARTY, line, column,
                _ ("%s was merged into %s (%s): name %s"), party->code, survivor->code,
                survivor->name, survivor->code);
  return TRUE;
}

static void
judge_item_party (SheafJudge       *judge,
                  const SheafItem  *item,
                  const SheafParty *owner,
                  const SheafParty *named,
                  guint             line,
                  const char       *column)
{
  if (owner != NULL && named != NULL)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_ITEM, line, column,
                  _ ("item %s belongs to %s, not to %s: name the one party or another item"),
                  item->code, owner->code, named->code);
}

/* An item that is closed, or that belongs to somebody else than the row names. */
static gboolean
judge_item (SheafJudge *judge,
            gint64      party_id,
            gint64      item_id,
            guint       line,
            const char *side,
            GError    **error)
{
  g_autofree char *column = g_strconcat (side, "_item", NULL);
  const SheafItem *item = item_id <= 0 ? NULL : sheaf_item_get (judge->book, item_id, error);

  if (item == NULL)
    return item_id <= 0; /* below 0: a draft's new item, made when the draft is posted */
  if (!sheaf_date_is_none (item->closed) &&
      sheaf_date_cmp (judge->voucher->date, item->closed) > 0)
    {
      g_autofree char *closed = sheaf_date_to_text (item->closed);

      sheaf_refuse (judge, SHEAF_LEDGER_ERROR_ITEM, line, column,
                    _ ("item %s was closed on %s: take another item, or open it again"), item->code,
                    closed);
    }
  if (party_id != 0 && item->party_id != 0 &&
      sheaf_party_survivor (judge->book, party_id) !=
          sheaf_party_survivor (judge->book, item->party_id))
    {
      g_autoptr (SheafParty) owner = sheaf_party_load (judge->book, item->party_id, error);
      g_autoptr (SheafParty) named =
          owner == NULL ? NULL : sheaf_party_load (judge->book, party_id, error);

      judge_item_party (judge, item, owner, named, line, column);
      return named != NULL;
    }
  return TRUE;
}

static gboolean
judge_side (SheafJudge *judge,
            gint64      party_id,
            gint64      item_id,
            guint       line,
            const char *side,
            GError    **error)
{
  return judge->voucher->reverses_id != 0 ||
         ((party_id == 0 || judge_merged (judge, party_id, line, side, error)) &&
          judge_item (judge, party_id, item_id, line, side, error));
}

/* An off-balance account stands alone: its other side is the hidden contra account. */
static void
judge_pair (SheafJudge            *judge,
            const SheafVoucherRow *row,
            const SheafSettledRow *settled)
{
  gboolean off_debit = settled->debit->type == SHEAF_ACCOUNT_OFF_BALANCE;
  gboolean off_credit = settled->credit->type == SHEAF_ACCOUNT_OFF_BALANCE;

  if (off_debit != off_credit || (off_debit && settled->debit->hidden == settled->credit->hidden))
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_ACCOUNT, row->line, "credit",
                  _ ("%s and %s cannot stand in one row: an off-balance account stands alone"),
                  settled->debit->code, settled->credit->code);
  else if (settled->debit == settled->credit && row->debit_party_id == row->credit_party_id &&
           row->debit_item_id == row->credit_item_id &&
           g_strcmp0 (row->debit_currency, row->credit_currency) == 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_ACCOUNT, row->line, "credit",
                  _ ("account %s stands on both sides: change one of them"), settled->debit->code);
}

/* Accounts that only closings clear (911): an entry by hand would fall out of the results. */
static void
judge_hand (SheafJudge         *judge,
            const SheafAccount *account,
            guint               line,
            const char         *column)
{
  if (!account->by_hand && judge->voucher->layer == SHEAF_LAYER_ORDINARY &&
      judge->voucher->reverses_id == 0)
    sheaf_refuse (
        judge, SHEAF_LEDGER_ERROR_ACCOUNT, line, column,
        _ ("account %s is filled by the year-end closing alone: post to revenue or expense"),
        account->code);
}

static void
judge_amount (SheafJudge            *judge,
              const SheafVoucherRow *row)
{
  gboolean reversal = judge->voucher->reverses_id != 0;

  if (row->amount.units == 0)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_AMOUNT, row->line, "amount",
                  _ ("the amount is 0: enter one above 0 or leave the row out"));
  else if (row->amount.units < 0 && !reversal)
    sheaf_refuse (
        judge, SHEAF_LEDGER_ERROR_AMOUNT, row->line, "amount",
        _ ("the amount is negative: enter it above 0 with the accounts exchanged, or reverse "
           "the voucher"));
  else if (row->amount.units > SHEAF_MONEY_MAX || row->amount.units < -SHEAF_MONEY_MAX)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_AMOUNT, row->line, "amount",
                  _ ("the amount is too large, at most 18 digits are kept"));
}

/* The setting amount-limit, off until set: a slip of the finger is told before it is posted. */
static void
judge_limit (SheafJudge            *judge,
             const SheafVoucherRow *row)
{
  g_autofree char *most = NULL;

  if (judge->voucher->layer != SHEAF_LAYER_ORDINARY || judge->voucher->reverses_id != 0 ||
      judge->limit.units == 0 || row->amount.units <= judge->limit.units)
    return;
  most = sheaf_money_format (judge->limit, sheaf_language_current ());
  sheaf_refuse (judge, SHEAF_LEDGER_ERROR_AMOUNT, row->line, "amount",
                _ ("the amount is above the book's limit of %s for one row: check it, or raise the "
                   "setting amount-limit"),
                most);
}

static gboolean
judge_scope (SheafJudge            *judge,
             const SheafVoucherRow *row,
             SheafSettledRow       *settled,
             GError               **error)
{
  SheafScopeFinding finding;

  if (!sheaf_scope_settle (judge->book, row, judge->voucher->date, settled, &finding, error))
    return FALSE;
  /* A reversal keeps what was decided when the original was written; what the program closes and
   * shares out has its own rules. */
  if (judge->voucher->reverses_id != 0 || judge->voucher->layer != SHEAF_LAYER_ORDINARY)
    finding = finding == SHEAF_SCOPE_AGAINST_ACCOUNT ? finding : SHEAF_SCOPE_FITS;
  if (finding == SHEAF_SCOPE_AGAINST_ACCOUNT)
    sheaf_refuse (
        judge, SHEAF_LEDGER_ERROR_SCOPE, row->line, "scope",
        _ ("scope %s goes against the accounts %s and %s: leave it out or choose other accounts"),
        sheaf_scope_to_word (row->scope), settled->debit->code, settled->credit->code);
  else if (finding == SHEAF_SCOPE_MISSING)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_SCOPE, row->line, "scope",
                  _ ("a revenue deduction needs a scope: name internal or external"));
  else if (finding == SHEAF_SCOPE_UNEXPLAINED)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_SCOPE, row->line, "scope",
                  _ ("scope %s is not the one that follows from the party: give the reason, or "
                     "leave the scope out"),
                  sheaf_scope_to_word (row->scope));
  else if (finding == SHEAF_SCOPE_OUTSIDER)
    sheaf_warn (
        judge, row->line, "scope",
        _ ("an internal account with someone who is no official member under agreement: check "
           "the account or the member"));
  else if (finding == SHEAF_SCOPE_INSIDER)
    sheaf_warn (judge, row->line, "scope",
                _ ("an external account with an official member under agreement: check the account "
                   "or the member"));
  return TRUE;
}

gboolean
sheaf_judge_row (SheafJudge            *judge,
                 const SheafVoucherRow *row,
                 GError               **error)
{
  SheafSettledRow settled;

  sheaf_voucher_row_accounts (judge->chart, row, &settled);
  judge_account (judge, settled.debit, row->line, "debit");
  judge_account (judge, settled.credit, row->line, "credit");
  judge_amount (judge, row);
  judge_limit (judge, row);
  if (settled.debit == NULL || settled.credit == NULL || !settled.debit->postable ||
      !settled.credit->postable)
    return TRUE;
  judge_pair (judge, row, &settled);
  judge_hand (judge, settled.debit, row->line, "debit");
  judge_hand (judge, settled.credit, row->line, "credit");
  sheaf_judge_currency (judge, row, &settled);
  judge_party (judge, settled.debit, row->debit_party_id, row->debit_item_id, row->line, "debit");
  judge_party (judge, settled.credit, row->credit_party_id, row->credit_item_id, row->line,
               "credit");
  return judge_side (judge, row->debit_party_id, row->debit_item_id, row->line, "debit", error) &&
         judge_side (judge, row->credit_party_id, row->credit_item_id, row->line, "credit",
                     error) &&
         judge_scope (judge, row, &settled, error);
}
