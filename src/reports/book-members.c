/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books of single members: the services each had from the co-op (S23), the capital each paid in and
 * took back (S31). */
#include "base/i18n.h"
#include "capital/event.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "reports/book-private.h"
#include "trade/product.h"
#include "trade/supply.h"

#include <string.h>

#define MAX_SERVICES 9

/* Members in code order, or the one asked for. */
static GPtrArray *
list_members (SheafBookWriter *writer,
              GError         **error)
{
  gint64 party_id, item_id;
  g_autoptr (GPtrArray) all = NULL;

  if (!sheaf_book_question_ids (writer, &party_id, &item_id, error))
    return NULL;
  all = sheaf_party_list_all (writer->book, error);
  for (guint i = all == NULL ? 0 : all->len; i-- > 0;)
    {
      const SheafParty *party = all->pdata[i];

      if (party_id != 0 ? party->id != party_id : party->kind != SHEAF_PARTY_MEMBER)
        g_ptr_array_remove_index (all, i);
    }
  return g_steal_pointer (&all);
}

static gboolean
begin_member (SheafBookWriter  *writer,
              const SheafParty *party,
              GPtrArray        *columns,
              GError          **error)
{
  const SheafBookSheet sheet = { .party_id = party->id,
                                 .party_code = party->code,
                                 .party_name = party->name };

  return sheaf_book_sheet_begin (writer, &sheet, columns, error);
}

/* ---------------------------------------------------------------- services */

typedef struct
{
  SheafBookWriter *writer;
  GPtrArray       *products; /* all services of the co-op, of SheafProduct */
  guint            places;
  GPtrArray       *columns; /* with the services' names */
  guint            first;
  SheafQuantity    used[MAX_SERVICES];
  SheafMoney       amount;
} Services;

/* The column of a product: one of its own, or the last, which takes the others; below 0: not a
 * service. */
static int
place_of (const Services *services,
          gint64          product_id)
{
  for (guint i = 0; i < services->products->len; i++)
    if (((SheafProduct *) services->products->pdata[i])->id == product_id)
      return (int) MIN (i, services->places - 1);
  return -1;
}

static GPtrArray *
name_columns (const Services *services)
{
  SheafBookWriter *writer = services->writer;
  GPtrArray       *columns = sheaf_report_columns_new ();
  g_autofree char *others = sheaf_book_text (writer, "others");

  for (guint i = 0; i < writer->head->columns->len; i++)
    {
      const SheafReportColumn *column = writer->head->columns->pdata[i];
      int                      at = (int) i - writer->place[CELL_SERVICE1];
      const char              *heading = column->heading;

      if (at >= 0 && at < (int) services->places && at < (int) services->products->len)
        heading = at == (int) services->places - 1 && services->products->len > services->places
                      ? others
                      : ((SheafProduct *) services->products->pdata[at])->name;
      sheaf_report_column_add (columns, column->key, column->group, heading, column->mark,
                               column->kind, column->weight);
    }
  return columns;
}

static gboolean
write_supply (Services          *services,
              const SheafSupply *supply,
              int                place,
              GError           **error)
{
  SheafBookWriter *writer = services->writer;
  g_autoptr (SheafProduct) product = sheaf_product_load (writer->book, supply->product_id, error);

  if (product == NULL)
    return FALSE;
  services->used[place].thousandths += supply->quantity.thousandths;
  services->amount = sheaf_money_add (services->amount, supply->amount);
  sheaf_book_put_day (writer, CELL_DATE, supply->date);
  sheaf_book_put_text (writer, CELL_NUMBER, supply->number);
  sheaf_book_put_day (writer, CELL_VOUCHER_DATE, supply->date);
  sheaf_book_put_text (writer, CELL_DESCRIPTION, product->name);
  sheaf_book_put_text (writer, CELL_UNIT, product->unit);
  sheaf_book_put_number (writer, (SheafBookCell) (CELL_SERVICE1 + place),
                         supply->quantity.thousandths);
  sheaf_book_put_number (writer, CELL_PRICE,
                         sheaf_book_price (supply->amount, supply->quantity));
  sheaf_book_put_money (writer, CELL_AMOUNT, supply->amount);
  writer->row.voucher_id = supply->voucher_id;
  writer->row.party_id = supply->party_id;
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
end_services (Services *services,
              GError  **error)
{
  SheafBookWriter *writer = services->writer;

  for (guint i = 0; i < services->places; i++)
    if (services->used[i].thousandths != 0)
      sheaf_book_put_sum (writer, (SheafBookCell) (CELL_SERVICE1 + i),
                          SHEAF_MONEY (services->used[i].thousandths), services->first);
  sheaf_book_put_sum (writer, CELL_AMOUNT, services->amount, services->first);
  sheaf_book_put_label (writer, "total");
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error);
}

