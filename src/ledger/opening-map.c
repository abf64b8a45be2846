/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an old book holds on its last day, each balance with where it may go. */
#include "ledger/opening-map.h"

#include "base/i18n.h"
#include "book/setting.h"
#include "ledger/chart-list.h"
#include "ledger/currency.h"
#include "ledger/error.h"
#include "ledger/opening-map-private.h"
#include "ledger/opening-map-sql.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "store/query.h"

#include <string.h>

typedef struct
{
  SheafBook        *old;
  const SheafChart *chart;  /* the old one */
  const SheafChart *target; /* the new one */
  GHashTable       *rules;
  GHashTable       *opened; /* old accounts whose details the new book has */
  const char       *language;
  GArray           *foreign; /* of Foreign */
  SheafOpeningMap  *map;
} Load;

/* What an account, party and item hold in a foreign currency; debit positive. */
typedef struct
{
  gint64 account_id;
  gint64 party_id;
  gint64 item_id;
  char  *currency;
  gint64 worth;
  gint64 foreign;
} Foreign;

static void
clear_foreign (gpointer data)
{
  g_free (((Foreign *) data)->currency);
}

static void
clear_part (gpointer data)
{
  g_free (((SheafMapPart *) data)->account);
}

static void
free_balance (gpointer data)
{
  SheafMapBalance *balance = data;

  g_free (balance->account);
  g_free (balance->account_name);
  g_free (balance->party);
  g_free (balance->party_name);
  g_free (balance->item);
  g_free (balance->currency);
  g_strfreev (balance->targets);
  g_free (balance->question);
  g_free (balance->new_item);
  g_array_unref (balance->parts);
  g_free (balance);
}

static void
free_detail (gpointer data)
{
  SheafMapDetail *detail = data;

  g_free (detail->code);
  g_free (detail->parent);
  g_free (detail->name);
  g_free (detail);
}

void
sheaf_opening_map_free (SheafOpeningMap *map)
{
  if (map == NULL)
    return;
  g_free (map->from);
  g_free (map->to);
  g_ptr_array_unref (map->details);
  g_ptr_array_unref (map->balances);
  sheaf_book_free (map->target);
  g_free (map);
}

static gboolean
refuse (GError    **error,
        int         code,
        const char *format,
        ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError    **error,
        int         code,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_LEDGER_ERROR, code, format, args);
  va_end (args);
  return FALSE;
}

/* The data's rule of the account or of the nearest one above it; ret_own tells which. */
static const SheafMapRule *
find_rule (const Load          *load,
           const SheafAccount  *account,
           const SheafAccount **ret_holder)
{
  while (account != NULL)
    {
      const SheafMapRule *rule = g_hash_table_lookup (load->rules, account->code);

      if (rule != NULL)
        {
          *ret_holder = account;
          return rule;
        }
      account = sheaf_chart_by_id (load->chart, account->parent_id);
    }
  return NULL;
}

/* Opens a detail of the old book, and those between it and the account that both charts have, in
 * the new book's model. */
static gboolean
open_detail (Load               *load,
             const SheafAccount *account,
             const SheafAccount *holder,
             GError            **error)
{
  const SheafAccount *parent = sheaf_chart_by_id (load->chart, account->parent_id);
  SheafAccount        fresh = {
           .code = account->code, .name = account->name, .needs = account->needs
  };
  SheafMapDetail *detail;

  if (account == holder || g_hash_table_contains (load->opened, account))
    return TRUE;
  if (!open_detail (load, parent, holder, error) ||
      !sheaf_account_insert (load->map->target, &fresh, parent->code, NULL, error))
    return FALSE;
  g_hash_table_add (load->opened, (gpointer) account);
  detail = g_new0 (SheafMapDetail, 1);
  detail->code = g_strdup (account->code);
  detail->parent = g_strdup (parent->code);
  detail->name = g_strdup (account->name);
  detail->needs = account->needs;
  g_ptr_array_add (load->map->details, detail);
  return TRUE;
}

/* The accounts below one that can be posted to. */
static char **
list_below (const SheafChart   *chart,
            const SheafAccount *group)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->postable && sheaf_chart_is_under (chart, account, group))
        g_ptr_array_add (codes, g_strdup (account->code));
    }
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}

static gboolean
is_given (const Load *load,
          const char *code)
{
  const SheafAccount *there = sheaf_chart_by_code (load->target, code);
  const SheafAccount *old = sheaf_chart_by_code (load->chart, code);

  return there != NULL && !g_hash_table_contains (load->opened, old);
}

