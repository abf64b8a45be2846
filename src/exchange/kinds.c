/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of kinds. */
#include "exchange/kinds-private.h"

const SheafImportKind *const sheaf_import_kind_table[] = {
  &sheaf_import_accounts,
  &sheaf_import_parties,
  &sheaf_import_products,
  &sheaf_import_members,
  &sheaf_import_membership,
  &sheaf_import_rates,
  &sheaf_import_opening,
  &sheaf_import_comparatives,
  &sheaf_import_capital,
  &sheaf_import_deliveries,
  &sheaf_import_supplies,
  &sheaf_import_labour,
  &sheaf_import_vouchers,
  &sheaf_import_invoices,
  &sheaf_import_attachments,
  &sheaf_import_merges,
  &sheaf_import_items,
  &sheaf_import_closings,
  &sheaf_import_notes,
  &sheaf_import_answers,
};
const guint sheaf_import_n_kinds = G_N_ELEMENTS (sheaf_import_kind_table);
