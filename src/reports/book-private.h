/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the books of account share: the form as its words describe it, and writing its rows cell by
 * cell. Only the files book-* include this. */
#pragma once

#include "ledger/chart.h"
#include "ledger/entry.h"
#include "ledger/item.h"
#include "ledger/totals.h"
#include "reports/reports.h"

/* What may stand in a column; the files of data/books name them as in book-cells.c. Those that are
 * counted (split1, split2, …) follow one another. */
typedef enum
{
  CELL_SEQ,
  CELL_DATE,
  CELL_NUMBER,
  CELL_VOUCHER_DATE,
  CELL_NUMBER_IN,
  CELL_NUMBER_OUT,
  CELL_DESCRIPTION,
  CELL_POSTED,
  CELL_PAGE,
  CELL_LINE,
  CELL_CONTRA,
  CELL_DEBIT,
  CELL_CREDIT,
  CELL_BALANCE,
  CELL_BALANCE_DEBIT,
  CELL_BALANCE_CREDIT,
  CELL_FOREIGN_DEBIT,
  CELL_FOREIGN_CREDIT,
  CELL_FOREIGN_BALANCE_DEBIT,
  CELL_FOREIGN_BALANCE_CREDIT,
  CELL_RATE,
  CELL_DISCOUNT_UNTIL,
  CELL_DUE,
  CELL_NOTE,
  CELL_TOTAL,
  CELL_SPLIT1,
  CELL_SPLIT9 = CELL_SPLIT1 + 8,
  CELL_OTHER,
  CELL_OTHER_ACCOUNT,
  CELL_DEBIT1,
  CELL_DEBIT2,
  CELL_CREDIT1,
  CELL_CREDIT2,
  CELL_BALANCE1,
  CELL_BALANCE2,
  CELL_UNIT,
  CELL_QUANTITY,
  CELL_PRICE,
  CELL_AMOUNT,
  CELL_TAX,
  CELL_DEDUCTION,
  CELL_QUANTITY_IN,
  CELL_AMOUNT_IN,
  CELL_QUANTITY_OUT,
  CELL_AMOUNT_OUT,
  CELL_QUANTITY_LEFT,
  CELL_AMOUNT_LEFT,
  CELL_MOVED,
  CELL_SERVICE1,
  CELL_SERVICE9 = CELL_SERVICE1 + 8,
  CELL_NAME,
  CELL_CODE,
  CELL_ORIGIN,
  CELL_IN_USE,
  CELL_COST,
  CELL_INTEREST,
  CELL_DEPRECIATION,
  CELL_DEPRECIATED,
  CELL_OUT_NUMBER,
  CELL_OUT_DATE,
  CELL_REASON,
  CELL_YEAR,
  CELL_TERM,
  CELL_RECEIVED,
  CELL_PRINCIPAL,
  CELL_INTEREST_DUE,
  CELL_INTEREST_PAID,
  CELL_OPENING,
  CELL_LENT,
  CELL_CLOSING,
  CELL_OVERDUE,
  CELL_OVERDUE_INTEREST,
  CELL_DAYS_LATE,
  CELL_PAID_IN,
  CELL_PAID_BACK,
  CELL_SIGNATURE,
  CELL_SIGNATURE2,
  CELL_LAST,
} SheafBookCell;

typedef struct
{
  SheafBook                 *book;
  const SheafChart          *chart;
  const SheafReportQuestion *question;
  SheafReportSink           *sink;
  const char                *code;
  const char                *language;
  GKeyFile                  *words;
  char                     **accounts; /* codes that the form covers */
  SheafDate                  from;
  SheafDate                  to;
  gboolean                   whole_year;
  SheafReportHead           *head;
  int                        place[CELL_LAST]; /* the column of a cell; -1: the form has none */
  SheafCell                 *cells;            /* of the row under way */
  SheafReportRow             row;              /* likewise: where it comes from */
  guint                      n_rows;           /* of the section */
  char                       units[4];         /* the section's amounts count this currency */
  SheafTotals               *totals;           /* pairs of the days; made when first asked for */
} SheafBookWriter;

/* Loads the words of the form and the days of the question. SHEAF_REPORTS_ERROR_QUESTION for days
 * in the wrong order. */
SheafBookWriter *sheaf_book_writer_new (const SheafReport         *report,
                                        SheafBook                 *book,
                                        const SheafReportQuestion *question,
                                        SheafReportSink           *sink,
                                        GError                   **error);
