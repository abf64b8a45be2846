/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fixed assets by items: the register (S09), the card of each (S11), what stands where (S10). */
#include "base/i18n.h"
#include "reports/book-private.h"
#include "statements/words.h"
#include "trade/product.h"

#include <string.h>

/* One asset of an account, or what rows without an item put there. */
typedef struct
{
  SheafBookSheet *sheet;
  SheafMoney      opening; /* cost that opening balances brought */
  SheafMoney      in, out;
  SheafDate       in_date, out_date;
  char           *in_number, *out_number, *reason;
} Asset;

static void
clear_asset (Asset *asset)
{
  g_free (asset->in_number);
  g_free (asset->out_number);
  g_free (asset->reason);
}

static void
take_entry (Asset            *asset,
            const SheafEntry *entry)
{
  if (entry->is_credit)
    {
      asset->out = sheaf_money_add (asset->out, entry->amount);
      asset->out_date = entry->date;
      g_free (asset->out_number);
      g_free (asset->reason);
      asset->out_number = g_strdup (entry->number);
      asset->reason = g_strdup (entry->description);
      return;
    }
  asset->in = sheaf_money_add (asset->in, entry->amount);
  if (asset->in_number != NULL)
    return; /* the first one put it on the books */
  asset->in_number = g_strdup (entry->number);
  asset->in_date = entry->date;
}

/* All entries of the asset's life up to the last day. */
static SheafEntries *
open_life (SheafBookWriter      *writer,
           const SheafBookSheet *sheet,
           GError              **error)
{
  const SheafEntryFilter filter = { .account_id = sheet->account->id,
                                    .from = sheaf_book_first_day (writer->book),
                                    .to = writer->to,
                                    .party_id = SHEAF_ENTRY_ANY,
                                    .item_id = sheet->item_id };

  return sheaf_entries_open (writer->book, &filter, error);
}

static gboolean
load_asset (SheafBookWriter *writer,
            SheafBookSheet  *sheet,
            Asset           *ret_asset,
            GError         **error)
{
  g_autoptr (SheafEntries) entries = open_life (writer, sheet, error);
  SheafEntry entry;

  *ret_asset = (Asset){ .sheet = sheet,
                        .opening = sheet->before,
                        .in_date = SHEAF_DATE_NONE,
                        .out_date = SHEAF_DATE_NONE };
  if (entries == NULL)
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    take_entry (ret_asset, &entry);
  return sheaf_entries_finish (entries, error);
}

/* Sheets by account and item with what stood at the book's very beginning. */
static GPtrArray *
list_sheets (SheafBookWriter *writer,
             GError         **error)
{
  SheafDate  from = writer->from;
  GPtrArray *sheets;

  writer->from = sheaf_book_first_day (writer->book);
  g_clear_pointer (&writer->totals, sheaf_totals_free);
  sheets = sheaf_book_sheets (writer, error);
  g_clear_pointer (&writer->totals, sheaf_totals_free);
  writer->from = from;
  return sheets;
}

/* ---------------------------------------------------------------- depreciation */

typedef struct
{
  SheafMoney of_year; /* of the year of the last day */
  SheafMoney so_far;
} Depreciation;

static gboolean
sum_depreciation (SheafBookWriter *writer,
                  gint64           item_id,
                  Depreciation    *ret_sums,
                  GError         **error)
{
  g_auto (GStrv) codes = sheaf_book_options (writer, "depreciation");

  *ret_sums = (Depreciation){ SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };
  for (guint c = 0; codes[c] != NULL; c++)
    {
      const SheafAccount *account = sheaf_chart_by_code (writer->chart, codes[c]);
      g_autoptr (GArray) years = account == NULL ? NULL
                                                 : sheaf_entry_item_years (
                                                       writer->book, account->id, item_id,
                                                       writer->to, error);

      if (account != NULL && years == NULL)
        return FALSE;
      for (guint i = 0; years != NULL && i < years->len; i++)
        {
          const SheafEntryYear *year = &g_array_index (years, SheafEntryYear, i);

          ret_sums->so_far = sheaf_money_add (ret_sums->so_far, year->credit);
          if (year->year == sheaf_date_year (writer->to))
            ret_sums->of_year = sheaf_money_add (ret_sums->of_year, year->credit);
        }
    }
  return TRUE;
}

/* ---------------------------------------------------------------- S09 */

typedef struct
{
  gint64     seq;
  guint      first;
  SheafMoney cost, of_year, so_far;
} Sums;

