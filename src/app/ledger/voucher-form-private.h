/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form and its actions share. */
#pragma once

#include "app/ledger/entry-grid.h"
#include "app/ledger/voucher-form.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"

struct _SheafVoucherForm
{
  AdwBin     parent_instance;
  SheafPage *page; /* owns this form */
  gboolean   typing;
  gint64     shown_id; /* the posted voucher shown or being read; 0: none */
  gboolean   reversible;
  SheafDate  posted_day;

  GtkDropDown      *kind_list;
  GtkEditable      *number_entry;
  SheafDateEntry   *date_entry;
  GtkEditable      *description_entry;
  GtkLabel         *state_label;
  SheafEntryGrid   *grid;
  SheafProblemList *problems;
  GtkLabel         *hint_label;
  GtkLabel         *total_label;
  GtkWidget        *reverse_button;
  GtkWidget        *post_button;
  GtkWidget        *keys_label;
};

/* Posting, reversing, rows, throwing away: installed by the class. */
void sheaf_voucher_form_install_actions (GtkWidgetClass *widget_class);

/* An empty voucher; kind and day stay, as vouchers come in runs. */
void sheaf_voucher_form_begin_empty (SheafVoucherForm *form);

/* No findings any more. */
void sheaf_voucher_form_clear_marks (SheafVoucherForm *form);

/* Cells to be typed in, or only shown. */
void sheaf_voucher_form_set_typing (SheafVoucherForm *form,
                                    gboolean          typing);
