/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as text. */
#include "reports/cell.h"

#include "base/currency.h"
#include "base/number.h"

#define DASH "–"

gboolean
sheaf_cell_kind_is_number (SheafCellKind kind)
{
  return kind != SHEAF_CELL_TEXT && kind != SHEAF_CELL_DAY;
}

guint
sheaf_cell_kind_decimals (SheafCellKind kind,
                          const char   *currency)
{
  switch (kind)
    {
    case SHEAF_CELL_FOREIGN:
      return currency != NULL ? sheaf_currency_decimals (currency) : 0;
    case SHEAF_CELL_QUANTITY:
      return 3;
    case SHEAF_CELL_PRICE:
    case SHEAF_CELL_RATE:
    case SHEAF_CELL_RATIO:
      return 6;
    case SHEAF_CELL_TEXT:
    case SHEAF_CELL_DAY:
    case SHEAF_CELL_MONEY:
    case SHEAF_CELL_COUNT:
      break;
    }
  return 0;
}

SheafCellKind
sheaf_cell_kind_of (const SheafCell *cell,
                    SheafCellKind    kind,
                    const char     **currency)
{
  if (kind != SHEAF_CELL_MONEY || *cell->currency == '\0')
    return kind;
  *currency = cell->currency;
  return SHEAF_CELL_FOREIGN;
}

char *
sheaf_cell_to_text (const SheafCell *cell,
                    SheafCellKind    kind,
                    const char      *currency)
{
  kind = sheaf_cell_kind_of (cell, kind, &currency);
  if (cell->state != SHEAF_CELL_FILLED)
    return g_strdup ("");
  if (kind == SHEAF_CELL_TEXT)
    return g_strdup (cell->text != NULL ? cell->text : "");
  if (kind == SHEAF_CELL_DAY)
    return sheaf_date_to_text (cell->day);
  if (kind == SHEAF_CELL_FOREIGN && currency != NULL)
    return sheaf_currency_to_text (cell->number, currency);
  return sheaf_number_to_text (cell->number, sheaf_cell_kind_decimals (kind, currency));
}

/* Two decimals or none, so that the figures of a column stand under each other. */
static char *
format_hundredths (gint64      hundredths,
                   const char *language)
{
  g_autofree char *number = sheaf_number_format (hundredths, 2, language);
  gsize            length = strlen (number) - (hundredths < 0); /* before the parenthesis */

  if (hundredths % 100 == 0 || hundredths % 10 != 0)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%.*s0%s", (int) length, number, number + length);
}

/* Per cent with at most two decimals, half up; smaller ones in full would only be noise. */
static char *
format_rate (gint64      millionths,
             const char *language)
{
  SheafMoney       hundredths = sheaf_money_mul_div (SHEAF_MONEY (millionths), 1, 100,
                                                     SHEAF_ROUND_HALF_UP);
  g_autofree char *number = format_hundredths (hundredths.units, language);
  const char      *sign = g_str_has_prefix (language, "fr") ? "\u00a0%" : "%";
  gsize            length = strlen (number);

  if (length > 0 && number[length - 1] == ')') /* a negative one: the sign belongs within */
    {
      number[length - 1] = '\0';
      return g_strconcat (number, sign, ")", NULL);
    }
  return g_strconcat (number, sign, NULL);
}

/* Prices and ratios are shown to a hundredth; what is smaller than that in full. */
static char *
format_fine (gint64      millionths,
             const char *language)
{
  SheafMoney hundredths = sheaf_money_mul_div (SHEAF_MONEY (millionths), 1, 10000,
                                               SHEAF_ROUND_HALF_UP);

  if (hundredths.units == 0)
    return sheaf_number_format (millionths, 6, language);
  return format_hundredths (hundredths.units, language);
}

static char *
format_number (const SheafCell *cell,
               SheafCellKind    kind,
               const char      *currency,
               const char      *language)
{
  if (kind == SHEAF_CELL_RATE)
    return format_rate (cell->number, language);
  if (kind == SHEAF_CELL_RATIO)
    return format_fine (cell->number, language);
  if (kind == SHEAF_CELL_COUNT)
    return sheaf_number_format (cell->number, 0, language);
  if (cell->number == 0)
    return g_strdup (DASH);
  if (kind == SHEAF_CELL_PRICE)
    return format_fine (cell->number, language);
  if (kind == SHEAF_CELL_FOREIGN && currency != NULL)
    return sheaf_currency_format (cell->number, currency, language);
  return sheaf_number_format (cell->number, sheaf_cell_kind_decimals (kind, currency), language);
}

char *
sheaf_cell_format (const SheafCell *cell,
                   SheafCellKind    kind,
                   const char      *currency,
                   const char      *language)
{
  if (language == NULL)
    language = "vi";
  kind = sheaf_cell_kind_of (cell, kind, &currency);
  if (cell->state == SHEAF_CELL_CROSSED)
    return g_strdup (SHEAF_CELL_CROSS);
  if (cell->state == SHEAF_CELL_EMPTY)
    return g_strdup ("");
  if (kind == SHEAF_CELL_TEXT)
    return g_strdup (cell->text != NULL ? cell->text : "");
  if (kind == SHEAF_CELL_DAY)
    return sheaf_date_format (cell->day, language);
  return format_number (cell, kind, currency, language);
}

const char *
sheaf_report_row_word (SheafReportRowKind kind)
{
  static const char *const words[] = {
    [SHEAF_ROW_KIND_LINE] = "line",
    [SHEAF_ROW_KIND_HEADING] = "heading",
    [SHEAF_ROW_KIND_OPENING] = "opening",
    [SHEAF_ROW_KIND_SUBTOTAL] = "subtotal",
    [SHEAF_ROW_KIND_TOTAL] = "total",
    [SHEAF_ROW_KIND_CLOSING] = "closing",
  };

  return words[kind];
}
