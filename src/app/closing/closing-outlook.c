/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the head of the page says; what is to be done before closing is in closing-list.c. */
#include "app/closing/closing-outlook.h"

#include "ledger/period.h"

void
sheaf_closing_outlook_free (SheafClosingOutlook *outlook)
{
  if (outlook == NULL)
    return;
  sheaf_revision_clear (&outlook->revision);
  g_free (outlook);
}

gpointer
sheaf_closing_outlook_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  int                  year = *(const int *) data;
  SheafClosingOutlook *outlook = g_new0 (SheafClosingOutlook, 1);

  outlook->year = year;
  if (sheaf_period_locked_until (connection, &outlook->locked_until, error) &&
      sheaf_closing_is_closed (connection, year, &outlook->closed, error) &&
      sheaf_closing_keys_load (connection, year, &outlook->keys, error) &&
      sheaf_period_revision (connection, sheaf_book_year_start (connection, year),
                             sheaf_book_year_end (connection, year), &outlook->revision, error))
    return outlook;
  sheaf_closing_outlook_free (outlook);
  return NULL;
}
