/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assets and tools where they are used (S10): a sheet a place, what came, what went. */
#include "base/i18n.h"
#include "reports/book-private.h"
#include "trade/product.h"

#include <string.h>

/* What is counted by items is one piece unless its rows say how many: it comes with its first
 * value and goes with its last. */
#define ONE 1000

static const char *
place_of (SheafBookWriter      *writer,
          const SheafBookSheet *sheet)
{
  const SheafItem *item =
      sheet->item_id > 0 ? sheaf_item_get (writer->book, sheet->item_id, NULL) : NULL;

  return item == NULL || item->place == NULL ? "" : g_intern_string (item->place);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const char *one = *(const char *const *) a, *other = *(const char *const *) b;

  return *one == '\0' || *other == '\0' ? (*one == '\0') - (*other == '\0') : strcmp (one, other);
}

static GPtrArray *
list_places (SheafBookWriter *writer,
             const GPtrArray *sheets)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < sheets->len; i++)
    {
      const char *place = place_of (writer, sheets->pdata[i]);

      if (!g_ptr_array_find_with_equal_func (places, place, g_str_equal, NULL))
        g_ptr_array_add (places, (gpointer) place);
    }
  g_ptr_array_sort (places, compare_places);
  return places;
}

static void
put_thing (SheafBookWriter  *writer,
           const SheafEntry *entry)
{
  const SheafItem *item =
      entry->item_id == 0 ? NULL : sheaf_item_get (writer->book, entry->item_id, NULL);
  gint64 id = *entry->product == '\0' ? 0 : sheaf_product_find (writer->book, entry->product);
  g_autoptr (SheafProduct)
      product = id == 0 ? NULL : sheaf_product_load (writer->book, id, NULL);

  sheaf_book_put_text (writer, CELL_NAME,
                       item != NULL      ? item->name
                       : product != NULL ? g_intern_string (product->name)
                                         : entry->description);
  sheaf_book_put_text (writer, CELL_UNIT, product == NULL ? NULL : g_intern_string (product->unit));
}

static gboolean
write_entry (SheafBookWriter  *writer,
             const SheafEntry *entry,
             SheafMoney       *value, /* of the item so far */
             GError          **error)
{
  SheafMoney before = *value;
  gint64     quantity = entry->quantity.thousandths;

  *value = entry->is_credit ? sheaf_money_sub (before, entry->amount)
                            : sheaf_money_add (before, entry->amount);
  if (quantity == 0 && entry->item_id != 0 && (before.units == 0 || value->units == 0))
    quantity = entry->amount.units < 0 ? -ONE : ONE;

  put_thing (writer, entry);
  writer->row.voucher_id = entry->voucher_id;
  writer->row.account_id = entry->account_id;
  writer->row.item_id = entry->item_id;
  if (entry->is_credit)
    {
      sheaf_book_put_text (writer, CELL_OUT_NUMBER, entry->number);
      sheaf_book_put_day (writer, CELL_OUT_DATE, entry->date);
      sheaf_book_put_text (writer, CELL_REASON, entry->description);
      if (quantity != 0)
        sheaf_book_put_number (writer, CELL_QUANTITY_OUT, quantity);
      sheaf_book_put_money (writer, CELL_AMOUNT_OUT, entry->amount);
      return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
    }
  sheaf_book_put_text (writer, CELL_NUMBER, entry->number);
  sheaf_book_put_day (writer, CELL_VOUCHER_DATE, entry->date);
  if (quantity != 0)
    {
      sheaf_book_put_number (writer, CELL_QUANTITY_IN, quantity);
      sheaf_book_put_number (writer, CELL_PRICE,
                             sheaf_book_price (entry->amount, SHEAF_QUANTITY (quantity)));
    }
  sheaf_book_put_money (writer, CELL_AMOUNT_IN, entry->amount);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

/* What was there before: one line. */
static gboolean
write_before (SheafBookWriter      *writer,
              const SheafBookSheet *sheet,
              GError              **error)
{
  const SheafItem *item =
      sheet->item_id > 0 ? sheaf_item_get (writer->book, sheet->item_id, NULL) : NULL;
  g_autofree char *label = sheaf_book_text (writer, "opening");
  g_autofree char *text = g_strdup_printf ("%s: %s", label == NULL ? "" : label,
                                           sheaf_account_name (sheet->account, writer->language));

  if (sheet->before.units == 0)
    return TRUE;
  sheaf_book_put_text (writer, CELL_NAME, item != NULL ? item->name : text);
  if (item != NULL)
    {
      sheaf_book_put_number (writer, CELL_QUANTITY_IN, ONE);
      sheaf_book_put_number (writer, CELL_PRICE,
                             sheaf_book_price (sheet->before, SHEAF_QUANTITY (ONE)));
      sheaf_book_put_day (writer, CELL_VOUCHER_DATE, item->since);
    }
  sheaf_book_put_money (writer, CELL_AMOUNT_IN, sheet->before);
  writer->row.account_id = sheet->account->id;
  writer->row.item_id = MAX (sheet->item_id, 0);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

static gboolean
write_sheet (SheafBookWriter      *writer,
             const SheafBookSheet *sheet,
             GError              **error)
{
  g_autoptr (SheafEntries) entries = sheaf_book_sheet_entries (writer, sheet, error);
  SheafMoney value = sheet->before;
  SheafEntry entry;

  if (entries == NULL || !write_before (writer, sheet, error))
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    if (!write_entry (writer, &entry, &value, error))
      return FALSE;
  return sheaf_entries_finish (entries, error);
}

static gboolean
write_place (SheafBookWriter *writer,
             const GPtrArray *sheets,
             const char      *place,
             GError         **error)
{
  g_autofree char *unnamed = sheaf_book_text (writer, "no_place");
  const char      *facts[] = { "place", *place != '\0' ? place : unnamed, NULL };

  if (!sheaf_book_writer_section (writer, *place != '\0' ? place : "-", facts, NULL, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    if (g_str_equal (place_of (writer, sheets->pdata[i]), place) &&
        !write_sheet (writer, sheets->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* A place with nothing in the days and nothing before has no sheet. */
static gboolean
drop_empty (SheafBookWriter *writer,
            GPtrArray       *sheets,
            GError         **error)
{
  for (guint i = sheets->len; i-- > 0;)
    {
      const SheafBookSheet *sheet = sheets->pdata[i];
      g_autoptr (SheafEntries) entries = NULL;
      SheafEntry entry;

      if (sheet->before.units != 0)
        continue;
      entries = sheaf_book_sheet_entries (writer, sheet, error);
      if (entries == NULL)
        return FALSE;
      if (sheaf_entries_next (entries, &entry))
        continue;
      if (!sheaf_entries_finish (entries, error))
        return FALSE;
      g_ptr_array_remove_index (sheets, i);
    }
  return TRUE;
}

gboolean
sheaf_book_write_places (SheafBookWriter *writer,
                         GError         **error)
{
  g_autoptr (GPtrArray) sheets = sheaf_book_sheets (writer, error);
  g_autoptr (GPtrArray) places = NULL;

  if (sheets == NULL || !drop_empty (writer, sheets, error) ||
      !sheaf_book_writer_head (writer, error))
    return FALSE;
  places = list_places (writer, sheets);
  for (guint i = 0; i < places->len; i++)
    if (!write_place (writer, sheets, places->pdata[i], error))
      return FALSE;
  return places->len > 0 || sheaf_book_writer_empty (writer, error);
}
