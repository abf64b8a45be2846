/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rate is added at once; a later one of the same day and currency takes its place. */
#include "app/currency/rates-dialog.h"

#include "app/format.h"
#include "app/messages.h"
#include "app/models/record-list.h"
#include "app/rate-text.h"
#include "app/widgets/columns.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/entry-mark.h"
#include "app/widgets/problem-list.h"
#include "base/currency.h"
#include "base/i18n.h"
#include "base/language.h"
#include "base/text.h"
#include "ledger/currency-rate.h"

struct _SheafRatesDialog
{
  AdwWindow         parent_instance;
  SheafSession     *session;
  GtkNoSelection   *selection;
  SheafProblemList *problems;
  SheafDateEntry   *day_entry;
  GtkEditable      *currency_entry;
  GtkEditable      *buying_entry;
  GtkEditable      *selling_entry;
  GtkEditable      *rate_entry;
  GtkEditable      *source_entry;
  GtkStack         *stack;
  GtkColumnView    *view;
};

G_DEFINE_FINAL_TYPE (SheafRatesDialog, sheaf_rates_dialog, ADW_TYPE_WINDOW)

static char *
format_day (gconstpointer record)
{
  return sheaf_format_date (((const SheafCurrencyRate *) record)->date);
}

static char *
format_currency (gconstpointer record)
{
  return g_strdup (((const SheafCurrencyRate *) record)->currency);
}

static char *
format_buying (gconstpointer record)
{
  return sheaf_rate_text_format (((const SheafCurrencyRate *) record)->buying,
                                 sheaf_language_current ());
}

static char *
format_selling (gconstpointer record)
{
  return sheaf_rate_text_format (((const SheafCurrencyRate *) record)->selling,
                                 sheaf_language_current ());
}

static char *
format_rate (gconstpointer record)
{
  return sheaf_rate_text_format (((const SheafCurrencyRate *) record)->rate,
                                 sheaf_language_current ());
}

static char *
format_source (gconstpointer record)
{
  return g_strdup (((const SheafCurrencyRate *) record)->source);
}

static const SheafColumn columns[] = {
  { N_ ("Day"), SHEAF_COLUMN_DAY, 108, format_day },
  { N_ ("Currency"), SHEAF_COLUMN_DAY, 92, format_currency },
  { N_ ("Buying (₫)"), SHEAF_COLUMN_FIGURE, 112, format_buying },
  { N_ ("Selling (₫)"), SHEAF_COLUMN_FIGURE, 112, format_selling },
  { N_ ("Rate (₫)"), SHEAF_COLUMN_FIGURE, 112, format_rate },
  { N_ ("Bank or source"), SHEAF_COLUMN_TEXT, 0, format_source },
};

/* The newest first. */
static gpointer
list_job (gpointer connection,
          gpointer data,
          GError **error)
{
  g_autoptr (GPtrArray) rates = sheaf_rate_list (connection, NULL, SHEAF_DATE_NONE, SHEAF_DATE_NONE,
                                                 error);

  (void) data;
  for (guint i = 0; rates != NULL && i < rates->len / 2; i++)
    {
      gpointer other = rates->pdata[rates->len - 1 - i];

      rates->pdata[rates->len - 1 - i] = rates->pdata[i];
      rates->pdata[i] = other;
    }
  return g_steal_pointer (&rates);
}

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafRatesDialog *dialog = SHEAF_RATES_DIALOG (source);
  g_autoptr (GError) error = NULL;
  GPtrArray *rates = sheaf_jobs_finish (result, &error);
  g_autoptr (SheafRecordList) list = NULL;

  (void) user_data;
  if (rates == NULL || dialog->view == NULL)
    {
      g_clear_pointer (&rates, g_ptr_array_unref);
      if (dialog->view != NULL)
        sheaf_problem_list_show_text (dialog->problems, error->message);
      return;
    }
  gtk_stack_set_visible_child_name (dialog->stack, rates->len > 0 ? "list" : "empty");
  list = sheaf_record_list_new (rates);
  gtk_no_selection_set_model (dialog->selection, G_LIST_MODEL (list));
}

static void
read_rates (SheafRatesDialog *dialog)
{
  sheaf_jobs_read (sheaf_session_get_jobs (dialog->session), list_job, NULL, NULL,
                   (GDestroyNotify) g_ptr_array_unref, dialog, NULL, list_cb, NULL);
}

