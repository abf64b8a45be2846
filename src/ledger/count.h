/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of cash (08a-TT) and stock (05-VT), beside what the books say. */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "base/quantity.h"
#include "book/book.h"

typedef enum
{
  SHEAF_COUNT_CASH = 1,
  SHEAF_COUNT_STOCK = 2,
} SheafCountKind;

typedef struct
{
  /* cash: a note or coin in smallest units ("" is what the books hold); stock: a product, else an
   * item; "" is what names neither */
  char         *name;
  SheafQuantity booked_quantity; /* 0 where none is kept */
  SheafMoney    booked_amount;
  SheafQuantity counted_quantity; /* of notes: how many, in thousandths too */
  SheafMoney    counted_amount;
  gboolean      counted; /* something was said of it */
  char         *note;
} SheafCountLine;

typedef struct
{
  gint64         id; /* 0: not kept yet */
  SheafCountKind kind;
  char          *number; /* "KK0001", given when it is kept */
  SheafDate      date;
  gint64         account_id;
  char          *people; /* who counted, one a line */
  char          *note;
  GPtrArray     *lines;    /* of SheafCountLine */
  guint          vouchers; /* that put its difference on the books */
} SheafCount;

void sheaf_count_free (SheafCount *count);

/* A sheet to be filled: for cash the notes and coins of the book's money, for stock each product
 * and item that the account holds at the end of the day. Refused for an account that keeps neither
 * cash nor stock, foreign money, or is a group. */
SheafCount *sheaf_count_prepare (SheafBook     *book,
                                 SheafCountKind kind,
                                 gint64         account_id,
                                 SheafDate      date,
                                 GError       **error);

/* Fills in what was counted of a name; amount may be NULL: notes by their value, stock at what the
 * books hold it for. Refused for a note that is none, and for a product that the books do not hold
 * where no amount is said. */
gboolean sheaf_count_fill (SheafCount       *count,
                           const char       *name,
                           SheafQuantity     quantity,
                           const SheafMoney *amount,
                           const char       *note,
                           GError          **error);

/* Fills in a CSV: name,quantity,amount,note (the last two may be missing). */
gboolean sheaf_count_read (SheafCount *count,
                           const char *path,
                           GError    **error);

/* Counted less booked: of a line, and of the whole. */
SheafMoney sheaf_count_line_difference (const SheafCountLine *line);
SheafMoney sheaf_count_difference (const SheafCount *count);

/* Keeps a sheet; what nothing was said of counts as not there. */
gboolean sheaf_count_insert (SheafBook        *book,
                             const SheafCount *count,
                             gint64           *ret_id,
                             GError          **error);

SheafCount *sheaf_count_load (SheafBook *book,
                              gint64     id,
                              GError   **error);

/* All, by day; of SheafCount, without lines. */
GPtrArray *sheaf_count_list (SheafBook *book,
                             GError   **error);

/* Puts the difference on the books, on the day of the count (ledger/difference.h): cash as a whole,
 * stock line by line. other_id: the other account where the data's is divided, else 0. Refused when
 * there is none, when it was posted already, and when the books of that day changed since. */
gboolean sheaf_count_post (SheafBook *book,
                           gint64     id,
                           gint64     other_id,
                           GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCount, sheaf_count_free)
