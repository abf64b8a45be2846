/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of vouchers and its parts share. */
#pragma once

#include "app/ledger/voucher-form.h"
#include "app/ledger/voucher-lines.h"
#include "app/ledger/vouchers-page.h"

typedef enum
{
  SHEAF_VIEW_VOUCHERS,
  SHEAF_VIEW_DRAFTS,
  SHEAF_VIEW_DUE,
  SHEAF_N_VIEWS
} SheafVouchersView;

struct _SheafVouchersPage
{
  SheafPage           parent_instance;
  SheafPagedList     *journal;
  GtkSingleSelection *selection;
  /* The voucher to show once the list is there; id 0: the last. */
  SheafPageKey wanted;
  guint        counts[SHEAF_N_VIEWS]; /* of drafts and entries due */

  /* A new voucher is being typed: the selection does not replace it. */
  gboolean typing;

  GtkEditable      *search;
  GtkStack         *list_stack;
  GtkColumnView    *view;
  AdwStatusPage    *empty;
  SheafVoucherForm *form;
  GtkPaned         *paned;
  gboolean          counting;   /* the list of views is written anew: nobody chose */
  gboolean          focus_list; /* once it is there: the person has gone to it */
  int               list_px;    /* where the list ended before typing */
  GtkDropDown      *view_list;
  GtkDropDown      *kind_filter;
  GtkDropDown      *state_filter;
  GtkDropDown      *period_filter;
  GtkMenuButton    *filter_button;
};

/* The columns of the list. */
void sheaf_vouchers_page_add_columns (SheafVouchersPage *page);

SheafVouchersView       sheaf_vouchers_page_get_view (SheafVouchersPage *page);
const SheafVoucherLine *sheaf_vouchers_page_get_line (SheafVouchersPage *page);

/* Shows lines (taken), or the two sentences where there are none. */
void sheaf_vouchers_page_show_lines (SheafVouchersPage *page,
                                     GPtrArray         *lines,
                                     const char        *title,
                                     const char        *description);

/* The list again, as far as it has changed. */
void sheaf_vouchers_page_reload_list (SheafVouchersPage *page);

/* Drafts and entries that are due: how many wait, and which where the page shows them. */
void sheaf_vouchers_page_show_counts (SheafVouchersPage *page);
void sheaf_vouchers_page_reload_waiting (SheafVouchersPage *page);
void sheaf_vouchers_page_install_waiting (GtkWidgetClass *widget_class);