static void
put_asset (SheafBookWriter    *writer,
           const Asset        *asset,
           const Depreciation *worn)
{
  const SheafItem *item = asset->sheet->item_id > 0
                              ? sheaf_item_get (writer->book, asset->sheet->item_id, NULL)
                              : NULL;
  g_autofree char *unnamed = sheaf_book_text (writer, "no_item");

  sheaf_book_put_text (writer, CELL_NUMBER, asset->in_number);
  sheaf_book_put_day (writer, CELL_VOUCHER_DATE, asset->in_date);
  sheaf_book_put_text (writer, CELL_NAME,
                       item != NULL ? item->name
                                    : g_intern_string (unnamed == NULL ? "" : unnamed));
  if (item != NULL && !sheaf_date_is_none (item->since))
    {
      g_autofree char *month = g_strdup_printf ("%02d/%d", sheaf_date_month (item->since),
                                                sheaf_date_year (item->since));

      sheaf_book_put_text (writer, CELL_IN_USE, g_intern_string (month));
    }
  sheaf_book_put_text (writer, CELL_CODE, asset->sheet->item_code);
  sheaf_book_put_money (writer, CELL_COST, sheaf_money_add (asset->opening, asset->in));
  if (item != NULL && item->rate >= 0)
    sheaf_book_put_number (writer, CELL_INTEREST, item->rate);
  if (item != NULL)
    sheaf_book_put_money (writer, CELL_DEPRECIATION, worn->of_year);
  if (asset->out_number == NULL)
    return;
  sheaf_book_put_money (writer, CELL_DEPRECIATED, worn->so_far);
  sheaf_book_put_text (writer, CELL_OUT_NUMBER, asset->out_number);
  sheaf_book_put_day (writer, CELL_OUT_DATE, asset->out_date);
  sheaf_book_put_text (writer, CELL_REASON, asset->reason);
}

static gboolean
write_asset (SheafBookWriter *writer,
             const Asset     *asset,
             Sums            *sums,
             GError         **error)
{
  Depreciation worn = { SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };

  if (asset->sheet->item_id > 0 &&
      !sum_depreciation (writer, asset->sheet->item_id, &worn, error))
    return FALSE;
  sums->cost = sheaf_money_add (sums->cost, sheaf_money_add (asset->opening, asset->in));
  sums->of_year = sheaf_money_add (sums->of_year, worn.of_year);
  if (asset->out_number != NULL)
    sums->so_far = sheaf_money_add (sums->so_far, worn.so_far);
  sheaf_book_put_number (writer, CELL_SEQ, ++sums->seq);
  put_asset (writer, asset, &worn);
  writer->row.account_id = asset->sheet->account->id;
  writer->row.item_id = MAX (asset->sheet->item_id, 0);
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error);
}

/* Not one that had gone before the first day, nor an empty one. */
static gboolean
is_there (const SheafBookWriter *writer,
          const Asset           *asset)
{
  SheafMoney cost = sheaf_money_add (asset->opening, asset->in);
  gboolean   gone = asset->out_number != NULL && sheaf_money_cmp (cost, asset->out) == 0 &&
                  sheaf_date_cmp (asset->out_date, writer->from) < 0;

  return (cost.units != 0 || asset->out.units != 0) && !gone;
}

static gboolean
end_account (SheafBookWriter *writer,
             const Sums      *sums,
             GError         **error)
{
  sheaf_book_put_sum (writer, CELL_COST, sums->cost, sums->first);
  sheaf_book_put_sum (writer, CELL_DEPRECIATION, sums->of_year, sums->first);
  sheaf_book_put_sum (writer, CELL_DEPRECIATED, sums->so_far, sums->first);
  sheaf_book_put_label (writer, "total");
  return sheaf_book_writer_row (writer, SHEAF_ROW_KIND_TOTAL, error);
}

