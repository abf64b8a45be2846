/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same cells serve for typing and for showing; posting is final, so what is shown cannot be
 * changed. */
#include "app/ledger/voucher-form.h"

#include "app/format.h"
#include "app/ledger/account-traits.h"
#include "app/ledger/voucher-form-private.h"
#include "app/ledger/voucher-words.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

G_DEFINE_FINAL_TYPE (SheafVoucherForm, sheaf_voucher_form, ADW_TYPE_BIN)

enum
{
  POSTED,
  STATE_CHANGED,
  DRAFTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_total (SheafVoucherForm *form,
            SheafMoney        total)
{
  g_autofree char *figure = sheaf_format_money_unit (total);
  g_autofree char *text = g_strdup_printf (_ ("Total %s"), figure);

  gtk_label_set_text (form->total_label, text);
}

/* Cash in is a receipt, cash out a payment: the kind follows what the rows say, until the person
 * chooses one. Money goes before goods, and what goes out before what comes in, as moving cash to
 * the bank is a payment. */
static SheafVoucherKind
guess_kind (SheafVoucherForm *form)
{
  guint debit, credit;

  sheaf_entry_grid_get_traits (form->grid, &debit, &credit);
  if ((credit & SHEAF_TRAIT_CASH) != 0)
    return SHEAF_VOUCHER_PAYMENT;
  if ((debit & SHEAF_TRAIT_CASH) != 0)
    return SHEAF_VOUCHER_RECEIPT;
  if ((credit & SHEAF_TRAIT_BANK) != 0)
    return SHEAF_VOUCHER_BANK_OUT;
  if ((debit & SHEAF_TRAIT_BANK) != 0)
    return SHEAF_VOUCHER_BANK_IN;
  if ((debit & SHEAF_TRAIT_STOCK) != 0)
    return SHEAF_VOUCHER_STOCK_IN;
  if ((credit & SHEAF_TRAIT_STOCK) != 0)
    return SHEAF_VOUCHER_STOCK_OUT;
  return SHEAF_VOUCHER_JOURNAL;
}

static void
follow_accounts (SheafVoucherForm *form)
{
  guint debit, credit;

  sheaf_entry_grid_get_traits (form->grid, &debit, &credit);
  if (form->kind_kept || sheaf_entry_grid_is_empty (form->grid) ||
      ((debit | credit) & SHEAF_TRAIT_ACCOUNT) == 0)
    return;
  form->showing = TRUE;
  gtk_drop_down_set_selected (form->kind_list,
                              sheaf_voucher_words_kind_index (guess_kind (form)));
  form->showing = FALSE;
}

static void
typed_cb (SheafVoucherForm *form)
{
  if (form->typing && !form->showing)
    sheaf_voucher_form_save_later (form);
}

static void
grid_changed_cb (SheafVoucherForm *form)
{
  if (!form->typing)
    return;
  show_total (form, sheaf_entry_grid_total (form->grid));
  sheaf_voucher_form_update_money (form);
  if (form->showing)
    return;
  follow_accounts (form);
  sheaf_voucher_form_save_later (form);
}

static void
kind_cb (SheafVoucherForm *form)
{
  if (form->showing)
    return;
  form->kind_kept = TRUE;
  typed_cb (form);
}

static void
hint_cb (SheafVoucherForm *form,
         const char       *hint)
{
  gtk_label_set_text (form->hint_label, hint != NULL ? hint : "");
}

/* From the text straight to the accounts: a row says the same unless it has a text of its own. */
static void
described_cb (SheafVoucherForm *form)
{
  if (form->typing)
    sheaf_entry_grid_focus_first (form->grid);
}

static void
set_enabled (SheafVoucherForm *form)
{
  static const char *const typing_acts[] = {
    "voucher.cancel",
    "voucher.add-row",
    "voucher.remove-row",
    "voucher.copy-row",
    "voucher.details",
    "voucher.undo",
    "voucher.redo",
  };
  GtkWidget *widget = GTK_WIDGET (form);

  for (guint i = 0; i < G_N_ELEMENTS (typing_acts); i++)
    gtk_widget_action_set_enabled (widget, typing_acts[i], form->typing);
  gtk_widget_action_set_enabled (widget, "voucher.post", form->typing && form->posting == NULL);
  gtk_widget_action_set_enabled (widget, "voucher.reverse", !form->typing && form->reversible);
  gtk_widget_action_set_enabled (widget, "voucher.copy", !form->typing && form->shown_id != 0);
  gtk_widget_action_set_enabled (widget, "voucher.other", !form->typing && form->other_id != 0);
}

void
sheaf_voucher_form_set_typing (SheafVoucherForm *form,
                               gboolean          typing)
{
  gboolean changed = form->typing != typing;

  form->typing = typing;
  if (typing)
    gtk_widget_remove_css_class (GTK_WIDGET (form), "posted");
  else
    gtk_widget_add_css_class (GTK_WIDGET (form), "posted");
  gtk_widget_set_sensitive (GTK_WIDGET (form->kind_list), typing);
  gtk_editable_set_editable (form->number_entry, typing);
  gtk_editable_set_editable (GTK_EDITABLE (form->date_entry), typing);
  gtk_editable_set_editable (form->description_entry, typing);
  gtk_widget_set_visible (form->post_button, typing);
  gtk_widget_set_visible (form->guide_button, typing);
  gtk_widget_set_visible (form->reverse_button, !typing && form->shown_id != 0);
  gtk_widget_set_visible (form->other_button, !typing && form->other_id != 0);
  gtk_widget_set_visible (form->keys_label, typing);
  gtk_widget_set_visible (GTK_WIDGET (form->money_label), FALSE);
  set_enabled (form);
  if (changed)
    g_signal_emit (form, signals[STATE_CHANGED], 0);
}

void
sheaf_voucher_form_clear_marks (SheafVoucherForm *form)
{
  sheaf_entry_mark (GTK_WIDGET (form->number_entry), NULL);
  sheaf_entry_mark (GTK_WIDGET (form->date_entry), NULL);
  sheaf_entry_mark (GTK_WIDGET (form->description_entry), NULL);
  sheaf_problem_list_show (form->problems, NULL);
  hint_cb (form, NULL);
}

static void
clear_sheet (SheafVoucherForm *form)
{
  form->shown_id = 0;
  form->reversible = FALSE;
  form->other_id = 0;
  g_clear_pointer (&form->sheet, sheaf_voucher_sheet_free);
}

/* Everything that belongs to one voucher typed. */
static void
clear_typed (SheafVoucherForm *form)
{
  sheaf_voucher_form_clear_marks (form);
  sheaf_voucher_form_forget_draft (form);
  form->kind_kept = FALSE;
  g_ptr_array_set_size (form->invoices, 0);
  g_ptr_array_set_size (form->attachments, 0);
  gtk_widget_set_visible (GTK_WIDGET (form->source_label), FALSE);
}

void
sheaf_voucher_form_begin_empty (SheafVoucherForm *form)
{
  SheafDate date;

  clear_sheet (form);
  clear_typed (form);
  form->showing = TRUE;
  if (!form->typing || !sheaf_date_entry_get (form->date_entry, &date, NULL))
    sheaf_date_entry_set (form->date_entry,
                          sheaf_session_get_working_day (sheaf_page_get_session (form->page)));
  gtk_editable_set_text (form->number_entry, "");
  gtk_editable_set_text (form->description_entry, "");
  gtk_label_set_text (form->state_label, _ ("new"));
  sheaf_voucher_form_set_typing (form, TRUE);
  sheaf_entry_grid_begin (form->grid);
  sheaf_voucher_form_update_extras (form);
  show_total (form, SHEAF_MONEY_ZERO);
  form->showing = FALSE;
  (void) gtk_widget_grab_focus (GTK_WIDGET (form->description_entry));
}

static char *
describe_state (const SheafVoucherSheet *sheet)
{
  if (sheet->reversed_by != 0)
    return g_strdup_printf (_ ("posted, reversed by %s"), sheet->reversed_by_number);
  if (sheet->reverses_id != 0)
    return g_strdup_printf (_ ("reverses %s"), sheet->reverses_number);
  return g_strdup (_ ("posted"));
}

/* Takes the sheet. */
static void
show_sheet (SheafVoucherForm  *form,
            SheafVoucherSheet *sheet)
{
  g_autofree char *state = describe_state (sheet);

  clear_sheet (form);
  clear_typed (form);
  form->sheet = sheet;
  form->shown_id = sheet->id;
  form->reversible = sheet->reversed_by == 0 && sheet->reverses_id == 0 &&
                     sheet->layer == SHEAF_LAYER_ORDINARY;
  form->other_id = sheet->reversed_by != 0 ? sheet->reversed_by : sheet->reverses_id;
  form->other_day = sheet->reversed_by != 0 ? sheet->reversed_on : sheet->reverses_day;
  sheaf_voucher_form_set_typing (form, FALSE);
  form->showing = TRUE;
  gtk_drop_down_set_selected (form->kind_list, sheaf_voucher_words_kind_index (sheet->kind));
  gtk_editable_set_text (form->number_entry, sheet->cells->number);
  sheaf_date_entry_set (form->date_entry, sheet->date);
  gtk_editable_set_text (form->description_entry, sheet->cells->description);
  gtk_label_set_text (form->state_label, state);
  sheaf_entry_grid_show (form->grid, sheet->cells->rows, FALSE);
  sheaf_voucher_form_show_invoices (form);
  sheaf_voucher_form_update_extras (form);
  show_total (form, sheet->total);
  hint_cb (form, sheet->reason);
  form->showing = FALSE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  SheafVoucherSheet *sheet = sheaf_page_take (SHEAF_PAGE (source), result);

  /* Another voucher has been selected, or a new one begun, while this one was read. */
  if (sheet != NULL && form->shown_id == sheet->id && !form->typing)
    show_sheet (form, sheet);
  else
    sheaf_voucher_sheet_free (sheet);
}

/* The page is left, or the window closes: nothing that was typed is lost. */
static void
sheaf_voucher_form_unmap (GtkWidget *widget)
{
  sheaf_voucher_form_save_now (SHEAF_VOUCHER_FORM (widget));
  GTK_WIDGET_CLASS (sheaf_voucher_form_parent_class)->unmap (widget);
}

static void
sheaf_voucher_form_dispose (GObject *object)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (object);

