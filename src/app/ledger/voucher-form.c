/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same cells serve for typing and for showing; posting is final, so what is shown cannot be
 * changed. */
#include "app/ledger/voucher-form.h"

#include "app/format.h"
#include "app/ledger/voucher-form-private.h"
#include "app/ledger/voucher-jobs.h"
#include "app/ledger/voucher-words.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

G_DEFINE_FINAL_TYPE (SheafVoucherForm, sheaf_voucher_form, ADW_TYPE_BIN)

enum
{
  POSTED,
  STATE_CHANGED,
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

static void
grid_changed_cb (SheafVoucherForm *form)
{
  if (form->typing)
    show_total (form, sheaf_entry_grid_total (form->grid));
}

static void
hint_cb (SheafVoucherForm *form,
         const char       *hint)
{
  gtk_label_set_text (form->hint_label, hint != NULL ? hint : "");
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
  gtk_widget_set_visible (form->reverse_button, !typing && form->shown_id != 0);
  gtk_widget_set_visible (form->keys_label, typing);
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.post", typing);
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.cancel", typing);
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.add-row", typing);
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.remove-row", typing);
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.copy-row", typing);
  gtk_widget_action_set_enabled (GTK_WIDGET (form), "voucher.reverse", !typing && form->reversible);
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

void
sheaf_voucher_form_begin_empty (SheafVoucherForm *form)
{
  SheafDate date;

  form->shown_id = 0;
  form->reversible = FALSE;
  sheaf_voucher_form_clear_marks (form);
  if (!form->typing || !sheaf_date_entry_get (form->date_entry, &date, NULL))
    sheaf_date_entry_set (form->date_entry,
                          sheaf_session_get_working_day (sheaf_page_get_session (form->page)));
  gtk_editable_set_text (form->number_entry, "");
  gtk_editable_set_text (form->description_entry, "");
  gtk_label_set_text (form->state_label, _ ("new"));
  sheaf_voucher_form_set_typing (form, TRUE);
  sheaf_entry_grid_begin (form->grid);
  show_total (form, SHEAF_MONEY_ZERO);
  (void) gtk_widget_grab_focus (GTK_WIDGET (form->description_entry));
}

static char *
describe_state (const SheafVoucherSheet *sheet)
{
  if (sheet->reversed_by != 0)
    return g_strdup_printf (_ ("posted, reversed by %s"), sheet->reversed_by_number);
  if (sheet->voucher->reverses_id != 0)
    return g_strdup_printf (_ ("reverses %s"), sheet->reverses_number);
  return g_strdup (_ ("posted"));
}

static SheafMoney
sum_rows (const SheafVoucher *voucher)
{
  SheafMoney total = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < voucher->rows->len; i++)
    total = sheaf_money_add (
        total, ((const SheafVoucherRow *) g_ptr_array_index (voucher->rows, i))->amount);
  return total;
}

static void
show_sheet (SheafVoucherForm        *form,
            const SheafVoucherSheet *sheet)
{
  const SheafVoucher *voucher = sheet->voucher;
  g_autofree char    *state = describe_state (sheet);

  sheaf_voucher_form_clear_marks (form);
  form->shown_id = voucher->id;
  form->reversible = sheet->reversed_by == 0 && voucher->reverses_id == 0 &&
                     voucher->layer == SHEAF_LAYER_ORDINARY;
  sheaf_voucher_form_set_typing (form, FALSE);
  gtk_drop_down_set_selected (form->kind_list, sheaf_voucher_words_kind_index (voucher->kind));
  gtk_editable_set_text (form->number_entry, voucher->number);
  sheaf_date_entry_set (form->date_entry, voucher->date);
  gtk_editable_set_text (form->description_entry, voucher->description);
  gtk_label_set_text (form->state_label, state);
  sheaf_entry_grid_show (form->grid, voucher, sheet->item_codes);
  show_total (form, sum_rows (voucher));
  if (voucher->reason != NULL)
    hint_cb (form, voucher->reason);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SheafVoucherForm) form = user_data;
  SheafVoucherSheet *sheet = sheaf_page_take (SHEAF_PAGE (source), result);

  /* Another voucher has been selected, or a new one begun, while this one was read. */
  if (sheet != NULL && form->shown_id == sheet->voucher->id)
    show_sheet (form, sheet);
  sheaf_voucher_sheet_free (sheet);
}

static void
sheaf_voucher_form_class_init (SheafVoucherFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_ENTRY_GRID);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/voucher-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, kind_list);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, number_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, date_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, description_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, state_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, grid);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, hint_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, total_label);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, reverse_button);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, post_button);
  gtk_widget_class_bind_template_child (widget_class, SheafVoucherForm, keys_label);
  sheaf_voucher_form_install_actions (widget_class);
  signals[POSTED] = g_signal_new ("posted", SHEAF_TYPE_VOUCHER_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", SHEAF_TYPE_VOUCHER_FORM,
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_voucher_form_init (SheafVoucherForm *form)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (form));
  for (guint i = 0; i < sheaf_voucher_words_kinds (); i++)
    gtk_string_list_append (kinds, sheaf_voucher_words_kind (sheaf_voucher_words_kind_at (i)));
  gtk_drop_down_set_model (form->kind_list, G_LIST_MODEL (kinds));
  g_signal_connect_swapped (form->grid, "changed", G_CALLBACK (grid_changed_cb), form);
  g_signal_connect_swapped (form->grid, "hint", G_CALLBACK (hint_cb), form);
  form->typing = TRUE;
  sheaf_voucher_form_set_typing (form, FALSE);
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
                                sheaf_session_get_parties (session));
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
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (form->page)),
                   sheaf_voucher_load_job, g_memdup2 (&id, sizeof id), g_free,
                   (GDestroyNotify) sheaf_voucher_sheet_free, form->page, NULL, loaded_cb,
                   g_object_ref (form));
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
