/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns that books divide one side of an account into. Only book-split* include this. */
#pragma once

#include "reports/book-private.h"

#define SHEAF_SPLIT_COLUMNS 9

/* What a column takes: entries against an account or those under a list of them, of an item, or
 * described so. */
typedef struct
{
  gint64 account_id;
  gint64 item_id;
  char **codes;
  char **words;   /* folded; of descriptions that say what the account opposite does not */
  char  *heading; /* NULL: as the form has it */
} SheafSplitColumn;

typedef struct
{
  SheafBookWriter      *writer;
  const SheafBookSheet *sheet;
  gboolean              is_credit; /* the side that has lines */
  gboolean              balances;  /* the form has rows of what stood before and stands after */
  gboolean              card;      /* sums alone */
  char                **only, **except;
  SheafSplitColumn      columns[SHEAF_SPLIT_COLUMNS];
  guint                 n_columns; /* that take something of their own */
  int                   rest;      /* the column of what no other takes; -1: none */
  gboolean              begun;
  guint                 first;
  SheafMoney            total, split[SHEAF_SPLIT_COLUMNS], other, opposite;
  GHashTable           *contras; /* of what went off the other side: account id to sums */
} SheafSplit;

/* By [form] split ("156|5111,5121|*": a column each, what no other takes goes to "*"; of
 * these, split_words tells apart by the description), by items of the kind of split_items, else by
 * the accounts opposite: the largest get a column. */
gboolean sheaf_split_columns_make (SheafSplit *split,
                                   GError    **error);
void     sheaf_split_columns_clear (SheafSplit *split);

/* The form's columns with the headings of this sheet; spare ones keep a leader. */
GPtrArray *sheaf_split_columns_head (const SheafSplit *split);

/* The place of an entry's column; below 0: none. */
int sheaf_split_columns_find (const SheafSplit *split,
                              const SheafEntry *entry);
