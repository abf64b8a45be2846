/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes back the events that another act entered beside other things. */
#include "capital/event-private.h"

#include "base/i18n.h"
#include "base/language.h"
#include "book/act.h"
#include "capital/error.h"
#include "capital/event-sql.h"
#include "capital/timeline.h"
#include "store/query.h"

/* The ids of the act's events; NULL on an error. */
static GHashTable *
load_ids (SheafBook *book,
          gint64     act_id,
          GError   **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), CAPITAL_OF_ACT,
                                                  SHEAF_ARGS (SHEAF_INT (act_id)), error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&ids) : NULL;
}

/* Marks those that count as taken back, and lists them. The list of events is the caller's own. */
static GPtrArray *
mark (const GPtrArray *events,
      GHashTable      *ids)
{
  GPtrArray *marked = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    {
      SheafCapitalEvent *event = events->pdata[i];

      if (!g_hash_table_contains (ids, &event->id) || !sheaf_capital_event_counts (event))
        continue;
      event->reversed_by = -1;
      g_ptr_array_add (marked, event);
    }
  return marked;
}

static gboolean
check_rest (const GPtrArray *events,
            const GPtrArray *marked,
            GError         **error)
{
  g_autoptr (GHashTable) persons = sheaf_capital_by_person (events);

  for (guint i = 0; i < marked->len; i++)
    {
      const SheafCapitalEvent *event = marked->pdata[i];
      const GPtrArray         *own = g_hash_table_lookup (persons, &event->party_id);
      SheafCapitalBreak        where;
      g_autofree char         *day = NULL;

      if (own == NULL || !sheaf_capital_find_break (own, event->party_id, &where))
        continue;
      day = sheaf_date_format (where.day, sheaf_language_current ());
      g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED,
                   _ ("without this event the later ones do not hold on %s: take those back first"),
                   day);
      return FALSE;
    }
  return TRUE;
}

static gboolean
reverse (SheafBook         *book,
         SheafCapitalEvent *event,
         SheafDate          date,
         const char        *reason,
         gint64             act_id,
         GError           **error)
{
  gint64 voucher_id = 0, reversal_id;

  if (event->voucher_id != 0 &&
      !sheaf_voucher_reverse (book, event->voucher_id, date, reason, &voucher_id, error))
    return FALSE;
  event->date = date;
  g_free (event->description);
  event->description = g_strdup (reason);
  return sheaf_capital_event_write (book, event, event->id, voucher_id, act_id, &reversal_id,
                                    error);
}

gboolean
sheaf_capital_reverse_act (SheafBook  *book,
                           gint64      act_id,
                           SheafDate   date,
                           const char *reason,
                           GError    **error)
{
  g_autoptr (GHashTable) ids = load_ids (book, act_id, error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) marked = NULL;
  g_autoptr (SheafAct) act = NULL;

  if (ids == NULL || g_hash_table_size (ids) == 0)
    return ids != NULL;
  events = sheaf_capital_list (book, 0, error);
  if (events == NULL)
    return FALSE;
  marked = mark (events, ids);
  if (!check_rest (events, marked, error))
    return FALSE;
  act = sheaf_act_begin (book, "capital-reverse", reason, error);
  for (guint i = 0; act != NULL && i < marked->len; i++)
    if (!reverse (book, marked->pdata[i], date, reason, sheaf_act_id (act), error))
      return FALSE;
  return act != NULL && sheaf_act_commit (act, error);
}
