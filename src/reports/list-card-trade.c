/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the member delivered, bought and worked: by years and products, and the rows of one year. */
#include "reports/list-card-private.h"

#include "labour/labour.h"
#include "trade/delivery.h"
#include "trade/product.h"
#include "trade/supply.h"
#include "trade/year-trade.h"

/* As many years are told apart, those before stand in one line a product. */
#define YEARS_APART 5

enum
{
  SUM_YEAR,
  SUM_PRODUCT,
  SUM_ROWS,
  SUM_QUANTITY,
  SUM_UNIT,
  SUM_AMOUNT,
  SUM_VAT
};

/* Of deliveries without the last one. */
#define SUM_COLUMNS                                                            \
  { "year", SHEAF_CELL_TEXT, 4 }, { "product", SHEAF_CELL_TEXT, 9 },           \
      { "rows", SHEAF_CELL_COUNT, 3 }, { "quantity", SHEAF_CELL_QUANTITY, 5 }, \
      { "unit", SHEAF_CELL_TEXT, 3 },                                          \
  {                                                                            \
    "amount", SHEAF_CELL_MONEY, 5                                              \
  }
static const SheafListColumn delivered_columns[] = { SUM_COLUMNS, { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn bought_columns[] = { SUM_COLUMNS,
                                                  { "vat", SHEAF_CELL_MONEY, 5 },
                                                  { NULL, SHEAF_CELL_TEXT, 0 } };

enum
{
  ROW_DATE,
  ROW_VOUCHER,
  ROW_PRODUCT,
  ROW_QUANTITY,
  ROW_UNIT,
  ROW_PRICE,
  ROW_AMOUNT,
  ROW_NOTE,
  ROW_VAT
};

/* Likewise. */
#define ROW_COLUMNS                                                              \
  { "date", SHEAF_CELL_DAY, 4 }, { "voucher", SHEAF_CELL_TEXT, 4 },              \
      { "product", SHEAF_CELL_TEXT, 8 }, { "quantity", SHEAF_CELL_QUANTITY, 5 }, \
      { "unit", SHEAF_CELL_TEXT, 2 }, { "price", SHEAF_CELL_PRICE, 5 },          \
      { "amount", SHEAF_CELL_MONEY, 5 },                                         \
  {                                                                              \
    "note", SHEAF_CELL_TEXT, 5                                                   \
  }
static const SheafListColumn delivery_columns[] = { ROW_COLUMNS, { NULL, SHEAF_CELL_TEXT, 0 } };
static const SheafListColumn supply_columns[] = { ROW_COLUMNS,
                                                  { "vat", SHEAF_CELL_MONEY, 4 },
                                                  { NULL, SHEAF_CELL_TEXT, 0 } };

enum
{
  PAY_DATE,
  PAY_VOUCHER,
  PAY_WORK,
  PAY_DAYS,
  PAY_AMOUNT,
  PAY_TAX,
  PAY_INSURANCE,
  PAY_NET,
  PAY_NOTE
};

static const SheafListColumn pay_columns[] = { { "date", SHEAF_CELL_DAY, 4 },
                                               { "voucher", SHEAF_CELL_TEXT, 4 },
                                               { "work", SHEAF_CELL_TEXT, 8 },
                                               { "days", SHEAF_CELL_QUANTITY, 3 },
                                               { "amount", SHEAF_CELL_MONEY, 5 },
                                               { "tax", SHEAF_CELL_MONEY, 4 },
                                               { "insurance", SHEAF_CELL_MONEY, 4 },
                                               { "net", SHEAF_CELL_MONEY, 5 },
                                               { "note", SHEAF_CELL_TEXT, 5 },
                                               { NULL, SHEAF_CELL_TEXT, 0 } };

/* The years before those told apart become one: year 0. Of SheafYearTrade, with borrowed texts. */
static GArray *
gather (const SheafCardPaper *paper,
        SheafUseKind          kind)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (SheafYearTrade));
  int     first = sheaf_date_year (paper->card->on) - YEARS_APART + 1;
  guint   early = 0;

  for (guint i = 0; i < paper->card->trade->len; i++)
    {
      SheafYearTrade  one = *(SheafYearTrade *) paper->card->trade->pdata[i];
      SheafYearTrade *known = NULL;

      if (one.kind != kind)
        continue;
      if (one.year < first)
        one.year = 0;
      for (guint k = 0; one.year == 0 && k < early && known == NULL; k++)
        if (g_str_equal (g_array_index (lines, SheafYearTrade, k).code, one.code))
          known = &g_array_index (lines, SheafYearTrade, k);
      if (known == NULL)
        {
          g_array_append_val (lines, one);
          early += one.year == 0;
          continue;
        }
      known->rows += one.rows;
      known->quantity.thousandths += one.quantity.thousandths;
      known->amount = sheaf_money_add (known->amount, one.amount);
      known->vat = sheaf_money_add (known->vat, one.vat);
    }
  return lines;
}

