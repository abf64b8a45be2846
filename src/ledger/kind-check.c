/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which accounts a kind of voucher is about (Circular 71/2024/TT-BTC, Appendix II: 01-TT, 02-TT,
 * 04-TT, 01-VT, 02-VT, 06-VT, 07-VT). A journal voucher may touch any. */
#include "base/i18n.h"
#include "ledger/currency.h"
#include "ledger/voucher-judge.h"

/* Accounts of a book, of a type, or under a role; nothing set: any. */
typedef struct
{
  SheafAccountBook book;
  SheafAccountType type;
  const char      *roles[2];
} Accounts;

typedef struct
{
  SheafVoucherKind kind;
  Accounts         debit;
  Accounts         credit;
  const char      *remedy; /* NULL: the sentence for money and stock */
} KindRule;

static const KindRule rules[] = {
  { SHEAF_VOUCHER_RECEIPT, { .book = SHEAF_ACCOUNT_BOOK_CASH }, { 0 }, NULL },
  { SHEAF_VOUCHER_PAYMENT, { 0 }, { .book = SHEAF_ACCOUNT_BOOK_CASH }, NULL },
  { SHEAF_VOUCHER_BANK_IN, { .book = SHEAF_ACCOUNT_BOOK_BANK }, { 0 }, NULL },
  { SHEAF_VOUCHER_BANK_OUT, { 0 }, { .book = SHEAF_ACCOUNT_BOOK_BANK }, NULL },
  { SHEAF_VOUCHER_STOCK_IN, { .book = SHEAF_ACCOUNT_BOOK_STOCK }, { 0 }, NULL },
  { SHEAF_VOUCHER_STOCK_OUT, { 0 }, { .book = SHEAF_ACCOUNT_BOOK_STOCK }, NULL },
  { SHEAF_VOUCHER_ADVANCE,
    { 0 },
    { .roles = { "advances" } },
    N_ ("an advance settlement needs the account of advances on the credit side: change the kind "
        "or the accounts") },
  { SHEAF_VOUCHER_PURCHASE_LIST,
    { .book = SHEAF_ACCOUNT_BOOK_STOCK, .type = SHEAF_ACCOUNT_EXPENSE },
    { 0 },
    N_ ("a purchase list needs a stock or cost account on the debit side: change the kind or the "
        "accounts") },
  { SHEAF_VOUCHER_ALLOCATION,
    { .type = SHEAF_ACCOUNT_EXPENSE, .roles = { "work-in-progress", "prepaid" } },
    { .book = SHEAF_ACCOUNT_BOOK_STOCK, .roles = { "prepaid" } },
    N_ ("an allocation needs a cost account on the debit side of a stock or prepaid account: "
        "change the kind or the accounts") },
};

/* A book made before its chart had the role knows no such account: then any asset may be it that
 * is neither money nor stock. */
static gboolean
has_role (const SheafChart   *chart,
          const SheafAccount *account,
          const char         *role)
{
  const SheafAccount *group = sheaf_chart_by_role (chart, role, NULL);

  if (group != NULL)
    return sheaf_chart_is_under (chart, account, group);
  return account->type == SHEAF_ACCOUNT_ASSET && account->book == SHEAF_ACCOUNT_BOOK_NONE;
}

static gboolean
matches (const SheafChart   *chart,
         const SheafAccount *account,
         const Accounts     *wanted)
{
  gboolean any = wanted->book == SHEAF_ACCOUNT_BOOK_NONE && wanted->type == 0;

  if (wanted->book != SHEAF_ACCOUNT_BOOK_NONE && account->book == wanted->book)
    return TRUE;
  if (wanted->type != 0 && account->type == wanted->type)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wanted->roles) && wanted->roles[i] != NULL; i++)
    {
      any = FALSE;
      if (has_role (chart, account, wanted->roles[i]))
        return TRUE;
    }
  return any;
}