void             sheaf_book_writer_free (SheafBookWriter *writer);

/* The name of a cell's column and the kind of what stands in it (book-cells.c). */
SheafBookCell sheaf_book_cell_find (const char *name);
const char   *sheaf_book_cell_name (SheafBookCell cell);
SheafCellKind sheaf_book_cell_kind (SheafBookCell cell);
guint         sheaf_book_cell_weight (SheafBookCell cell);
/* Balances after each row: pages carry forward no sum of them. */
gboolean sheaf_book_cell_is_running (SheafBookCell cell);

/* A value of the group [form]: a word (NULL: none), a list (never NULL), TRUE for "true". */
char    *sheaf_book_option (const SheafBookWriter *writer,
                            const char            *key);
char   **sheaf_book_options (const SheafBookWriter *writer,
                             const char            *key);
gboolean sheaf_book_flag (const SheafBookWriter *writer,
                          const char            *key);

/* A text of the words in the report's language, NULL when there is none. */
char *sheaf_book_text (const SheafBookWriter *writer,
                       const char            *key);

/* The head, and the start of a section: fields are the words' lines "fields" with {account},
 * {party} and so on filled in from pairs of name and text, NULL closes them; "" prints a leader.
 * headings, when given, takes the place of the head's columns. */
gboolean sheaf_book_writer_head (SheafBookWriter *writer,
                                 GError         **error);
gboolean sheaf_book_writer_section (SheafBookWriter   *writer,
                                    const char        *name,
                                    const char *const *facts,
                                    GPtrArray         *columns,
                                    GError           **error);
gboolean sheaf_book_writer_finish (SheafBookWriter *writer,
                                   GError         **error);

/* Cells of the row under way; what the form has no column for is left out. */
gboolean sheaf_book_has (const SheafBookWriter *writer,
                         SheafBookCell          cell);
void     sheaf_book_put_text (SheafBookWriter *writer,
                              SheafBookCell    cell,
                              const char      *text);
void     sheaf_book_put_number (SheafBookWriter *writer,
                                SheafBookCell    cell,
                                gint64           number);
void     sheaf_book_put_money (SheafBookWriter *writer,
                               SheafBookCell    cell,
                               SheafMoney       money);
void     sheaf_book_put_day (SheafBookWriter *writer,
                             SheafBookCell    cell,
                             SheafDate        day);

/* A sum of the lines from row first on: sheets of cells add it up themselves. */
void sheaf_book_put_sum (SheafBookWriter *writer,
                         SheafBookCell    cell,
                         SheafMoney       money,
                         guint            first);

/* The words' row label, in the column that has labels, and the crosses that [form] cross_KEY
 * lists. */
void sheaf_book_put_label (SheafBookWriter *writer,
                           const char      *key);

/* Sends the row and begins the next. */
gboolean sheaf_book_writer_row (SheafBookWriter   *writer,
                                SheafReportRowKind kind,
                                GError           **error);

/* A row that has a label alone; nothing where the words have none. */
gboolean sheaf_book_writer_heading (SheafBookWriter *writer,
                                    const char      *key,
                                    GError         **error);

/* What every line says: days, numbers, description, account opposite, due day. */
void sheaf_book_put_entry (SheafBookWriter  *writer,
                           const SheafEntry *entry);

/* The code of an account; "" for a hidden one. */
const char *sheaf_book_account_code (const SheafBookWriter *writer,
                                     gint64                 id);

/* Whether an account is one of those whose codes a list has, or lies under one. */
gboolean sheaf_book_is_under (const SheafBookWriter *writer,
                              gint64                 account_id,
                              char                 **codes);

/* The accounts of the form that the question asks for: each that can be posted to, or the groups as
 * the form lists them. Of const SheafAccount. Refused: an account that the form does not cover. */
GPtrArray *sheaf_book_accounts (SheafBookWriter *writer,
                                gboolean         groups,
                                GError         **error);

/* Kept totals of accounts before the days and within them. */
const SheafTotals *sheaf_book_totals (SheafBookWriter *writer,
                                      GError         **error);
gboolean           sheaf_book_before (SheafBookWriter    *writer,
                                      const SheafAccount *account,
                                      SheafMoney         *ret_before,
                                      GError            **error);

/* The ids that the question names; 0 where it names none; SHEAF_REPORTS_ERROR_QUESTION for codes
 * that are not there. */
