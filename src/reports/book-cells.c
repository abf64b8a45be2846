/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in the columns of books: names for data files and programs, kinds, widths. */
#include "reports/book-private.h"

static const struct
{
  const char   *name;
  SheafCellKind kind;
  guint         weight;  /* of the width of the paper */
  gboolean      running; /* a balance after each row */
} cells[CELL_LAST] = {
  [CELL_SEQ] = { "seq", SHEAF_CELL_COUNT, 4, FALSE },
  [CELL_DATE] = { "date", SHEAF_CELL_DAY, 9, FALSE },
  [CELL_NUMBER] = { "number", SHEAF_CELL_TEXT, 9, FALSE },
  [CELL_VOUCHER_DATE] = { "voucher_date", SHEAF_CELL_DAY, 9, FALSE },
  [CELL_NUMBER_IN] = { "number_in", SHEAF_CELL_TEXT, 8, FALSE },
  [CELL_NUMBER_OUT] = { "number_out", SHEAF_CELL_TEXT, 8, FALSE },
  [CELL_DESCRIPTION] = { "description", SHEAF_CELL_TEXT, 26, FALSE },
  [CELL_POSTED] = { "posted", SHEAF_CELL_TEXT, 5, FALSE },
  [CELL_PAGE] = { "page", SHEAF_CELL_TEXT, 5, FALSE },
  [CELL_LINE] = { "line", SHEAF_CELL_COUNT, 6, FALSE },
  [CELL_CONTRA] = { "contra", SHEAF_CELL_TEXT, 7, FALSE },
  [CELL_DEBIT] = { "debit", SHEAF_CELL_MONEY, 13, FALSE },
  [CELL_CREDIT] = { "credit", SHEAF_CELL_MONEY, 13, FALSE },
  [CELL_BALANCE] = { "balance", SHEAF_CELL_MONEY, 13, TRUE },
  [CELL_BALANCE_DEBIT] = { "balance_debit", SHEAF_CELL_MONEY, 13, TRUE },
  [CELL_BALANCE_CREDIT] = { "balance_credit", SHEAF_CELL_MONEY, 13, TRUE },
  [CELL_FOREIGN_DEBIT] = { "foreign_debit", SHEAF_CELL_FOREIGN, 10, FALSE },
  [CELL_FOREIGN_CREDIT] = { "foreign_credit", SHEAF_CELL_FOREIGN, 10, FALSE },
  [CELL_FOREIGN_BALANCE_DEBIT] = { "foreign_balance_debit", SHEAF_CELL_FOREIGN, 10, TRUE },
  [CELL_FOREIGN_BALANCE_CREDIT] = { "foreign_balance_credit", SHEAF_CELL_FOREIGN, 10, TRUE },
  [CELL_RATE] = { "rate", SHEAF_CELL_RATIO, 8, FALSE },
  [CELL_DISCOUNT_UNTIL] = { "discount_until", SHEAF_CELL_DAY, 9, FALSE },
  [CELL_DUE] = { "due", SHEAF_CELL_DAY, 9, FALSE },
  [CELL_NOTE] = { "note", SHEAF_CELL_TEXT, 9, FALSE },
  [CELL_TOTAL] = { "total", SHEAF_CELL_MONEY, 13, FALSE },
  [CELL_SPLIT1] = { "split1", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_SPLIT1 + 1] = { "split2", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_SPLIT1 + 2] = { "split3", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_SPLIT1 + 3] = { "split4", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_SPLIT1 + 4] = { "split5", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_SPLIT1 + 5] = { "split6", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_SPLIT1 + 6] = { "split7", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_SPLIT1 + 7] = { "split8", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_SPLIT9] = { "split9", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_OTHER] = { "other", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_OTHER_ACCOUNT] = { "other_account", SHEAF_CELL_TEXT, 7, FALSE },
  [CELL_DEBIT1] = { "debit1", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_DEBIT2] = { "debit2", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_CREDIT1] = { "credit1", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_CREDIT2] = { "credit2", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_BALANCE1] = { "balance1", SHEAF_CELL_MONEY, 12, TRUE },
  [CELL_BALANCE2] = { "balance2", SHEAF_CELL_MONEY, 12, TRUE },
  [CELL_UNIT] = { "unit", SHEAF_CELL_TEXT, 6, FALSE },
  [CELL_QUANTITY] = { "quantity", SHEAF_CELL_QUANTITY, 9, FALSE },
  [CELL_PRICE] = { "price", SHEAF_CELL_PRICE, 10, FALSE },
  [CELL_AMOUNT] = { "amount", SHEAF_CELL_MONEY, 13, FALSE },
  [CELL_TAX] = { "tax", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_DEDUCTION] = { "deduction", SHEAF_CELL_MONEY, 11, FALSE },
  [CELL_QUANTITY_IN] = { "quantity_in", SHEAF_CELL_QUANTITY, 9, FALSE },
  [CELL_AMOUNT_IN] = { "amount_in", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_QUANTITY_OUT] = { "quantity_out", SHEAF_CELL_QUANTITY, 9, FALSE },
  [CELL_AMOUNT_OUT] = { "amount_out", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_QUANTITY_LEFT] = { "quantity_left", SHEAF_CELL_QUANTITY, 9, TRUE },
  [CELL_AMOUNT_LEFT] = { "amount_left", SHEAF_CELL_MONEY, 12, TRUE },
  [CELL_MOVED] = { "moved", SHEAF_CELL_DAY, 9, FALSE },
  [CELL_SERVICE1] = { "service1", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_SERVICE1 + 1] = { "service2", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_SERVICE1 + 2] = { "service3", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_SERVICE1 + 3] = { "service4", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_SERVICE1 + 4] = { "service5", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_SERVICE1 + 5] = { "service6", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_SERVICE1 + 6] = { "service7", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_SERVICE1 + 7] = { "service8", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_SERVICE9] = { "service9", SHEAF_CELL_QUANTITY, 8, FALSE },
  [CELL_NAME] = { "name", SHEAF_CELL_TEXT, 22, FALSE },
  [CELL_CODE] = { "code", SHEAF_CELL_TEXT, 9, FALSE },
  [CELL_ORIGIN] = { "origin", SHEAF_CELL_TEXT, 8, FALSE },
  [CELL_IN_USE] = { "in_use", SHEAF_CELL_TEXT, 8, FALSE },
  [CELL_COST] = { "cost", SHEAF_CELL_MONEY, 13, FALSE },
  [CELL_INTEREST] = { "interest", SHEAF_CELL_RATE, 7, FALSE },
  [CELL_DEPRECIATION] = { "depreciation", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_DEPRECIATED] = { "depreciated", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_OUT_NUMBER] = { "out_number", SHEAF_CELL_TEXT, 9, FALSE },
  [CELL_OUT_DATE] = { "out_date", SHEAF_CELL_DAY, 9, FALSE },
  [CELL_REASON] = { "reason", SHEAF_CELL_TEXT, 14, FALSE },
  [CELL_YEAR] = { "year", SHEAF_CELL_TEXT, 6, FALSE },
  [CELL_TERM] = { "term", SHEAF_CELL_TEXT, 7, FALSE },
  [CELL_RECEIVED] = { "received", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_PRINCIPAL] = { "principal", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_INTEREST_DUE] = { "interest_due", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_INTEREST_PAID] = { "interest_paid", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_OPENING] = { "opening", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_LENT] = { "lent", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_CLOSING] = { "closing", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_OVERDUE] = { "overdue", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_OVERDUE_INTEREST] = { "overdue_interest", SHEAF_CELL_MONEY, 12, FALSE },
  [CELL_DAYS_LATE] = { "days_late", SHEAF_CELL_COUNT, 6, FALSE },
  [CELL_PAID_IN] = { "paid_in", SHEAF_CELL_MONEY, 13, FALSE },
  [CELL_PAID_BACK] = { "paid_back", SHEAF_CELL_MONEY, 13, FALSE },
  [CELL_SIGNATURE] = { "signature", SHEAF_CELL_TEXT, 10, FALSE },
  [CELL_SIGNATURE2] = { "signature2", SHEAF_CELL_TEXT, 10, FALSE },
};

SheafBookCell
sheaf_book_cell_find (const char *name)
{
  SheafBookCell cell = CELL_SEQ;

  while (cell < CELL_LAST && g_strcmp0 (cells[cell].name, name) != 0)
    cell++;
  return cell;
}

const char *
sheaf_book_cell_name (SheafBookCell cell)
{
  return cells[cell].name;
}

gboolean
sheaf_book_cell_is_running (SheafBookCell cell)
{
  return cells[cell].running;
}

SheafCellKind
sheaf_book_cell_kind (SheafBookCell cell)
{
  return cells[cell].kind;
}

guint
sheaf_book_cell_weight (SheafBookCell cell)
{
  return cells[cell].weight;
}
