/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the items' page asks of the threads. */
#pragma once

#include "ledger/item.h"

typedef struct
{
  char    *text; /* in code or name */
  gboolean open_only;
  gint64   party_id; /* 0: anybody's */
} SheafItemQuestion;

void sheaf_item_question_free (SheafItemQuestion *question);

/* An item with what is shown of it. */
typedef struct
{
  SheafItem *item;
  char      *party; /* code and name; NULL: anybody's */
  char      *party_code;
  char      *open; /* "131 5,000,000 Dr", accounts joined by ", "; "" where nothing is open */
} SheafItemLine;

/* At most so many are listed; the search narrows them. */
#define SHEAF_ITEM_LIST_MAX 1000

/* Jobs. list: data SheafItemQuestion, result a GPtrArray of SheafItemLine. save: data SheafItem (id
 * 0: a new one), result gint64 * with its id. */
gpointer sheaf_item_list_job (gpointer connection,
                              gpointer data,
                              GError **error);
gpointer sheaf_item_save_job (gpointer connection,
                              gpointer data,
                              GError **error);
