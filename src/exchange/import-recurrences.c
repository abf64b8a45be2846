/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which templates come again, and what was done about the days on which they did. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/recurrence.h"

#include <string.h>

enum
{
  TEMPLATE,
  MONTHS,
  FIRST,
  LAST,
};

static const SheafImportColumn columns[] = {
  [TEMPLATE] = { "template", SHEAF_IMPORT_REQUIRED },
  [MONTHS] = { "months", SHEAF_IMPORT_REQUIRED },
  [FIRST] = { "first", SHEAF_IMPORT_REQUIRED },
  [LAST] = { "last", SHEAF_IMPORT_OPTIONAL },
};

static gboolean
check_new (SheafImport *import,
           const char  *name,
           GError     **error)
{
  g_autoptr (GPtrArray) list = sheaf_recurrence_list (import->book, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (strcmp (((const SheafRecurrence *) list->pdata[i])->template_name, name) == 0)
      sheaf_import_problem (import, TEMPLATE,
                            _ ("“%s” comes again already, end that first or leave the row out"),
                            name);
  return list != NULL;
}

static gboolean
read_recurrence (SheafImport *import,
                 GError     **error)
{
  SheafRecurrence recurrence = { .template_name = (char *) sheaf_import_text (import, TEMPLATE),
                                 .first = SHEAF_DATE_NONE,
                                 .last = SHEAF_DATE_NONE };
  GError         *problem = NULL;

  (void) sheaf_import_count (import, MONTHS, &recurrence.months); /* their problems are added */
  (void) sheaf_import_date (import, FIRST, &recurrence.first);
  (void) sheaf_import_date (import, LAST, &recurrence.last);
  if (!check_new (import, recurrence.template_name, error))
    return FALSE;
  return import->row_is_bad || sheaf_recurrence_set (import->book, &recurrence, &problem) ||
         sheaf_import_take_error (import, TEMPLATE, problem, error);
}

const SheafImportKind sheaf_import_recurrences = {
  .name = "recurrences",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_recurrence,
};

enum
{
  DAY_TEMPLATE,
  DUE,
  VOUCHER_KIND,
  VOUCHER,
  YEAR,
  REASON,
};

static const SheafImportColumn day_columns[] = {
  [DAY_TEMPLATE] = { "template", SHEAF_IMPORT_REQUIRED },
  [DUE] = { "due", SHEAF_IMPORT_REQUIRED },
  [VOUCHER_KIND] = { "voucher_kind", SHEAF_IMPORT_OPTIONAL },
  [VOUCHER] = { "voucher", SHEAF_IMPORT_OPTIONAL },
  [YEAR] = { "year", SHEAF_IMPORT_OPTIONAL },
  [REASON] = { "reason", SHEAF_IMPORT_OPTIONAL },
};

/* Posted by a voucher, or left out with a reason. */
static gboolean
read_day (SheafImport *import,
          GError     **error)
{
  const char *name = sheaf_import_text (import, DAY_TEMPLATE);
  gboolean    posted = sheaf_import_has (import, VOUCHER);
  SheafDate   due = SHEAF_DATE_NONE;
  gint64      voucher_id = 0;
  GError     *problem = NULL;
  gboolean    done;

  (void) sheaf_import_date (import, DUE, &due); /* its problem is added */
  if (posted == sheaf_import_has (import, REASON))
    sheaf_import_problem (import, VOUCHER,
                          _ ("a day was either posted or left out, give a voucher or a reason"));
  else if (posted && !sheaf_import_voucher (import, VOUCHER_KIND, VOUCHER, YEAR, &voucher_id) &&
           !import->row_is_bad)
    sheaf_import_problem (import, VOUCHER_KIND,
                          _ ("a voucher is named by kind, number and year, give all three"));
  if (import->row_is_bad)
    return TRUE;
  done = posted ? sheaf_recurrence_done (import->book, name, due, voucher_id, &problem)
                : sheaf_recurrence_skip (import->book, name, due,
                                         sheaf_import_text (import, REASON), &problem);
  return done || sheaf_import_take_error (import, DUE, problem, error);
}

const SheafImportKind sheaf_import_recurrence_days = {
  .name = "recurrence-days",
  .columns = day_columns,
  .n_columns = G_N_ELEMENTS (day_columns),
  .row = read_day,
};
