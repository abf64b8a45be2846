/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All is read in one job; what the chart has no words for is left out. */
#include "app/ledger/account-help-dialog.h"

#include "base/i18n.h"
#include "base/language.h"
#include "ledger/account-help.h"
#include "ledger/error.h"
#include "ledger/guide.h"
#include "ledger/hint.h"

#define USUAL_CASES 10

struct _SheafAccountHelpDialog
{
  AdwWindow       parent_instance;
  char           *code;
  GtkBox         *box;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (SheafAccountHelpDialog, sheaf_account_help_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  char             *name;
  SheafNeeds        needs;
  SheafAccountHelp *help;
  char             *note;  /* what the code means elsewhere; NULL: nothing */
  GPtrArray        *cases; /* of char * */
} Told;

static void
free_told (Told *told)
{
  if (told == NULL)
    return;
  g_free (told->name);
  g_clear_pointer (&told->help, sheaf_account_help_free);
  g_free (told->note);
  g_clear_pointer (&told->cases, g_ptr_array_unref);
  g_free (told);
}

static void
fail_unknown (SheafBook  *book,
              const char *code,
              GError    **error)
{
  g_autofree char *hint = sheaf_chart_hint (book, code);

  if (hint != NULL)
    g_set_error_literal (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND, hint);
  else
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND,
                 _ ("There is no account %s in the chart."), code);
}

static gboolean
read_cases (SheafBook          *book,
            const SheafChart   *chart,
            const SheafAccount *account,
            Told               *told,
            GError            **error)
{
  const SheafGuide *guide = sheaf_guide_get (book, error);
  g_autoptr (GPtrArray) cases = NULL;

  if (guide == NULL)
    return FALSE;
  cases = sheaf_guide_of_account (guide, chart, account, USUAL_CASES);
  told->cases = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cases->len; i++)
    {
      const SheafGuideCase *entry = g_ptr_array_index (cases, i);

      g_ptr_array_add (told->cases,
                       g_strdup (sheaf_guide_text (&entry->title, sheaf_language_current ())));
    }
  return TRUE;
}

static gpointer
read_job (gpointer connection,
          gpointer data,
          GError **error)
{
  const char         *code = data;
  const char         *language = sheaf_language_current ();
  const SheafChart   *chart = sheaf_chart_get (connection, error);
  const SheafAccount *account = chart != NULL ? sheaf_chart_by_code (chart, code) : NULL;
  g_autoptr (SheafAccountHelp) help = NULL;
  Told *told;

  if (account == NULL)
    {
      if (chart != NULL)
        fail_unknown (connection, code, error);
      return NULL;
    }
  help = sheaf_account_help (connection, account, language, error);
  if (help == NULL)
    return NULL;
  told = g_new0 (Told, 1);
  told->name = g_strdup (sheaf_account_name (account, language));
  told->needs = account->needs;
  told->help = g_steal_pointer (&help);
  told->note = g_strdup (
      sheaf_chart_note_find (sheaf_chart_notes (connection, language), account->code));
  if (read_cases (connection, chart, account, told, error))
    return told;
  free_told (told);
  return NULL;
}

static const char *
needs_sentence (SheafNeeds needs)
{
  switch (needs)
    {
    case SHEAF_NEEDS_PARTY:
      return _ ("Each entry names a party.");
    case SHEAF_NEEDS_ITEM:
      return _ ("Each entry names an item.");
    case SHEAF_NEEDS_EITHER:
      return _ ("Each entry names a party or an item.");
    case SHEAF_NEEDS_BOTH:
      return _ ("Each entry names a party and an item.");
    case SHEAF_NEEDS_OPTIONAL:
      return _ ("Entries may name a party or an item.");
    case SHEAF_NEEDS_NOTHING:
    default:
      return "";
    }
}

static void
add_label (SheafAccountHelpDialog *dialog,
           const char             *text,
           const char             *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (dialog->box, label);
}

static void
add_part (SheafAccountHelpDialog *dialog,
          const char             *title,
          const char             *text)
{
  if (text == NULL || *text == '\0')
    return;
  add_label (dialog, title, "heading");
  add_label (dialog, text, NULL);
}

static void
show_told (SheafAccountHelpDialog *dialog,
           const Told             *told)
{
  adw_window_title_set_subtitle (dialog->title, told->name);
  add_part (dialog, _ ("What belongs here"), told->help->belongs);
  add_part (dialog, _ ("What must be kept"), told->help->keep);
  add_part (dialog, _ ("What each entry names"), needs_sentence (told->needs));
  add_part (dialog, _ ("In other charts"), told->note);
  if (told->cases->len > 0)
    add_label (dialog, _ ("Usual entries"), "heading");
  for (guint i = 0; i < told->cases->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("• %s",
                                               (char *) g_ptr_array_index (told->cases, i));

      add_label (dialog, line, NULL);
    }
  if (*told->help->source != '\0')
    add_label (dialog, told->help->source, "dim-label");
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "help.register", TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafAccountHelpDialog *dialog = SHEAF_ACCOUNT_HELP_DIALOG (source);
  g_autoptr (GError) error = NULL;
  Told *told = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (dialog->box != NULL && told != NULL)
    show_told (dialog, told);
  else if (dialog->box != NULL)
    add_label (dialog, error->message, NULL);
  free_told (told);
}

static void
register_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SheafAccountHelpDialog *dialog = SHEAF_ACCOUNT_HELP_DIALOG (widget);
  GtkWindow              *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  (void) name;
  (void) parameter;
  if (parent != NULL)
    (void) gtk_widget_activate_action (GTK_WIDGET (parent), "win.go", "(ss)", "accounts",
                                       dialog->code);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
sheaf_account_help_dialog_finalize (GObject *object)
{
  g_free (SHEAF_ACCOUNT_HELP_DIALOG (object)->code);
  G_OBJECT_CLASS (sheaf_account_help_dialog_parent_class)->finalize (object);
}

static void
sheaf_account_help_dialog_class_init (SheafAccountHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_account_help_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/ledger/account-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafAccountHelpDialog, box);
  gtk_widget_class_bind_template_child (widget_class, SheafAccountHelpDialog, title);
  gtk_widget_class_install_action (widget_class, "help.register", NULL, register_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_account_help_dialog_init (SheafAccountHelpDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "help.register", FALSE);
}

GtkWidget *
sheaf_account_help_dialog_new (GtkWindow    *parent,
                               SheafSession *session,
                               const char   *code)
{
  SheafAccountHelpDialog *dialog = g_object_new (SHEAF_TYPE_ACCOUNT_HELP_DIALOG, "transient-for",
                                                 parent, NULL);
  g_autofree char        *title = g_strdup_printf (_ ("Account %s"), code);

  dialog->code = g_strdup (code);
  adw_window_title_set_title (dialog->title, title);
  gtk_window_set_title (GTK_WINDOW (dialog), title);
  sheaf_jobs_read (sheaf_session_get_jobs (session), read_job, g_strdup (code), g_free,
                   (GDestroyNotify) free_told, dialog, NULL, read_cb, NULL);
  return GTK_WIDGET (dialog);
}
