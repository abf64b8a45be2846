/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of pages; the keys Alt+1 … in app/shortcuts.c follow it. */
#include "app/pages.h"

#include "app/capital/capital-page.h"
#include "app/capital/certificate-desk.h"
#include "app/closing/closing-page.h"
#include "app/control/confirmation-page.h"
#include "app/control/counts-page.h"
#include "app/control/reconciliation-page.h"
#include "app/distribution/distribution-page.h"
#include "app/documents/papers-page.h"
#include "app/ledger/accounts-page.h"
#include "app/ledger/vouchers-page.h"
#include "app/lists/lists-page.h"
#include "app/members/members-page.h"
#include "app/overview-page.h"
#include "app/parties/items-page.h"
#include "app/parties/parties-page.h"
#include "app/payouts/payouts-page.h"
#include "app/statements/books-page.h"
#include "app/statements/statements-page.h"
#include "base/i18n.h"

#include <string.h>

static const SheafPageEntry entries[] = {
  { "overview", N_ ("Overview"), "sheaf-overview-symbolic", NULL, sheaf_overview_page_get_type },
  { "vouchers", N_ ("Vouchers"), "sheaf-vouchers-symbolic", NULL, sheaf_vouchers_page_get_type },
  { "accounts", N_ ("Accounts"), "sheaf-accounts-symbolic", NULL, sheaf_accounts_page_get_type },
  { "parties", N_ ("Parties"), "sheaf-parties-symbolic", NULL, sheaf_parties_page_get_type },
  { "items", N_ ("Items"), "sheaf-items-symbolic", NULL, sheaf_items_page_get_type },
  { "members", N_ ("Register"), "sheaf-members-symbolic", N_ ("Members"),
    sheaf_members_page_get_type },
  { "capital", N_ ("Members’ capital"), "sheaf-capital-symbolic", NULL,
    sheaf_capital_page_get_type },
  { "certificates", N_ ("Certificates"), "sheaf-certificates-symbolic", NULL,
    sheaf_certificate_desk_get_type },
  { "reconciliation", N_ ("Bank statements"), "sheaf-bank-symbolic", N_ ("Year end"),
    sheaf_reconciliation_page_get_type },
  { "counts", N_ ("Counts"), "sheaf-counts-symbolic", NULL, sheaf_counts_page_get_type },
  { "confirmations", N_ ("Confirmations of debts"), "sheaf-letters-symbolic", NULL,
    sheaf_confirmation_page_get_type },
  { "closing", N_ ("Closing"), "sheaf-closing-symbolic", NULL, sheaf_closing_page_get_type },
  { "distribution", N_ ("Distribution"), "sheaf-distribution-symbolic", NULL,
    sheaf_distribution_page_get_type },
  { "payouts", N_ ("Payouts"), "sheaf-payouts-symbolic", NULL, sheaf_payouts_page_get_type },
  { "statements", N_ ("Statements"), "sheaf-statements-symbolic", N_ ("Reports"),
    sheaf_statements_page_get_type },
  { "books", N_ ("Books of account"), "sheaf-books-symbolic", NULL, sheaf_books_page_get_type },
  { "lists", N_ ("Checks and lists"), "sheaf-lists-symbolic", NULL, sheaf_lists_page_get_type },
  { "papers", N_ ("Papers"), "sheaf-papers-symbolic", NULL, sheaf_papers_page_get_type },
};

const SheafPageEntry *
sheaf_pages_list (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (entries);
  return entries;
}

gboolean
sheaf_pages_has (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (strcmp (entries[i].name, name) == 0)
      return TRUE;
  return FALSE;
}