static gboolean
write_sum (SheafCardPaper       *paper,
           const SheafYearTrade *one,
           GError              **error)
{
  g_autofree char *first = g_strdup_printf ("%d",
                                            sheaf_date_year (paper->card->on) - YEARS_APART + 1);
  g_autofree char *year = one->year != 0
                              ? g_strdup_printf ("%d", one->year)
                              : sheaf_list_text (&paper->writer, "before", "year", first, NULL);
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

  sheaf_cell_set_text (&cells[SUM_YEAR], year);
  sheaf_cell_set_text (&cells[SUM_PRODUCT], one->name);
  sheaf_cell_set_number (&cells[SUM_ROWS], one->rows);
  sheaf_cell_set_number (&cells[SUM_QUANTITY], one->quantity.thousandths);
  sheaf_cell_set_text (&cells[SUM_UNIT], one->unit);
  sheaf_cell_set_number (&cells[SUM_AMOUNT], one->amount.units);
  sheaf_cell_set_number (&cells[SUM_VAT], one->vat.units);
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

static gboolean
write_sums (SheafCardPaper *paper,
            SheafUseKind    kind,
            const char     *name,
            GError        **error)
{
  static const int delivered[] = { SUM_ROWS, SUM_AMOUNT, -1 };
  static const int bought[] = { SUM_ROWS, SUM_AMOUNT, SUM_VAT, -1 };
  gboolean         is_bought = kind == SHEAF_USE_SUPPLY;
  g_autoptr (GArray) lines = gather (paper, kind);
  gint64 sums[SHEAF_CARD_CELLS] = { 0 };

  if (lines->len == 0)
    return TRUE;
  if (!sheaf_card_section (paper, name, is_bought ? bought_columns : delivered_columns, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafYearTrade *one = &g_array_index (lines, SheafYearTrade, i);

      sums[SUM_ROWS] += one->rows;
      sums[SUM_AMOUNT] += one->amount.units;
      sums[SUM_VAT] += one->vat.units;
      if (!write_sum (paper, one, error))
        return FALSE;
    }
  return sheaf_card_total (paper, SUM_PRODUCT, sums, is_bought ? bought : delivered, error);
}

gboolean
sheaf_card_write_trade (SheafCardPaper *paper,
                        GError        **error)
{
  return write_sums (paper, SHEAF_USE_DELIVERY, "delivered", error) &&
         write_sums (paper, SHEAF_USE_SUPPLY, "bought", error);
}

/* The days of the year up to the card's day. FALSE where there are none. */
static gboolean
year_days (const SheafCardPaper *paper,
           SheafDate            *ret_from,
           SheafDate            *ret_to)
{
  *ret_from = sheaf_book_year_start (paper->writer.book, paper->year);
  *ret_to = sheaf_book_year_end (paper->writer.book, paper->year);
  if (sheaf_date_cmp (*ret_to, paper->card->on) > 0)
    *ret_to = paper->card->on;
  return sheaf_date_cmp (*ret_from, *ret_to) <= 0;
}

/* What deliveries and purchases have in common. */
typedef struct
{
  SheafDate     date;
  const char   *number;
  gint64        product_id;
  SheafQuantity quantity;
  SheafRate     price;
  SheafMoney    amount;
  SheafMoney    vat;
  gboolean      back;
} Row;

/* A row that was taken back stays, its figures crossed out. */
static gboolean
write_row (SheafCardPaper *paper,
           const Row      *one,
           gint64         *sums,
           GError        **error)
{
  static const guint figures[] = { ROW_QUANTITY, ROW_AMOUNT, ROW_VAT };
  gint64             values[] = { one->quantity.thousandths, one->amount.units, one->vat.units };
  g_autoptr (SheafProduct)
      product = sheaf_product_load (paper->writer.book, one->product_id, error);
  g_autofree char *back = one->back ? sheaf_list_text (&paper->writer, "taken-back", NULL)
                                    : g_strdup ("");
  SheafCell        cells[SHEAF_CARD_CELLS] = { { 0 } };

  if (product == NULL)
    return FALSE;
  sheaf_cell_set_day (&cells[ROW_DATE], one->date);
  sheaf_cell_set_text (&cells[ROW_VOUCHER], one->number);
  sheaf_cell_set_text (&cells[ROW_PRODUCT], product->name);
  sheaf_cell_set_text (&cells[ROW_UNIT], product->unit);
  sheaf_cell_set_number (&cells[ROW_PRICE], one->price.millionths);
  sheaf_cell_set_text (&cells[ROW_NOTE], back);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (one->back)
        sheaf_cell_cross (&cells[figures[i]]);
      else
        sheaf_cell_set_number (&cells[figures[i]], values[i]);
      sums[figures[i]] += one->back ? 0 : values[i];
    }
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

static gboolean
write_deliveries (SheafCardPaper *paper,
                  SheafDate       from,
                  SheafDate       to,
                  GError        **error)
{
  static const int summed[] = { ROW_AMOUNT, -1 };
  gint64           sums[SHEAF_CARD_CELLS] = { 0 };
  g_autoptr (GPtrArray) list = sheaf_delivery_list (paper->writer.book, paper->card->party_id, from,
                                                    to, error);

  if (list == NULL || list->len == 0)
    return list != NULL;
  if (!sheaf_card_section (paper, "deliveries", delivery_columns, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const SheafDelivery *one = list->pdata[i];
      Row                  row = { one->date, one->number, one->product_id, one->quantity,
                                   one->price, one->amount, SHEAF_MONEY_ZERO,
                                   one->reversed_by != 0 };

      if (one->reverses_id == 0 && !write_row (paper, &row, sums, error))
        return FALSE;
    }
  return sheaf_card_total (paper, ROW_PRODUCT, sums, summed, error);
}

static gboolean
write_supplies (SheafCardPaper *paper,
                SheafDate       from,
                SheafDate       to,
                GError        **error)
{
  static const int summed[] = { ROW_AMOUNT, ROW_VAT, -1 };
  gint64           sums[SHEAF_CARD_CELLS] = { 0 };
  g_autoptr (GPtrArray) list = sheaf_supply_list (paper->writer.book, paper->card->party_id, from,
                                                  to, error);

  if (list == NULL || list->len == 0)
    return list != NULL;
  if (!sheaf_card_section (paper, "supplies", supply_columns, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const SheafSupply *one = list->pdata[i];
      Row                row = { one->date, one->number, one->product_id, one->quantity,
                                 one->price, one->amount, one->vat, one->reversed_by != 0 };

      if (one->reverses_id == 0 && !write_row (paper, &row, sums, error))
        return FALSE;
    }
  return sheaf_card_total (paper, ROW_PRODUCT, sums, summed, error);
}

static gboolean
write_work (SheafCardPaper    *paper,
            const SheafLabour *one,
            gint64            *sums,
            GError           **error)
{
  static const guint figures[] = { PAY_DAYS, PAY_AMOUNT, PAY_TAX, PAY_INSURANCE, PAY_NET };
  SheafMoney         withheld = sheaf_money_add (one->tax, one->insurance);
  SheafMoney         net = sheaf_money_sub (one->amount, withheld);
  gint64             values[] = { one->days.thousandths, one->amount.units, one->tax.units,
                                  one->insurance.units, net.units };
  gboolean           is_back = one->reversed_by != 0;
  g_autofree char   *back = is_back ? sheaf_list_text (&paper->writer, "taken-back", NULL)
                                    : g_strdup ("");
  SheafCell          cells[SHEAF_CARD_CELLS] = { { 0 } };

  sheaf_cell_set_day (&cells[PAY_DATE], one->date);
  sheaf_cell_set_text (&cells[PAY_VOUCHER], one->number);
  sheaf_cell_set_text (&cells[PAY_WORK], one->work != NULL ? one->work : "");
  sheaf_cell_set_text (&cells[PAY_NOTE], back);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      if (is_back)
        sheaf_cell_cross (&cells[figures[i]]);
      else
        sheaf_cell_set_number (&cells[figures[i]], values[i]);
      sums[figures[i]] += is_back ? 0 : values[i];
    }
  return sheaf_card_row (paper, SHEAF_ROW_KIND_LINE, cells, error);
}

static gboolean
write_labour (SheafCardPaper *paper,
              SheafDate       from,
              SheafDate       to,
              GError        **error)
{
  static const int summed[] = { PAY_DAYS, PAY_AMOUNT, PAY_TAX, PAY_INSURANCE, PAY_NET, -1 };
  gint64           sums[SHEAF_CARD_CELLS] = { 0 };
  g_autoptr (GPtrArray) list = sheaf_labour_list (paper->writer.book, paper->card->party_id, from,
                                                  to, error);

  if (list == NULL || list->len == 0)
    return list != NULL;
  if (!sheaf_card_section (paper, "labour", pay_columns, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const SheafLabour *one = list->pdata[i];

      if (one->reverses_id == 0 && !write_work (paper, one, sums, error))
        return FALSE;
    }
  return sheaf_card_total (paper, PAY_WORK, sums, summed, error);
}

gboolean
sheaf_card_write_rows (SheafCardPaper *paper,
                       GError        **error)
{
  SheafDate from, to;

  return !year_days (paper, &from, &to) ||
         (write_deliveries (paper, from, to, error) && write_supplies (paper, from, to, error) &&
          write_labour (paper, from, to, error));
}
