/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a detailed book: one an account, a party, an item, a currency, a product, as its
 * form says. */
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "reports/book-private.h"

/* What sheets are apart by, from [form] sheets, and what is asked for. */
typedef struct
{
  SheafBookWriter *writer;
  gboolean         by_party, by_item, by_currency, by_product, groups;
  gboolean         items;             /* by_item as the form says, whatever the account */
  gint64           party_id, item_id; /* 0: any */
  const char      *product;
  char            *item_kind; /* only items of this kind are sheets of their own */
  GPtrArray       *sheets;
  GHashTable      *found; /* of SheafBookSheet of the account under way, by itself */
} Making;

static void
free_sheet (gpointer data)
{
  SheafBookSheet *sheet = data;

  g_free (sheet->currency);
  g_free (sheet->product);
  g_free (sheet->party_code);
  g_free (sheet->party_name);
  g_free (sheet->item_code);
  g_free (sheet);
}

static guint
sheet_hash (gconstpointer key)
{
  const SheafBookSheet *sheet = key;

  return (guint) (sheet->party_id * 1009 + sheet->item_id * 65537) ^
         (sheet->currency == NULL ? 0 : g_str_hash (sheet->currency)) ^
         (sheet->product == NULL ? 0 : g_str_hash (sheet->product));
}

static gboolean
sheet_equal (gconstpointer a,
             gconstpointer b)
{
  const SheafBookSheet *x = a, *y = b;

  return x->party_id == y->party_id && x->item_id == y->item_id &&
         g_strcmp0 (x->currency, y->currency) == 0 && g_strcmp0 (x->product, y->product) == 0;
}

/* The sheet of the account with these, made when it is new. */
static SheafBookSheet *
take_sheet (Making             *making,
            const SheafAccount *account,
            gint64              party_id,
            gint64              item_id,
            const char         *currency,
            const char         *product)
{
  SheafBookSheet  key = { .account = account,
                          .party_id = making->by_party ? party_id : SHEAF_ENTRY_ANY,
                          .item_id = making->by_item ? item_id : SHEAF_ENTRY_ANY,
                          .currency = (char *) currency,
                          .product = (char *) product };
  SheafBookSheet *sheet = g_hash_table_lookup (making->found, &key);

  if (sheet != NULL)
    return sheet;
  sheet = g_memdup2 (&key, sizeof key);
  sheet->currency = g_strdup (currency);
  sheet->product = g_strdup (product);
  g_hash_table_add (making->found, sheet);
  g_ptr_array_add (making->sheets, sheet);
  return sheet;
}

/* Items of another kind count as none. */
static gint64
item_of_kind (Making *making,
              gint64  item_id)
{
  const SheafItem *item;

  if (item_id == 0 || making->item_kind == NULL)
    return item_id;
  item = sheaf_item_get (making->writer->book, item_id, NULL);
  return item != NULL && g_strcmp0 (item->kind, making->item_kind) == 0 ? item_id : 0;
}

static GPtrArray *
load_kept (Making             *making,
           const SheafAccount *account,
           GError            **error)
{
  SheafBookWriter *writer = making->writer;

  if (making->by_product)
    return sheaf_entry_product_sheets (writer->book, account->id, writer->from, writer->to, error);
  if (making->by_currency)
    return sheaf_entry_currency_sheets (writer->book, account->id, writer->from, writer->to,
                                        error);
  return sheaf_entry_sheets (writer->book, account->id, writer->from, writer->to, error);
}

/* What the account had before, without what its sheets had: rows that name nobody and nothing. */
static gboolean
add_rest (Making             *making,
          const SheafAccount *account,
          SheafMoney          kept,
          GError            **error)
{
  SheafNeeds      needs = account->needs;
  SheafMoney      before;
  SheafBookSheet *sheet;

  if (making->by_currency ||
      (making->by_party && (needs == SHEAF_NEEDS_PARTY || needs == SHEAF_NEEDS_BOTH)))
    return TRUE;
  if (!sheaf_book_before (making->writer, account, &before, error))
    return FALSE;
  sheet = take_sheet (making, account, 0, 0, NULL, making->by_product ? "" : NULL);
  sheet->before = sheaf_money_add (sheet->before, sheaf_money_sub (before, kept));
  return TRUE;
}

