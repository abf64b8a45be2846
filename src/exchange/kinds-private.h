/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of CSV file that is read. */
#pragma once

#include "exchange/csv-import-private.h"

extern const SheafImportKind sheaf_import_accounts;
extern const SheafImportKind sheaf_import_parties;
extern const SheafImportKind sheaf_import_products;
extern const SheafImportKind sheaf_import_members;
extern const SheafImportKind sheaf_import_membership;
extern const SheafImportKind sheaf_import_rates;
extern const SheafImportKind sheaf_import_notes;
extern const SheafImportKind sheaf_import_answers;
extern const SheafImportKind sheaf_import_opening;
extern const SheafImportKind sheaf_import_comparatives;
extern const SheafImportKind sheaf_import_capital;
extern const SheafImportKind sheaf_import_deliveries;
extern const SheafImportKind sheaf_import_supplies;
extern const SheafImportKind sheaf_import_labour;
extern const SheafImportKind sheaf_import_vouchers;
extern const SheafImportKind sheaf_import_invoices;
extern const SheafImportKind sheaf_import_attachments;
extern const SheafImportKind sheaf_import_merges;
extern const SheafImportKind sheaf_import_items;
extern const SheafImportKind sheaf_import_closings;

/* In the order in which the codes they name come to exist: the order of a bundle. */
extern const SheafImportKind *const sheaf_import_kind_table[];
extern const guint                  sheaf_import_n_kinds;
