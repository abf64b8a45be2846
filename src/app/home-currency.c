/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure that is wrong by a factor of hundred is worse than none. */
#include "app/home-currency.h"

#include "base/i18n.h"
#include "ledger/currency.h"

#include <gio/gio.h>

gboolean
sheaf_home_currency_check (SheafBook *book,
                           GError   **error)
{
  g_autofree char *currency = sheaf_currency_home (book);

  if (currency == NULL || g_str_equal (currency, SHEAF_HOME_CURRENCY))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("%s is kept in %s, and windows show whole đồng: keep it from the command line, "
                  "with sheaf-cli"),
               sheaf_book_name (book), currency);
  return FALSE;
}
