/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rates are in force on a day: data, as law is. */
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/vat.h"

#include <string.h>

#define KEY "ledger-vat-rates"

/* "taxes/vat-vn.ini" for the law "vn-2023"; an empty key file where a country has no data. */
static GKeyFile *
load_rates (SheafBook *book)
{
  GKeyFile        *file = sheaf_book_attached (book, KEY);
  g_autofree char *law = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (file != NULL)
    return file;
  law = sheaf_setting_find (book, "law");
  name = g_strdup_printf ("taxes/vat-%.*s.ini", (int) (law != NULL ? strcspn (law, "-") : 0),
                          law != NULL ? law : "");
  text = sheaf_data_load (book, name, NULL);
  file = g_key_file_new ();
  if (text != NULL)
    (void) g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE,
                                      NULL); /* unreadable data says nothing */
  sheaf_book_attach (book, KEY, file, (GDestroyNotify) g_key_file_unref);
  return file;
}

static SheafDate
day_of (GKeyFile   *file,
        const char *group,
        const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  SheafDate        day = SHEAF_DATE_NONE;

  if (text == NULL || !sheaf_date_parse (text, &day, NULL))
    return SHEAF_DATE_NONE;
  return day;
}

static gboolean
holds (GKeyFile   *file,
       const char *group,
       SheafDate   on)
{
  SheafDate from = day_of (file, group, "valid-from");
  SheafDate until = day_of (file, group, "valid-until");

  return (sheaf_date_is_none (from) || sheaf_date_cmp (on, from) >= 0) &&
         (sheaf_date_is_none (until) || sheaf_date_cmp (on, until) <= 0);
}

gboolean
sheaf_vat_rate_in_force (SheafBook *book,
                         int        rate,
                         SheafDate  on)
{
  GKeyFile        *file = load_rates (book);
  g_autofree char *prefix = g_strdup_printf ("rate %s", sheaf_invoice_rate_to_word (rate));
  gsize            n;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n);
  gsize length = strlen (prefix);

  if (n == 0)
    return TRUE;
  for (gsize i = 0; i < n; i++)
    if (strncmp (groups[i], prefix, length) == 0 &&
        (groups[i][length] == '\0' || groups[i][length] == ' ') && holds (file, groups[i], on))
      return TRUE;
  return FALSE;
}
