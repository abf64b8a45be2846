/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of pages; the keys Alt+1 … in app/shortcuts.c follow it. */
#include "app/pages.h"

#include "app/ledger/accounts-page.h"
#include "app/ledger/vouchers-page.h"
#include "app/overview-page.h"
#include "base/i18n.h"

static const SheafPageEntry entries[] = {
  { "overview", N_ ("Overview"), "sheaf-overview-symbolic", NULL, sheaf_overview_page_get_type },
  { "vouchers", N_ ("Vouchers"), "sheaf-vouchers-symbolic", NULL, sheaf_vouchers_page_get_type },
  { "accounts", N_ ("Accounts"), "sheaf-accounts-symbolic", NULL, sheaf_accounts_page_get_type },
};

const SheafPageEntry *
sheaf_pages_list (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (entries);
  return entries;
}
