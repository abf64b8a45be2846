/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capital events: their words, and reading them. */
#include "capital/event.h"

#include "base/i18n.h"
#include "capital/event-sql.h"
#include "store/query.h"

#include <string.h>

static const char *const words[] = {
  "",
  "commit",
  "reduce",
  "pay",
  "pay-in-kind",
  "transfer-out",
  "refund",
  "capitalise",
};

const char *const sheaf_capital_causes[] = {
  "sale",
  "gift",
  "inheritance",
  "leaving",
  "limit",
  "deadline",
  "meeting",
  "other",
  NULL,
};

static const char *const cause_titles[] = {
  N_ ("Sale"),
  N_ ("Gift"),
  N_ ("Inheritance"),
  N_ ("End of membership"),
  N_ ("Above the maximum"),
  N_ ("Not paid in time"),
  N_ ("Resolution of the general meeting"),
  N_ ("Another cause"),
};

const char *
sheaf_capital_cause_title (const char *word)
{
  for (guint i = 0; word != NULL && sheaf_capital_causes[i] != NULL; i++)
    if (strcmp (sheaf_capital_causes[i], word) == 0)
      return _ (cause_titles[i]);
  return word;
}

const char *
sheaf_capital_kind_to_word (SheafCapitalKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (words), "");
  return words[kind];
}

gboolean
sheaf_capital_kind_from_word (const char       *word,
                              SheafCapitalKind *ret_kind)
{
  for (guint i = 1; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_kind = (SheafCapitalKind) i;
        return TRUE;
      }
  return FALSE;
}

SheafCapitalEvent *
sheaf_capital_event_new (void)
{
  SheafCapitalEvent *event = g_new0 (SheafCapitalEvent, 1);

  event->date = event->until = event->voucher_date = SHEAF_DATE_NONE;
  return event;
}

void
sheaf_capital_event_free (SheafCapitalEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->description);
  g_free (event->cause);
  g_free (event->document);
  g_free (event->asset);
  g_free (event->unit);
  g_free (event->voucher_number);
  g_free (event);
}

static SheafCapitalEvent *
read_event (const SheafQuery *query)
{
  SheafCapitalEvent *event = sheaf_capital_event_new ();

  event->id = sheaf_query_int (query, 0);
  event->party_id = sheaf_query_int (query, 1);
  event->date = sheaf_query_date (query, 2);
  event->event = (SheafCapitalKind) sheaf_query_int (query, 3);
  event->amount = sheaf_query_money (query, 4);
  event->to_party_id = sheaf_query_int (query, 5);
  event->form = (SheafCapitalForm) sheaf_query_int (query, 6);
  event->account_id = sheaf_query_int (query, 7);
  event->description = sheaf_query_dup_text (query, 8);
  event->reverses_id = sheaf_query_int (query, 9);
  event->reversed_by = sheaf_query_int (query, 10);
  event->voucher_id = sheaf_query_int (query, 11);
  event->cause = sheaf_query_dup_text (query, 12);
  event->document = sheaf_query_dup_text (query, 13);
  event->asset = sheaf_query_dup_text (query, 14);
  event->quantity = SHEAF_QUANTITY (sheaf_query_int (query, 15));
  event->unit = sheaf_query_dup_text (query, 16);
  event->until = sheaf_query_date (query, 17);
  event->price = sheaf_query_money (query, 18);
  event->voucher_number = sheaf_query_dup_text (query, 19);
  event->voucher_date = sheaf_query_date (query, 20);
  return event;
}

GPtrArray *
sheaf_capital_list (SheafBook *book,
                    gint64     party_id,
                    GError   **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  query = party_id == 0
              ? sheaf_query_new (sheaf_book_store (book), CAPITAL_ALL, SHEAF_NO_ARGS, error)
              : sheaf_query_new (sheaf_book_store (book), CAPITAL_OF_PARTY,
                                 SHEAF_ARGS (SHEAF_INT (party_id)), error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (events, read_event (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&events) : NULL;
}

GPtrArray *
sheaf_capital_list_until (SheafBook *book,
                          SheafDate  on,
                          GError   **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  query = sheaf_query_new (sheaf_book_store (book), CAPITAL_UNTIL, SHEAF_ARGS (SHEAF_DAY (on)),
                           error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafCapitalEvent *event = sheaf_capital_event_new ();

      event->id = sheaf_query_int (query, 0);
      event->party_id = sheaf_query_int (query, 1);
      event->date = sheaf_query_date (query, 2);
      event->event = (SheafCapitalKind) sheaf_query_int (query, 3);
      event->amount = sheaf_query_money (query, 4);
      event->to_party_id = sheaf_query_int (query, 5);
      g_ptr_array_add (events, event);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&events) : NULL;
}