static gboolean
is_asked (const Services    *services,
          const SheafSupply *supply)
{
  const char *code = services->writer->question->product;

  return code == NULL || sheaf_product_find (services->writer->book, code) == supply->product_id;
}

static gboolean
write_member (Services         *services,
              const SheafParty *party,
              guint            *n_sheets,
              GError          **error)
{
  SheafBookWriter *writer = services->writer;
  g_autoptr (GPtrArray) supplies =
      sheaf_supply_list (writer->book, party->id, writer->from, writer->to, error);
  gboolean begun = FALSE;

  memset (services->used, 0, sizeof services->used);
  services->amount = SHEAF_MONEY_ZERO;
  for (guint i = 0; supplies != NULL && i < supplies->len; i++)
    {
      const SheafSupply *supply = supplies->pdata[i];
      int                place = place_of (services, supply->product_id);

      if (place < 0 || supply->reversed_by == -1 || !is_asked (services, supply))
        continue;
      if (!begun && !begin_member (writer, party, services->columns, error))
        return FALSE;
      if (!begun)
        services->first = writer->n_rows;
      begun = TRUE;
      if (!write_supply (services, supply, place, error))
        return FALSE;
    }
  *n_sheets += begun;
  return supplies != NULL && (!begun || end_services (services, error));
}

gboolean
sheaf_book_write_services (SheafBookWriter *writer,
                           GError         **error)
{
  g_autoptr (GPtrArray) members = list_members (writer, error);
  g_autoptr (GPtrArray)
      products = members == NULL ? NULL : sheaf_product_list (writer->book, error);
  g_autoptr (GPtrArray) columns = NULL;
  Services services = { .writer = writer, .products = products };
  guint    n_sheets = 0;

  if (products == NULL || !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = products->len; i-- > 0;)
    if (((SheafProduct *) products->pdata[i])->kind != SHEAF_PRODUCT_SERVICE)
      g_ptr_array_remove_index (products, i);
  while (services.places < MAX_SERVICES &&
         sheaf_book_has (writer, (SheafBookCell) (CELL_SERVICE1 + services.places)))
    services.places++;
  columns = name_columns (&services);
  services.columns = columns;
  for (guint i = 0; i < members->len; i++)
    if (!write_member (&services, members->pdata[i], &n_sheets, error))
      return FALSE;
  return n_sheets > 0 || sheaf_book_writer_empty (writer, error);
}

/* ---------------------------------------------------------------- capital */

typedef struct
{
  char  *number;
  gint64 contra_id;
} Posting;

static void
free_posting (gpointer data)
{
  g_free (((Posting *) data)->number);
  g_free (data);
}

/* The vouchers behind a member's capital, by id. */
static GHashTable *
load_postings (SheafBookWriter *writer,
               gint64           party_id,
               GError         **error)
{
  const SheafAccount    *capital = sheaf_chart_by_role (writer->chart, "member-capital", error);
  const SheafEntryFilter filter = { .account_id = capital == NULL ? 0 : capital->id,
                                    .from = sheaf_book_first_day (writer->book),
                                    .to = writer->to,
                                    .party_id = party_id,
                                    .item_id = SHEAF_ENTRY_ANY };
  g_autoptr (SheafEntries)
      entries = capital == NULL ? NULL : sheaf_entries_open (writer->book, &filter, error);
  g_autoptr (GHashTable)
      postings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_posting);
  SheafEntry entry;

  if (entries == NULL)
    return NULL;
  while (sheaf_entries_next (entries, &entry))
    {
      Posting *posting = g_new0 (Posting, 1);

      posting->number = g_strdup (entry.number);
      posting->contra_id = entry.contra_id;
      g_hash_table_replace (postings, g_memdup2 (&entry.voucher_id, sizeof entry.voucher_id),
                            posting);
    }
  return sheaf_entries_finish (entries, error) ? g_steal_pointer (&postings) : NULL;
}

/* The column that an event stands in for the member; CELL_LAST: what is promised is not written. */
static SheafBookCell
column_of (const SheafCapitalEvent *event,
           gint64                   party_id)
{
  switch (event->event)
    {
    case SHEAF_CAPITAL_PAY:
    case SHEAF_CAPITAL_PAY_IN_KIND:
    case SHEAF_CAPITAL_CAPITALISE:
      return CELL_PAID_IN;
    case SHEAF_CAPITAL_REFUND:
      return CELL_PAID_BACK;
    case SHEAF_CAPITAL_TRANSFER_OUT:
      return event->party_id == party_id ? CELL_PAID_BACK : CELL_PAID_IN;
    case SHEAF_CAPITAL_COMMIT:
    case SHEAF_CAPITAL_REDUCE:
      break;
    }
  return CELL_LAST;
}

