/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that name a product. */
#include "base/i18n.h"
#include "exchange/csv-import-private.h"
#include "trade/product.h"

void
sheaf_import_product_hint (SheafImport *import,
                           guint        column)
{
  const char *code = sheaf_import_text (import, column);

  if (*code != '\0' && sheaf_product_find (import->book, code) == 0)
    sheaf_import_warning (import, (int) column,
                          _ ("there is no product %s yet, correct the code or import the product "
                             "too"),
                          code);
}

gboolean
sheaf_import_product (SheafImport *import,
                      guint        column,
                      gint64      *ret_id)
{
  const char *code = sheaf_import_text (import, column);
  gint64      id;

  if (*code == '\0')
    return FALSE;
  id = sheaf_product_find (import->book, code);
  if (id == 0)
    {
      sheaf_import_problem (import, (int) column,
                            _ ("there is no product %s, correct the code or import the product "
                               "first"),
                            code);
      return FALSE;
    }
  *ret_id = id;
  return TRUE;
}
