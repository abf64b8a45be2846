/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of an item: new facts stand beside the old ones, the latest count. */
#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/item-private.h"
#include "ledger/item-sql.h"
#include "ledger/merge.h"
#include "ledger/search-index.h"
#include "store/query.h"

#define RATE_MAX 10000000 /* 1000 % a year */

static gboolean
same (const char *one,
      const char *other)
{
  return g_strcmp0 (one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

gboolean
sheaf_item_same_facts (const SheafItem *one,
                       const SheafItem *other)
{
  return same (one->name, other->name) && same (one->kind, other->kind) &&
         one->party_id == other->party_id && sheaf_date_cmp (one->due, other->due) == 0 &&
         same (one->document, other->document) &&
         sheaf_date_cmp (one->closed, other->closed) == 0 && one->rate == other->rate &&
         sheaf_date_cmp (one->since, other->since) == 0 &&
         sheaf_date_cmp (one->frozen, other->frozen) == 0 && same (one->place, other->place);
}

static gboolean
is_before (SheafDate day,
           SheafDate other)
{
  return !sheaf_date_is_none (day) && !sheaf_date_is_none (other) &&
         sheaf_date_cmp (day, other) < 0;
}

static gboolean
check_facts (const SheafItem *item,
             GError         **error)
{
  if (item->name == NULL || *item->name == '\0')
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
                 _ ("item %s needs a name: give one"), item->code);
  else if (item->kind == NULL || !g_strv_contains (sheaf_item_kinds (), item->kind))
    g_set_error (
        error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
        _ ("“%s” is no kind of item: take one of contract, invoice, advance, bank-account, "
           "tax, fund-source, asset, cost-kind, project, other"),
        item->kind == NULL ? "" : item->kind);
  else if (item->rate < -1 || item->rate > RATE_MAX)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
                 _ ("the rate of item %s is no rate a year: give a decimal fraction from 0 to 10, "
                    "0.085 for 8.5 %%"),
                 item->code);
  else if (is_before (item->due, item->since) || is_before (item->closed, item->since))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
                 _ ("item %s ends or falls due before it begins: check its days"), item->code);
  else if (is_before (item->frozen, item->since))
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
                 _ ("item %s is frozen before it begins: check its days"), item->code);
  else
    return TRUE;
  return FALSE;
}

/* Whose it becomes must fit the rows that are there. */
static gboolean
check_party (SheafBook       *book,
             const SheafItem *item,
             GError         **error)
{
  g_autofree char *other = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), ITEM_OTHER_PARTY,
                             SHEAF_ARGS (SHEAF_INT (item->id),
                                         SHEAF_ID (sheaf_party_survivor (book, item->party_id))),
                             &other, error))
    return FALSE;
  if (other == NULL)
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
               _ ("item %s has rows with %s: name %s as its party, or take another item"),
               item->code, other, other);
  return FALSE;
}

static gboolean
check_closed (SheafBook       *book,
              const SheafItem *item,
              GError         **error)
{
  g_autofree char *last = NULL;
  SheafDate        day;

  if (sheaf_date_is_none (item->closed))
    return TRUE;
  if (!sheaf_store_get_text (sheaf_book_store (book), ITEM_LAST_DAY,
                             SHEAF_ARGS (SHEAF_INT (item->id)), &last, error))
    return FALSE;
  if (last == NULL ||
      (sheaf_date_parse (last, &day, NULL) && sheaf_date_cmp (day, item->closed) <= 0))
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
               _ ("item %s has rows up to %s: close it on that day or later"), item->code, last);
  return FALSE;
}

/* What is left on a closed item could only be moved by a reversal. */
static gboolean
check_settled (SheafBook       *book,
               const SheafItem *item,
               GError         **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), ITEM_BALANCE,
                       SHEAF_ARGS (SHEAF_INT (item->id), SHEAF_DAY (item->closed)), error);
  g_autofree char *left = NULL;

  if (query == NULL)
    return FALSE;
  if (!sheaf_query_next (query, NULL))
    return sheaf_query_finish (query, error);
  left = sheaf_money_to_text (sheaf_query_money (query, 1));
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
               _ ("item %s still has %s on account %s: settle it or move it to another item, then "
                  "close it"),
               item->code, left, sheaf_query_text (query, 0));
  return FALSE;
}