/* Rows that name no asset: what was there at the beginning, then a line each. */
static gboolean
write_unnamed (SheafBookWriter *writer,
               const Asset     *asset,
               Sums            *sums,
               GError         **error)
{
  g_autoptr (SheafEntries) entries = open_life (writer, asset->sheet, error);
  Asset      before = { .sheet = asset->sheet,
                        .opening = asset->opening,
                        .in_date = SHEAF_DATE_NONE,
                        .out_date = SHEAF_DATE_NONE };
  SheafEntry entry;

  if (entries == NULL ||
      (asset->opening.units != 0 && !write_asset (writer, &before, sums, error)))
    return FALSE;
  while (sheaf_entries_next (entries, &entry))
    {
      sheaf_book_put_number (writer, CELL_SEQ, ++sums->seq);
      sheaf_book_put_text (writer, CELL_NAME, entry.description);
      sheaf_book_put_text (writer, entry.is_credit ? CELL_OUT_NUMBER : CELL_NUMBER, entry.number);
      sheaf_book_put_day (writer, entry.is_credit ? CELL_OUT_DATE : CELL_VOUCHER_DATE, entry.date);
      if (entry.is_credit)
        sheaf_book_put_text (writer, CELL_REASON, entry.description);
      else
        {
          sums->cost = sheaf_money_add (sums->cost, entry.amount);
          sheaf_book_put_money (writer, CELL_COST, entry.amount);
        }
      writer->row.voucher_id = entry.voucher_id;
      writer->row.account_id = entry.account_id;
      if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error))
        return FALSE;
    }
  return sheaf_entries_finish (entries, error);
}

/* A section an account: kinds of assets, and those of the common fund, apart. */
static gboolean
write_register (SheafBookWriter *writer,
                const GPtrArray *sheets,
                guint           *n_sections,
                GError         **error)
{
  const SheafAccount *account = NULL;
  Sums                sums = { 0 };

  for (guint i = 0; i < sheets->len; i++)
    {
      SheafBookSheet *sheet = sheets->pdata[i];
      Asset           asset;
      gboolean        done = TRUE;

      if (!load_asset (writer, sheet, &asset, error))
        return FALSE;
      if (is_there (writer, &asset))
        {
          if (account != sheet->account)
            {
              const SheafBookSheet head = { .account = sheet->account };

              done = (account == NULL || end_account (writer, &sums, error)) &&
                     sheaf_book_sheet_begin (writer, &head, NULL, error);
              sums = (Sums){ 0 };
              account = sheet->account;
              (*n_sections)++;
            }
          done = done && (sheet->item_id > 0 ? write_asset : write_unnamed) (writer, &asset, &sums,
                                                                             error);
        }
      clear_asset (&asset);
      if (!done)
        return FALSE;
    }
  return account == NULL || end_account (writer, &sums, error);
}

gboolean
sheaf_book_write_assets (SheafBookWriter *writer,
                         GError         **error)
{
  g_autoptr (GPtrArray) sheets = list_sheets (writer, error);
  guint n_sections = 0;

  return sheets != NULL && sheaf_book_writer_head (writer, error) &&
         write_register (writer, sheets, &n_sections, error) &&
         (n_sections > 0 || sheaf_book_writer_empty (writer, error));
}

/* ---------------------------------------------------------------- S11 */

static gboolean
write_cost_rows (SheafBookWriter      *writer,
                 const SheafBookSheet *sheet,
                 Asset                *asset,
                 GError              **error)
{
  g_autoptr (SheafEntries) entries = open_life (writer, sheet, error);
  SheafEntry entry;

  if (entries == NULL)
    return FALSE;
  if (sheet->before.units != 0)
    {
      sheaf_book_put_label (writer, "opening");
      sheaf_book_put_money (writer, CELL_COST, sheet->before);
      if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_OPENING, error))
        return FALSE;
    }
  while (sheaf_entries_next (entries, &entry))
    {
      take_entry (asset, &entry);
      sheaf_book_put_entry (writer, &entry);
      sheaf_book_put_money (writer, CELL_COST,
                            entry.is_credit ? sheaf_money_neg (entry.amount) : entry.amount);
      if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error))
        return FALSE;
    }
  return sheaf_entries_finish (entries, error);
}

