/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items come into being when a row first names them, or with what is known of them. */
#include "ledger/item.h"

#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/item-private.h"
#include "ledger/item-sql.h"
#include "ledger/search-index.h"
#include "store/query.h"

#define ITEMS_KEY "ledger-items"

static const char *const kinds[] = { "contract", "invoice", "advance", "bank-account",
                                     "tax", "fund-source", "asset", "cost-kind",
                                     "project", "other", NULL };
static const char *const titles[] = { N_ ("contract"), N_ ("invoice"), N_ ("advance"),
                                      N_ ("bank account"), N_ ("tax"), N_ ("fund source"),
                                      N_ ("asset"), N_ ("kind of cost"), N_ ("project"),
                                      N_ ("other") };

SheafItem *
sheaf_item_new (void)
{
  SheafItem *item = g_new0 (SheafItem, 1);

  item->kind = g_strdup ("other");
  item->due = item->closed = item->since = item->frozen = SHEAF_DATE_NONE;
  item->rate = -1;
  return item;
}

void
sheaf_item_free (SheafItem *item)
{
  if (item == NULL)
    return;
  g_free (item->code);
  g_free (item->name);
  g_free (item->kind);
  g_free (item->document);
  g_free (item->place);
  g_free (item);
}

const char *const *
sheaf_item_kinds (void)
{
  return kinds;
}

const char *
sheaf_item_kind_title (const char *kind)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strcmp0 (kind, kinds[i]) == 0)
      return _ (titles[i]);
  return kind;
}

gboolean
sheaf_item_check_code (const char *code,
                       GError    **error)
{
  if (code != NULL && sheaf_text_is_code (code))
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
               _ ("“%s” is no code: use 1 to 32 letters, digits or - . _ / without blanks"),
               code == NULL ? "" : code);
  return FALSE;
}

gboolean
sheaf_item_ensure (SheafBook  *book,
                   const char *code,
                   gint64     *ret_id,
                   GError    **error)
{
  g_autoptr (SheafAct) act = NULL;
  gboolean found;

  if (!sheaf_store_find_int (sheaf_book_store (book), ITEM_FIND, SHEAF_ARGS (SHEAF_TEXT (code)),
                             &found, ret_id, error))
    return FALSE;
  if (found)
    return TRUE;
  if (!sheaf_item_check_code (code, error))
    return FALSE;
  act = sheaf_act_begin (book, "item-insert", code, error);
  if (act != NULL)
    sheaf_act_at_end (book, sheaf_search_index);
  return act != NULL &&
         sheaf_store_insert (
             sheaf_book_store (book), ITEM_INSERT,
             SHEAF_ARGS (SHEAF_TEXT (code), SHEAF_TEXT (code), SHEAF_INT (sheaf_act_id (act))),
             ret_id, error) &&
         sheaf_act_commit (act, error);
}

gint64
sheaf_item_find (SheafBook  *book,
                 const char *code)
{
  gint64 id = 0;

  (void) sheaf_store_find_int (sheaf_book_store (book), ITEM_FIND, SHEAF_ARGS (SHEAF_TEXT (code)),
                               NULL, &id, NULL); /* a store that fails fails at the next act */
  return id;
}

char *
sheaf_item_code (SheafBook *book,
                 gint64     id)
{
  char *code = NULL;

  if (id == 0 || !sheaf_store_get_text (sheaf_book_store (book), ITEM_CODE,
                                        SHEAF_ARGS (SHEAF_INT (id)), &code, NULL))
    return NULL;
  return code;
}

SheafItem *
sheaf_item_read (const SheafQuery *query)
{
  SheafItem *item = g_new0 (SheafItem, 1);

  item->id = sheaf_query_int (query, 0);
  item->code = g_strdup (sheaf_query_text (query, 1));
  item->name = g_strdup (sheaf_query_text (query, 2));
  item->kind = g_strdup (sheaf_query_text (query, 3));
  item->party_id = sheaf_query_int (query, 4);
  item->due = sheaf_query_date (query, 5);
  item->document = g_strdup (sheaf_query_text (query, 6));
  item->closed = sheaf_query_date (query, 7);
  item->plain = sheaf_query_int (query, 8) != 0;
  item->rate = sheaf_query_is_null (query, 9) ? -1 : sheaf_query_int (query, 9);
  item->since = sheaf_query_date (query, 10);
  item->frozen = sheaf_query_date (query, 11);
  item->place = g_strdup (sheaf_query_text (query, 12));
  return item;
}

SheafItem *
sheaf_item_load (SheafBook *book,
                 gint64     id,
                 GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), ITEM_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);

  if (query == NULL)
    return NULL;
  if (sheaf_query_next (query, NULL))
    return sheaf_item_read (query);
  if (sheaf_query_finish (query, error))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND,
                 _ ("there is no such item: choose one from the list"));
  return NULL;
}

void
sheaf_item_forget (SheafBook *book)
{
  sheaf_book_attach (book, ITEMS_KEY,
                     g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                            (GDestroyNotify) sheaf_item_free),
                     (GDestroyNotify) g_hash_table_unref);
}

const SheafItem *
sheaf_item_get (SheafBook *book,
                gint64     id,
                GError   **error)
{
  GHashTable *items = sheaf_book_attached (book, ITEMS_KEY);
  SheafItem  *item;

  if (items == NULL)
    {
      sheaf_item_forget (book);
      items = sheaf_book_attached (book, ITEMS_KEY);
    }
  item = g_hash_table_lookup (items, &id);
  if (item != NULL || (item = sheaf_item_load (book, id, error)) == NULL)
    return item;
  g_hash_table_insert (items, &item->id, item);
  sheaf_book_touch (book, ITEMS_KEY); /* the act under way may have made it */
  return item;
}

GPtrArray *
sheaf_item_list (SheafBook             *book,
                 const SheafItemFilter *filter,
                 GError               **error)
{
  static const SheafItemFilter all;
  const SheafItemFilter       *asked = filter == NULL ? &all : filter;
  g_autofree char             *fold = asked->text == NULL ? NULL : sheaf_text_fold (asked->text);
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), ITEM_LIST,
      SHEAF_ARGS (SHEAF_OPTIONAL (fold), SHEAF_OPTIONAL (asked->kind), SHEAF_ID (asked->party_id),
                  SHEAF_INT (asked->open_only),
                  SHEAF_INT (asked->limit == 0 ? -1 : (gint64) asked->limit)),
      error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_item_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (items, sheaf_item_read (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&items) : NULL;
}

char *
sheaf_item_state (SheafBook *book,
                  GError   **error)
{
  char *state = NULL;

  return sheaf_store_get_text (sheaf_book_store (book), ITEM_STATE, SHEAF_NO_ARGS, &state, error)
             ? state
             : NULL;
}
