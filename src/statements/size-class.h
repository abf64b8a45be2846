/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size class of a cooperative (Law 17/2023 Art. 16, Decree 113/2024 Art. 5), from
 * data/laws/size-COUNTRY.ini and the books. */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "book/book.h"

/* One class of the sector. */
typedef struct
{
  char      *key; /* "large", "medium", "small", "micro" */
  gboolean   known;
  gboolean   rest; /* takes what reaches no other */
  gint64     members;
  SheafMoney revenue;
  SheafMoney capital;
  gboolean   members_reached;
  gboolean   revenue_reached;
  gboolean   capital_reached;
  gboolean   reached;
  char      *source;
} SheafSizeRow;

typedef struct
{
  int        year;
  SheafDate  on;            /* the year's last day */
  char      *sector;        /* of the book, as it was made; "" none */
  char      *sector_of_law; /* whose thresholds were taken: "agriculture" */
  gint64     members;       /* official ones on the day */
  SheafMoney revenue;
  SheafMoney capital;      /* total assets */
  char      *revenue_from; /* "B02-HTX 01 + 31" */
  char      *capital_from;
  GPtrArray *rows;          /* of SheafSizeRow, the largest first */
  char      *class_key;     /* "large" …; NULL: not to be told, as thresholds are not known */
  char      *older_members; /* class by the older rules; "unknown" where bounds are not known */
  char      *older_capital;
  char      *titles[3]; /* of the law, vi, en, fr */
  char      *older_titles[3];
} SheafSizeClass;

/* Of a year's last day. An error where the book's country has no such data. */
SheafSizeClass *sheaf_size_class_compute (SheafBook *book,
                                          int        year,
                                          GError   **error);
void            sheaf_size_class_free (SheafSizeClass *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafSizeClass, sheaf_size_class_free)
