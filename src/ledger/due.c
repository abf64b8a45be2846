/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances come from the kept totals; rows are read only where there is one. */
#include "ledger/due.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/due-private.h"
#include "ledger/due-sql.h"
#include "ledger/error.h"
#include "ledger/open-item.h"
#include "store/query.h"

#include <string.h>

#define USES_KEY "ledger-due-uses"

enum
{
  ACCOUNT,
  SPLIT,
  AGEING,
  CONFIRM,
  SOURCE,
  N_COLUMNS
};

static gboolean
read_use (char       **fields,
          SheafDueUse *ret_use)
{
  gboolean claims = strcmp (fields[AGEING], "claims") == 0;
  gboolean debts = strcmp (fields[AGEING], "debts") == 0;
  gboolean split = strcmp (fields[SPLIT], "yes") == 0;
  gboolean confirm = strcmp (fields[CONFIRM], "yes") == 0;

  *ret_use = (split ? SHEAF_DUE_USE_SPLIT : 0) | (claims ? SHEAF_DUE_USE_CLAIM : 0) |
             (debts ? SHEAF_DUE_USE_DEBT : 0) | (confirm ? SHEAF_DUE_USE_CONFIRM : 0);
  return (claims || debts || *fields[AGEING] == '\0') && (split || *fields[SPLIT] == '\0') &&
         (confirm || *fields[CONFIRM] == '\0');
}

/* Account code to use. A chart without such a file asks for no days. */
static GHashTable *
load_uses (SheafBook *book,
           GError   **error)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *name = g_strdup_printf ("charts/%s.dues.csv", chart);
  g_autofree char *text = sheaf_data_load (book, name, NULL);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (text == NULL ? "" : text);
  g_autoptr (GHashTable) uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *fields;

  (void) sheaf_csv_reader_next (reader, NULL); /* the header */
  while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      SheafDueUse use;

      if (fields->len != N_COLUMNS || !read_use ((char **) fields->pdata, &use))
        {
          g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                       _ ("line %u of the data file %s cannot be understood: install the program "
                          "again"),
                       sheaf_csv_reader_line (reader), name);
          return NULL;
        }
      g_hash_table_insert (uses, g_strdup (fields->pdata[ACCOUNT]), GINT_TO_POINTER (use));
    }
  return g_steal_pointer (&uses);
}

static GHashTable *
get_uses (SheafBook *book,
          GError   **error)
{
  GHashTable *uses = sheaf_book_attached (book, USES_KEY);

  if (uses != NULL)
    return uses;
  uses = load_uses (book, error);
  if (uses != NULL)
    sheaf_book_attach (book, USES_KEY, uses, (GDestroyNotify) g_hash_table_unref);
  return uses;
}

gboolean
sheaf_due_use (SheafBook          *book,
               const SheafAccount *account,
               SheafDueUse        *ret_use,
               GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  GHashTable       *uses = chart == NULL ? NULL : get_uses (book, error);
  gpointer          use = NULL;

  g_return_val_if_fail (account != NULL, FALSE);
  if (uses == NULL)
    return FALSE;
  while (account != NULL && !g_hash_table_lookup_extended (uses, account->code, NULL, &use))
    account = sheaf_chart_by_id (chart, account->parent_id);
  *ret_use = (SheafDueUse) GPOINTER_TO_INT (use);
  return TRUE;
}

/* Those of one account in what open-item found for all. */
static gboolean
take_open (SheafBook            *book,
           const SheafDueFilter *filter,
           const GArray         *open,
           gint64                account_id,
           GArray               *parts,
           GError              **error)
{
  for (guint i = 0; i < open->len; i++)
    {
      const SheafOpenItem *one = &g_array_index (open, SheafOpenItem, i);

      if (one->account_id == account_id &&
          !sheaf_due_read_parts (book, account_id, one->party_id, one->item_id, one->balance,
                                 filter->on, parts, error))
        return FALSE;
    }
  return TRUE;
}

