/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sides of rows, one after the other. */
#include "ledger/entry.h"

#include "ledger/entry-sql.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "store/query.h"

struct _SheafEntries
{
  SheafQuery        *query;
  const SheafMerges *merges;
  gint64             party_id;
  gint64             item_id;
  char              *product;
  char              *currency;
  char              *other_kind;
  SheafBook         *book;
};

/* By the index that finds the fewest rows. */
static SheafQuery *
open_query (SheafBook              *book,
            const SheafEntryFilter *filter,
            GError                **error)
{
  SheafStore      *store = sheaf_book_store (book);
  const SheafValue account = SHEAF_INT (filter->account_id);
  const SheafValue from = SHEAF_DAY (filter->from), to = SHEAF_DAY (filter->to);

  if (filter->item_id > 0)
    return sheaf_query_new (store, ENTRY_ITEM,
                            SHEAF_ARGS (account, from, to, SHEAF_INT (filter->item_id)), error);
  if (filter->party_id > 0)
    return sheaf_query_new (store, ENTRY_PARTY,
                            SHEAF_ARGS (account, from, to, SHEAF_INT (filter->party_id)), error);
  if (filter->product != NULL && *filter->product != '\0')
    return sheaf_query_new (store, ENTRY_PRODUCT,
                            SHEAF_ARGS (account, from, to, SHEAF_TEXT (filter->product)), error);
  return NULL;
}

static SheafQuery *
open_account (SheafBook              *book,
              const SheafEntryFilter *filter,
              GError                **error)
{
  SheafStore      *store = sheaf_book_store (book);
  const SheafValue args[] = { SHEAF_INT (filter->account_id),
                              SHEAF_DAY (filter->from),
                              SHEAF_DAY (filter->to),
                              { .kind = SHEAF_VALUE_END } };
  gint64           children;

  if (!sheaf_store_get_int (store, ENTRY_CHILDREN, SHEAF_ARGS (SHEAF_INT (filter->account_id)),
                            &children, error))
    return NULL;
  return children > 0 ? sheaf_query_new (store, ENTRY_GROUP, args, error)
                      : sheaf_query_new (store, ENTRY_ACCOUNT, args, error);
}

SheafEntries *
sheaf_entries_open (SheafBook              *book,
                    const SheafEntryFilter *filter,
                    GError                **error)
{
  g_autoptr (SheafEntries) entries = g_new0 (SheafEntries, 1);
  gboolean narrow = filter->item_id > 0 || filter->party_id > 0 ||
                    (filter->product != NULL && *filter->product != '\0');

  entries->merges = sheaf_merges_get (book, error);
  if (entries->merges == NULL)
    return NULL;
  entries->party_id = filter->party_id > 0
                          ? sheaf_merges_survivor (entries->merges, filter->party_id)
                          : filter->party_id;
  entries->item_id = filter->item_id;
  entries->product = g_strdup (filter->product);
  entries->currency = g_strdup (filter->currency);
  entries->other_kind = g_strdup (filter->other_kind);
  entries->book = book;
  entries->query = narrow ? open_query (book, filter, error) : open_account (book, filter, error);
  return entries->query == NULL ? NULL : g_steal_pointer (&entries);
}

void
sheaf_entries_free (SheafEntries *entries)
{
  if (entries == NULL)
    return;
  g_clear_pointer (&entries->query, sheaf_query_free);
  g_free (entries->product);
  g_free (entries->currency);
  g_free (entries->other_kind);
  g_free (entries);
}

static void
read_entry (const SheafEntries *entries,
            SheafEntry         *entry)
{
  const SheafQuery *query = entries->query;
  gint64            quantity = sheaf_query_int (query, 16);

  *entry = (SheafEntry){
    .row_id = sheaf_query_int (query, 0),
    .voucher_id = sheaf_query_int (query, 1),
    .date = sheaf_query_date (query, 2),
    .is_credit = sheaf_query_int (query, 3) != 0,
    .contra_id = sheaf_query_int (query, 4),
    .amount = sheaf_query_money (query, 5),
    .party_id = sheaf_merges_survivor (entries->merges, sheaf_query_int (query, 6)),
    .item_id = sheaf_query_int (query, 7),
    .account_id = sheaf_query_int (query, 8),
    .scope = (SheafScope) sheaf_query_int (query, 9),
    .layer = (SheafLayer) sheaf_query_int (query, 10),
    .description = sheaf_query_text (query, 11),
    .due = sheaf_query_date (query, 12),
    .document = sheaf_query_text (query, 13),
    .document_date = sheaf_query_date (query, 14),
    .product = sheaf_query_text (query, 15),
    .currency = sheaf_query_text (query, 17),
    .foreign = sheaf_query_int (query, 18),
    .rate = sheaf_query_int (query, 19),
    .number = sheaf_query_text (query, 20),
    .kind = (SheafVoucherKind) sheaf_query_int (query, 21),
    .reverses_id = sheaf_query_int (query, 22),
    .contra_party_id = sheaf_merges_survivor (entries->merges, sheaf_query_int (query, 23)),
    .contra_item_id = sheaf_query_int (query, 24),
    .memo = sheaf_query_text (query, 25),
    .season = sheaf_query_text (query, 26),
  };
  entry->quantity = SHEAF_QUANTITY (entry->amount.units < 0 ? -quantity : quantity);
}