typedef struct
{
  SheafBookWriter  *writer;
  const SheafParty *party;
  GHashTable       *postings;
  gboolean          begun;
  guint             first;
  SheafMoney        in, back;
} Capital;

static gboolean
write_event (Capital                 *capital,
             const SheafCapitalEvent *event,
             SheafBookCell            column,
             GError                 **error)
{
  SheafBookWriter *writer = capital->writer;
  const Posting   *posting = g_hash_table_lookup (capital->postings, &event->voucher_id);
  g_autofree char *key = g_strdup_printf ("event_%s", sheaf_capital_kind_to_word (event->event));
  g_autofree char *words = sheaf_book_text (writer, key);
  SheafMoney       amount =
      event->reverses_id != 0 ? sheaf_money_neg (event->amount) : event->amount;
  SheafMoney *sum = column == CELL_PAID_IN ? &capital->in : &capital->back;

  if (!capital->begun && !begin_member (writer, capital->party, NULL, error))
    return FALSE;
  if (!capital->begun)
    capital->first = writer->n_rows;
  capital->begun = TRUE;
  *sum = sheaf_money_add (*sum, amount);
  sheaf_book_put_day (writer, CELL_DATE, event->date);
  sheaf_book_put_day (writer, CELL_VOUCHER_DATE, event->date);
  sheaf_book_put_text (writer, CELL_DESCRIPTION,
                       event->description != NULL && *event->description != '\0'
                           ? event->description
                           : words);
  if (posting != NULL)
    {
      sheaf_book_put_text (writer, CELL_NUMBER, posting->number);
      sheaf_book_put_text (writer, CELL_CONTRA,
                           sheaf_book_account_code (writer, posting->contra_id));
    }
  sheaf_book_put_money (writer, column, amount);
  writer->row.voucher_id = event->voucher_id;
  writer->row.party_id = capital->party->id;
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
end_capital (Capital *capital,
             GError **error)
{
  SheafBookWriter *writer = capital->writer;

  sheaf_book_put_sum (writer, CELL_PAID_IN, capital->in, capital->first);
  sheaf_book_put_sum (writer, CELL_PAID_BACK, capital->back, capital->first);
  sheaf_book_put_label (writer, "total");
  if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error))
    return FALSE;
  sheaf_book_put_label (writer, "closing");
  sheaf_book_put_money (writer, CELL_PAID_IN, sheaf_money_sub (capital->in, capital->back));
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_CLOSING, error);
}

static gboolean
write_capital_member (SheafBookWriter  *writer,
                      const SheafParty *party,
                      guint            *n_sheets,
                      GError          **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (writer->book, party->id, error);
  g_autoptr (GHashTable)
      postings = events == NULL ? NULL : load_postings (writer, party->id, error);
  Capital capital = { .writer = writer, .party = party, .postings = postings };

  if (postings == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const SheafCapitalEvent *event = events->pdata[i];
      SheafBookCell            column = column_of (event, party->id);

      if (column == CELL_LAST || event->reversed_by == -1 ||
          sheaf_date_cmp (event->date, writer->to) > 0)
        continue;
      if (!write_event (&capital, event, column, error))
        return FALSE;
    }
  *n_sheets += capital.begun;
  return !capital.begun || end_capital (&capital, error);
}

/* The book of contributions is kept on over the years: from that of the first one. */
static gboolean
name_first_year (SheafBookWriter *writer,
                 GError         **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (writer->book, 0, error);
  const SheafCapitalEvent *first = events == NULL || events->len == 0 ? NULL : events->pdata[0];
  g_autofree char         *year = NULL;

  if (events == NULL)
    return FALSE;
  year = g_strdup_printf ("%d", sheaf_date_year (first == NULL ? writer->from : first->date));
  for (char **line = writer->head->subtitles; *line != NULL; line++)
    {
      GString *text = g_string_new (*line);

      g_string_replace (text, "{since_year}", year, 0);
      g_free (*line);
      *line = g_string_free (text, FALSE);
    }
  return TRUE;
}

gboolean
sheaf_book_write_capital (SheafBookWriter *writer,
                          GError         **error)
{
  g_autoptr (GPtrArray) members = list_members (writer, error);
  guint n_sheets = 0;

  if (members == NULL || !name_first_year (writer, error) ||
      !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (!write_capital_member (writer, members->pdata[i], &n_sheets, error))
      return FALSE;
  return n_sheets > 0 || sheaf_book_writer_empty (writer, error);
}
