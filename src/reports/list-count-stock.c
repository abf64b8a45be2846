/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of 05-VT: each thing in the store beside the books. */
#include "reports/list-count-private.h"

#include "trade/product.h"

/* Room on a blank sheet for what the books do not know. */
#define BLANK_LINES 4

enum
{
  POSITION,
  NAME,
  CODE,
  UNIT,
  PRICE,
  BOOKED_QUANTITY,
  BOOKED,
  COUNTED_QUANTITY,
  COUNTED,
  OVER_QUANTITY,
  OVER,
  SHORT_QUANTITY,
  SHORT,
  GOOD,
  POOR,
  SPOILT,
  N_STOCK
};

static const SheafListColumn stock_columns[] = {
  { "position", SHEAF_CELL_COUNT, 2 },
  { "name", SHEAF_CELL_TEXT, 9 },
  { "code", SHEAF_CELL_TEXT, 4 },
  { "unit", SHEAF_CELL_TEXT, 3 },
  { "price", SHEAF_CELL_PRICE, 4 },
  { "booked_quantity", SHEAF_CELL_QUANTITY, 4 },
  { "booked_amount", SHEAF_CELL_MONEY, 5 },
  { "counted_quantity", SHEAF_CELL_QUANTITY, 4 },
  { "counted_amount", SHEAF_CELL_MONEY, 5 },
  { "over_quantity", SHEAF_CELL_QUANTITY, 4 },
  { "over_amount", SHEAF_CELL_MONEY, 5 },
  { "short_quantity", SHEAF_CELL_QUANTITY, 4 },
  { "short_amount", SHEAF_CELL_MONEY, 5 },
  { "good", SHEAF_CELL_QUANTITY, 3 },
  { "poor", SHEAF_CELL_QUANTITY, 3 },
  { "spoilt", SHEAF_CELL_QUANTITY, 3 },
};

const SheafListColumn *
sheaf_list_count_stock_columns (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (stock_columns);
  return stock_columns;
}

/* Where a difference stands: over or short, each with quantity and amount. */
static void
set_difference (SheafCell            *cells,
                const SheafCountLine *line)
{
  SheafMoney amount = sheaf_count_line_difference (line);
  gint64     quantity = line->counted_quantity.thousandths - line->booked_quantity.thousandths;

  if (quantity != 0)
    sheaf_cell_set_number (&cells[quantity > 0 ? OVER_QUANTITY : SHORT_QUANTITY], ABS (quantity));
  sheaf_cell_set_number (&cells[OVER], MAX (amount.units, 0));
  sheaf_cell_set_number (&cells[SHORT], MAX (-amount.units, 0));
}

/* Only where somebody judged it. */
static void
set_quality (SheafCell            *cells,
             const SheafCountLine *line)
{
  if (!line->judged)
    return;
  sheaf_cell_set_number (&cells[GOOD], sheaf_count_line_good (line).thousandths);
  sheaf_cell_set_number (&cells[POOR], line->poor.thousandths);
  sheaf_cell_set_number (&cells[SPOILT], line->spoilt.thousandths);
}

static void
set_found (SheafCell            *cells,
           const SheafCountLine *line)
{
  sheaf_cell_set_number (&cells[COUNTED_QUANTITY], line->counted_quantity.thousandths);
  sheaf_cell_set_number (&cells[COUNTED], line->counted_amount.units);
  set_difference (cells, line);
  set_quality (cells, line);
}

static gboolean
write_stock_line (const SheafCountPaper *paper,
                  const SheafCountLine  *line,
                  guint                  position,
                  GError               **error)
{
  gint64 id = *line->name == '\0' ? 0 : sheaf_product_find (paper->book, line->name);
  g_autoptr (SheafProduct) product =
      id == 0 ? NULL : sheaf_product_load (paper->book, id, error);
  g_autofree char *other = sheaf_list_fill (paper->words, paper->language, "other", NULL, NULL);
  SheafCell        cells[N_STOCK] = { { 0 } };
  SheafReportRow   row = { .cells = cells };
  SheafMoney       price;

  if (id != 0 && product == NULL)
    return FALSE;
  sheaf_cell_set_number (&cells[POSITION], position);
  sheaf_cell_set_text (&cells[NAME], product != NULL       ? product->name
                                     : *line->name == '\0' ? other
                                                           : line->name);
  sheaf_cell_set_text (&cells[CODE], line->name);
  sheaf_cell_set_text (&cells[UNIT], product == NULL ? NULL : product->unit);
  if (line->booked_quantity.thousandths > 0 &&
      sheaf_money_try_mul_div (line->booked_amount, G_GINT64_CONSTANT (1000000000),
                               line->booked_quantity.thousandths, SHEAF_ROUND_HALF_UP, &price))
    sheaf_cell_set_number (&cells[PRICE], price.units);
  sheaf_cell_set_number (&cells[BOOKED_QUANTITY], line->booked_quantity.thousandths);
  sheaf_cell_set_number (&cells[BOOKED], line->booked_amount.units);
  if (!paper->blank)
    set_found (cells, line);
  return sheaf_report_sink_row (paper->sink, &row, error);
}

static gboolean
write_stock_total (const SheafCountPaper *paper,
                   const gint64           sums[N_STOCK],
                   GError               **error)
{
  g_autofree char *text = sheaf_list_fill (paper->words, paper->language, "total", NULL, NULL);
  SheafCell        cells[N_STOCK] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[NAME], text);
  for (guint c = CODE; c < N_STOCK; c++)
    sheaf_cell_cross (&cells[c]);
  for (guint c = BOOKED; c <= SHORT; c += 2)
    {
      cells[c] = (SheafCell){ 0 };
      if (paper->blank && c != BOOKED)
        continue;
      sheaf_cell_set_number (&cells[c], sums[c]);
      cells[c].sum = TRUE;
    }
  return sheaf_report_sink_row (paper->sink, &row, error);
}

static gboolean
write_blank_line (const SheafCountPaper *paper,
                  guint                  position,
                  GError               **error)
{
  SheafCell      cells[N_STOCK] = { { 0 } };
  SheafReportRow row = { .kind = SHEAF_ROW_KIND_LINE, .cells = cells };

  sheaf_cell_set_number (&cells[POSITION], position);
  return sheaf_report_sink_row (paper->sink, &row, error);
}

gboolean
sheaf_list_count_stock_rows (const SheafCountPaper *paper,
                             const SheafCount      *count,
                             GError               **error)
{
  gint64 sums[N_STOCK] = { 0 };

  for (guint i = 0; i < count->lines->len; i++)
    {
      const SheafCountLine *line = count->lines->pdata[i];
      gint64                difference = sheaf_count_line_difference (line).units;

      if (!write_stock_line (paper, line, i + 1, error))
        return FALSE;
      sums[BOOKED] += line->booked_amount.units;
      sums[COUNTED] += line->counted_amount.units;
      sums[OVER] += MAX (difference, 0);
      sums[SHORT] += MAX (-difference, 0);
    }
  for (guint i = 0; paper->blank && i < BLANK_LINES; i++)
    if (!write_blank_line (paper, count->lines->len + i + 1, error))
      return FALSE;
  return write_stock_total (paper, sums, error);
}