static gboolean
is_money (SheafAccountBook book)
{
  return book == SHEAF_ACCOUNT_BOOK_CASH || book == SHEAF_ACCOUNT_BOOK_BANK;
}

/* A receipt that pays out: the kind's money account stands alone on the other side. */
static gboolean
is_wrong_way (const KindRule        *rule,
              const SheafSettledRow *row)
{
  if (is_money (rule->debit.book))
    return row->credit->book == rule->debit.book && row->debit->book != rule->debit.book;
  return is_money (rule->credit.book) && row->debit->book == rule->credit.book &&
         row->credit->book != rule->credit.book;
}

static gboolean
names_currency (const SheafVoucher *voucher)
{
  for (guint r = 0; r < voucher->rows->len; r++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[r];

      if (row->debit_currency != NULL || row->credit_currency != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The gain or loss of money sold goes along with the sale whichever way round it stands (Circular
 * 71/2024, Appendix I, accounts 558 no. 3.4 and 658 no. 3.8). */
static gboolean
is_exchange (const SheafJudge      *judge,
             const SheafSettledRow *row)
{
  return row->credit == sheaf_currency_gain_account (judge->chart, NULL) ||
         row->debit == sheaf_currency_loss_account (judge->chart, NULL);
}

/* At least one row has the kind's accounts on their sides. A row of VAT or of an off-balance
 * account may go along. */
static gboolean
keeps_rule (const SheafJudge *judge,
            const KindRule   *rule)
{
  const SheafVoucher *voucher = judge->voucher;
  gboolean            right = FALSE, wrong = FALSE, foreign = names_currency (voucher);

  if (voucher->rows->len == 0)
    return TRUE; /* told already */
  for (guint r = 0; r < voucher->rows->len; r++)
    {
      SheafSettledRow settled;

      sheaf_voucher_row_accounts (judge->chart, voucher->rows->pdata[r], &settled);
      if (settled.debit == NULL || settled.credit == NULL)
        return TRUE; /* told already */
      right = right || (matches (judge->chart, settled.debit, &rule->debit) &&
                        matches (judge->chart, settled.credit, &rule->credit));
      wrong = wrong ||
              (is_wrong_way (rule, &settled) && !(foreign && is_exchange (judge, &settled)));
    }
  return right && !wrong;
}

/* The words of files, for people in their language. */
static const char *
name_kind (SheafVoucherKind kind)
{
  switch (kind)
    {
    case SHEAF_VOUCHER_RECEIPT:
      return C_ ("kind of voucher", "receipt");
    case SHEAF_VOUCHER_PAYMENT:
      return C_ ("kind of voucher", "payment");
    case SHEAF_VOUCHER_BANK_IN:
      return C_ ("kind of voucher", "bank-in");
    case SHEAF_VOUCHER_BANK_OUT:
      return C_ ("kind of voucher", "bank-out");
    case SHEAF_VOUCHER_STOCK_IN:
      return C_ ("kind of voucher", "stock-in");
    case SHEAF_VOUCHER_STOCK_OUT:
      return C_ ("kind of voucher", "stock-out");
    default:
      return sheaf_voucher_kind_to_word (kind);
    }
}

static void
refuse_kind (SheafJudge     *judge,
             const KindRule *rule)
{
  guint line = judge->voucher->line;

  if (rule->remedy != NULL)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_KIND, line, "kind", "%s", _ (rule->remedy));
  else
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_KIND, line, "kind",
                  rule->debit.book != SHEAF_ACCOUNT_BOOK_NONE
                      ? _ ("a %s voucher needs its money or stock account on the debit side: "
                           "change the kind or the accounts")
                      : _ ("a %s voucher needs its money or stock account on the credit "
                           "side: change the kind or the accounts"),
                  name_kind (rule->kind));
}

void
sheaf_judge_kind (SheafJudge *judge)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].kind == judge->voucher->kind && !keeps_rule (judge, &rules[i]))
      refuse_kind (judge, &rules[i]);
}