gboolean sheaf_book_question_ids (SheafBookWriter *writer,
                                  gint64          *ret_party_id,
                                  gint64          *ret_item_id,
                                  GError         **error);

/* One sheet of a detailed book. */
typedef struct
{
  const SheafAccount *account;
  gint64              party_id; /* SHEAF_ENTRY_ANY where sheets are not by party; likewise */
  gint64              item_id;
  char               *currency; /* NULL: any */
  char               *product;
  SheafMoney          before;
  gint64              foreign;
  SheafQuantity       quantity;
  gboolean            wanted; /* asked for by name: printed even when it is empty */
  char               *party_code;
  char               *party_name;
  char               *item_code;
} SheafBookSheet;

/* The sheets of the form ([form] sheets) that the question asks for, in order; of
 * SheafBookSheet. */
GPtrArray *sheaf_book_sheets (SheafBookWriter *writer,
                              GError         **error);

/* Whether an account counts units of foreign money (007): several currencies have no sum, so each,
 * an item there, is a sheet of its own, whose amounts are of that currency. */
gboolean sheaf_book_counts_units (const SheafBookWriter *writer,
                                  const SheafAccount    *account);

/* Begins the sheet: its section, with columns of its own where given, and fields. */
gboolean sheaf_book_sheet_begin (SheafBookWriter      *writer,
                                 const SheafBookSheet *sheet,
                                 GPtrArray            *columns,
                                 GError              **error);

/* A line with facts as sheaf_book_writer_section takes them. Free with g_free. */
char *sheaf_book_fill_facts (const char        *line,
                             const char *const *facts);

/* A heading or group with a code in place of {account}; NULL stays. Free with g_free. */
char *sheaf_book_name_account (const char *text,
                               const char *code);

/* The entries of a sheet within the days. */
SheafEntries *sheaf_book_sheet_entries (SheafBookWriter      *writer,
                                        const SheafBookSheet *sheet,
                                        GError              **error);

/* One section without rows where nothing was written, so that the form can be printed. */
gboolean sheaf_book_writer_empty (SheafBookWriter *writer,
                                  GError         **error);

/* What an amount is worth for one unit of a quantity: millionths, half up; 0 without quantity. */
gint64 sheaf_book_price (SheafMoney    amount,
                         SheafQuantity quantity);

/* The generators: each writes sections and rows between head and finish. */
typedef gboolean (*SheafBookWrite) (SheafBookWriter *writer,
                                    GError         **error);

gboolean sheaf_book_write_detail (SheafBookWriter *writer,
                                  GError         **error);
gboolean sheaf_book_write_ledger (SheafBookWriter *writer,
                                  GError         **error);
gboolean sheaf_book_write_journal (SheafBookWriter *writer,
                                   GError         **error);
gboolean sheaf_book_write_split (SheafBookWriter *writer,
                                 GError         **error);
gboolean sheaf_book_write_owners (SheafBookWriter *writer,
                                  GError         **error);
gboolean sheaf_book_write_sales (SheafBookWriter *writer,
                                 GError         **error);
gboolean sheaf_book_write_stock (SheafBookWriter *writer,
                                 GError         **error);
gboolean sheaf_book_write_stock_sums (SheafBookWriter *writer,
                                      GError         **error);
gboolean sheaf_book_write_vat (SheafBookWriter *writer,
                               GError         **error);
gboolean sheaf_book_write_services (SheafBookWriter *writer,
                                    GError         **error);
gboolean sheaf_book_write_capital (SheafBookWriter *writer,
                                   GError         **error);
gboolean sheaf_book_write_loans (SheafBookWriter *writer,
                                 GError         **error);
gboolean sheaf_book_write_loan_sums (SheafBookWriter *writer,
                                     GError         **error);
gboolean sheaf_book_write_assets (SheafBookWriter *writer,
                                  GError         **error);
gboolean sheaf_book_write_asset_cards (SheafBookWriter *writer,
                                       GError         **error);
gboolean sheaf_book_write_places (SheafBookWriter *writer,
                                  GError         **error);

/* The two functions of every book in the table. */
gboolean sheaf_book_write (const SheafReport         *report,
                           SheafBook                 *book,
                           const SheafReportQuestion *question,
                           SheafReportSink           *sink,
                           GError                   **error);
char    *sheaf_book_withheld (const SheafReport *report,
                              SheafBook         *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBookWriter, sheaf_book_writer_free)
