/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a voucher's row: the widget for it, and its text as files hold it. */
#pragma once

#include "app/choices.h"
#include "ledger/draft.h"

#include <gtk/gtk.h>

/* What the cells offer; any may be NULL. */
typedef struct
{
  SheafChoices *accounts;
  SheafChoices *parties;
  SheafChoices *items;
} SheafEntryChoices;

/* The widget for a cell, with its name for screen readers. */
GtkWidget *sheaf_entry_cell_new (SheafDraftCell           which,
                                 const SheafEntryChoices *choices,
                                 gboolean                 editable);
void       sheaf_entry_cell_set_choices (GtkWidget               *cell,
                                         SheafDraftCell           which,
                                         const SheafEntryChoices *choices);

/* What stands over or beside it, translated; static. */
const char *sheaf_entry_cell_title (SheafDraftCell which);

/* Shows a text that files hold: "1500000", "2025-12-31", "internal". What is none stays as it
 * is. */
void sheaf_entry_cell_show (GtkWidget     *cell,
                            SheafDraftCell which,
                            const char    *text);

/* The text as files hold it, and as typed where it cannot be read. Free with g_free. */
char *sheaf_entry_cell_write (GtkWidget     *cell,
                              SheafDraftCell which);

/* FALSE when it cannot be read: the cell is marked then, else the mark is taken away. */
gboolean sheaf_entry_cell_check (GtkWidget     *cell,
                                 SheafDraftCell which);

/* TRUE when nothing is typed or chosen. */
gboolean sheaf_entry_cell_is_empty (GtkWidget     *cell,
                                    SheafDraftCell which);

/* Numbers with a fraction, as typed in the program's language, in millionths. */
gboolean sheaf_entry_cell_parse_decimal (const char *text,
                                         gint64     *ret_millionths);