static gboolean
add_account (Making             *making,
             const SheafAccount *account,
             GError            **error)
{
  g_autoptr (GPtrArray) kept = NULL;
  SheafMoney sum = SHEAF_MONEY_ZERO;

  g_hash_table_remove_all (making->found);
  making->by_item = making->items || sheaf_book_counts_units (making->writer, account);
  if (!making->by_party && !making->by_item && !making->by_currency && !making->by_product)
    return sheaf_book_before (making->writer, account,
                              &take_sheet (making, account, 0, 0, NULL, NULL)->before, error);
  kept = load_kept (making, account, error);
  for (guint i = 0; kept != NULL && i < kept->len; i++)
    {
      const SheafEntrySheet *one = kept->pdata[i];
      SheafBookSheet        *sheet;

      if (!making->by_product && !making->by_currency && one->party_id == 0 && one->item_id == 0)
        continue; /* counted by the rest */
      sheet = take_sheet (making, account, one->party_id, item_of_kind (making, one->item_id),
                          one->currency, one->product);
      sheet->before = sheaf_money_add (sheet->before, one->before);
      sheet->foreign += one->foreign;
      sheet->quantity.thousandths += one->quantity.thousandths;
      sum = sheaf_money_add (sum, one->before);
    }
  return kept != NULL && add_rest (making, account, sum, error);
}

static gboolean
is_asked (const Making         *making,
          const SheafBookSheet *sheet)
{
  const char *currency = making->writer->question->currency;

  return (making->party_id == 0 || !making->by_party || sheet->party_id == making->party_id) &&
         (making->item_id == 0 || !making->by_item || sheet->item_id == making->item_id) &&
         (making->product == NULL || !making->by_product ||
          g_strcmp0 (sheet->product, making->product) == 0) &&
         (currency == NULL || !making->by_currency ||
          g_ascii_strcasecmp (sheet->currency, currency) == 0);
}

/* [form] against: only items that came about opposite one of these accounts; rows without an item
 * are none of them. */
static gboolean
came_from (const Making         *making,
           const SheafBookSheet *sheet,
           char                **against,
           gboolean             *ret_came,
           GError              **error)
{
  SheafBookWriter       *writer = making->writer;
  const SheafEntryFilter filter = { .account_id = sheet->account->id,
                                    .from = sheaf_book_first_day (writer->book),
                                    .to = writer->to,
                                    .party_id = SHEAF_ENTRY_ANY,
                                    .item_id = sheet->item_id };
  g_autoptr (SheafEntries) entries = NULL;
  SheafEntry entry;

  *ret_came = *against == NULL;
  if (*ret_came || sheet->item_id <= 0)
    return TRUE;
  entries = sheaf_entries_open (writer->book, &filter, error);
  if (entries == NULL)
    return FALSE;
  while (!*ret_came && sheaf_entries_next (entries, &entry))
    *ret_came = !entry.is_credit && sheaf_book_is_under (writer, entry.contra_id, against);
  return *ret_came || sheaf_entries_finish (entries, error);
}

/* Codes for the order and the names, then only the sheets asked for. */
static gboolean
name_sheets (Making  *making,
             GError **error)
{
  SheafBook *book = making->writer->book;
  g_auto (GStrv) against = sheaf_book_options (making->writer, "against");

  for (guint i = making->sheets->len; i-- > 0;)
    {
      SheafBookSheet *sheet = making->sheets->pdata[i];
      g_autoptr (SheafParty) party = NULL;
      gboolean came = FALSE;

      if (is_asked (making, sheet) && !came_from (making, sheet, against, &came, error))
        return FALSE;
      if (!came)
        {
          g_ptr_array_remove_index (making->sheets, i);
          continue;
        }
      sheet->wanted = making->party_id != 0 || making->item_id != 0 || making->product != NULL;
      if (sheet->item_id > 0)
        sheet->item_code = sheaf_item_code (book, sheet->item_id);
      if (sheet->party_id <= 0)
        continue;
      party = sheaf_party_load (book, sheet->party_id, error);
      if (party == NULL)
        return FALSE;
      sheet->party_code = g_strdup (party->code);
      sheet->party_name = g_strdup (party->name);
    }
  return TRUE;
}

