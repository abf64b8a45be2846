/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds of CSV share: the file under way and typed readers of its fields. */
#pragma once

#include "base/quantity.h"
#include "base/rate.h"
#include "exchange/csv-import.h"

typedef enum
{
  SHEAF_IMPORT_OPTIONAL,
  SHEAF_IMPORT_REQUIRED,  /* the header must have it and no row may leave it empty */
  SHEAF_IMPORT_IN_HEADER, /* the header must have it; the kind judges empty fields */
} SheafImportNeed;

typedef struct
{
  const char     *name;
  SheafImportNeed need;
} SheafImportColumn;

typedef struct _SheafImport SheafImport;

/* One kind of file. Columns stand in the order of the kind's own enum. state is the kind's own,
 * zeroed before begin. Functions return FALSE only when the import cannot go on; findings are added
 * by sheaf_import_problem and reading goes on, so that people see all of them. */
typedef struct
{
  const char              *name;
  const SheafImportColumn *columns;
  guint                    n_columns;
  gsize                    state_size;
  gboolean                 names_vouchers;                  /* of a bundle: read behind them */
  gboolean (*begin) (SheafImport *import, GError **error);  /* may be NULL; likewise below */
  gboolean (*row) (SheafImport *import, GError **error);    /* one record */
  gboolean (*finish) (SheafImport *import, GError **error); /* after the last record */
  void (*clear) (gpointer state);
} SheafImportKind;

struct _SheafImport
{
  SheafBook                *book;
  const SheafImportKind    *kind;
  const SheafImportOptions *options;
  const char               *file; /* its name in problems */
  SheafProblems            *problems;
  gpointer                  state;
  const GPtrArray          *fields; /* of the record under way */
  int                      *places; /* of each column among the fields; -1: not there */
  guint                     line;   /* where the record under way begins */
  guint                     rows;
  gboolean                  row_is_bad; /* the record under way has an error */
};

/* Adds an error or a warning at the record under way; column is an index, -1 for the whole row. */
void sheaf_import_problem (SheafImport *import,
                           int          column,
                           const char  *format,
                           ...) G_GNUC_PRINTF (3, 4);
void sheaf_import_warning (SheafImport *import,
                           int          column,
                           const char  *format,
                           ...) G_GNUC_PRINTF (3, 4);

/* The error of a write as a problem at the record under way: TRUE, the import goes on and finds
 * more. FALSE when the store itself failed (full disk), with the error passed on. */
gboolean sheaf_import_take_error (SheafImport *import,
                                  int          column,
                                  GError      *problem,
                                  GError     **error);

/* The field's text; "" where it is empty or the column is not there. Owned by the reader. */
const char *sheaf_import_text (const SheafImport *import,
                               guint              column);
gboolean    sheaf_import_has (const SheafImport *import,
                              guint              column);
/* A copy, NULL where it is empty. Free with g_free. */
char *sheaf_import_dup_text (const SheafImport *import,
                             guint              column);

/* TRUE when the header has the column, filled or not. */
gboolean sheaf_import_in_header (const SheafImport *import,
                                 guint              column);

/* For updates: the field's text in place of *fact, which the function frees, where the file has the
 * column. */
void sheaf_import_replace (const SheafImport *import,
                           guint              column,
                           char             **fact);

/* Typed fields: FALSE where the field is empty or, with a problem added, not readable; *ret is then
 * untouched. */
gboolean sheaf_import_date (SheafImport *import,
                            guint        column,
                            SheafDate   *ret_date);
gboolean sheaf_import_amount (SheafImport *import,
                              guint        column,
                              SheafMoney  *ret_money);

/* A figure that may stand below zero, written with a minus. */
gboolean sheaf_import_signed (SheafImport *import,
                              guint        column,
                              SheafMoney  *ret_money);
gboolean sheaf_import_quantity (SheafImport   *import,
                                guint          column,
                                SheafQuantity *ret_quantity);
