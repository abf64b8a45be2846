/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of lists beside the prescribed ones. */
#include "reports/reports.h"

#include "reports/list-ageing.h"
#include "reports/list-card.h"
#include "reports/list-certificates.h"
#include "reports/list-confirmation.h"
#include "reports/list-count.h"
#include "reports/list-ratios.h"
#include "reports/list-reconciliation.h"
#include "reports/list-register.h"
#include "reports/list-shares.h"
#include "reports/list-tax.h"
#include "reports/list-vat-share.h"
#include "reports/list-withheld.h"

const SheafReport sheaf_list_reports[] = {
  { "ageing", SHEAF_REPORT_LIST, "day account party item detail buckets", sheaf_list_ageing_write,
    NULL },
  { "reconciliation", SHEAF_REPORT_LIST, "day account item currency",
    sheaf_list_reconciliation_write, sheaf_list_reconciliation_withheld },
  { "count-cash", SHEAF_REPORT_LIST, "day account detail", sheaf_list_count_write,
    sheaf_list_count_withheld },
  { "count-stock", SHEAF_REPORT_LIST, "day account detail", sheaf_list_count_write,
    sheaf_list_count_withheld },
  { "confirmations", SHEAF_REPORT_LIST, "day account party", sheaf_list_confirmations_write,
    sheaf_list_confirmations_withheld },
  { "confirmation-letters", SHEAF_REPORT_LIST, "day account party", sheaf_list_letters_write,
    sheaf_list_confirmations_withheld },
  { "tax-sheet", SHEAF_REPORT_LIST, "day", sheaf_list_tax_write, sheaf_list_tax_withheld },
  { "vat-share", SHEAF_REPORT_LIST, "days", sheaf_list_vat_share_write,
    sheaf_list_vat_share_withheld },
  { "ratios", SHEAF_REPORT_LIST, "", sheaf_list_ratios_write, sheaf_list_ratios_withheld },
  { "trends", SHEAF_REPORT_LIST, "", sheaf_list_trends_write, sheaf_list_ratios_withheld },
  { "member-card", SHEAF_REPORT_LIST, "day party", sheaf_list_card_write,
    sheaf_list_card_withheld },
  { "size-class", SHEAF_REPORT_LIST, "", sheaf_list_size_write, sheaf_list_ratios_withheld },
  { "member-register", SHEAF_REPORT_LIST, "day", sheaf_list_register_write,
    sheaf_list_certificates_withheld },
  { "contributions", SHEAF_REPORT_LIST, "day", sheaf_list_contributions_write,
    sheaf_list_certificates_withheld },
  { "certificates", SHEAF_REPORT_LIST, "day", sheaf_list_certificates_write,
    sheaf_list_certificates_withheld },
  { "withheld", SHEAF_REPORT_LIST, "", sheaf_list_withheld_write,
    sheaf_list_certificates_withheld },
  { "payout-list", SHEAF_REPORT_LIST, "", sheaf_list_shares_write,
    sheaf_list_certificates_withheld },
  { 0 },
};
