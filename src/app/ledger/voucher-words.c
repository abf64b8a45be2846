/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table for lists and forms. */
#include "app/ledger/voucher-words.h"

#include "base/i18n.h"

static const struct
{
  SheafVoucherKind kind;
  const char      *word;
} kinds[] = {
  { SHEAF_VOUCHER_RECEIPT, N_ ("Cash receipt") },
  { SHEAF_VOUCHER_PAYMENT, N_ ("Cash payment") },
  { SHEAF_VOUCHER_BANK_IN, N_ ("Bank receipt") },
  { SHEAF_VOUCHER_BANK_OUT, N_ ("Bank payment") },
  { SHEAF_VOUCHER_JOURNAL, N_ ("Journal voucher") },
  { SHEAF_VOUCHER_STOCK_IN, N_ ("Stock receipt") },
  { SHEAF_VOUCHER_STOCK_OUT, N_ ("Stock issue") },
  { SHEAF_VOUCHER_ADVANCE, N_ ("Advance settlement") },
  { SHEAF_VOUCHER_PURCHASE_LIST, N_ ("Purchase list") },
  { SHEAF_VOUCHER_ALLOCATION, N_ ("Allocation of materials and tools") },
};

guint
sheaf_voucher_words_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

SheafVoucherKind
sheaf_voucher_words_kind_at (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kinds), SHEAF_VOUCHER_JOURNAL);

  return kinds[index].kind;
}

guint
sheaf_voucher_words_kind_index (SheafVoucherKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return i;
  return 0;
}

const char *
sheaf_voucher_words_kind (SheafVoucherKind kind)
{
  if (kind == SHEAF_VOUCHER_OPENING)
    return _ ("Opening balances");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return _ (kinds[i].word);
  return "";
}

const char *
sheaf_voucher_words_scope (SheafScope scope)
{
  switch (scope)
    {
    case SHEAF_SCOPE_INTERNAL:
      return _ ("internal");
    case SHEAF_SCOPE_EXTERNAL:
      return _ ("external");
    case SHEAF_SCOPE_NONE:
    default:
      return "";
    }
}
