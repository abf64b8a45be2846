/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry that is no amount above zero is left out. */
#include "ledger/denomination.h"

#include "book/data.h"
#include "book/setting.h"

#include <string.h>

static int
larger_first (gconstpointer one,
              gconstpointer other)
{
  return sheaf_money_cmp (*(const SheafMoney *) other, *(const SheafMoney *) one);
}

GArray *
sheaf_denomination_list (SheafBook *book)
{
  g_autofree char *text = sheaf_data_load (book, "lists/denominations.ini", NULL);
  g_autofree char *currency = sheaf_setting_find (book, "currency");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) notes = NULL;
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SheafMoney));

  if (text != NULL && currency != NULL &&
      g_key_file_load_from_data (file, text, strlen (text), 0, NULL))
    notes = g_key_file_get_string_list (file, "denominations", currency, NULL, NULL);
  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    {
      SheafMoney note = SHEAF_MONEY_ZERO;

      if (sheaf_money_parse (notes[i], &note, NULL) && note.units > 0)
        g_array_append_val (list, note);
    }
  g_array_sort (list, larger_first);
  return list;
}
