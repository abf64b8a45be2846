/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Internal or external is decided once, when the row is written (Law 17/2023 Art. 4: internal is
 * what is done with official members under written agreement). */
#include "ledger/chart-private.h"
#include "ledger/party.h"
#include "ledger/voucher-private.h"

static SheafScope
scope_of_account (const SheafAccount *account)
{
  switch (account->scope)
    {
    case SHEAF_ACCOUNT_SCOPE_INTERNAL:
      return SHEAF_SCOPE_INTERNAL;
    case SHEAF_ACCOUNT_SCOPE_EXTERNAL:
      return SHEAF_SCOPE_EXTERNAL;
    case SHEAF_ACCOUNT_SCOPE_NONE:
    case SHEAF_ACCOUNT_SCOPE_SHARED:
    case SHEAF_ACCOUNT_SCOPE_NAMED:
    default:
      return SHEAF_SCOPE_NONE;
    }
}

static gboolean
has_scope_rule (const SheafSettledRow *row,
                SheafAccountScope      rule)
{
  return row->debit->scope == rule || row->credit->scope == rule;
}

static gboolean
is_result (const SheafAccount *account)
{
  return account->type == SHEAF_ACCOUNT_REVENUE || account->type == SHEAF_ACCOUNT_EXPENSE ||
         account->type == SHEAF_ACCOUNT_CONTRA_REVENUE;
}

/* The party's side of the matter: NONE when the row names none. */
static gboolean
scope_of_party (SheafBook             *book,
                const SheafVoucherRow *row,
                SheafDate              date,
                SheafScope            *ret_scope,
                GError               **error)
{
  gint64   party = row->debit_party_id != 0 ? row->debit_party_id : row->credit_party_id;
  gboolean internal = FALSE;

  *ret_scope = SHEAF_SCOPE_NONE;
  if (party == 0)
    return TRUE;
  if (!sheaf_party_is_internal (book, party, date, &internal, error))
    return FALSE;
  *ret_scope = internal ? SHEAF_SCOPE_INTERNAL : SHEAF_SCOPE_EXTERNAL;
  return TRUE;
}

static gboolean
is_off_balance (const SheafAccount *account)
{
  return account != NULL && account->type == SHEAF_ACCOUNT_OFF_BALANCE;
}

void
sheaf_voucher_row_accounts (const SheafChart      *chart,
                            const SheafVoucherRow *row,
                            SheafSettledRow       *ret_settled)
{
  ret_settled->debit = sheaf_chart_by_id (chart, row->debit_id);
  ret_settled->credit = sheaf_chart_by_id (chart, row->credit_id);
  ret_settled->scope = row->scope;
  /* An off-balance account stands alone for people; inside, a hidden account stands on the other
   * side. */
  if (row->credit_id == 0 && is_off_balance (ret_settled->debit))
    ret_settled->credit = sheaf_chart_contra (chart, SHEAF_CHART_OFF_BALANCE_CONTRA);
  if (row->debit_id == 0 && is_off_balance (ret_settled->credit))
    ret_settled->debit = sheaf_chart_contra (chart, SHEAF_CHART_OFF_BALANCE_CONTRA);
}

gboolean
sheaf_scope_settle (SheafBook             *book,
                    const SheafVoucherRow *row,
                    SheafDate              date,
                    SheafSettledRow       *settled,
                    gboolean              *ret_conflict,
                    gboolean              *ret_misfit,
                    GError               **error)
{
  SheafScope debit = scope_of_account (settled->debit), credit = scope_of_account (settled->credit);
  SheafScope by_account = debit != SHEAF_SCOPE_NONE ? debit : credit;
  SheafScope by_party = SHEAF_SCOPE_NONE;

  *ret_conflict = FALSE;
  *ret_misfit = FALSE;
  settled->scope = row->scope;
  if (by_account != SHEAF_SCOPE_NONE)
    {
      *ret_conflict = row->scope != SHEAF_SCOPE_NONE && row->scope != debit && row->scope != credit;
      if (row->scope == SHEAF_SCOPE_NONE)
        settled->scope = by_account;
      if (!(is_result (settled->debit) || is_result (settled->credit)))
        return TRUE;
      if (!scope_of_party (book, row, date, &by_party, error))
        return FALSE;
      *ret_misfit = by_account == SHEAF_SCOPE_INTERNAL && by_party == SHEAF_SCOPE_EXTERNAL;
      return TRUE;
    }
  if (row->scope != SHEAF_SCOPE_NONE || has_scope_rule (settled, SHEAF_ACCOUNT_SCOPE_SHARED))
    return TRUE;
  if (!scope_of_party (book, row, date, &by_party, error))
    return FALSE;
  settled->scope = by_party;
  if (by_party == SHEAF_SCOPE_NONE && (is_result (settled->debit) || is_result (settled->credit)) &&
      !has_scope_rule (settled, SHEAF_ACCOUNT_SCOPE_NAMED))
    settled->scope = SHEAF_SCOPE_EXTERNAL;
  if (!sheaf_book_separates (book) && settled->scope != SHEAF_SCOPE_NONE)
    settled->scope = SHEAF_SCOPE_EXTERNAL;
  return TRUE;
}
