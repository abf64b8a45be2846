/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the register's page share. */
#pragma once

#include "app/members/member-card.h"
#include "app/members/members-page.h"
#include "app/members/register-rows.h"
#include "app/widgets/date-entry.h"

struct _SheafMembersPage
{
  SheafPage           parent_instance;
  GtkSingleSelection *selection;
  SheafRegisterRows  *rows;     /* the register as read; NULL before */
  gint64              shown_id; /* who is selected, also after reading again */
  guint               asked;    /* how often the sums were: what comes late is dropped */
  gboolean            day_is_set;
  gboolean            filling; /* the lists of choices are being filled */
  gboolean            narrow;  /* no room for the card beside the list */

  GtkWidget       *ruler; /* draws nothing: it tells how wide the page is */
  GtkEditable     *search;
  SheafDateEntry  *day_entry;
  GtkWidget       *past_sign;
  GtkDropDown     *order_list;
  GtkDropDown     *who_list;
  GtkDropDown     *hamlet_list;
  GtkMenuButton   *columns_button;
  GtkStack        *list_stack;
  GtkColumnView   *view;
  AdwStatusPage   *empty;
  SheafMemberCard *card;
  GtkLabel        *foot;
};

/* Who is selected; NULL: nobody. */
const SheafRegisterLine *sheaf_members_page_selected (SheafMembersPage *page);

/* button: chooses among them. */
void sheaf_members_page_add_columns (GtkColumnView *view,
                                     GtkMenuButton *button);

/* The acts that open dialogs. */
void sheaf_members_page_install_actions (GtkWidgetClass *widget_class);