  g_clear_handle_id (&form->save_timer, g_source_remove);
  g_clear_handle_id (&form->money_timer, g_source_remove);
  g_clear_pointer (&form->sheet, sheaf_voucher_sheet_free);
  G_OBJECT_CLASS (sheaf_voucher_form_parent_class)->dispose (object);
  /* What jobs still answer is for nobody. */
  form->typing = FALSE;
  form->shown_id = 0;
}

static void
sheaf_voucher_form_finalize (GObject *object)
{
  SheafVoucherForm *form = SHEAF_VOUCHER_FORM (object);

  g_free (form->saved_text);
  g_free (form->due_template);
  sheaf_draft_slot_unref (form->draft_slot);
  sheaf_voucher_reversal_free (form->reversal);
  sheaf_voucher_posting_free (form->posting);
  g_ptr_array_unref (form->invoices);
  g_ptr_array_unref (form->attachments);
  G_OBJECT_CLASS (sheaf_voucher_form_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, kind_list);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, number_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, date_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, description_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, state_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, source_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, grid);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, extras_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, hint_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, money_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, total_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, other_button);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, reverse_button);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, guide_button);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, post_button);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, keys_label);
}

static void
sheaf_voucher_form_class_init (SheafVoucherFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_voucher_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_voucher_form_finalize;
  widget_class->unmap = sheaf_voucher_form_unmap;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_ENTRY_GRID);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/voucher-form.ui");
  bind_children (widget_class);
  sheaf_voucher_form_install_actions (widget_class);
  sheaf_voucher_form_install_posting (widget_class);
  sheaf_voucher_form_install_reversal (widget_class);
  sheaf_voucher_form_install_drafts (widget_class);
  sheaf_voucher_form_install_extras (widget_class);
  sheaf_voucher_form_install_guide (widget_class);
  sheaf_voucher_form_install_help (widget_class);
  signals[POSTED] = g_signal_new ("posted", SHEAF_TYPE_VOUCHER_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", SHEAF_TYPE_VOUCHER_FORM,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAFTS_CHANGED] = g_signal_new ("drafts-changed", SHEAF_TYPE_VOUCHER_FORM,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
free_invoice (SheafDraftInvoice *invoice)
{
  for (guint i = 0; i < SHEAF_DRAFT_INVOICE_CELLS; i++)
    g_free (invoice->cells[i]);
  g_free (invoice);
}

static void
sheaf_voucher_form_init (SheafVoucherForm *form)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (form));
  sheaf_voucher_form_forget_draft (form);
  form->invoices = g_ptr_array_new_with_free_func ((GDestroyNotify) free_invoice);
  form->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_attachment_file_free);
  for (guint i = 0; i < sheaf_voucher_words_kinds (); i++)
    gtk_string_list_append (kinds, sheaf_voucher_words_kind (sheaf_voucher_words_kind_at (i)));
  gtk_drop_down_set_model (form->kind_list, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (form->grid, "changed", G_CALLBACK (grid_changed_cb), form);
  g_signal_connect_swapped (form->grid, "hint", G_CALLBACK (hint_cb), form);
  g_signal_connect_swapped (form->kind_list, "notify::selected", G_CALLBACK (kind_cb), form);
  g_signal_connect_swapped (form->description_entry, "changed", G_CALLBACK (typed_cb), form);
  g_signal_connect_swapped (form->number_entry, "changed", G_CALLBACK (typed_cb), form);
  g_signal_connect_swapped (form->date_entry, "changed", G_CALLBACK (typed_cb), form);
  g_signal_connect_swapped (form->date_entry, "changed-date",
                            G_CALLBACK (sheaf_voucher_form_update_money), form);
  g_signal_connect_swapped (form->description_entry, "activate", G_CALLBACK (described_cb), form);
  form->typing = TRUE;
  sheaf_voucher_form_set_typing (form, FALSE);
}

