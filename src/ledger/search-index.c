/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is indexed stands in the views voucher_words and party_words. */
#include "ledger/search-index.h"

#include "ledger/search-index-sql.h"

gboolean
sheaf_search_index (SheafBook *book,
                    GError   **error)
{
  static const char *const steps[] = { INDEX_VOUCHERS, INDEX_PARTIES, INDEX_CHANGES, INDEX_DONE };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!sheaf_store_run (sheaf_book_store (book), steps[i], SHEAF_NO_ARGS, error))
      return FALSE;
  return TRUE;
}
