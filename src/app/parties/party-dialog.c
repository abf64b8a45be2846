/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog stays until the book has taken the party, so that nothing typed is lost. */
#include "app/parties/party-dialog.h"

#include "app/messages.h"
#include "app/parties/party-jobs.h"
#include "app/parties/party-words.h"
#include "app/saved.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/text.h"

struct _SheafPartyDialog
{
  AdwWindow         parent_instance;
  SheafSession     *session;
  SheafParty       *party; /* corrected; NULL: a new one */
  SheafProblemList *problems;
  GtkWidget        *code_row;
  GtkWidget        *name_row;
  AdwComboRow      *kind_row;
  GtkWidget        *tax_code_row;
  GtkWidget        *id_number_row;
  GtkWidget        *address_row;
  GtkWidget        *phone_row;
  GtkWidget        *bank_bin_row;
  GtkWidget        *bank_account_row;
};

G_DEFINE_FINAL_TYPE (SheafPartyDialog, sheaf_party_dialog, ADW_TYPE_WINDOW)

static char *
read_row (GtkWidget *row)
{
  return sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPartyDialog *dialog = SHEAF_PARTY_DIALOG (source);

  (void) user_data;
  sheaf_saved_finish (GTK_WINDOW (dialog), dialog->session, dialog->problems, result);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafPartyDialog *dialog = SHEAF_PARTY_DIALOG (widget);
  SheafParty       *party = g_new0 (SheafParty, 1);

  (void) name;
  (void) parameter;
  party->id = dialog->party != NULL ? dialog->party->id : 0;
  party->code = read_row (dialog->code_row);
  party->name = read_row (dialog->name_row);
  party->kind = dialog->party != NULL && dialog->party->kind == SHEAF_PARTY_MEMBER
                    ? SHEAF_PARTY_MEMBER
                    : sheaf_party_words_kind_at (adw_combo_row_get_selected (dialog->kind_row));
  party->tax_code = read_row (dialog->tax_code_row);
  party->id_number = read_row (dialog->id_number_row);
  party->address = read_row (dialog->address_row);
  party->phone = read_row (dialog->phone_row);
  party->bank_bin = read_row (dialog->bank_bin_row);
  party->bank_account = read_row (dialog->bank_account_row);
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (dialog->session), sheaf_party_save_job, party,
                    (GDestroyNotify) sheaf_party_free, g_free, dialog, NULL, saved_cb, NULL);
}

static void
show_text (GtkWidget  *row,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_party (SheafPartyDialog *dialog)
{
  const SheafParty *party = dialog->party;
  gboolean          member = party->kind == SHEAF_PARTY_MEMBER;

  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Correct a Party"));
  show_text (dialog->code_row, party->code);
  gtk_widget_set_sensitive (dialog->code_row, FALSE);
  show_text (dialog->name_row, party->name);
  show_text (dialog->tax_code_row, party->tax_code);
  show_text (dialog->id_number_row, party->id_number);
  show_text (dialog->address_row, party->address);
  show_text (dialog->phone_row, party->phone);
  show_text (dialog->bank_bin_row, party->bank_bin);
  show_text (dialog->bank_account_row, party->bank_account);
  gtk_widget_set_visible (GTK_WIDGET (dialog->kind_row), !member);
  if (!member)
    adw_combo_row_set_selected (dialog->kind_row, sheaf_party_words_kind_index (party->kind));
}

static void
sheaf_party_dialog_finalize (GObject *object)
{
  SheafPartyDialog *dialog = SHEAF_PARTY_DIALOG (object);

  g_clear_object (&dialog->session);
  g_clear_pointer (&dialog->party, sheaf_party_free);
  G_OBJECT_CLASS (sheaf_party_dialog_parent_class)->finalize (object);
}

static void
sheaf_party_dialog_class_init (SheafPartyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_party_dialog_finalize;
  (void) g_signal_new ("saved", SHEAF_TYPE_PARTY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                       NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/parties/party-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, tax_code_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, id_number_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, bank_bin_row);
  gtk_widget_class_bind_template_child (widget_class, SheafPartyDialog, bank_account_row);
  gtk_widget_class_install_action (widget_class, "party.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_party_dialog_init (SheafPartyDialog *dialog)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (dialog));
  for (guint i = 0; i < sheaf_party_words_kinds (); i++)
    gtk_string_list_append (kinds, sheaf_party_words_kind (sheaf_party_words_kind_at (i)));
  adw_combo_row_set_model (dialog->kind_row, G_LIST_MODEL (kinds));
}

GtkWidget *
sheaf_party_dialog_new (GtkWindow        *parent,
                        SheafSession     *session,
                        const SheafParty *party)
{
  SheafPartyDialog *dialog = g_object_new (SHEAF_TYPE_PARTY_DIALOG, "transient-for", parent, NULL);

  dialog->session = g_object_ref (session);
  if (party == NULL)
    return GTK_WIDGET (dialog);
  dialog->party = g_new0 (SheafParty, 1);
  *dialog->party = (SheafParty){ .id = party->id,
                                 .code = g_strdup (party->code),
                                 .name = g_strdup (party->name),
                                 .kind = party->kind,
                                 .tax_code = g_strdup (party->tax_code),
                                 .id_number = g_strdup (party->id_number),
                                 .address = g_strdup (party->address),
                                 .phone = g_strdup (party->phone),
                                 .bank_bin = g_strdup (party->bank_bin),
                                 .bank_account = g_strdup (party->bank_account) };
  show_party (dialog);
  return GTK_WIDGET (dialog);
}
