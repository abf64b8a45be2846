/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of questions: the key of each is the core's. */
#include "app/statements/tax-dialog.h"

#include "app/act-dialog.h"
#include "app/amount-text.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/percent-text.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"
#include "ledger/tax-answer.h"
#include "statements/tax-sheet.h"

static const struct
{
  const char *key;
  const char *question; /* marked with N_() */
  gboolean    reason;   /* a reason is asked for too */
  gboolean    percent;  /* else an amount */
} questions[] = {
  { "exempt-share", N_ ("Exempt part of the profit (%)"), TRUE, TRUE },
  { "common-fund", N_ ("Income set aside to the common fund (₫)"), FALSE, FALSE },
  { "other-increase", N_ ("More taxable income (₫)"), TRUE, FALSE },
  { "other-decrease", N_ ("Less taxable income (₫)"), TRUE, FALSE },
  { "last-revenue", N_ ("Revenue of the year before (₫)"), FALSE, FALSE },
  { "rate", N_ ("Rate (%), where not the law’s"), TRUE, TRUE },
  { "tax-reduction", N_ ("Tax that is not to be paid (₫)"), TRUE, FALSE },
  { "interest", N_ ("Interest on loans of the year (₫)"), FALSE, FALSE },
  { "planned-profit", N_ ("Profit after tax of the plan (₫)"), FALSE, FALSE },
};

struct _SheafTaxDialog
{
  AdwWindow  parent_instance;
  SheafPage *page;
  int        year;
  gboolean   ready;
  GtkWidget *values[G_N_ELEMENTS (questions)];
  GtkWidget *reasons[G_N_ELEMENTS (questions)]; /* NULL where none is asked */
  GtkWidget *group;
};

G_DEFINE_FINAL_TYPE (SheafTaxDialog, sheaf_tax_dialog, ADW_TYPE_WINDOW)

/* data: the year. Result: a list of value, reason of each question in turn, "" where none. */
static gpointer
read_job (gpointer connection,
          gpointer data,
          GError **error)
{
  int        year = *(const int *) data;
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_free);

  (void) error;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      char *value = sheaf_tax_answer_find (connection, year, questions[i].key);
      char *reason = sheaf_tax_answer_reason (connection, year, questions[i].key);

      g_ptr_array_add (answers, value != NULL ? value : g_strdup (""));
      g_ptr_array_add (answers, reason != NULL ? reason : g_strdup (""));
    }
  return answers;
}

typedef struct
{
  int       year;
  GStrv     assignments;
  guint     quarter;
  SheafDate date;
} TaxAct;

static void
free_act (gpointer data)
{
  TaxAct *act = data;

  g_strfreev (act->assignments);
  g_free (act);
}

static gpointer
save_job (gpointer connection,
          gpointer data,
          GError **error)
{
  const TaxAct *act = data;

  return sheaf_tax_answer_set (connection, act->year, (const char *const *) act->assignments, error)
             ? g_strdup ("")
             : NULL;
}

static gpointer
enter_job (gpointer connection,
           gpointer data,
           GError **error)
{
  const TaxAct *act = data;
  gint64        id = 0;

  if (!sheaf_tax_sheet_post (connection, act->year, act->quarter, act->date, &id, error))
    return NULL;
  return g_memdup2 (&id, sizeof id);
}

static const char *
text_of (GtkWidget *row)
{
  return row != NULL ? gtk_editable_get_text (GTK_EDITABLE (row)) : "";
}

/* What was typed as the core keeps it; NULL with an error when it cannot be read. */
static char *
keep_answer (const char *typed,
             gboolean    percent,
             GError    **error)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  SheafMoney       amount;
  SheafRate        rate;

  if (*text == '\0')
    return g_strdup ("");
  if (percent)
    return sheaf_percent_text_parse (text, &rate, error) ? sheaf_rate_to_text (rate) : NULL;
  return sheaf_amount_text_parse (text, sheaf_language_current (), &amount, error)
             ? g_strdup_printf ("%" G_GINT64_FORMAT, amount.units)
             : NULL;
}

/* What is kept as people read it; what cannot be read stands as it is. */
static char *
show_answer (const char *kept,
             gboolean    percent)
{
  SheafRate rate;
  gint64    units;

  if (percent && sheaf_rate_parse (kept, &rate, NULL))
    return sheaf_percent_text_format (rate);
  if (!percent && sheaf_number_parse (kept, 0, &units, NULL))
    return sheaf_format_figure (SHEAF_MONEY (units));
  return g_strdup (kept);
}

