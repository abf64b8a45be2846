/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a count on the screen, and what is typed in it. */
#pragma once

#include "app/control/counts-jobs.h"

#include <gtk/gtk.h>

/* A line on the screen; parts that its kind has not are NULL. */
typedef struct
{
  char        *name; /* NULL: typed in name_entry */
  GtkEditable *name_entry;
  GtkEditable *quantity;
  GtkEditable *amount;
  GtkEditable *poor;
  GtkEditable *spoilt;
  GtkEditable *note;
  GtkLabel    *worth; /* of notes */
  GtkLabel    *good;
  GtkLabel    *difference;
} SheafCountRow;

void sheaf_count_row_free (gpointer data);

/* A quantity as people read it. Free with g_free. */
char *sheaf_count_row_format (SheafQuantity quantity);

/* "" of a part that is not there. */
const char *sheaf_count_row_text (GtkEditable *entry);
const char *sheaf_count_row_name (const SheafCountRow *row);

/* TRUE once a quantity or an amount was typed; TRUE while nothing at all was. */
gboolean sheaf_count_row_is_said (const SheafCountRow *row);
gboolean sheaf_count_row_is_empty (const SheafCountRow *row);

/* What was typed; NULL with the entry that cannot be read. */
SheafCountFinding *sheaf_count_row_read (const SheafCountRow *row,
                                         GtkEditable        **ret_bad,
                                         GError             **error);