gboolean sheaf_import_signed_quantity (SheafImport   *import,
                                       guint          column,
                                       SheafQuantity *ret_quantity);
gboolean sheaf_import_rate (SheafImport *import,
                            guint        column,
                            SheafRate   *ret_rate);

/* The price of a row: one of 0 is no price, and a problem. */
void     sheaf_import_price (SheafImport *import,
                             guint        column,
                             SheafRate   *ret_price);
gboolean sheaf_import_year (SheafImport *import,
                            guint        column,
                            int         *ret_year);
gboolean sheaf_import_yes (SheafImport *import,
                           guint        column,
                           gboolean    *ret_yes);

/* The index of a word among the NULL-terminated words. */
gboolean sheaf_import_word (SheafImport       *import,
                            guint              column,
                            const char *const *words,
                            guint             *ret_index);

/* A code of letters, digits and - . _ /; for codes that the file itself gives. */
gboolean sheaf_import_code (SheafImport *import,
                            guint        column,
                            const char **ret_code);

/* The account, party (members are parties), item or product that a code names. An account must take
 * postings; a party must not be merged into another one, which is then named. */
gboolean sheaf_import_account (SheafImport *import,
                               guint        column,
                               gint64      *ret_id);
gboolean sheaf_import_party (SheafImport *import,
                             guint        column,
                             gint64      *ret_id);

/* Merged parties too: for what may go back to rows before the merge. */
gboolean sheaf_import_any_party (SheafImport *import,
                                 guint        column,
                                 gint64      *ret_id);
gboolean sheaf_import_item (SheafImport *import,
                            guint        column,
                            gint64      *ret_id);
gboolean sheaf_import_product (SheafImport *import,
                               guint        column,
                               gint64      *ret_id);

/* The posted voucher that three columns name: kind, number and year. */
gboolean sheaf_import_voucher (SheafImport *import,
                               guint        kind_column,
                               guint        number_column,
                               guint        year_column,
                               gint64      *ret_id);

/* A whole number from 1 on. */
gboolean sheaf_import_count (SheafImport *import,
                             guint        column,
                             guint       *ret_number);

/* A row of the ledger may name its product before the product is there: a warning. */
void sheaf_import_product_hint (SheafImport *import,
                                guint        column);

/* The state of a kind whose rows are gathered, then judged and entered together. */
typedef struct
{
  GPtrArray *items;
  GPtrArray *unread;     /* items of rows with problems, as far as they were read; may be NULL */
  gboolean   incomplete; /* a row could not be read */
} SheafImportList;

/* Takes the record's item; where the record has a problem, to look at only. */
void sheaf_import_list_take (SheafImport   *import,
                             gpointer       item,
                             GDestroyNotify free_item);
void sheaf_import_list_clear (gpointer state);

/* Whom the item is about; other: the second person, 0 for none. */
typedef gint64 (*SheafImportPerson) (gconstpointer item,
                                     gboolean      other);

/* The items about persons of whom every row could be read: these can be judged although the list is
 * not whole. Of borrowed items. */
GPtrArray *sheaf_import_list_sound (const SheafImportList *list,
                                    SheafImportPerson      person);

/* All items, those of rows with problems behind the others. Of borrowed items. */
GPtrArray *sheaf_import_list_everyone (const SheafImportList *list);

/* Tells what was found in a list that is not whole, but where the row already says what is wrong
 * with the field. doubts: warnings too, which hold whatever the other rows say. */
void sheaf_import_add_found (SheafImport         *import,
                             const SheafProblems *found,
                             gboolean             doubts);

/* Reads one file into the act under way; problems are kept in import->problems. FALSE only when
 * the import cannot go on. */
gboolean sheaf_import_read (SheafBook                *book,
                            const SheafImportKind    *kind,
                            const char               *path,
                            const SheafImportOptions *options,
                            SheafProblems            *problems,
                            guint                    *ret_rows,
                            GError                  **error);
