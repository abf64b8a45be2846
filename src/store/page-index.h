/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pages of a long list begin, so that any page can be read without the ones before. */
#pragma once

#include "store/store.h"

typedef struct _SheafPageIndex SheafPageIndex;

/* Streams sql once; its two columns are the sort key, a day and an id, in list order. */
SheafPageIndex *sheaf_page_index_new (SheafStore       *store,
                                      const char       *sql,
                                      const SheafValue *args,
                                      guint             page_rows,
                                      GError          **error);

/* The same of a list that is counted by days: sql's columns are a day and how many rows it has, in
 * order. A page's key is then its day and how many rows of that day lie before the page. */
SheafPageIndex *sheaf_page_index_new_by_days (SheafStore       *store,
                                              const char       *sql,
                                              const SheafValue *args,
                                              guint             page_rows,
                                              GError          **error);
void            sheaf_page_index_free (SheafPageIndex *index);
guint           sheaf_page_index_rows (const SheafPageIndex *index);

/* The key of the page's first row; page < ⌈rows ÷ page_rows⌉. */
void sheaf_page_index_key (const SheafPageIndex *index,
                           guint                 page,
                           SheafDate            *ret_day,
                           gint64               *ret_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafPageIndex, sheaf_page_index_free)
