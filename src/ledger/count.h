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
  gboolean      judged;  /* stock: its quality as well */
  SheafQuantity poor;    /* of counted_quantity, still of some use; what is left is good */
  SheafQuantity spoilt;
  char         *note;
} SheafCountLine;

typedef struct
{
  gint64         id; /* 0: not kept yet */
  SheafCountKind kind;
  char          *number; /* "KK0001", given when it is kept */
  SheafDate      date;
  char          *time; /* of the day, "16:30"; NULL: not said */
  gint64         account_id;
  char          *people; /* who counted, one a line: "name; office; for whom" */
  char          *note;
  GPtrArray     *lines;     /* of SheafCountLine */
  guint          vouchers;  /* that put its difference on the books */
  char          *withdrawn; /* why it counts no more; NULL: it counts */
} SheafCount;

void sheaf_count_free (SheafCount *count);

/* A sheet without lines; and an empty line of the name at its end. */
SheafCount     *sheaf_count_new (void);
SheafCountLine *sheaf_count_add_line (SheafCount *count,
                                      const char *name);

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

/* Says of a stock line that was filled in how much of it is poor and how much is spoilt; the rest
 * is good. Refused for cash, for what was not counted, and for more than was counted. */
gboolean sheaf_count_judge (SheafCount   *count,
                            const char   *name,
                            SheafQuantity poor,
                            SheafQuantity spoilt,
                            GError      **error);

/* What is good of a judged line. */
SheafQuantity sheaf_count_line_good (const SheafCountLine *line);

/* Fills in a CSV: name,quantity,amount,note (the last two may be missing), and the columns poor and
 * spoilt wherever its first line names them. A line without a figure says nothing. Refused where it
 * says nothing of stock that the books hold: what is gone has the quantity 0. */
gboolean sheaf_count_read (SheafCount *count,
                           const char *path,
                           GError    **error);

/* Counted less booked: of a line, and of the whole. */
SheafMoney sheaf_count_line_difference (const SheafCountLine *line);
SheafMoney sheaf_count_difference (const SheafCount *count);

/* What the books hold, of all lines. */
SheafMoney sheaf_count_booked (const SheafCount *count);

/* TRUE where there is something to post: of stock a surplus here and a shortage there too. */
gboolean sheaf_count_has_difference (const SheafCount *count);

/* Keeps a sheet; what nothing was said of counts as not there. A number that it brings (from
 * another book) is kept, and refused where there is a sheet of it; so is a time that is none. */
gboolean sheaf_count_insert (SheafBook        *book,
                             const SheafCount *count,
                             gint64           *ret_id,
                             GError          **error);

/* Lets a sheet count no more: it stays in the list with the reason, and its difference can not be
 * posted. Refused without a reason, twice, and while vouchers of it stand in the books. */
gboolean sheaf_count_withdraw (SheafBook  *book,
                               gint64      id,
                               const char *reason,
                               GError    **error);

/* Keeps a sheet in place of an earlier one of the same account, which is withdrawn in the same
 * act. */
gboolean sheaf_count_replace (SheafBook        *book,
                              gint64            old_id,
                              const SheafCount *count,
                              gint64           *ret_id,
                              GError          **error);

/* The one of a number; *ret_id is 0 when there is none. */
gboolean sheaf_count_find (SheafBook  *book,
                           const char *number,
                           gint64     *ret_id,
                           GError    **error);

SheafCount *sheaf_count_load (SheafBook *book,
                              gint64     id,
                              GError   **error);

/* All, by day; of SheafCount, without lines. */
GPtrArray *sheaf_count_list (SheafBook *book,
                             GError   **error);

/* The vouchers that posting would write, for asking a person before; of SheafVoucher. An item that
 * posting would make first is missing in them. Errors as of sheaf_count_post. */
GPtrArray *sheaf_count_entries (SheafBook *book,
                                gint64     id,
                                gint64     other_id,
                                GError   **error);

/* Puts the difference on the books, on the day of the count (ledger/difference.h): cash as a whole,
 * stock line by line. other_id: the other account where the data's is divided, else 0. Refused when
 * there is none, when it was posted already or the sheet withdrawn, and when the books of that day
 * changed since. */
gboolean sheaf_count_post (SheafBook *book,
                           gint64     id,
                           gint64     other_id,
                           GError   **error);

/* The last voucher that put its difference on the books and was not taken back; 0: none. */
gint64 sheaf_count_last_voucher (SheafBook *book,
                                 gint64     id);

/* How far a day's counts have come: Law on Accounting, Art. 40 asks for them at the year's end. */
typedef struct
{
  guint held;    /* accounts of the kind that hold something at the end of the day */
  guint counted; /* of these with a sheet of that day */
  char *missing; /* codes of those without, parted by ", "; "" when there is none */
  char *open;    /* numbers of the sheets of that day whose difference is not on the books */
} SheafCountState;

void     sheaf_count_state_clear (SheafCountState *state);
gboolean sheaf_count_state (SheafBook       *book,
                            SheafCountKind   kind,
                            SheafDate        date,
                            SheafCountState *ret_state,
                            GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCount, sheaf_count_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheafCountState, sheaf_count_state_clear)
