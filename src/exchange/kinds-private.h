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
extern const SheafImportKind sheaf_import_schedules;
extern const SheafImportKind sheaf_import_certificates;
extern const SheafImportKind sheaf_import_deliveries;
extern const SheafImportKind sheaf_import_supplies;
extern const SheafImportKind sheaf_import_labour;
extern const SheafImportKind sheaf_import_vouchers;
extern const SheafImportKind sheaf_import_invoices;
extern const SheafImportKind sheaf_import_attachments;
extern const SheafImportKind sheaf_import_merges;
extern const SheafImportKind sheaf_import_items;
extern const SheafImportKind sheaf_import_closings;
extern const SheafImportKind sheaf_import_settings;
extern const SheafImportKind sheaf_import_locks;
extern const SheafImportKind sheaf_import_former_parties;
extern const SheafImportKind sheaf_import_former_items;
extern const SheafImportKind sheaf_import_templates;
extern const SheafImportKind sheaf_import_recurrences;
extern const SheafImportKind sheaf_import_recurrence_days;
extern const SheafImportKind sheaf_import_tax_marks;
extern const SheafImportKind sheaf_import_revaluations;
extern const SheafImportKind sheaf_import_tax_entries;
extern const SheafImportKind sheaf_import_vat_shares;
extern const SheafImportKind sheaf_import_reconciliations;
extern const SheafImportKind sheaf_import_reconciliation_ticks;
extern const SheafImportKind sheaf_import_reconciliation_ends;
extern const SheafImportKind sheaf_import_counts;
extern const SheafImportKind sheaf_import_confirmations;
extern const SheafImportKind sheaf_import_differences;

/* In the order in which the codes they name come to exist: the order of a bundle. */
extern const SheafImportKind *const sheaf_import_kind_table[];
extern const guint                  sheaf_import_n_kinds;