static gpointer
add_job (gpointer connection,
         gpointer data,
         GError **error)
{
  return sheaf_rate_insert (connection, data, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafRatesDialog *dialog = SHEAF_RATES_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean done = sheaf_jobs_finish (result, &error) != NULL;

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (!done)
    sheaf_messages_show_refusal (dialog->problems, error);
  else if (dialog->session != NULL)
    sheaf_session_changed (dialog->session);
  if (dialog->view == NULL) /* closed meanwhile */
    return;
  (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->currency_entry));
  if (!done)
    return;
  sheaf_problem_list_show (dialog->problems, NULL);
  gtk_editable_set_text (dialog->currency_entry, "");
  gtk_editable_set_text (dialog->buying_entry, "");
  gtk_editable_set_text (dialog->selling_entry, "");
  gtk_editable_set_text (dialog->rate_entry, "");
  read_rates (dialog);
}

/* FALSE with the entry marked. */
static gboolean
read_entry (GtkEditable *entry,
            gint64      *ret_rate)
{
  g_autoptr (GError) error = NULL;
  gboolean good = sheaf_rate_text_parse (gtk_editable_get_text (entry), sheaf_language_current (),
                                         ret_rate, &error);

  sheaf_entry_mark (GTK_WIDGET (entry), good ? NULL : error->message);
  if (!good)
    (void) gtk_widget_grab_focus (GTK_WIDGET (entry));
  return good;
}

static gboolean
read_currency (SheafRatesDialog  *dialog,
               SheafCurrencyRate *rate)
{
  g_autofree char *text = sheaf_text_clean (gtk_editable_get_text (dialog->currency_entry), -1);
  g_autofree char *code = g_ascii_strup (text, -1);
  gboolean         good = sheaf_currency_is_known (code);

  sheaf_entry_mark (GTK_WIDGET (dialog->currency_entry),
                    good ? NULL : _ ("Type the three letters of a currency, such as USD."));
  if (good)
    g_strlcpy (rate->currency, code, sizeof rate->currency);
  else
    (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->currency_entry));
  return good;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SheafRatesDialog  *dialog = SHEAF_RATES_DIALOG (widget);
  SheafCurrencyRate  rate = { .source = NULL };
  SheafCurrencyRate *added;
  g_autoptr (GError) error = NULL;

  (void) name;
  (void) parameter;
  if (!sheaf_date_entry_get (dialog->day_entry, &rate.date, &error))
    {
      sheaf_entry_mark (GTK_WIDGET (dialog->day_entry), error->message);
      (void) gtk_widget_grab_focus (GTK_WIDGET (dialog->day_entry));
      return;
    }
  if (!read_currency (dialog, &rate) || !read_entry (dialog->buying_entry, &rate.buying) ||
      !read_entry (dialog->selling_entry, &rate.selling) ||
      !read_entry (dialog->rate_entry, &rate.rate))
    return;
  added = g_memdup2 (&rate, sizeof rate);
  added->source = sheaf_text_clean (gtk_editable_get_text (dialog->source_entry), -1);
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (dialog->session), add_job, added,
                    (GDestroyNotify) sheaf_currency_rate_free, NULL, dialog, NULL, added_cb, NULL);
}

static void
sheaf_rates_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_RATES_DIALOG (object)->session);
  G_OBJECT_CLASS (sheaf_rates_dialog_parent_class)->finalize (object);
}

static void
sheaf_rates_dialog_class_init (SheafRatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_rates_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/currency/rates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, currency_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, buying_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, selling_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, rate_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, source_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafRatesDialog, view);
  gtk_widget_class_install_action (widget_class, "rates.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_rates_dialog_init (SheafRatesDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  dialog->selection = gtk_no_selection_new (NULL);
  gtk_column_view_set_model (dialog->view, GTK_SELECTION_MODEL (dialog->selection));
  g_object_unref (dialog->selection);
  sheaf_columns_add (dialog->view, columns, G_N_ELEMENTS (columns));
}

GtkWidget *
sheaf_rates_dialog_new (GtkWindow    *parent,
                        SheafSession *session)
{
  SheafRatesDialog *dialog = g_object_new (SHEAF_TYPE_RATES_DIALOG, "transient-for", parent, NULL);

  dialog->session = g_object_ref (session);
  sheaf_date_entry_set (dialog->day_entry, sheaf_session_get_working_day (session));
  gtk_window_set_focus (GTK_WINDOW (dialog), GTK_WIDGET (dialog->currency_entry));
  read_rates (dialog);
  return GTK_WIDGET (dialog);
}
