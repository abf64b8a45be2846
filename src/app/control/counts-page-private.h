/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page of counts share. */
#pragma once

#include "app/control/count-grid.h"
#include "app/control/counts-page.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"

struct _SheafCountsPage
{
  SheafPage          parent_instance;
  GPtrArray         *sheets;   /* of SheafCountSheet: the list */
  SheafCountSheet   *sheet;    /* shown or typed; NULL: neither yet */
  gint64             wanted;   /* id of the kept sheet to be shown; 0: none */
  gint64             replaces; /* what is typed stands in place of this one; 0: of none */
  gboolean           typing;
  SheafCountEntries *entries; /* that are asked about */

  GtkStack         *stack;
  GtkListBox       *list;
  SheafCodePicker  *account_picker;
  SheafDateEntry   *day_entry;
  GtkLabel         *title;
  GtkLabel         *state;
  GtkWidget        *typing_box;
  GtkWidget        *kept_box;
  SheafProblemList *problems;
  SheafCountGrid   *grid;
  GtkGrid          *people;
  GtkWidget        *facts_box;
  GtkWidget        *time_box;
  GtkWidget        *note_box;
  GtkEditable      *time_entry;
  GtkEditable      *note_entry;
  GtkLabel         *left;
  GtkLabel         *booked;
  GtkLabel         *counted;
  GtkLabel         *difference;
};

/* Takes the sheet and shows it; replaces: the one it stands in place of when typed, else 0. */
void sheaf_counts_page_take_sheet (SheafCountsPage *page,
                                   SheafCountSheet *sheet,
                                   gboolean         typing,
                                   gint64           replaces);
void sheaf_counts_page_drop_sheet (SheafCountsPage *page);

/* Reads the wanted sheet and shows it. */
void sheaf_counts_page_read_sheet (SheafCountsPage *page);
void sheaf_counts_page_show_list (SheafCountsPage *page);

/* Lets those acts be done that the sheet shown allows. */
void sheaf_counts_page_enable (SheafCountsPage *page);

void sheaf_counts_page_install_actions (GtkWidgetClass *widget_class);