static gboolean
is_of_kind (const SheafEntries *entries,
            gint64              item_id)
{
  const SheafItem *item = item_id == 0 ? NULL : sheaf_item_get (entries->book, item_id, NULL);

  return item != NULL && g_str_equal (item->kind, entries->other_kind);
}

static gboolean
fits (const SheafEntries *entries,
      const SheafEntry   *entry)
{
  return (entries->party_id == SHEAF_ENTRY_ANY || entries->party_id == entry->party_id) &&
         (entries->item_id == SHEAF_ENTRY_ANY || entries->item_id == entry->item_id) &&
         (entries->product == NULL || g_str_equal (entries->product, entry->product)) &&
         (entries->currency == NULL || g_str_equal (entries->currency, entry->currency)) &&
         (entries->other_kind == NULL || !is_of_kind (entries, entry->item_id));
}

gboolean
sheaf_entries_next (SheafEntries *entries,
                    SheafEntry   *ret_entry)
{
  while (sheaf_query_next (entries->query, NULL))
    {
      read_entry (entries, ret_entry);
      if (fits (entries, ret_entry))
        return TRUE;
    }
  return FALSE;
}

gboolean
sheaf_entries_finish (const SheafEntries *entries,
                      GError            **error)
{
  return sheaf_query_finish (entries->query, error);
}

/* The day of a row; a journal has thousands of each, one after the other. */
typedef struct
{
  char      text[12];
  SheafDate date;
} LastDay;

static SheafDate
read_day (const SheafQuery *query,
          guint             column,
          LastDay          *last)
{
  const char *text = sheaf_query_text (query, column);

  if (!g_str_equal (text, last->text))
    {
      (void) g_strlcpy (last->text, text, sizeof last->text);
      last->date = sheaf_query_date (query, column);
    }
  return last->date;
}

gboolean
sheaf_entry_row_words (SheafBook *book,
                       gint64     row_id,
                       char     **ret_number,
                       char     **ret_description,
                       GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), ENTRY_ROW_WORDS,
                                                  SHEAF_ARGS (SHEAF_INT (row_id)), error);
  gboolean there;

  if (query == NULL)
    return FALSE;
  there = sheaf_query_next (query, NULL);
  if (!sheaf_query_finish (query, error))
    return FALSE;
  *ret_number = there ? g_strdup (sheaf_query_text (query, 0)) : g_strdup ("");
  *ret_description = there ? g_strdup (sheaf_query_text (query, 1)) : g_strdup ("");
  return TRUE;
}

gboolean
sheaf_entry_each_row (SheafBook        *book,
                      SheafDate         from,
                      SheafDate         to,
                      SheafEntryRowFunc each,
                      gpointer          data,
                      GError          **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), ENTRY_JOURNAL,
                               SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error);
  LastDay       day = { .text = "", .date = SHEAF_DATE_NONE };
  SheafEntryRow row;

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      row.voucher_id = sheaf_query_int (query, 0);
      row.date = read_day (query, 1, &day);
      row.number = sheaf_query_text (query, 2);
      row.row_id = sheaf_query_int (query, 3);
      row.debit_id = sheaf_query_int (query, 4);
      row.credit_id = sheaf_query_int (query, 5);
      row.amount = sheaf_query_money (query, 6);
      row.description = sheaf_query_text (query, 7);
      if (!each (&row, data, error))
        return FALSE;
    }
  return sheaf_query_finish (query, error);
}

gboolean
sheaf_entry_each_id (SheafBook        *book,
                     SheafDate         from,
                     SheafDate         to,
                     SheafEntryRowFunc each,
                     gpointer          data,
                     GError          **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), ENTRY_JOURNAL_IDS,
                               SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error);
  SheafEntryRow row = { .number = "", .description = "", .date = SHEAF_DATE_NONE };

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      row.row_id = sheaf_query_int (query, 0);
      row.debit_id = sheaf_query_int (query, 1);
      if (!each (&row, data, error))
        return FALSE;
    }
  return sheaf_query_finish (query, error);
}
