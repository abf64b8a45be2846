/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows of vouchers are for taxes. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/tax-mark.h"

enum
{
  VOUCHER_KIND,
  VOUCHER,
  YEAR,
  ROW,
  MARK,
  REASON,
};

static const SheafImportColumn columns[] = {
  [VOUCHER_KIND] = { "voucher_kind", SHEAF_IMPORT_REQUIRED },
  [VOUCHER] = { "voucher", SHEAF_IMPORT_REQUIRED },
  [YEAR] = { "year", SHEAF_IMPORT_REQUIRED },
  [ROW] = { "row", SHEAF_IMPORT_OPTIONAL }, /* each that the mark fits */
  [MARK] = { "mark", SHEAF_IMPORT_REQUIRED },
  [REASON] = { "reason", SHEAF_IMPORT_REQUIRED },
};

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  const char      *word = sheaf_import_text (import, MARK);
  SheafTaxMarkKind mark = SHEAF_TAX_MARK_NONE;
  gint64           voucher_id = 0;
  guint            row = 0;
  GError          *problem = NULL;

  (void) sheaf_import_voucher (import, VOUCHER_KIND, VOUCHER, YEAR,
                               &voucher_id); /* their problems are added */
  (void) sheaf_import_count (import, ROW, &row);
  if (*word != '\0' && !sheaf_tax_mark_from_word (word, &mark))
    sheaf_import_problem (import, MARK,
                          _ ("“%s” is no tax mark, take one of not-deductible, exempt, "
                             "exempt-cost, vat-shared, vat-own, none"),
                          word);
  return import->row_is_bad ||
         sheaf_tax_mark_set (import->book, voucher_id, row, mark,
                             sheaf_import_text (import, REASON), NULL, &problem) ||
         sheaf_import_take_error (import, ROW, problem, error);
}

const SheafImportKind sheaf_import_tax_marks = {
  .name = "tax-marks",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_record,
};
