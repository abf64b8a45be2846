/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page of payouts share. */
#pragma once

#include "app/payouts/payee-card.h"
#include "app/payouts/payouts-page.h"
#include "app/payouts/payouts-table.h"

struct _SheafPayoutsPage
{
  SheafPage           parent_instance;
  SheafPayoutsTable  *table; /* as read; NULL before */
  SheafPayoutBatch   *batch; /* whose lines are shown; NULL: none */
  GtkSingleSelection *payees;
  GtkSingleSelection *lists;
  GtkSingleSelection *lines;
  int                 year;         /* that somebody chose; 0: the table chooses */
  int                 session_year; /* that it was chosen beside */
  gint64              wanted_list;  /* to be selected once it is read; 0: none */
  char               *wanted_code;  /* likewise the member */
  gboolean            filling;      /* lists are being filled: nobody chose anything */
  gboolean            proposes;     /* a list is to be proposed once the table is there */
  gboolean            narrow;       /* no room for the card beside the list */

  GtkWidget      *ruler; /* draws nothing: it tells how wide the page is */
  GtkLabel       *heading;
  GtkDropDown    *year_list;
  GtkDropDown    *state_list;
  GtkEditable    *search;
  GtkStack       *views;
  GtkStack       *payee_stack;
  GtkColumnView  *payee_view;
  AdwStatusPage  *payee_empty;
  AdwStatusPage  *unposted;
  SheafPayeeCard *card;
  GtkStack       *list_stack;
  GtkColumnView  *list_view;
  AdwStatusPage  *list_empty;
  GtkWidget      *lines_box;
  GtkLabel       *lines_title;
  GtkColumnView  *line_view;
  GtkLabel       *foot;
};

/* TRUE while the lists are in sight, not the members. */
gboolean sheaf_payouts_page_shows_lists (SheafPayoutsPage *page);

/* What is selected; NULL: nothing. */
const SheafPayeeRow    *sheaf_payouts_page_get_payee (SheafPayoutsPage *page);
const SheafPaymentList *sheaf_payouts_page_get_list (SheafPayoutsPage *page);
const SheafPayoutLine  *sheaf_payouts_page_get_line (SheafPayoutsPage *page);

/* The list that is meant: the one selected, or, beside the members, the one that the member's state
 * is told of, else the member's last. NULL: none. */
const SheafPaymentList *sheaf_payouts_page_get_list_at_work (SheafPayoutsPage *page);

/* One payment of one member, from whichever list is in sight. */
typedef struct
{
  const SheafPaymentList *list;
  gint64                  party_id;
  const char             *code;
  const char             *name;
  SheafPayoutState        state;
  SheafMoney              money; /* that stands on the list, of all years together */
} SheafPayeePayment;

/* The payment that is meant: of the line selected, or the one that the member's state is told of.
 * FALSE: none. */
gboolean sheaf_payouts_page_get_payment (SheafPayoutsPage  *page,
                                         SheafPayeePayment *ret_payment);

/* The same as its slip says it; nothing where it does not wait for the bank. */
SheafPayeeSlip sheaf_payouts_page_get_slip (SheafPayoutsPage *page);

/* Goes to the list of this number once the book has been read again. */
void sheaf_payouts_page_want_list (SheafPayoutsPage *page,
                                   gint64            id);

/* Puts the table on the page, and selects the list of the number; the members that search and
 * choice leave; what is selected. */
void sheaf_payouts_page_show_table (SheafPayoutsPage *page,
                                    gint64            list_id);
void sheaf_payouts_page_show_payees (SheafPayoutsPage *page);
void sheaf_payouts_page_show_payee (SheafPayoutsPage *page);
void sheaf_payouts_page_show_list (SheafPayoutsPage *page);

/* Which acts what is selected allows; the core has the last word. */
void sheaf_payouts_acts_enable (SheafPayoutsPage *page);
void sheaf_payouts_acts_install (GtkWidgetClass *widget_class);

/* Asks for a new list of payments. */
void sheaf_payouts_acts_propose (SheafPayoutsPage *page);
