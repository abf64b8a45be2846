/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of events as a whole: day by day, and against the ledger. */
#include "capital/event-private.h"

#include "base/i18n.h"
#include "capital/timeline.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/totals.h"

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return sheaf_date_cmp (((const SheafCapitalEvent *) a)->date,
                         ((const SheafCapitalEvent *) b)->date);
}

GPtrArray *
sheaf_capital_merge (const GPtrArray *known,
                     const GPtrArray *events)
{
  GPtrArray *all = g_ptr_array_sized_new (known->len + events->len);
  g_autoptr (GList) list = NULL;

  for (guint i = 0; i < known->len; i++)
    list = g_list_prepend (list, g_ptr_array_index (known, i));
  for (guint i = 0; i < events->len; i++)
    list = g_list_prepend (list, g_ptr_array_index (events, i));
  list = g_list_sort (g_list_reverse (list), compare_days); /* keeps the order within a day */
  for (GList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (all, l->data);
  return all;
}

gboolean
sheaf_capital_find_break (const GPtrArray   *events,
                          gint64             party_id,
                          SheafCapitalBreak *ret_break)
{
  SheafMoney committed = SHEAF_MONEY_ZERO;
  SheafMoney paid = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);
      const SheafCapitalEvent *next = i + 1 < events->len ? g_ptr_array_index (events, i + 1)
                                                          : NULL;
      SheafCapitalBalance      change = sheaf_capital_event_change (event, party_id);

      committed = sheaf_money_add (committed, change.committed);
      paid = sheaf_money_add (paid, change.paid);
      /* Judged at the end of the day: a promise and its payment may stand in any order. */
      if ((next == NULL || sheaf_date_cmp (next->date, event->date) > 0) &&
          (paid.units < 0 || committed.units < 0 || sheaf_money_cmp (paid, committed) > 0))
        {
          *ret_break = (SheafCapitalBreak){ event->date, committed, paid };
          return TRUE;
        }
    }
  return FALSE;
}

/* The ledger's balance of each person, credit positive: gint64 id to gint64 units. */
static GHashTable *
load_ledger (SheafBook *book,
             SheafDate  on,
             gboolean   opening,
             GError   **error)
{
  const SheafDate     first = sheaf_book_first_day (book);
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account = NULL;
  g_autoptr (SheafTotals) totals = NULL;
  g_autoptr (GHashTable) persons = NULL;

  if (chart != NULL)
    account = sheaf_chart_by_role (chart, "member-capital", error);
  if (account == NULL)
    return NULL;
  totals = sheaf_totals_load (book, first, opening ? first : on, error);
  if (totals == NULL)
    return NULL;
  persons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      const gint64           *known = g_hash_table_lookup (persons, &detail->party_id);
      gint64                  units = -detail->before.units + (known == NULL ? 0 : *known);

      if (!sheaf_chart_is_under (chart, sheaf_chart_by_id (chart, detail->account_id), account))
        continue;
      if (!opening)
        units += detail->credit.units - detail->debit.units;
      g_hash_table_insert (persons, g_memdup2 (&detail->party_id, sizeof detail->party_id),
                           g_memdup2 (&units, sizeof units));
    }
  return g_steal_pointer (&persons);
}

typedef struct
{
  SheafBook       *book;
  gboolean         opening;
  SheafProblemKind kind;
  const char      *file;
  SheafProblems   *problems;
} Comparison;

static void
tell_difference (const Comparison *comparison,
                 gint64            party_id,
                 gint64            paid,
                 gint64            ledger)
{
  g_autoptr (SheafParty) party = sheaf_party_load (comparison->book, party_id, NULL);
  const char *code = party == NULL ? "?" : party->code;

  if (comparison->opening)
    sheaf_problems_add (comparison->problems, comparison->kind, comparison->file, 0, NULL,
                        _ ("%s: paid in before the book's first day is %s"
                           " by the capital events but %s"
                           " in the opening balances: correct one of them"),
                        code, sheaf_money_word (SHEAF_MONEY (paid)).text,
                        sheaf_money_word (SHEAF_MONEY (ledger)).text);
  else
    sheaf_problems_add (comparison->problems, comparison->kind, comparison->file, 0, NULL,
                        _ ("%s: paid in is %s"
                           " by the capital events but %s"
                           " in the ledger: enter the missing event or voucher"),
                        code, sheaf_money_word (SHEAF_MONEY (paid)).text,
                        sheaf_money_word (SHEAF_MONEY (ledger)).text);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint64 *one = *(gint64 *const *) a;
  const gint64 *other = *(gint64 *const *) b;

  return (*one > *other) - (*one < *other);
}

static void
add_keys (GHashTable *all,
          GHashTable *table)
{
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (all, key);
}

/* The ids that either knows, in order, so that findings come in the same order each time. */
static GPtrArray *
list_ids (GHashTable *ledger,
          GHashTable *persons)
{
  g_autoptr (GHashTable) all = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray     *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       id;

  add_keys (all, ledger);
  add_keys (all, persons);
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

gboolean
sheaf_capital_compare_ledger (SheafBook       *book,
                              const GPtrArray *events,
                              SheafDate        on,
                              gboolean         opening,
                              SheafProblemKind kind,
                              const char      *file,
                              SheafProblems   *problems,
                              GError         **error)
{
  const Comparison comparison = { book, opening, kind, file, problems };
  g_autoptr (GHashTable) ledger = load_ledger (book, on, opening, error);
  g_autoptr (GHashTable) persons = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (ledger == NULL)
    return FALSE;
  if (opening && g_hash_table_size (ledger) == 0)
    return TRUE;
  persons = sheaf_capital_by_person (events);
  ids = list_ids (ledger, persons);
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 *id = g_ptr_array_index (ids, i);
      const gint64 *booked = g_hash_table_lookup (ledger, id);
      GPtrArray    *own = g_hash_table_lookup (persons, id);
      gint64        paid = sheaf_capital_sum (own, *id, on).paid.units;

      if (paid != (booked == NULL ? 0 : *booked))
        tell_difference (&comparison, *id, paid, booked == NULL ? 0 : *booked);
    }
  return TRUE;
}