/* Rows that name nobody come last. */
static int
compare_codes (const char *one,
               const char *other)
{
  if (one == NULL || *one == '\0' || other == NULL || *other == '\0')
    return (one == NULL || *one == '\0') - (other == NULL || *other == '\0');
  return g_strcmp0 (one, other);
}

static int
compare_sheets (gconstpointer a,
                gconstpointer b)
{
  const SheafBookSheet *x = *(SheafBookSheet *const *) a, *y = *(SheafBookSheet *const *) b;
  int                   order = g_strcmp0 (x->account->code, y->account->code);

  /* off-balance accounts (0xx) come last, as in the chart */
  if (order != 0 && (*x->account->code == '0') != (*y->account->code == '0'))
    return *x->account->code == '0' ? 1 : -1;
  if (order == 0)
    order = compare_codes (x->party_code, y->party_code);
  if (order == 0)
    order = compare_codes (x->item_code, y->item_code);
  if (order == 0)
    order = compare_codes (x->product, y->product);
  return order == 0 ? g_strcmp0 (x->currency, y->currency) : order;
}

/* A party or item asked for by name without any balance or entry: an empty sheet of each account
 * asked for by name. */
static gboolean
add_wanted (Making          *making,
            const GPtrArray *accounts)
{
  if (making->sheets->len > 0 || making->writer->question->account == NULL ||
      making->by_currency || accounts->len != 1 ||
      (making->party_id == 0 && making->item_id == 0 && making->product == NULL))
    return FALSE;
  g_hash_table_remove_all (making->found);
  take_sheet (making, accounts->pdata[0], making->party_id, making->item_id, NULL,
              making->by_product ? making->product : NULL);
  return TRUE;
}

static gboolean
make_sheets (Making  *making,
             GError **error)
{
  g_autoptr (GPtrArray) accounts = sheaf_book_accounts (making->writer, making->groups, error);

  if (accounts == NULL || !sheaf_book_question_ids (making->writer, &making->party_id,
                                                    &making->item_id, error))
    return FALSE;
  making->product = making->writer->question->product;
  for (guint i = 0; i < accounts->len; i++)
    if (!add_account (making, accounts->pdata[i], error))
      return FALSE;
  if (!name_sheets (making, error))
    return FALSE;
  if (add_wanted (making, accounts) && !name_sheets (making, error))
    return FALSE;
  g_ptr_array_sort (making->sheets, compare_sheets);
  return TRUE;
}

GPtrArray *
sheaf_book_sheets (SheafBookWriter *writer,
                   GError         **error)
{
  g_auto (GStrv) words = sheaf_book_options (writer, "sheets");
  g_autofree char *kind = sheaf_book_option (writer, "item_kind");
  g_autoptr (GHashTable) found = g_hash_table_new (sheet_hash, sheet_equal);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_sheet);
  const char *const *by = (const char *const *) words;
  Making             making = { .writer = writer,
                                .by_party = g_strv_contains (by, "party"),
                                .items = g_strv_contains (by, "item"),
                                .by_currency = g_strv_contains (by, "currency"),
                                .by_product = g_strv_contains (by, "product"),
                                .groups = g_strv_contains (by, "group") ||
                                          (writer->question->account != NULL &&
                               sheaf_book_flag (writer, "group_asked")),
                                .item_kind = kind,
                                .sheets = sheets,
                                .found = found };

  return make_sheets (&making, error) ? g_steal_pointer (&sheets) : NULL;
}
