/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The count of all members, as others may see it. */
#include "payouts/standing.h"

#include "distribution/draft.h"
#include "distribution/law-deadline.h"
#include "payouts/tally.h"

static void
standing_free (gpointer data)
{
  sheaf_payout_standing_clear (data);
  g_free (data);
}

static SheafPayoutStanding *
copy_standing (const SheafPayoutStanding *standing)
{
  SheafPayoutStanding *copy = g_memdup2 (standing, sizeof *standing);

  copy->code = g_strdup (standing->code);
  copy->name = g_strdup (standing->name);
  copy->bank_bin = g_strdup (standing->bank_bin);
  copy->bank_account = g_strdup (standing->bank_account);
  return copy;
}

gboolean
sheaf_payout_standing_has_account (const SheafPayoutStanding *standing)
{
  g_return_val_if_fail (standing != NULL, FALSE);
  return standing->bank_account != NULL && *standing->bank_account != '\0' &&
         standing->bank_bin != NULL && *standing->bank_bin != '\0';
}

/* A posting that was taken back with its lists, or lists of it alone, leave nothing to tell. */
static gboolean
is_empty (const SheafPayoutStanding *standing)
{
  return standing->share.units == 0 && standing->gross.units == 0 && standing->money.units == 0 &&
         standing->returned.units == 0 && standing->open.units == 0;
}

GPtrArray *
sheaf_payout_standing_list (SheafBook *book,
                            int        year,
                            SheafDate  on,
                            GError   **error)
{
  g_autoptr (SheafLaw) law = NULL;
  g_autoptr (GPtrArray) tallies = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (standing_free);

  g_return_val_if_fail (book != NULL, NULL);
  law = sheaf_law_of_book (book, error);
  if (law == NULL)
    return NULL;
  tallies = sheaf_payout_tally_list (book, on, error);
  for (guint i = 0; tallies != NULL && i < tallies->len; i++)
    {
      const SheafPayoutTally *tally = tallies->pdata[i];
      SheafPayoutStanding    *standing;

      if ((year != 0 && tally->standing.year != year) || is_empty (&tally->standing))
        continue;
      standing = copy_standing (&tally->standing);
      standing->pay_by = sheaf_law_pay_by (law, sheaf_book_year_end (book, standing->year));
      g_ptr_array_add (list, standing);
    }
  return tallies != NULL ? g_steal_pointer (&list) : NULL;
}
