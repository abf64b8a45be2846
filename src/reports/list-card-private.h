/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the member's card share. */
#pragma once

#include "reports/card.h"
#include "reports/list-writer.h"

#define SHEAF_CARD_CELLS 10

typedef struct
{
  SheafListWriter writer;
  SheafCard      *card;
  int             year; /* whose rows are shown */
} SheafCardPaper;

/* Begins the section of the name, with the title of the name and with columns that are summed in
 * lines. */
gboolean sheaf_card_section (SheafCardPaper        *paper,
                             const char            *name,
                             const SheafListColumn *columns,
                             GError               **error);

gboolean sheaf_card_row (SheafCardPaper    *paper,
                         SheafReportRowKind kind,
                         SheafCell         *cells,
                         GError           **error);

/* A row "Cộng" that sums the columns of the list, closed by -1, over the section's lines; sums are
 * by column. */
gboolean sheaf_card_total (SheafCardPaper *paper,
                           guint           text_column,
                           const gint64   *sums,
                           const int      *columns,
                           GError        **error);

/* The word of a stored value: the text of "PREFIX-VALUE", the value itself where there is none;
 * NULL and "" are "". Free with g_free. */
char *sheaf_card_word (const SheafCardPaper *paper,
                       const char           *prefix,
                       const char           *value);

/* Texts that are there, with a sign between; NULL closes them. Free with g_free. */
char *sheaf_card_join (const char *sign,
                       ...) G_GNUC_NULL_TERMINATED;

/* A text of the card with one sign filled in by a day. Free with g_free. */
char *sheaf_card_day_text (const SheafCardPaper *paper,
                           const char           *key,
                           SheafDate             day);

gboolean sheaf_card_write_facts (SheafCardPaper *paper,
                                 GError        **error);
gboolean sheaf_card_write_summary (SheafCardPaper *paper,
                                   GError        **error);
gboolean sheaf_card_write_events (SheafCardPaper *paper,
                                  GError        **error);
gboolean sheaf_card_write_papers (SheafCardPaper *paper,
                                  GError        **error);
gboolean sheaf_card_write_trade (SheafCardPaper *paper,
                                 GError        **error);
gboolean sheaf_card_write_rows (SheafCardPaper *paper,
                                GError        **error);
gboolean sheaf_card_write_money (SheafCardPaper *paper,
                                 GError        **error);
