/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the list of vouchers. */
#include "app/format.h"
#include "app/ledger/voucher-words.h"
#include "app/ledger/vouchers-page-private.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

static char *
format_date (gconstpointer record)
{
  const SheafVoucherLine *line = record;

  return sheaf_date_is_none (line->date) && line->typed_date != NULL
             ? g_strdup (line->typed_date)
             : sheaf_format_date (line->date);
}

static char *
format_number (gconstpointer record)
{
  return g_strdup (((const SheafVoucherLine *) record)->number);
}

static char *
format_kind (gconstpointer record)
{
  return g_strdup (sheaf_voucher_words_kind (((const SheafVoucherLine *) record)->kind));
}

static char *
format_description (gconstpointer record)
{
  return g_strdup (((const SheafVoucherLine *) record)->description);
}

static char *
format_amount (gconstpointer record)
{
  return sheaf_format_money (((const SheafVoucherLine *) record)->amount);
}

static char *
format_state (gconstpointer record)
{
  const SheafVoucherLine *line = record;

  if (line->draft_id != 0)
    return g_strdup (_ ("draft"));
  if (line->due_template != NULL)
    return g_strdup (C_ ("entry", "due"));
  if (line->reversed_by != 0)
    return g_strdup (_ ("reversed"));
  if (line->reverses_id != 0)
    return g_strdup (_ ("reversal"));
  if (line->layer == SHEAF_LAYER_CLOSING)
    return g_strdup (_ ("closing"));
  if (line->layer == SHEAF_LAYER_DISTRIBUTION)
    return g_strdup (_ ("distribution"));
  return g_strdup ("");
}

static const char *
style_row (gconstpointer record)
{
  return ((const SheafVoucherLine *) record)->reversed_by != 0 ? "reversed-row" : NULL;
}

static const SheafColumn columns[] = {
  { N_ ("Day"), SHEAF_COLUMN_DAY, 106, format_date },
  { N_ ("Number"), SHEAF_COLUMN_DAY, 104, format_number },
  { N_ ("Kind"), SHEAF_COLUMN_TEXT, 152, format_kind },
  { N_ ("Text"), SHEAF_COLUMN_TEXT, 0, format_description },
  { N_ ("Amount (₫)"), SHEAF_COLUMN_FIGURE, 132, format_amount },
  { N_ ("State"), SHEAF_COLUMN_TEXT, 104, format_state },
};

void
sheaf_vouchers_page_add_columns (SheafVouchersPage *page)
{
  sheaf_columns_add (page->view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (page->view, style_row);
}
