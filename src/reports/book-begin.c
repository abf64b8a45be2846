/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of a sheet: what its lines above the table say of account, party, item and
 * product. */
#include "ledger/item.h"
#include "reports/book-private.h"
#include "reports/cell.h"
#include "trade/product.h"

gboolean
sheaf_book_counts_units (const SheafBookWriter *writer,
                         const SheafAccount    *account)
{
  const SheafAccount *counter = sheaf_chart_by_role (writer->chart, "foreign-units", NULL);

  return counter != NULL && account->postable &&
         sheaf_chart_is_under (writer->chart, account, counter);
}

/* What a sheet's item says of itself. */
typedef struct
{
  char *name, *document, *since, *due, *rate, *term, *place;
} ItemWords;

static void
clear_words (ItemWords *words)
{
  g_free (words->name);
  g_free (words->document);
  g_free (words->since);
  g_free (words->due);
  g_free (words->rate);
  g_free (words->term);
  g_free (words->place);
}

/* Whole months between two days; days where they are not whole. */
static char *
describe_term (SheafBookWriter *writer,
               SheafDate        since,
               SheafDate        due)
{
  int months = 12 * (sheaf_date_year (due) - sheaf_date_year (since)) + sheaf_date_month (due) -
               sheaf_date_month (since);
  gboolean         whole = sheaf_date_day (since) == sheaf_date_day (due) && months > 0;
  g_autofree char *text = sheaf_book_text (writer, whole ? "months" : "days");
  g_autoptr (GString) filled = g_string_new (text == NULL ? "{n}" : text);
  g_autofree char *n = g_strdup_printf ("%d", whole ? months : due.days - since.days);

  g_string_replace (filled, "{n}", n, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static void
fill_words (SheafBookWriter *writer,
            gint64           item_id,
            ItemWords       *words)
{
  const SheafItem *item = item_id > 0 ? sheaf_item_get (writer->book, item_id, NULL) : NULL;

  if (item == NULL)
    return;
  words->name = g_strdup (item->name);
  words->place = g_strdup (item->place);
  words->document = g_strdup (item->document != NULL && *item->document != '\0' ? item->document
                                                                                : item->code);
  if (!sheaf_date_is_none (item->since))
    words->since = sheaf_date_format (item->since, writer->language);
  if (!sheaf_date_is_none (item->due))
    words->due = sheaf_date_format (item->due, writer->language);
  if (item->rate >= 0)
    {
      SheafCell cell = { .state = SHEAF_CELL_FILLED, .number = item->rate };

      words->rate = sheaf_cell_format (&cell, SHEAF_CELL_RATE, NULL, writer->language);
    }
  if (!sheaf_date_is_none (item->since) && !sheaf_date_is_none (item->due))
    words->term = describe_term (writer, item->since, item->due);
}

/* "131 KH1 HD1", for programs. */
static char *
sheet_name (const SheafBookSheet *sheet)
{
  GString *name = g_string_new (sheet->account == NULL ? "" : sheet->account->code);

  const char *parts[] = { sheet->party_code, sheet->item_code, sheet->product, sheet->currency };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts[i]);
  return g_string_free (name, FALSE);
}

gboolean
sheaf_book_sheet_begin (SheafBookWriter      *writer,
                        const SheafBookSheet *sheet,
                        GPtrArray            *columns,
                        GError              **error)
{
  const SheafAccount *account = sheet->account;
  g_autofree char    *name = sheet_name (sheet);
  gint64              product_id =
      sheet->product == NULL ? 0 : sheaf_product_find (writer->book, sheet->product);
  g_autoptr (SheafProduct) product =
      product_id == 0 ? NULL : sheaf_product_load (writer->book, product_id, NULL);
  ItemWords words = { 0 };
  gboolean  done;

  writer->units[0] = '\0';
  if (account != NULL && sheet->item_code != NULL && sheaf_book_counts_units (writer, account))
    (void) g_strlcpy (writer->units, sheet->item_code, sizeof writer->units);
  fill_words (writer, sheet->item_id, &words);
  {
    const char *facts[] = {
      "account",
      account == NULL ? NULL : account->code,
      "account_name",
      account == NULL ? NULL : sheaf_account_name (account, writer->language),
      "party",
      sheet->party_code,
      "party_name",
      sheet->party_name,
      "item",
      sheet->item_code,
      "item_name",
      words.name,
      "document",
      words.document,
      "since",
      words.since,
      "due",
      words.due,
      "rate",
      words.rate,
      "term",
      words.term,
      "place",
      words.place,
      "product",
      sheet->product,
      "product_name",
      product == NULL ? sheet->product : product->name,
      "unit",
      product == NULL ? NULL : product->unit,
      "currency",
      sheet->currency,
      NULL,
    };

    done = sheaf_book_writer_section (writer, name, facts, columns, error);
  }
  clear_words (&words);
  return done;
}

SheafEntries *
sheaf_book_sheet_entries (SheafBookWriter      *writer,
                          const SheafBookSheet *sheet,
                          GError              **error)
{
  g_autofree char *kind = sheaf_book_option (writer, "item_kind");
  SheafEntryFilter filter = { .account_id = sheet->account->id,
                              .from = writer->from,
                              .to = writer->to,
                              .party_id = sheet->party_id,
                              .item_id = sheet->item_id,
                              .product = sheet->product,
                              .currency = sheet->currency };

  if (kind != NULL && sheet->item_id == 0) /* items of other kinds have no sheets of their own */
    {
      filter.item_id = SHEAF_ENTRY_ANY;
      filter.other_kind = kind;
    }
  return sheaf_entries_open (writer->book, &filter, error);
}

/* The head's columns; dots for the account that headings would name. */
static GPtrArray *
columns_without_account (const SheafBookWriter *writer)
{
  GPtrArray *columns = sheaf_report_columns_new ();

  for (guint i = 0; i < writer->head->columns->len; i++)
    {
      const SheafReportColumn *column = writer->head->columns->pdata[i];
      g_autofree char         *heading = sheaf_book_name_account (column->heading, "…");
      g_autofree char         *group = sheaf_book_name_account (column->group, "…");

      sheaf_report_column_add (columns, column->key, group, heading, column->mark, column->kind,
                               column->weight);
    }
  return columns;
}

gboolean
sheaf_book_writer_empty (SheafBookWriter *writer,
                         GError         **error)
{
  const SheafBookSheet none = { .account = NULL };
  g_autoptr (GPtrArray) columns = columns_without_account (writer);

  return sheaf_book_sheet_begin (writer, &none, columns, error);
}
