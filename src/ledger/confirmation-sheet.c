/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Balances and letters of a day, put together. */
#include "ledger/confirmation-sheet.h"

#include "ledger/chart.h"
#include "ledger/confirmation-private.h"
#include "ledger/merge.h"
#include "ledger/open-item.h"
#include "ledger/party.h"

#include <string.h>

void
sheaf_confirmation_line_free (SheafConfirmationLine *line)
{
  if (line == NULL)
    return;
  sheaf_confirmation_free (line->asked);
  g_free (line);
}

/* Takes the letter out of the list; NULL: there is none. */
static SheafConfirmation *
take_letter (GPtrArray *letters,
             gint64     account_id,
             gint64     party_id)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const SheafConfirmation *one = letters->pdata[i];

      if (one->account_id == account_id && one->party_id == party_id)
        return g_ptr_array_steal_index (letters, i);
    }
  return NULL;
}

/* Takes the letter, which may be NULL. */
static void
add_line (GPtrArray         *sheet,
          gint64             account_id,
          gint64             party_id,
          SheafMoney         balance,
          SheafConfirmation *asked)
{
  SheafConfirmationLine *line = g_new0 (SheafConfirmationLine, 1);

  line->account_id = account_id;
  line->party_id = party_id;
  line->balance = balance;
  line->asked = asked;
  line->state = sheaf_confirmation_state (asked);
  g_ptr_array_add (sheet, line);
}

/* Letters that no balance stands beside any more, as when it was paid by an entry of an earlier
 * day. */
static void
add_rest (GPtrArray        *sheet,
          GPtrArray        *letters,
          const SheafChart *chart,
          gint64            account_id)
{
  const SheafAccount *group = account_id == 0 ? NULL : sheaf_chart_by_id (chart, account_id);

  while (letters->len > 0)
    {
      SheafConfirmation *one = g_ptr_array_steal_index (letters, 0);

      if (group == NULL ||
          sheaf_chart_is_under (chart, sheaf_chart_by_id (chart, one->account_id), group))
        add_line (sheet, one->account_id, one->party_id, one->now, one);
      else
        sheaf_confirmation_free (one);
    }
}

typedef struct
{
  const SheafChart *chart;
  GHashTable       *codes; /* party id to code */
} Order;

static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const SheafConfirmationLine *x = *(SheafConfirmationLine *const *) a;
  const SheafConfirmationLine *y = *(SheafConfirmationLine *const *) b;
  const Order                 *order = user_data;
  int                          by_account = strcmp (
                               sheaf_chart_by_id (order->chart, x->account_id)->code,
                               sheaf_chart_by_id (order->chart, y->account_id)->code);

  return by_account != 0
             ? by_account
             : g_strcmp0 (g_hash_table_lookup (order->codes, &x->party_id),
                          g_hash_table_lookup (order->codes, &y->party_id));
}

static gboolean
sort_lines (SheafBook        *book,
            GPtrArray        *sheet,
            const SheafChart *chart,
            GError          **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);
  Order order = { .chart = chart, .codes = codes };

  for (guint i = 0; i < sheet->len; i++)
    {
      const SheafConfirmationLine *line = sheet->pdata[i];
      g_autoptr (SheafParty) party = sheaf_party_load (book, line->party_id, error);

      if (party == NULL)
        return FALSE;
      g_hash_table_insert (codes, g_memdup2 (&line->party_id, sizeof line->party_id),
                           g_strdup (party->code));
    }
  g_ptr_array_sort_with_data (sheet, compare_lines, &order);
  return TRUE;
}

GPtrArray *
sheaf_confirmation_sheet (SheafBook *book,
                          gint64     account_id,
                          SheafDate  date,
                          GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GArray) balances =
      chart == NULL ? NULL : sheaf_confirmation_balances (book, account_id, 0, date, error);
  g_autoptr (GPtrArray) letters =
      balances == NULL ? NULL : sheaf_confirmation_list (book, date, 0, 0, error);
  g_autoptr (GPtrArray) sheet =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_confirmation_line_free);

  if (letters == NULL)
    return NULL;
  for (guint i = 0; i < balances->len; i++)
    {
      const SheafOpenItem *one = &g_array_index (balances, SheafOpenItem, i);

      add_line (sheet, one->account_id, one->party_id, one->balance,
                take_letter (letters, one->account_id, one->party_id));
    }
  add_rest (sheet, letters, chart, account_id);
  return sort_lines (book, sheet, chart, error) ? g_steal_pointer (&sheet) : NULL;
}

void
sheaf_confirmation_count (const GPtrArray        *sheet,
                          SheafConfirmationCount *ret_count)
{
  *ret_count = (SheafConfirmationCount){ 0 };
  for (guint i = 0; i < sheet->len; i++)
    {
      const SheafConfirmationLine *line = sheet->pdata[i];

      if (line->state == SHEAF_CONFIRMATION_GONE)
        continue;
      ret_count->lines++;
      ret_count->asked += line->state != SHEAF_CONFIRMATION_NOT_ASKED &&
                          line->state != SHEAF_CONFIRMATION_STALE;
      ret_count->sent += line->asked != NULL && !sheaf_date_is_none (line->asked->sent);
      ret_count->answered += line->asked != NULL && line->asked->is_answered;
      ret_count->differing += line->state == SHEAF_CONFIRMATION_DIFFERS;
    }
}
