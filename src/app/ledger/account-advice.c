/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart's hints and notes, copied into the list that pickers share. */
#include "app/ledger/account-advice.h"

#include "base/language.h"
#include "ledger/hint.h"

void
sheaf_account_advice_add (SheafBook    *book,
                          SheafChoices *accounts)
{
  const GPtrArray *hints = sheaf_chart_hints (book);
  GHashTable      *notes = sheaf_chart_notes (book, sheaf_language_current ());
  GHashTableIter   iter;
  gpointer         code, note;

  for (guint i = 0; i < hints->len; i++)
    {
      const SheafChartHint *hint = hints->pdata[i];

      sheaf_choices_add_elsewhere (accounts, hint->code, hint->goes_to);
    }
  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, &code, &note))
    sheaf_choices_add_note (accounts, code, note);
}