static gboolean
write_worn_rows (SheafBookWriter *writer,
                 gint64           item_id,
                 GError         **error)
{
  g_auto (GStrv) codes = sheaf_book_options (writer, "depreciation");
  SheafMoney so_far = SHEAF_MONEY_ZERO;

  for (guint c = 0; codes[c] != NULL; c++)
    {
      const SheafAccount *account = sheaf_chart_by_code (writer->chart, codes[c]);
      g_autoptr (GArray) years = account == NULL ? NULL
                                                 : sheaf_entry_item_years (
                                                       writer->book, account->id, item_id,
                                                       writer->to, error);

      if (account != NULL && years == NULL)
        return FALSE;
      for (guint i = 0; years != NULL && i < years->len; i++)
        {
          const SheafEntryYear *year = &g_array_index (years, SheafEntryYear, i);
          SheafMoney            worn = year->credit; /* a debit takes a sold asset's off */
          g_autofree char      *text = year->year == 0 ? sheaf_book_text (writer, "opening")
                                                       : g_strdup_printf ("%d", year->year);

          so_far = sheaf_money_add (so_far, worn);
          sheaf_book_put_text (writer, CELL_YEAR, text);
          sheaf_book_put_money (writer, CELL_DEPRECIATION, worn);
          sheaf_book_put_money (writer, CELL_DEPRECIATED, so_far);
          if (!sheaf_book_writer_row (writer, SHEAF_ROW_KIND_LINE, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The form's second table, to be filled in by hand. */
static gboolean
write_accessories (SheafBookWriter      *writer,
                   const SheafBookSheet *sheet,
                   GError              **error)
{
  static const SheafCellKind KINDS[] = { SHEAF_CELL_COUNT, SHEAF_CELL_TEXT, SHEAF_CELL_TEXT,
                                         SHEAF_CELL_QUANTITY, SHEAF_CELL_MONEY };
  static const char *const   KEYS[] = { "seq", "name", "unit", "quantity", "amount" };
  static const char *const   MARKS[] = { "A", "B", "C", "1", "2" };
  static const guint         WEIGHTS[] = { 2, 12, 4, 4, 5 };
  g_auto (GStrv) headings = sheaf_words_list (writer->words, "accessories", writer->language);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (sheet->item_code);

  section->follows = TRUE;
  section->title = sheaf_book_text (writer, "accessories_title");
  section->columns = sheaf_report_columns_new ();
  for (guint i = 0; i < MIN (g_strv_length (headings), G_N_ELEMENTS (KEYS)); i++)
    sheaf_report_column_add (section->columns, KEYS[i], NULL, headings[i], MARKS[i], KINDS[i],
                             WEIGHTS[i]);
  return sheaf_report_sink_section (writer->sink, section, error) &&
         sheaf_book_writer_row (writer, SHEAF_ROW_KIND_HEADING, error) &&
         sheaf_book_writer_row (writer, SHEAF_ROW_KIND_HEADING, error);
}

/* By what and why the asset left the books; dots while it is there. */
static gboolean
write_disposal (SheafBookWriter *writer,
                const Asset     *asset,
                GError         **error)
{
  gboolean gone = asset->out_number != NULL &&
                  sheaf_money_cmp (asset->out, sheaf_money_add (asset->opening, asset->in)) == 0;
  g_autofree char *day = gone ? sheaf_date_format (asset->out_date, writer->language) : NULL;
  const char      *facts[] = { "out_number", gone ? asset->out_number : NULL,
                               "out_date", day,
                               "reason", gone ? asset->reason : NULL,
                               NULL };
  g_auto (GStrv) lines = sheaf_words_list (writer->words, "disposal", writer->language);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (asset->sheet->item_code);
  g_autoptr (GStrvBuilder) filled = g_strv_builder_new ();

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *text = sheaf_book_fill_facts (*line, facts);

      g_strv_builder_add (filled, text);
    }
  section->follows = TRUE;
  section->columns = sheaf_report_columns_new (); /* words only */
  g_strfreev (section->paragraphs);
  section->paragraphs = g_strv_builder_end (filled);
  return sheaf_report_sink_section (writer->sink, section, error);
}

static gboolean
write_card (SheafBookWriter *writer,
            SheafBookSheet  *sheet,
            GError         **error)
{
  Asset    asset = { .sheet = sheet, .opening = sheet->before };
  gboolean done = sheaf_book_sheet_begin (writer, sheet, NULL, error) &&
                  write_cost_rows (writer, sheet, &asset, error) &&
                  write_worn_rows (writer, sheet->item_id, error) &&
                  write_accessories (writer, sheet, error) &&
                  write_disposal (writer, &asset, error);

  clear_asset (&asset);
  return done;
}

gboolean
sheaf_book_write_asset_cards (SheafBookWriter *writer,
                              GError         **error)
{
  g_autoptr (GPtrArray) sheets = list_sheets (writer, error);
  guint n_cards = 0;

  if (sheets == NULL || !sheaf_book_writer_head (writer, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      SheafBookSheet *sheet = sheets->pdata[i];

      if (sheet->item_id <= 0)
        continue;
      n_cards++;
      if (!write_card (writer, sheet, error))
        return FALSE;
    }
  return n_cards > 0 || sheaf_book_writer_empty (writer, error);
}
