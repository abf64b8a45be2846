/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of the frame are read in one job, so that the title and the lists never disagree. */
#include "app/session-facts.h"

#include "app/ledger/account-advice.h"
#include "app/ledger/account-traits.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/totals.h"
#include "statements/balance.h"

void
sheaf_session_facts_free (SheafSessionFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->name);
  g_clear_pointer (&facts->accounts, sheaf_choices_unref);
  g_clear_pointer (&facts->parties, sheaf_choices_unref);
  g_clear_pointer (&facts->items, sheaf_choices_unref);
  g_free (facts->party_state);
  g_free (facts->item_state);
  g_free (facts);
}

void
sheaf_session_held_free (SheafSessionHeld *held)
{
  g_clear_pointer (&held->parties, sheaf_choices_unref);
  g_clear_pointer (&held->items, sheaf_choices_unref);
  g_free (held->party_state);
  g_free (held->item_state);
  g_free (held);
}

static gboolean
read_accounts (SheafBook         *book,
               SheafSessionFacts *facts,
               GError           **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  facts->accounts = sheaf_choices_new ();
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (!account->postable)
        continue;
      sheaf_choices_add (facts->accounts, account->id, account->code,
                         sheaf_account_name (account, sheaf_language_current ()));
      sheaf_choices_set_traits (facts->accounts, sheaf_account_traits (account));
    }
  sheaf_account_advice_add (book, facts->accounts);
  return TRUE;
}

/* Merged parties, and closed items, are there for old entries. */
static SheafChoices *
list_parties (SheafBook *book,
              GError   **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_list_all (book, error);
  const SheafMerges *merges = sheaf_merges_get (book, error);
  SheafChoices      *choices;

  if (parties == NULL || merges == NULL)
    return NULL;
  choices = sheaf_choices_new ();
  for (guint i = 0; i < parties->len; i++)
    {
      const SheafParty *party = g_ptr_array_index (parties, i);

      sheaf_choices_add (choices, party->id, party->code, party->name);
      if (sheaf_merges_survivor (merges, party->id) != party->id)
        sheaf_choices_retire (choices);
    }
  return choices;
}

static gboolean
read_parties (SheafBook              *book,
              const SheafSessionHeld *held,
              SheafSessionFacts      *facts,
              GError                **error)
{
  facts->party_state = sheaf_party_state (book, error);
  if (facts->party_state == NULL)
    return FALSE;
  facts->parties = held != NULL && g_str_equal (facts->party_state, held->party_state)
                       ? sheaf_choices_ref (held->parties)
                       : list_parties (book, error);
  return facts->parties != NULL;
}

static SheafChoices *
list_items (SheafBook *book,
            GError   **error)
{
  const SheafItemFilter every = { 0 };
  g_autoptr (GPtrArray) items = sheaf_item_list (book, &every, error);
  SheafChoices *choices;

  if (items == NULL)
    return NULL;
  choices = sheaf_choices_new ();
  for (guint i = 0; i < items->len; i++)
    {
      const SheafItem *item = g_ptr_array_index (items, i);

      sheaf_choices_add (choices, item->id, item->code, item->name);
      if (!sheaf_date_is_none (item->closed))
        sheaf_choices_retire (choices);
    }
  return choices;
}

static gboolean
read_items (SheafBook              *book,
            const SheafSessionHeld *held,
            SheafSessionFacts      *facts,
            GError                **error)
{
  facts->item_state = sheaf_item_state (book, error);
  if (facts->item_state == NULL)
    return FALSE;
  facts->items = held != NULL && g_str_equal (facts->item_state, held->item_state)
                     ? sheaf_choices_ref (held->items)
                     : list_items (book, error);
  return facts->items != NULL;
}

/* Whether anything was earned or spent in the year. */
static gboolean
read_activity (SheafBook *book,
               int        year,
               gboolean  *ret_active,
               GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafTotals) totals = NULL;

  if (chart != NULL)
    totals = sheaf_totals_load_pairs (book, sheaf_book_year_start (book, year),
                                      sheaf_book_year_end (book, year), error);
  if (totals == NULL)
    return FALSE;
  *ret_active = FALSE;
  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      const SheafAccount   *debit = sheaf_chart_by_id (chart, pair->debit_id);
      const SheafAccount   *credit = sheaf_chart_by_id (chart, pair->credit_id);

      if (pair->period.units != 0 && ((debit != NULL && debit->type == SHEAF_ACCOUNT_EXPENSE) ||
                                      (credit != NULL && credit->type == SHEAF_ACCOUNT_REVENUE)))
        *ret_active = TRUE;
    }
  return TRUE;
}

/* The year to begin with: in spring the books of the new year hold little more than the payments of
 * the old one's shares, and the work is in the old one. */
static gboolean
read_first_shown (SheafBook         *book,
                  SheafSessionFacts *facts,
                  GError           **error)
{
  gboolean active = FALSE;

  facts->shown_year = facts->last_year;
  while (facts->shown_year > facts->first_year)
    {
      if (!read_activity (book, facts->shown_year, &active, error))
        return FALSE;
      if (active)
        return TRUE;
      facts->shown_year--;
    }
  return TRUE;
}

static gboolean
read_closed (SheafBook         *book,
             SheafSessionFacts *facts,
             GError           **error)
{
  gboolean closed;

  for (int year = facts->first_year; year <= facts->last_year; year++)
    {
      if (!sheaf_closing_is_closed (book, year, &closed, error))
        return FALSE;
      if (closed)
        facts->closed_year = year;
    }
  return TRUE;
}

static gboolean
read_years (SheafBook         *book,
            SheafSessionFacts *facts,
            GError           **error)
{
  SheafDate from;
  SheafDate last;

  if (!sheaf_balance_default_days (book, &from, &last, error))
    return FALSE;
  facts->first_year = sheaf_date_year (sheaf_book_first_day (book));
  facts->last_year = MAX (facts->first_year, sheaf_date_year (last));
  return read_closed (book, facts, error) && read_first_shown (book, facts, error);
}

gpointer
sheaf_session_facts_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  SheafBook         *book = connection;
  SheafSessionFacts *facts = g_new0 (SheafSessionFacts, 1);

  facts->name = g_strdup (sheaf_book_name (book));
  if (read_years (book, facts, error) &&
      sheaf_period_locked_until (book, &facts->locked_until, error) &&
      read_accounts (book, facts, error) && read_parties (book, data, facts, error) &&
      read_items (book, data, facts, error))
    return facts;
  sheaf_session_facts_free (facts);
  return NULL;
}