/* Accounts that keep no details (deposits) may name an item all the same. */
static gboolean
take_plain (SheafBook            *book,
            const SheafDueFilter *filter,
            gint64                account_id,
            GArray               *parts,
            GError              **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), DUE_PLAIN_GROUPS,
                       SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (filter->on)), error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64 party = sheaf_query_int (query, 0), item = sheaf_query_int (query, 1);

      if ((filter->party_id == 0 || party == filter->party_id) &&
          (filter->across || filter->item_id == 0 || item == filter->item_id) &&
          !sheaf_due_read_parts (book, account_id, party, item, sheaf_query_money (query, 2),
                                 filter->on, parts, error))
        return FALSE;
    }
  return sheaf_query_finish (query, error);
}

static gboolean
is_asked (SheafBook            *book,
          const SheafDueFilter *filter,
          const SheafAccount   *account,
          const SheafAccount   *group,
          gboolean             *ret_asked,
          GError              **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  SheafDueUse       use;

  if (chart == NULL || !sheaf_due_use (book, account, &use, error))
    return FALSE;
  *ret_asked = account->postable && use != 0 && (filter->use == 0 || (use & filter->use) != 0) &&
               (group == NULL || sheaf_chart_is_under (chart, account, group));
  return TRUE;
}

GArray *
sheaf_due_parts (SheafBook            *book,
                 const SheafDueFilter *filter,
                 GError              **error)
{
  const SheafChart         *chart = sheaf_chart_get (book, error);
  const SheafOpenItemFilter all = { .on = filter->on,
                                    .account_id = filter->account_id,
                                    .party_id = filter->party_id,
                                    .item_id = filter->across ? 0 : filter->item_id,
                                    .open_only = TRUE,
                                    .no_dues = TRUE,
                                    .due_until = SHEAF_DATE_NONE };
  g_autoptr (GArray) open = chart == NULL ? NULL : sheaf_open_item_list (book, &all, error);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SheafDuePart));
  const SheafAccount *group;

  if (open == NULL)
    return NULL;
  group = filter->account_id == 0 ? NULL : sheaf_chart_by_id (chart, filter->account_id);
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      gboolean            asked, plain = account->needs == SHEAF_NEEDS_NOTHING;

      if (!is_asked (book, filter, account, group, &asked, error) ||
          (asked && plain && !take_plain (book, filter, account->id, parts, error)) ||
          (asked && !plain && !take_open (book, filter, open, account->id, parts, error)))
        return NULL;
    }
  if (filter->across)
    sheaf_due_settle_across (parts, filter->item_id);
  return g_steal_pointer (&parts);
}

SheafDate
sheaf_due_year_after (SheafDate on)
{
  int month = sheaf_date_month (on), day = sheaf_date_day (on);

  return sheaf_date_new (sheaf_date_year (on) + 1, month, month == 2 && day == 29 ? 28 : day);
}

static void
add (SheafMoney *sum,
     SheafMoney  amount)
{
  *sum = sheaf_money_add (*sum, amount);
}

static void
add_part (SheafDueSplit      *split,
          const SheafDuePart *part,
          SheafDate           on)
{
  add (&split->balance, part->amount);
  if (sheaf_date_is_none (part->due))
    add (&split->undated, part->amount);
  else if (sheaf_date_cmp (part->due, on) < 0)
    add (&split->overdue, part->amount);
  else if (sheaf_date_cmp (part->due, sheaf_due_year_after (on)) <= 0)
    add (&split->soon, part->amount);
  else
    add (&split->later, part->amount);
}

GArray *
sheaf_due_split (SheafBook *book,
                 SheafDate  on,
                 GError   **error)
{
  const SheafDueFilter filter = { .on = on, .use = SHEAF_DUE_USE_SPLIT };
  g_autoptr (GArray) parts = sheaf_due_parts (book, &filter, error);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (SheafDueSplit));
  SheafDueSplit *split = NULL;

  if (parts == NULL)
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    {
      const SheafDuePart *part = &g_array_index (parts, SheafDuePart, i);

      if (split == NULL || split->account_id != part->account_id ||
          split->party_id != part->party_id || split->item_id != part->item_id)
        {
          const SheafDueSplit next = { .account_id = part->account_id,
                                       .party_id = part->party_id,
                                       .item_id = part->item_id };

          g_array_append_val (list, next);
          split = &g_array_index (list, SheafDueSplit, list->len - 1);
        }
      add_part (split, part, on);
    }
  return g_steal_pointer (&list);
}
