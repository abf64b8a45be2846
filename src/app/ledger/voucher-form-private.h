/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form and its acts share. */
#pragma once

#include "app/ledger/draft-jobs.h"
#include "app/ledger/entry-grid.h"
#include "app/ledger/voucher-form.h"
#include "app/ledger/voucher-jobs.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"
#include "ledger/attachment.h"

struct _SheafVoucherForm
{
  AdwBin     parent_instance;
  SheafPage *page; /* owns this form */
  gboolean   typing;
  gboolean   showing;   /* cells are filled by the program, not by the person */
  gboolean   kind_kept; /* the person has chosen the kind: it follows the accounts no more */
  gint64     shown_id;  /* the posted voucher shown or being read; 0: none */
  gboolean   reversible;
  gint64     other_id; /* the voucher on the other end of a reversal; 0: none */
  SheafDate  other_day;
  SheafDate  posted_day;

  SheafDraftSlot    *draft_slot;
  gint64             draft_id;     /* of the draft being typed; 0: not saved yet */
  char              *saved_text;   /* the draft as it was saved last; NULL: not saved yet */
  char              *due_template; /* the entry that is due, of which this is made; NULL: none */
  SheafDate          due_day;
  guint              save_timer;
  guint              money_timer;
  guint              money_turn;  /* counts questions, so that a late answer is not shown */
  GPtrArray         *invoices;    /* of SheafDraftInvoice, typed with the voucher */
  GPtrArray         *attachments; /* of SheafAttachmentFile, to be posted with it */
  gboolean           files_unsaved;
  SheafVoucherSheet *sheet; /* the posted voucher shown */

  SheafVoucherReversal *reversal; /* asked for last; NULL: none */
  SheafVoucherPosting  *posting;  /* what is being posted, as it was typed; NULL: nothing */

  GtkDropDown      *kind_list;
  GtkEditable      *number_entry;
  SheafDateEntry   *date_entry;
  GtkEditable      *description_entry;
  GtkLabel         *state_label;
  GtkLabel         *source_label;
  SheafEntryGrid   *grid;
  SheafProblemList *problems;
  GtkLabel         *extras_label;
  GtkLabel         *hint_label;
  GtkLabel         *money_label;
  GtkLabel         *total_label;
  GtkWidget        *other_button;
  GtkWidget        *reverse_button;
  GtkWidget        *guide_button;
  GtkWidget        *post_button;
  GtkWidget        *keys_label;
};

/* Installed by the class: rows and putting aside; posting; reversing; drafts and templates;
 * invoices and attachments; the guide; the paper and the account help. */
void sheaf_voucher_form_install_actions (GtkWidgetClass *widget_class);
void sheaf_voucher_form_install_posting (GtkWidgetClass *widget_class);
void sheaf_voucher_form_install_reversal (GtkWidgetClass *widget_class);
void sheaf_voucher_form_install_drafts (GtkWidgetClass *widget_class);
void sheaf_voucher_form_install_extras (GtkWidgetClass *widget_class);
void sheaf_voucher_form_install_guide (GtkWidgetClass *widget_class);
void sheaf_voucher_form_install_help (GtkWidgetClass *widget_class);

/* An empty voucher; kind and day stay, as vouchers come in runs. */
void sheaf_voucher_form_begin_empty (SheafVoucherForm *form);

/* Cells to be typed further. An empty day or number stays as it is in the form. */
void sheaf_voucher_form_fill (SheafVoucherForm *form,
                              const SheafDraft *draft);

/* Everything as typed. */
SheafDraft *sheaf_voucher_form_read (SheafVoucherForm *form);

/* TRUE when nothing worth keeping is typed. */
gboolean sheaf_voucher_form_is_empty (SheafVoucherForm *form);

/* No findings any more. */
void sheaf_voucher_form_clear_marks (SheafVoucherForm *form);

/* Cells to be typed in, or only shown. */
void sheaf_voucher_form_set_typing (SheafVoucherForm *form,
                                    gboolean          typing);

/* After a posting or reversal: says so and tells the page. */
void sheaf_voucher_form_show_outcome (SheafVoucherForm          *form,
                                      const SheafVoucherOutcome *outcome);

/* Saves the draft some seconds after the last key; now; forgets that there is one. */
void sheaf_voucher_form_save_later (SheafVoucherForm *form);
void sheaf_voucher_form_save_now (SheafVoucherForm *form);
void sheaf_voucher_form_forget_draft (SheafVoucherForm *form);
void sheaf_voucher_form_delete_draft (SheafVoucherForm *form);

/* Shows again what was not posted. saved: the draft that it was kept as, 0: it may not be kept. */
void sheaf_voucher_form_take_back (SheafVoucherForm          *form,
                                   const SheafVoucherPosting *posting,
                                   gint64                     saved);

/* Fills the form of a template of the co-op's own; due: the day, SHEAF_DATE_NONE: the form's. */
void sheaf_voucher_form_use_template (SheafVoucherForm *form,
                                      const char       *name,
                                      SheafDate         due);

/* Says what the money accounts of the rows will hold. */
void sheaf_voucher_form_update_money (SheafVoucherForm *form);

/* Says which invoices and files go with the voucher. */
void sheaf_voucher_form_update_extras (SheafVoucherForm *form);
void sheaf_voucher_form_show_invoices (SheafVoucherForm *form);

/* The files that go with what is typed, as a job may keep them; of SheafAttachmentFile. */
GPtrArray *sheaf_voucher_form_copy_files (SheafVoucherForm *form);

/* Runs a job whose callback gets the form. */
void sheaf_voucher_form_ask (SheafVoucherForm   *form,
                             gboolean            writing,
                             SheafJobFunc        func,
                             gpointer            data,
                             GDestroyNotify      free_data,
                             GDestroyNotify      free_result,
                             GAsyncReadyCallback callback);
