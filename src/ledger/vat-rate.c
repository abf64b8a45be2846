/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rates are in force on a day: data, as law is. */
#include "ledger/dated.h"
#include "ledger/vat.h"

gboolean
sheaf_vat_rate_in_force (SheafBook *book,
                         int        rate,
                         SheafDate  on)
{
  g_autofree char *name = sheaf_dated_tax_file (book, "vat");
  GKeyFile        *file = sheaf_dated_load (book, name, NULL);
  g_autofree char *prefix = g_strdup_printf ("rate %s", sheaf_invoice_rate_to_word (rate));
  g_autofree char *group = NULL;

  if (file == NULL)
    return TRUE; /* a country without such data says nothing */
  group = sheaf_dated_find (file, prefix, on);
  return group != NULL;
}
