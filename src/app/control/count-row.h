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
  /* figures that follow what is typed: of a fixed width, or each key would lay the sheet out
   * anew */
  GtkInscription *worth; /* of notes */
  GtkInscription *good;
  GtkInscription *difference;
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

/* Shows what follows from the line; NULL: the sheet has none of the name yet. */
void sheaf_count_row_show (const SheafCountRow  *row,
                           const SheafCountLine *line);

/* Says in the empty entry of the amount what the quantity is worth. The whole sheet is laid out
 * anew for it: once the quantity is left, not with each key. */
void sheaf_count_row_hint (const SheafCountRow  *row,
                           const SheafCountLine *line);

/* The entry that the core spoke of when it refused the line: its quality, once the rest is fine. */
GtkEditable *sheaf_count_row_find_bad (const SheafCountRow  *row,
                                       const SheafCountLine *line);

/* Nothing is wrong with it any more. */
void sheaf_count_row_unmark (const SheafCountRow *row);
