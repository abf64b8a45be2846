/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What vouchers that are there were posted for: revaluations, income tax, shared input VAT,
 * differences found by counts and confirmations. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "exchange/part-of-year.h"
#include "ledger/confirmation.h"
#include "ledger/count.h"
#include "ledger/voucher-origin.h"

/* The first columns of each of the kinds. */
enum
{
  VOUCHER_KIND,
  VOUCHER,
  YEAR,
  OWN, /* the kind's own follow */
};

enum
{
  DATE = OWN,
};

enum
{
  PART = OWN,
  AMOUNT,
};

enum
{
  COUNT = OWN,
  ACCOUNT,
  PARTY,
  DAY,
};

/* clang-format off */
#define VOUCHER_COLUMNS                              \
  [VOUCHER_KIND] = { "voucher_kind", SHEAF_IMPORT_REQUIRED }, \
  [VOUCHER] = { "voucher", SHEAF_IMPORT_REQUIRED },   \
  [YEAR] = { "year", SHEAF_IMPORT_REQUIRED }
/* clang-format on */

static const SheafImportColumn revaluation_columns[] = {
  VOUCHER_COLUMNS,
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
};

static const SheafImportColumn tax_columns[] = {
  VOUCHER_COLUMNS,
  [PART] = { "part", SHEAF_IMPORT_REQUIRED },
  [AMOUNT] = { "amount", SHEAF_IMPORT_REQUIRED },
};

static const SheafImportColumn difference_columns[] = {
  VOUCHER_COLUMNS,
  [COUNT] = { "count", SHEAF_IMPORT_OPTIONAL },
  [ACCOUNT] = { "account", SHEAF_IMPORT_OPTIONAL },
  [PARTY] = { "party", SHEAF_IMPORT_OPTIONAL },
  [DAY] = { "date", SHEAF_IMPORT_OPTIONAL },
};

static gboolean
write_origin (SheafImport        *import,
              SheafVoucherOrigin *origin,
              GError            **error)
{
  GError *problem = NULL;

  (void) sheaf_import_voucher (import, VOUCHER_KIND, VOUCHER, YEAR,
                               &origin->voucher_id); /* its problem is added */
  return import->row_is_bad || sheaf_voucher_origin_insert (import->book, origin, &problem) ||
         sheaf_import_take_error (import, VOUCHER, problem, error);
}

static gboolean
read_revaluation (SheafImport *import,
                  GError     **error)
{
  SheafVoucherOrigin origin = { .kind = SHEAF_ORIGIN_REVALUATION, .date = SHEAF_DATE_NONE };

  (void) sheaf_import_date (import, DATE, &origin.date); /* its problem is added */
  return write_origin (import, &origin, error);
}

static gboolean
read_part (SheafImport           *import,
           SheafVoucherOriginKind kind,
           GError               **error)
{
  SheafVoucherOrigin origin = { .kind = kind, .date = SHEAF_DATE_NONE };
  const char        *part = sheaf_import_text (import, PART);

  if (*part != '\0' && !sheaf_part_of_year_parse (kind, part, &origin.period))
    sheaf_import_problem (import, PART,
                          kind == SHEAF_ORIGIN_TAX
                              ? _ ("“%s” is no part of a year, take year or quarter-1 to quarter-4")
                              : _ ("“%s” is no part of a year, take year, quarter-1 to quarter-4 "
                                   "or month-1 to month-12"),
                          part);
  (void) sheaf_import_year (import, YEAR, &origin.year); /* their problems are added */
  (void) sheaf_import_signed (import, AMOUNT, &origin.amount);
  return import->row_is_bad || write_origin (import, &origin, error);
}

static gboolean
read_tax (SheafImport *import,
          GError     **error)
{
  return read_part (import, SHEAF_ORIGIN_TAX, error);
}

static gboolean
read_vat_share (SheafImport *import,
                GError     **error)
{
  return read_part (import, SHEAF_ORIGIN_VAT_SHARE, error);
}

static gboolean
find_count (SheafImport        *import,
            SheafVoucherOrigin *origin,
            GError            **error)
{
  const char *number = sheaf_import_text (import, COUNT);

  if (!sheaf_count_find (import->book, number, &origin->count_id, error))
    return FALSE;
  if (origin->count_id == 0)
    sheaf_import_problem (import, COUNT,
                          _ ("there is no count %s, correct the number or import the count "
                             "first"),
                          number);
  return TRUE;
}

static gboolean
find_confirmation (SheafImport        *import,
                   SheafVoucherOrigin *origin,
                   GError            **error)
{
  gint64    account_id = 0, party_id = 0;
  SheafDate date = SHEAF_DATE_NONE;
  g_autoptr (GPtrArray) list = NULL;
  gboolean all = sheaf_import_account (import, ACCOUNT, &account_id) &&
                 sheaf_import_any_party (import, PARTY, &party_id) &&
                 sheaf_import_date (import, DAY, &date);

  if (import->row_is_bad)
    return TRUE;
  if (!all)
    {
      sheaf_import_problem (import, COUNT,
                            _ ("a difference is that of a count or of a confirmation, give the "
                               "count, or account, party and date"));
      return TRUE;
    }
  list = sheaf_confirmation_list (import->book, date, account_id, party_id, error);
  if (list != NULL && list->len > 0)
    origin->confirmation_id = ((const SheafConfirmation *) list->pdata[0])->id;
  else if (list != NULL)
    sheaf_import_problem (import, PARTY,
                          _ ("nobody was asked about that account and day, import the "
                             "confirmation first"));
  return list != NULL;
}

static gboolean
read_difference (SheafImport *import,
                 GError     **error)
{
  SheafVoucherOrigin origin = { .kind = SHEAF_ORIGIN_DIFFERENCE, .date = SHEAF_DATE_NONE };

  if (!(sheaf_import_has (import, COUNT) ? find_count (import, &origin, error)
                                         : find_confirmation (import, &origin, error)))
    return FALSE;
  return import->row_is_bad || write_origin (import, &origin, error);
}

const SheafImportKind sheaf_import_revaluations = {
  .name = "revaluations",
  .columns = revaluation_columns,
  .n_columns = G_N_ELEMENTS (revaluation_columns),
  .row = read_revaluation,
};

const SheafImportKind sheaf_import_tax_entries = {
  .name = "tax-entries",
  .columns = tax_columns,
  .n_columns = G_N_ELEMENTS (tax_columns),
  .row = read_tax,
};

const SheafImportKind sheaf_import_vat_shares = {
  .name = "vat-shares",
  .columns = tax_columns,
  .n_columns = G_N_ELEMENTS (tax_columns),
  .row = read_vat_share,
};

const SheafImportKind sheaf_import_differences = {
  .name = "differences",
  .columns = difference_columns,
  .n_columns = G_N_ELEMENTS (difference_columns),
  .row = read_difference,
};