static gboolean
write_facts (SheafBook       *book,
             const SheafItem *item,
             gint64           id,
             gint64           act_id,
             GError         **error)
{
  g_autofree char *fold = sheaf_text_fold (item->name);

  sheaf_item_forget (book);
  return sheaf_store_run (sheaf_book_store (book), ITEM_FACT_INSERT,
                          SHEAF_ARGS (SHEAF_INT (id), SHEAF_TEXT (item->name), SHEAF_TEXT (fold),
                                      SHEAF_TEXT (item->kind), SHEAF_ID (item->party_id),
                                      SHEAF_DAY (item->due), SHEAF_OPTIONAL (item->document),
                                      SHEAF_DAY (item->closed),
                                      item->rate < 0 ? SHEAF_ID (0) : SHEAF_INT (item->rate),
                                      SHEAF_DAY (item->since), SHEAF_DAY (item->frozen),
                                      SHEAF_OPTIONAL (item->place), SHEAF_INT (act_id)),
                          error);
}

gboolean
sheaf_item_insert (SheafBook       *book,
                   const SheafItem *item,
                   gint64          *ret_id,
                   GError         **error)
{
  g_autoptr (SheafAct) act = NULL;
  gint64 id;

  g_return_val_if_fail (book != NULL && item != NULL, FALSE);
  if (!sheaf_item_check_code (item->code, error) || !check_facts (item, error))
    return FALSE;
  if (sheaf_item_find (book, item->code) != 0)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
                   _ ("there is an item %s already: change it, or choose another code"),
                   item->code);
      return FALSE;
    }
  act = sheaf_act_begin (book, "item-insert", item->code, error);
  if (act != NULL)
    sheaf_act_at_end (book, sheaf_search_index);
  if (act == NULL ||
      !sheaf_store_insert (sheaf_book_store (book), ITEM_INSERT,
                           SHEAF_ARGS (SHEAF_TEXT (item->code), SHEAF_TEXT (item->name),
                                       SHEAF_INT (sheaf_act_id (act))),
                           &id, error))
    return FALSE;
  if (!write_facts (book, item, id, sheaf_act_id (act), error) || !sheaf_act_commit (act, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}

gboolean
sheaf_item_change (SheafBook       *book,
                   const SheafItem *item,
                   GError         **error)
{
  g_autoptr (SheafItem) before = NULL;
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && item != NULL, FALSE);
  before = sheaf_item_load (book, item->id, error);
  if (before == NULL || !check_facts (item, error) || !check_party (book, item, error) ||
      !check_closed (book, item, error) ||
      (sheaf_date_is_none (before->closed) && !sheaf_date_is_none (item->closed) &&
       !check_settled (book, item, error)))
    return FALSE;
  if (!before->plain && sheaf_item_same_facts (before, item))
    return TRUE;
  act = sheaf_act_begin (book, "item-change", before->code, error);
  if (act != NULL)
    sheaf_act_at_end (book, sheaf_search_index);
  return act != NULL && write_facts (book, item, item->id, sheaf_act_id (act), error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_item_close (SheafBook *book,
                  gint64     id,
                  SheafDate  last_day,
                  GError   **error)
{
  g_autoptr (SheafItem) item = sheaf_item_load (book, id, error);

  if (item == NULL)
    return FALSE;
  item->closed = last_day;
  return sheaf_item_change (book, item, error);
}

GPtrArray *
sheaf_item_former_list (SheafBook *book,
                        GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), ITEM_FORMER_LIST, SHEAF_NO_ARGS, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_item_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (list, sheaf_item_read (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

gboolean
sheaf_item_add_former (SheafBook       *book,
                       const SheafItem *former,
                       GError         **error)
{
  g_autoptr (SheafItem) now = sheaf_item_load (book, former->id, error);
  g_autoptr (SheafAct) act = NULL;

  if (now == NULL || !check_facts (former, error))
    return FALSE;
  if (now->plain || sheaf_item_same_facts (now, former))
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM,
                   now->plain ? _ ("nothing is said of item %s now: import it with the items first")
                              : _ ("this is what item %s is now: leave it out of what was said "
                                   "before"),
                   now->code);
      return FALSE;
    }
  act = sheaf_act_begin (book, "item-change", now->code, error);
  if (act == NULL)
    return FALSE;
  sheaf_act_at_end (book, sheaf_search_index);
  return write_facts (book, former, now->id, sheaf_act_id (act), error) &&
         write_facts (book, now, now->id, sheaf_act_id (act), error) &&
         sheaf_act_commit (act, error);
}