/* FALSE after it was said which answer cannot be read. */
static gboolean
take_answer (SheafTaxDialog *dialog,
             guint           i,
             GStrvBuilder   *assignments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = keep_answer (text_of (dialog->values[i]), questions[i].percent, &error);
  g_autofree char *value = g_strdup_printf ("%s=%s", questions[i].key, kept);
  g_autofree char *reason = g_strdup_printf ("%s-reason=%s", questions[i].key,
                                             text_of (dialog->reasons[i]));

  sheaf_entry_mark (dialog->values[i], error != NULL ? error->message : NULL);
  if (error != NULL)
    {
      sheaf_messages_show_error (GTK_WIDGET (dialog), _ (questions[i].question), error);
      (void) gtk_widget_grab_focus (dialog->values[i]);
      return FALSE;
    }
  g_strv_builder_add (assignments, value);
  if (dialog->reasons[i] != NULL)
    g_strv_builder_add (assignments, reason);
  return TRUE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafTaxDialog *dialog = SHEAF_TAX_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (dialog->page == NULL || sheaf_page_get_session (dialog->page) == NULL)
    return;
  if (saved == NULL)
    {
      sheaf_messages_show_error (GTK_WIDGET (dialog), _ ("That was refused"), error);
      return;
    }
  sheaf_session_changed (sheaf_page_get_session (dialog->page));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafTaxDialog *dialog = SHEAF_TAX_DIALOG (widget);
  g_autoptr (GStrvBuilder) assignments = g_strv_builder_new ();
  TaxAct *act;

  (void) action;
  (void) parameter;
  if (!dialog->ready || sheaf_page_get_session (dialog->page) == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (!take_answer (dialog, i, assignments))
      return;
  act = g_new0 (TaxAct, 1);
  act->year = dialog->year;
  act->assignments = g_strv_builder_end (assignments);
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (dialog->page)), save_job, act,
                    free_act, g_free, dialog, NULL, saved_cb, NULL);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafTaxDialog *dialog = SHEAF_TAX_DIALOG (source);
  g_autoptr (GPtrArray) answers = sheaf_jobs_finish (result, NULL);

  (void) user_data;
  if (answers == NULL || dialog->page == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *value = show_answer (answers->pdata[2 * i], questions[i].percent);

      gtk_editable_set_text (GTK_EDITABLE (dialog->values[i]), value);
      if (dialog->reasons[i] != NULL)
        gtk_editable_set_text (GTK_EDITABLE (dialog->reasons[i]), answers->pdata[2 * i + 1]);
    }
  dialog->ready = TRUE;
}

static void
sheaf_tax_dialog_dispose (GObject *object)
{
  g_clear_object (&SHEAF_TAX_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_tax_dialog_parent_class)->dispose (object);
}

static void
sheaf_tax_dialog_class_init (SheafTaxDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_tax_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/statements/tax-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafTaxDialog, group);
  gtk_widget_class_install_action (widget_class, "tax.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "tax.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
add_row (SheafTaxDialog *dialog,
         const char     *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (dialog->group), row);
  return row;
}

static void
sheaf_tax_dialog_init (SheafTaxDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *reason = g_strdup_printf (_ ("%s: reason"), _ (questions[i].question));

      dialog->values[i] = add_row (dialog, _ (questions[i].question));
      if (questions[i].reason)
        dialog->reasons[i] = add_row (dialog, reason);
    }
}

GtkWidget *
sheaf_tax_dialog_new (SheafPage *page)
{
  SheafTaxDialog *dialog = g_object_new (SHEAF_TYPE_TAX_DIALOG, "transient-for",
                                         GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                         NULL);
  SheafSession   *session = sheaf_page_get_session (page);

  dialog->page = g_object_ref (page);
  dialog->year = sheaf_session_get_year (session);
  sheaf_jobs_read (sheaf_session_get_jobs (session), read_job,
                   g_memdup2 (&dialog->year, sizeof dialog->year), g_free,
                   (GDestroyNotify) g_ptr_array_unref, dialog, NULL, read_cb, NULL);
  return GTK_WIDGET (dialog);
}

static void
entered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafPage *page = SHEAF_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (sheaf_page_get_session (page) == NULL)
    return;
  if (id == NULL)
    {
      sheaf_messages_show_error (GTK_WIDGET (page), _ ("That was refused"), error);
      return;
    }
  sheaf_messages_toast (GTK_WIDGET (page), *id != 0 ? _ ("The tax is entered")
                                                    : _ ("Nothing is left to enter"));
  sheaf_session_changed (sheaf_page_get_session (page));
}

static void
answered_cb (SheafActDialog *question,
             const char     *response,
             SheafPage      *page)
{
  TaxAct *act;
  guint   choice = sheaf_act_dialog_get_choice (question);

  if (g_strcmp0 (response, "accept") != 0 || sheaf_page_get_session (page) == NULL)
    return;
  act = g_new0 (TaxAct, 1);
  act->year = sheaf_session_get_year (sheaf_page_get_session (page));
  act->quarter = choice < 4 ? choice + 1 : 0;
  act->date = sheaf_act_dialog_get_date (question);
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (page)), enter_job, act,
                    free_act, g_free, page, NULL, entered_cb, NULL);
}

void
sheaf_tax_ask_entry (SheafPage *page)
{
  const char *const quarters[] = { _ ("1st quarter, provisional"), _ ("2nd quarter, provisional"),
                                   _ ("3rd quarter, provisional"), _ ("4th quarter, provisional"),
                                   _ ("the whole year, final"), NULL };
  int               year = sheaf_session_get_year (sheaf_page_get_session (page));
  SheafActQuestion  question = { .heading = _ ("Enter the income tax?"),
                                 .body = _ ("What the sheet says is left is put on the books; a "
                                             "voucher that can be reversed."),
                                 .accept = _ ("_Enter"),
                                 .date = sheaf_date_new (year, 12, 31),
                                 .choice_label = _ ("_Tax of"),
                                 .choices = quarters,
                                 .choice = G_N_ELEMENTS (quarters) - 2 }; /* the whole year */
  GtkWidget        *dialog = sheaf_act_dialog_new (
             GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), &question);

  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
