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

/* What the row's accounts say; FALSE when they say nothing and the party is to be asked. */
static gboolean
settle_by_account (const SheafVoucherRow *row,
                   SheafSettledRow       *settled,
                   SheafScopeFinding     *ret_finding)
{
  SheafScope debit = scope_of_account (settled->debit), credit = scope_of_account (settled->credit);
  SheafScope by_account = debit != SHEAF_SCOPE_NONE ? debit : credit;

  if (by_account == SHEAF_SCOPE_NONE)
    return FALSE;
  if (row->scope == SHEAF_SCOPE_NONE)
    settled->scope = by_account;
  else if (row->scope != debit && row->scope != credit)
    *ret_finding = SHEAF_SCOPE_AGAINST_ACCOUNT;
  return TRUE;
}

/* Revenue or cost of one side with a party that stands on the other. */
static SheafScopeFinding
compare_with_party (SheafBook             *book,
                    const SheafSettledRow *settled,
                    SheafScope             by_party)
{
  SheafScope debit = scope_of_account (settled->debit), credit = scope_of_account (settled->credit);
  SheafScope by_account = debit != SHEAF_SCOPE_NONE ? debit : credit;

  if (by_party == SHEAF_SCOPE_NONE || by_account == by_party)
    return SHEAF_SCOPE_FITS;
  if (by_account == SHEAF_SCOPE_INTERNAL)
    return SHEAF_SCOPE_OUTSIDER;
  return sheaf_book_separates (book) ? SHEAF_SCOPE_INSIDER : SHEAF_SCOPE_FITS;
}

/* The side that follows from the party, else from what is earned or spent; NONE where a row must
 * name it (revenue deductions) or need not. */
static SheafScope
derive (SheafBook             *book,
        const SheafSettledRow *settled,
        SheafScope             by_party)
{
  gboolean   named = has_scope_rule (settled, SHEAF_ACCOUNT_SCOPE_NAMED);
  gboolean   result = is_result (settled->debit) || is_result (settled->credit);
  SheafScope scope = by_party;

  if (scope == SHEAF_SCOPE_NONE && result && !(named && sheaf_book_separates (book)))
    scope = SHEAF_SCOPE_EXTERNAL;
  if (!sheaf_book_separates (book) && scope != SHEAF_SCOPE_NONE)
    scope = SHEAF_SCOPE_EXTERNAL;
  return scope;
}

static gboolean
has_reason (const SheafVoucherRow *row)
{
  return (row->scope_reason != NULL && *row->scope_reason != '\0') ||
         (row->memo != NULL && *row->memo != '\0');
}

gboolean
sheaf_scope_settle (SheafBook             *book,
                    const SheafVoucherRow *row,
                    SheafDate              date,
                    SheafSettledRow       *settled,
                    SheafScopeFinding     *ret_finding,
                    GError               **error)
{
  gboolean   result = is_result (settled->debit) || is_result (settled->credit);
  SheafScope by_party, derived;

  *ret_finding = SHEAF_SCOPE_FITS;
  settled->scope = row->scope;
  if (settle_by_account (row, settled, ret_finding))
    {
      if (*ret_finding != SHEAF_SCOPE_FITS || !result)
        return TRUE;
      if (!scope_of_party (book, row, date, &by_party, error))
        return FALSE;
      *ret_finding = compare_with_party (book, settled, by_party);
      return TRUE;
    }
  /* What is shared is divided at closing, or goes where the row says. */
  if (has_scope_rule (settled, SHEAF_ACCOUNT_SCOPE_SHARED))
    return TRUE;
  if (!scope_of_party (book, row, date, &by_party, error))
    return FALSE;
  derived = derive (book, settled, by_party);
  if (row->scope == SHEAF_SCOPE_NONE)
    settled->scope = derived;
  else if (by_party != SHEAF_SCOPE_NONE && row->scope != derived && !has_reason (row))
    *ret_finding = SHEAF_SCOPE_UNEXPLAINED;
  if (settled->scope == SHEAF_SCOPE_NONE && has_scope_rule (settled, SHEAF_ACCOUNT_SCOPE_NAMED))
    *ret_finding = SHEAF_SCOPE_MISSING;
  return TRUE;
}

static void
keep_scope (SheafVoucherRow  *row,
            SheafScopeFinding finding,
            const char       *reason)
{
  if (finding == SHEAF_SCOPE_MISSING)
    row->scope = SHEAF_SCOPE_EXTERNAL;
  else if (finding != SHEAF_SCOPE_UNEXPLAINED)
    return;
  g_free (row->scope_reason);
  row->scope_reason = g_strdup (reason);
}

gboolean
sheaf_voucher_keep_scopes (SheafBook    *book,
                           SheafVoucher *voucher,
                           const char   *reason,
                           GError      **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; voucher->reverses_id == 0 && i < voucher->rows->len; i++)
    {
      SheafVoucherRow  *row = voucher->rows->pdata[i];
      SheafSettledRow   settled;
      SheafScopeFinding finding;

      sheaf_voucher_row_accounts (chart, row, &settled);
      if (settled.debit == NULL || settled.credit == NULL)
        continue; /* told by the check */
      if (!sheaf_scope_settle (book, row, voucher->date, &settled, &finding, error))
        return FALSE;
      keep_scope (row, finding, reason);
    }
  return TRUE;
}