/* Where the balances of an account may go. A detail of the old book's own goes on under its code,
 * unless the new chart means something by that code. */
static gboolean
find_targets (Load               *load,
              const SheafAccount *account,
              SheafMapBalance    *balance,
              GError            **error)
{
  const SheafAccount *holder = NULL;
  const SheafMapRule *rule = find_rule (load, account, &holder);
  const SheafAccount *same;

  if (rule == NULL)
    return refuse (error, SHEAF_LEDGER_ERROR_ACCOUNT,
                   _ ("account %s has a balance and nothing is known of where it goes: move it to "
                      "an account of the given chart first"),
                   account->code);
  balance->new_item = g_strdup (rule->item);
  if (!rule->same || account == holder)
    {
      balance->targets = g_strdupv (rule->targets);
      balance->question = g_strdup (rule->question);
      return TRUE;
    }
  same = sheaf_chart_by_code (load->target, rule->targets[0]);
  if (is_given (load, account->code))
    {
      balance->targets = list_below (load->target, same);
      balance->question = g_strdup_printf (
          _ ("Account %s of the old book was opened by the co-op, in the new chart this code is "
             "“%s”: where does the balance go?"),
          account->code,
          sheaf_account_name (sheaf_chart_by_code (load->target, account->code), load->language));
      return TRUE;
    }
  if (!open_detail (load, account, holder, error))
    return FALSE;
  balance->targets = g_new0 (char *, 2);
  balance->targets[0] = g_strdup (account->code);
  return TRUE;
}

static gboolean
name_sides (Load            *load,
            gint64           party_id,
            gint64           item_id,
            SheafMapBalance *balance,
            GError         **error)
{
  g_autoptr (SheafParty) party = NULL;

  if (party_id != 0 && (party = sheaf_party_load (load->old, party_id, error)) == NULL)
    return FALSE;
  balance->party = g_strdup (party != NULL ? party->code : "");
  balance->party_name = g_strdup (party != NULL ? party->name : "");
  balance->item = sheaf_item_code (load->old, item_id);
  if (balance->item == NULL)
    balance->item = g_strdup ("");
  return TRUE;
}

static gboolean
add_balance (Load               *load,
             const SheafAccount *account,
             gint64              party_id,
             gint64              item_id,
             SheafMoney          amount,
             const char         *currency,
             gint64              foreign,
             GError            **error)
{
  SheafMapBalance *balance;

  if (amount.units == 0 && foreign == 0)
    return TRUE;
  balance = g_new0 (SheafMapBalance, 1);
  g_ptr_array_add (load->map->balances, balance);
  balance->parts = g_array_new (FALSE, TRUE, sizeof (SheafMapPart));
  g_array_set_clear_func (balance->parts, clear_part);
  balance->account = g_strdup (account->code);
  balance->account_name = g_strdup (sheaf_account_name (account, load->language));
  balance->amount = amount;
  balance->currency = g_strdup (currency);
  balance->foreign = amount.units < 0 ? -foreign : foreign;
  if (!name_sides (load, party_id, item_id, balance, error) ||
      !find_targets (load, account, balance, error))
    return FALSE;
  if (balance->question == NULL)
    {
      SheafMapPart part = { .account = g_strdup (balance->targets[0]) };

      g_array_append_val (balance->parts, part);
    }
  return TRUE;
}

static gboolean
read_foreign (Load    *load,
              GError **error)
{
  gint64 last_month = (gint64) load->map->year * 100 + 12;
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (load->old), MAP_CURRENCY,
                                                  SHEAF_ARGS (SHEAF_INT (last_month)), error);

  while (query != NULL && sheaf_query_next (query, NULL))
    {
      Foreign foreign = { .account_id = sheaf_query_int (query, 0),
                          .party_id = sheaf_query_int (query, 1),
                          .item_id = sheaf_query_int (query, 2),
                          .currency = g_strdup (sheaf_query_text (query, 3)),
                          .worth = sheaf_query_int (query, 4),
                          .foreign = sheaf_query_int (query, 5) };

      g_array_append_val (load->foreign, foreign);
    }
  return query != NULL && sheaf_query_finish (query, error);
}

/* Foreign balances stand by themselves; what they are worth comes off the rest. */
static gboolean
add_foreign (Load               *load,
             const SheafAccount *account,
             gint64              party_id,
             gint64              item_id,
             SheafMoney         *rest,
             GError            **error)
{
  for (guint i = 0; i < load->foreign->len; i++)
    {
      const Foreign *foreign = &g_array_index (load->foreign, Foreign, i);

      if (foreign->account_id != account->id || foreign->party_id != party_id ||
          foreign->item_id != item_id)
        continue;
      if (!add_balance (load, account, party_id, item_id, SHEAF_MONEY (foreign->worth),
                        foreign->currency, foreign->foreign, error))
        return FALSE;
      *rest = sheaf_money_sub (*rest, SHEAF_MONEY (foreign->worth));
    }
  return TRUE;
}

