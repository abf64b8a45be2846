/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book's settings, and when its periods were locked and opened again. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/period.h"
#include "ledger/preference.h"
#include "statements/ratio.h"

#include <string.h>

enum
{
  KEY,
  VALUE,
};

static const SheafImportColumn setting_columns[] = {
  [KEY] = { "key", SHEAF_IMPORT_REQUIRED },
  [VALUE] = { "value", SHEAF_IMPORT_IN_HEADER },
};

/* What a setting is already need not be said again. */
static gboolean
read_setting (SheafImport *import,
              GError     **error)
{
  const char            *key = sheaf_import_text (import, KEY);
  const char            *value = sheaf_import_text (import, VALUE);
  const SheafPreference *preference = sheaf_preference_find (key);
  gboolean               ratio = g_str_has_prefix (key, SHEAF_RATIO_SETTING);
  g_autofree char       *before = preference != NULL
                                      ? sheaf_preference_value (import->book, preference)
                                      : NULL;
  GError                *problem = NULL;

  if (import->row_is_bad || g_strcmp0 (before, value) == 0)
    return TRUE;
  return (ratio ? sheaf_ratio_set_wish (import->book, key + strlen (SHEAF_RATIO_SETTING), value,
                                        &problem)
                : sheaf_preference_set (import->book, key, value, &problem)) ||
         sheaf_import_take_error (import, VALUE, problem, error);
}

const SheafImportKind sheaf_import_settings = {
  .name = "settings",
  .columns = setting_columns,
  .n_columns = G_N_ELEMENTS (setting_columns),
  .row = read_setting,
};

enum
{
  UNTIL,
  REASON,
};

static const SheafImportColumn lock_columns[] = {
  [UNTIL] = { "until", SHEAF_IMPORT_IN_HEADER },
  [REASON] = { "reason", SHEAF_IMPORT_OPTIONAL },
};

/* A row with a reason opened what lies after the day (no day: all), one without locked. */
static gboolean
read_lock (SheafImport *import,
           GError     **error)
{
  SheafDate until = SHEAF_DATE_NONE;
  gboolean  opens = sheaf_import_has (import, REASON);
  GError   *problem = NULL;

  (void) sheaf_import_date (import, UNTIL, &until); /* its problem is added */
  if (!opens && !sheaf_import_has (import, UNTIL))
    sheaf_import_problem (import, UNTIL,
                          _ ("a lock lacks its day, give the last locked one, or the reason why "
                             "all was opened"));
  if (import->row_is_bad)
    return TRUE;
  return (opens ? sheaf_period_unlock (import->book, until, sheaf_import_text (import, REASON),
                                       &problem)
                : sheaf_period_lock (import->book, until, &problem)) ||
         sheaf_import_take_error (import, UNTIL, problem, error);
}

const SheafImportKind sheaf_import_locks = {
  .name = "locks",
  .columns = lock_columns,
  .n_columns = G_N_ELEMENTS (lock_columns),
  .row = read_lock,
};
