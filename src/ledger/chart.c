/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart is read once and kept with the book: postings look accounts up by the hundred
 * thousand. */
#include "ledger/chart.h"

#include "ledger/chart-private.h"
#include "ledger/chart-sql.h"
#include "store/query.h"

#include <string.h>

static void
account_free (gpointer data)
{
  SheafAccount *account = data;

  g_free (account->code);
  g_free (account->name);
  g_free (account->name_en);
  g_free (account->name_fr);
  g_free (account->role);
  g_free (account->purpose);
  g_free (account);
}

static void
chart_free (gpointer data)
{
  SheafChart *chart = data;

  g_hash_table_unref (chart->by_id);
  g_hash_table_unref (chart->by_code);
  g_hash_table_unref (chart->by_role);
  g_hash_table_unref (chart->posting);
  g_ptr_array_unref (chart->visible);
  g_ptr_array_unref (chart->all);
  g_free (chart);
}

static char *
optional_copy (const char *text)
{
  return text == NULL || *text == '\0' ? NULL : g_strdup (text);
}

/* Off-balance accounts last, else by code: the order of the list. */
static gboolean
comes_before (const SheafAccount *a,
              const SheafAccount *b)
{
  gboolean off_a = a->type == SHEAF_ACCOUNT_OFF_BALANCE;
  gboolean off_b = b->type == SHEAF_ACCOUNT_OFF_BALANCE;

  return off_a != off_b ? off_b : strcmp (a->code, b->code) < 0;
}

/* The account nearest the top has the role; a detail that names it too takes its postings. */
static void
keep_role (SheafChart   *chart,
           SheafAccount *account)
{
  const SheafAccount *holder = g_hash_table_lookup (chart->by_role, account->role);
  const SheafAccount *taker = g_hash_table_lookup (chart->posting, account->role);

  if (holder == NULL)
    g_hash_table_insert (chart->by_role, account->role, account);
  else if (taker == NULL || taker->id < account->id)
    g_hash_table_insert (chart->posting, account->role, account);
}

static void
keep_account (SheafChart   *chart,
              SheafAccount *account)
{
  guint place = chart->visible->len;

  g_ptr_array_add (chart->all, account);
  g_hash_table_insert (chart->by_id, &account->id, account);
  g_hash_table_insert (chart->by_code, account->code, account);
  if (account->role != NULL)
    keep_role (chart, account);
  if (account->hidden)
    return;
  while (place > 0 && comes_before (account, chart->visible->pdata[place - 1]))
    place--;
  g_ptr_array_insert (chart->visible, (gint) place, account);
}

static void
take_account (SheafChart       *chart,
              const SheafQuery *query)
{
  SheafAccount *account = g_new0 (SheafAccount, 1);

  account->id = sheaf_query_int (query, 0);
  account->code = g_strdup (sheaf_query_text (query, 1));
  account->parent_id = sheaf_query_int (query, 2);
  account->name = g_strdup (sheaf_query_text (query, 3));
  account->name_en = sheaf_query_dup_text (query, 4);
  account->name_fr = sheaf_query_dup_text (query, 5);
  account->type = (SheafAccountType) sheaf_query_int (query, 6);
  account->normal_side = (guint) sheaf_query_int (query, 7);
  account->needs = (SheafNeeds) sheaf_query_int (query, 8);
  account->scope = (SheafAccountScope) sheaf_query_int (query, 9);
  account->book = (SheafAccountBook) sheaf_query_int (query, 10);
  account->role = sheaf_query_dup_text (query, 11);
  account->hidden = sheaf_query_int (query, 12) != 0;
  account->purpose = sheaf_query_dup_text (query, 13);
  account->by_hand = sheaf_query_int (query, 14) != 0;
  account->money = sheaf_query_int (query, 15) != 0;
  account->currency = (SheafAccountCurrency) sheaf_query_int (query, 16);
  account->postable = TRUE;
  keep_account (chart, account);
}

/* Levels and groups follow from the parents. */
static void
link_accounts (SheafChart *chart)
{
  for (guint i = 0; i < chart->all->len; i++)
    {
      SheafAccount *account = chart->all->pdata[i];
      SheafAccount *parent = g_hash_table_lookup (chart->by_id, &account->parent_id);

      if (parent != NULL)
        parent->postable = FALSE;
      for (account->level = 1; parent != NULL; account->level++)
        parent = g_hash_table_lookup (chart->by_id, &parent->parent_id);
    }
}

