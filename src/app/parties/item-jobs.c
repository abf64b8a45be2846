/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is open is read once for all items, not item by item. */
#include "app/parties/item-jobs.h"

#include "app/format.h"
#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/open-item.h"
#include "ledger/party.h"

void
sheaf_item_question_free (SheafItemQuestion *question)
{
  g_free (question->text);
  g_free (question);
}

static void
free_line (gpointer data)
{
  SheafItemLine *line = data;

  sheaf_item_free (line->item);
  g_free (line->party);
  g_free (line->party_code);
  g_free (line->open);
  g_free (line);
}

/* "131: 5,000,000 Dr" */
static void
add_open (GHashTable          *open,
          const SheafChart    *chart,
          const SheafOpenItem *balance)
{
  g_autofree char *side = sheaf_format_side (balance->balance);
  const char      *before = g_hash_table_lookup (open, &balance->item_id);

  g_hash_table_insert (open, g_memdup2 (&balance->item_id, sizeof balance->item_id),
                       g_strdup_printf ("%s%s%s: %s", before != NULL ? before : "",
                                        before != NULL ? ", " : "",
                                        sheaf_chart_by_id (chart, balance->account_id)->code,
                                        side));
}

/* item id to text. */
static GHashTable *
read_open (SheafBook *book,
           GError   **error)
{
  SheafOpenItemFilter filter = { .on = sheaf_format_today (),
                                 .due_until = SHEAF_DATE_NONE,
                                 .open_only = TRUE,
                                 .no_dues = TRUE };
  const SheafChart   *chart = sheaf_chart_get (book, error);
  g_autoptr (GArray) balances = chart == NULL ? NULL : sheaf_open_item_list (book, &filter, error);
  GHashTable *open;

  if (balances == NULL)
    return NULL;
  open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < balances->len; i++)
    {
      const SheafOpenItem *balance = &g_array_index (balances, SheafOpenItem, i);

      if (balance->item_id != 0)
        add_open (open, chart, balance);
    }
  return open;
}

static gboolean
add_line (SheafBook  *book,
          SheafItem  *item,
          GHashTable *open,
          GPtrArray  *lines,
          GError    **error)
{
  SheafItemLine *line = g_new0 (SheafItemLine, 1);
  g_autoptr (SheafParty) party = NULL;
  const char *text = g_hash_table_lookup (open, &item->id);

  line->item = item;
  line->open = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (lines, line);
  if (item->party_id == 0)
    return TRUE;
  party = sheaf_party_load (book, item->party_id, error);
  if (party == NULL)
    return FALSE;
  line->party_code = g_strdup (party->code);
  line->party = g_strdup_printf ("%s  %s", party->code, party->name);
  return TRUE;
}

gpointer
sheaf_item_list_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  const SheafItemQuestion *question = data;
  const SheafItemFilter    filter = { .text = *question->text != '\0' ? question->text : NULL,
                                      .party_id = question->party_id,
                                      .open_only = question->open_only,
                                      .limit = SHEAF_ITEM_LIST_MAX };
  g_autoptr (GPtrArray) items = sheaf_item_list (connection, &filter, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GHashTable) open = items != NULL ? read_open (connection, error) : NULL;

  if (open == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func (free_line);
  /* The items move into the lines. */
  g_ptr_array_set_free_func (items, NULL);
  for (guint i = 0; i < items->len; i++)
    if (!add_line (connection, g_ptr_array_index (items, i), open, lines, error))
      {
        for (guint rest = i + 1; rest < items->len; rest++)
          sheaf_item_free (g_ptr_array_index (items, rest));
        return NULL;
      }
  return g_steal_pointer (&lines);
}

gpointer
sheaf_item_save_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  const SheafItem *item = data;
  gint64           id = item->id;
  gboolean         done = id == 0 ? sheaf_item_insert (connection, item, &id, error)
                                  : sheaf_item_change (connection, item, error);

  return done ? g_memdup2 (&id, sizeof id) : NULL;
}