void
sheaf_voucher_form_ask (SheafVoucherForm   *form,
                        gboolean            writing,
                        SheafJobFunc        func,
                        gpointer            data,
                        GDestroyNotify      free_data,
                        GDestroyNotify      free_result,
                        GAsyncReadyCallback callback)
{
  SheafJobs *jobs = sheaf_session_get_jobs (sheaf_page_get_session (form->page));

  if (writing)
    sheaf_jobs_write (jobs, func, data, free_data, free_result, form->page, NULL, callback,
                      g_object_ref (form));
  else
    sheaf_jobs_read (jobs, func, data, free_data, free_result, form->page, NULL, callback,
                     g_object_ref (form));
}

void
sheaf_voucher_form_attach (SheafVoucherForm *form,
                           SheafPage        *page)
{
  g_return_if_fail (SHEAF_IS_VOUCHER_FORM (form));

  form->page = page;
  sheaf_voucher_form_refresh (form);
}

void
sheaf_voucher_form_refresh (SheafVoucherForm *form)
{
  SheafSession *session;

  g_return_if_fail (SHEAF_IS_VOUCHER_FORM (form));

  session = sheaf_page_get_session (form->page);
  sheaf_entry_grid_set_choices (form->grid, sheaf_session_get_accounts (session),
                                sheaf_session_get_parties (session),
                                sheaf_session_get_items (session));
}

void
sheaf_voucher_form_begin (SheafVoucherForm *form)
{
  g_return_if_fail (SHEAF_IS_VOUCHER_FORM (form));

  if (!form->typing)
    sheaf_voucher_form_begin_empty (form);
  else
    (void) gtk_widget_grab_focus (GTK_WIDGET (form->description_entry));
}

void
sheaf_voucher_form_show (SheafVoucherForm *form,
                         gint64            id)
{
  g_return_if_fail (SHEAF_IS_VOUCHER_FORM (form));

  form->shown_id = id;
  sheaf_voucher_form_ask (form, FALSE, sheaf_voucher_load_job, g_memdup2 (&id, sizeof id), g_free,
                          (GDestroyNotify) sheaf_voucher_sheet_free, loaded_cb);
}

gboolean
sheaf_voucher_form_is_typing (SheafVoucherForm *form)
{
  g_return_val_if_fail (SHEAF_IS_VOUCHER_FORM (form), FALSE);

  return form->typing;
}

SheafDate
sheaf_voucher_form_get_posted_day (SheafVoucherForm *form)
{
  g_return_val_if_fail (SHEAF_IS_VOUCHER_FORM (form), SHEAF_DATE_NONE);

  return form->posted_day;
}
