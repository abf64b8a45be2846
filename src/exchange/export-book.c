/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book's settings, and when its periods were locked and opened again. */
#include "book/setting.h"
#include "exchange/csv-export-private.h"
#include "ledger/period.h"
#include "ledger/preference.h"
#include "statements/ratio.h"

#include <string.h>

static void
write_setting (SheafExport *out,
               const char  *key,
               const char  *value)
{
  sheaf_export_cell (out, key);
  sheaf_export_cell (out, value);
  sheaf_export_end (out);
}

/* Those that people may set and that differ from what holds without them; the rest of a book's
 * facts are said when it is made. */
static gboolean
write_settings (SheafExport *out,
                GError     **error)
{
  g_auto (GStrv) ratios = sheaf_ratio_wish_settings (out->book);

  (void) error;
  for (guint i = 0; i < sheaf_preference_count (); i++)
    {
      const SheafPreference *preference = sheaf_preference_at (i);
      g_autofree char       *value = sheaf_preference_value (out->book, preference);

      if (strcmp (value, preference->otherwise) != 0)
        write_setting (out, preference->key, value);
    }
  for (guint i = 0; ratios[i] != NULL; i++)
    {
      g_autofree char *value = sheaf_setting_find (out->book, ratios[i]);

      if (value != NULL && *value != '\0')
        write_setting (out, ratios[i], value);
    }
  return TRUE;
}

static gboolean
write_locks (SheafExport *out,
             GError     **error)
{
  g_autoptr (GPtrArray) list = sheaf_period_lock_list (out->book, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafPeriodLock *lock = list->pdata[i];

      sheaf_export_date (out, lock->until);
      sheaf_export_cell (out, lock->reason);
      sheaf_export_end (out);
    }
  return list != NULL;
}

const SheafExportKind sheaf_export_book_kinds[] = {
  { "settings", "key,value", write_settings },
  { "locks", "until,reason", write_locks },
  { NULL, NULL, NULL },
};