static SheafChart *
load_chart (SheafBook *book,
            GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), ACCOUNT_LIST, SHEAF_NO_ARGS, error);
  SheafChart *chart;

  if (query == NULL)
    return NULL;
  chart = g_new0 (SheafChart, 1);
  chart->all = g_ptr_array_new_with_free_func (account_free);
  chart->visible = g_ptr_array_new ();
  chart->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  chart->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  chart->by_role = g_hash_table_new (g_str_hash, g_str_equal);
  chart->posting = g_hash_table_new (g_str_hash, g_str_equal);
  while (sheaf_query_next (query, NULL))
    take_account (chart, query);
  if (!sheaf_query_finish (query, error))
    {
      chart_free (chart);
      return NULL;
    }
  link_accounts (chart);
  sheaf_chart_load_roles (book, chart);
  return chart;
}

const SheafChart *
sheaf_chart_get (SheafBook *book,
                 GError   **error)
{
  SheafChart *chart = sheaf_book_attached (book, SHEAF_CHART_KEY);

  if (chart != NULL)
    return chart;
  chart = load_chart (book, error);
  if (chart != NULL)
    sheaf_book_attach (book, SHEAF_CHART_KEY, chart, chart_free);
  return chart;
}

guint
sheaf_chart_count (const SheafChart *chart)
{
  return chart->visible->len;
}

const SheafAccount *
sheaf_chart_at (const SheafChart *chart,
                guint             position)
{
  return position < chart->visible->len ? chart->visible->pdata[position] : NULL;
}

const SheafAccount *
sheaf_chart_by_id (const SheafChart *chart,
                   gint64            id)
{
  return g_hash_table_lookup (chart->by_id, &id);
}

const SheafAccount *
sheaf_chart_by_code (const SheafChart *chart,
                     const char       *code)
{
  const SheafAccount *account = g_hash_table_lookup (chart->by_code, code);

  return account != NULL && account->hidden ? NULL : account;
}

const SheafAccount *
sheaf_chart_contra (const SheafChart *chart,
                    const char       *code)
{
  return g_hash_table_lookup (chart->by_code, code);
}

gboolean
sheaf_chart_is_under (const SheafChart   *chart,
                      const SheafAccount *account,
                      const SheafAccount *group)
{
  while (account != NULL && account != group)
    account = sheaf_chart_by_id (chart, account->parent_id);
  return account != NULL;
}

const char *
sheaf_account_name (const SheafAccount *account,
                    const char         *language)
{
  if (g_strcmp0 (language, "en") == 0 && account->name_en != NULL)
    return account->name_en;
  if (g_strcmp0 (language, "fr") == 0 && account->name_fr != NULL)
    return account->name_fr;
  return account->name;
}

/* A chart in memory grows with the book, as callers hold on to it: it is never made anew for an
 * account more. */
static void
add_to_chart (SheafBook          *book,
              const SheafAccount *written,
              gint64              id)
{
  SheafChart   *chart = sheaf_book_attached (book, SHEAF_CHART_KEY);
  SheafAccount *account, *parent;

  if (chart == NULL)
    return;
  parent = g_hash_table_lookup (chart->by_id, &written->parent_id);
  account = g_memdup2 (written, sizeof *written);
  account->id = id;
  account->code = g_strdup (written->code);
  account->name = g_strdup (written->name);
  account->name_en = optional_copy (written->name_en);
  account->name_fr = optional_copy (written->name_fr);
  account->role = optional_copy (written->role);
  account->purpose = optional_copy (written->purpose);
  account->level = parent == NULL ? 1 : parent->level + 1;
  account->postable = TRUE;
  if (parent != NULL)
    parent->postable = FALSE;
  keep_account (chart, account);
  sheaf_book_touch (book, SHEAF_CHART_KEY);
}

gboolean
sheaf_account_write (SheafBook          *book,
                     const SheafAccount *account,
                     gint64             *ret_id,
                     GError            **error)
{
  if (!sheaf_store_insert (
          sheaf_book_store (book), ACCOUNT_INSERT,
          SHEAF_ARGS (SHEAF_TEXT (account->code), SHEAF_ID (account->parent_id),
                      SHEAF_TEXT (account->name), SHEAF_OPTIONAL (account->name_en),
                      SHEAF_OPTIONAL (account->name_fr), SHEAF_INT (account->type),
                      SHEAF_INT (account->normal_side), SHEAF_INT (account->needs),
                      SHEAF_INT (account->scope), SHEAF_INT (account->book),
                      SHEAF_OPTIONAL (account->role), SHEAF_INT (account->hidden),
                      SHEAF_OPTIONAL (account->purpose), SHEAF_INT (sheaf_book_act_id (book)),
                      SHEAF_INT (account->by_hand), SHEAF_INT (account->money),
                      SHEAF_INT (account->currency)),
          ret_id, error))
    return FALSE;
  add_to_chart (book, account, *ret_id);
  return TRUE;
}