static gboolean
add_both (Load               *load,
          const SheafAccount *account,
          gint64              party_id,
          gint64              item_id,
          SheafMoney          amount,
          GError            **error)
{
  return add_foreign (load, account, party_id, item_id, &amount, error) &&
         add_balance (load, account, party_id, item_id, amount, NULL, 0, error);
}

static gboolean
add_account (Load               *load,
             const SheafAccount *account,
             const SheafTotals  *totals,
             GError            **error)
{
  if (account->needs == SHEAF_NEEDS_NOTHING)
    return add_both (load, account, 0, 0, sheaf_totals_balance (totals, account->id), error);
  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      SheafMoney              turnover = sheaf_money_sub (detail->debit, detail->credit);
      SheafMoney              amount = sheaf_money_add (detail->before, turnover);

      if (detail->account_id == account->id &&
          !add_both (load, account, detail->party_id, detail->item_id, amount, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_accounts (Load    *load,
              GError **error)
{
  SheafBook *old = load->old;
  int        year = load->map->year;
  g_autoptr (SheafTotals) totals = sheaf_totals_load (old, sheaf_book_year_start (old, year),
                                                      sheaf_book_year_end (old, year), error);

  for (guint i = 0; totals != NULL && i < sheaf_chart_count (load->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (load->chart, i);

      /* Units of foreign money are written with the foreign balances themselves. */
      if (account->postable && !sheaf_currency_counts_units (load->chart, account) &&
          !add_account (load, account, totals, error))
        return FALSE;
    }
  return totals != NULL;
}

/* An empty book by the new chart, to ask its accounts and to judge the balances. */
static SheafBook *
make_target (SheafBook  *old,
             const char *chart,
             int         year,
             GError    **error)
{
  g_autoptr (SheafChartEntry) entry = sheaf_chart_entry_find (chart, error);
  SheafActor    actor = { .user = sheaf_book_user (old),
                          .today = sheaf_book_today (old),
                          .now = sheaf_book_now (old) };
  SheafBookSpec spec = { .name = sheaf_book_name (old), .year = year, .chart = chart };

  if (entry == NULL)
    return NULL;
  spec.law = entry->law;
  return sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, error);
}

static gboolean
fill_map (SheafBook       *old,
          const char      *language,
          SheafOpeningMap *map,
          GError         **error)
{
  g_autoptr (GHashTable) rules = sheaf_map_rules_load (old, map->from, map->to, language, error);
  g_autoptr (GHashTable) opened = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) foreign = g_array_new (FALSE, FALSE, sizeof (Foreign));
  Load load = { .old = old,
                .rules = rules,
                .opened = opened,
                .foreign = foreign,
                .language = language,
                .map = map };

  g_array_set_clear_func (foreign, clear_foreign);
  if (rules == NULL)
    return FALSE;
  map->target = make_target (old, map->to, map->year + 1, error);
  if (map->target == NULL)
    return FALSE;
  load.chart = sheaf_chart_get (old, error);
  load.target = sheaf_chart_get (map->target, error);
  return load.chart != NULL && load.target != NULL && read_foreign (&load, error) &&
         add_accounts (&load, error);
}

SheafOpeningMap *
sheaf_opening_map_load (SheafBook  *old,
                        const char *chart,
                        int         year,
                        const char *language,
                        GError    **error)
{
  g_autoptr (SheafOpeningMap) map = g_new0 (SheafOpeningMap, 1);

  g_return_val_if_fail (old != NULL && chart != NULL, NULL);
  map->from = sheaf_setting_find (old, "chart");
  map->to = g_strdup (chart);
  map->details = g_ptr_array_new_with_free_func (free_detail);
  map->balances = g_ptr_array_new_with_free_func (free_balance);
  if (g_strcmp0 (map->from, chart) == 0)
    {
      (void) refuse (error, SHEAF_LEDGER_ERROR_CHART,
                     _ ("the book is kept by %s already: go on in it, it takes any number of "
                        "years"),
                     chart);
      return NULL;
    }
  return sheaf_map_find_year (old, year, &map->year, error) && fill_map (old, language, map, error)
             ? g_steal_pointer (&map)
             : NULL;
}
