/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is posted is computed anew in the act; the table shows what it will be. */
#include "app/currency/revaluation-dialog.h"

#include "app/format.h"
#include "app/messages.h"
#include "app/models/record-list.h"
#include "app/rate-text.h"
#include "app/widgets/columns.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/error.h"
#include "ledger/item.h"
#include "ledger/party.h"
#include "ledger/revaluation.h"

struct _SheafRevaluationDialog
{
  AdwWindow         parent_instance;
  SheafPage        *page;
  SheafDate         asked; /* the day of the last question */
  GtkNoSelection   *selection;
  SheafProblemList *problems;
  SheafDateEntry   *day_entry;
  GtkStack         *stack;
  GtkColumnView    *view;
  GtkLabel         *foot;
};

G_DEFINE_FINAL_TYPE (SheafRevaluationDialog, sheaf_revaluation_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  SheafRevaluationLine line;
  char                *account;
  char                *whose; /* party and item */
} Line;

typedef struct
{
  SheafDate  date;
  GPtrArray *lines;
  SheafMoney gain;
  SheafMoney loss;
  char      *missing; /* the sentence on a rate that is missing; NULL: all are there */
} Answer;

static void
free_line (Line *line)
{
  g_free (line->account);
  g_free (line->whose);
  g_free (line);
}

static void
free_answer (Answer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->lines, g_ptr_array_unref);
  g_free (answer->missing);
  g_free (answer);
}

static gboolean
add_line (SheafBook                  *book,
          const SheafChart           *chart,
          const SheafRevaluationLine *line,
          Answer                     *answer,
          GError                    **error)
{
  g_autoptr (SheafParty) party = line->balance.party_id == 0
                                     ? NULL
                                     : sheaf_party_load (book, line->balance.party_id, error);
  g_autofree char *item = sheaf_item_code (book, line->balance.item_id);
  Line            *shown;

  if (line->balance.party_id != 0 && party == NULL)
    return FALSE;
  shown = g_new0 (Line, 1);
  shown->line = *line;
  shown->account = g_strdup (sheaf_chart_by_id (chart, line->balance.account_id)->code);
  shown->whose = g_strdup_printf ("%s%s%s%s", party != NULL ? party->code : "",
                                  party != NULL ? "  " : "", party != NULL ? party->name : "",
                                  item != NULL ? item : "");
  g_ptr_array_add (answer->lines, shown);
  return TRUE;
}

/* Where a rate is missing the balances are shown all the same, with the reason. */
static SheafRevaluation *
compute (SheafBook *book,
         SheafDate  date,
         char     **ret_missing,
         GError   **error)
{
  g_autoptr (GError) cause = NULL;
  SheafRevaluation *revaluation = sheaf_revaluation_compute (book, date, NULL, 0, &cause);

  if (revaluation != NULL)
    return revaluation;
  if (!g_error_matches (cause, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CURRENCY))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  *ret_missing = g_strdup (cause->message);
  return sheaf_revaluation_look (book, date, error);
}

static gpointer
compute_job (gpointer connection,
             gpointer data,
             GError **error)
{
  const SheafChart *chart = sheaf_chart_get (connection, error);
  Answer           *answer;
  g_autoptr (SheafRevaluation) revaluation = NULL;

  if (chart == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->date = *(const SheafDate *) data;
  answer->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  revaluation = compute (connection, answer->date, &answer->missing, error);
  if (revaluation == NULL)
    {
      free_answer (answer);
      return NULL;
    }
  answer->gain = revaluation->gain;
  answer->loss = revaluation->loss;
  for (guint i = 0; i < revaluation->lines->len; i++)
    if (!add_line (connection, chart,
                   &g_array_index (revaluation->lines, SheafRevaluationLine, i), answer, error))
      {
        free_answer (answer);
        return NULL;
      }
  return answer;
}

static char *
format_account (gconstpointer record)
{
  return g_strdup (((const Line *) record)->account);
}

static char *
format_whose (gconstpointer record)
{
  return g_strdup (((const Line *) record)->whose);
}

static char *
format_units (gconstpointer record)
{
  const SheafForeignBalance *balance = &((const Line *) record)->line.balance;
  g_autofree char           *units = sheaf_currency_format (balance->units, balance->currency,
                                                            sheaf_language_current ());

  return g_strdup_printf ("%s %s", units, balance->currency);
}

static char *
format_value (gconstpointer record)
{
  return sheaf_format_money (((const Line *) record)->line.balance.value);
}

static char *
format_rate (gconstpointer record)
{
  const SheafRevaluationLine *line = &((const Line *) record)->line;

  if (!line->monetary)
    return g_strdup (_ ("advance"));
  if (line->rate == 0)
    return g_strdup (_ ("no rate"));
  return sheaf_rate_text_format (line->rate, sheaf_language_current ());
}

static char *
format_revalued (gconstpointer record)
{
  return sheaf_format_money (((const Line *) record)->line.revalued);
}

static char *
format_difference (gconstpointer record)
{
  return sheaf_format_money (((const Line *) record)->line.difference);
}

static const SheafColumn columns[] = {
  { N_ ("Account"), SHEAF_COLUMN_DAY, 84, format_account },
  { N_ ("Party, item"), SHEAF_COLUMN_TEXT, 0, format_whose },
  { N_ ("Amount"), SHEAF_COLUMN_FIGURE, 136, format_units },
  { N_ ("Book value (₫)"), SHEAF_COLUMN_FIGURE, 136, format_value },
  { N_ ("Rate (₫)"), SHEAF_COLUMN_FIGURE, 100, format_rate },
  { N_ ("At the rate (₫)"), SHEAF_COLUMN_FIGURE, 136, format_revalued },
  { N_ ("Difference (₫)"), SHEAF_COLUMN_FIGURE, 132, format_difference },
};

static void
show_answer (SheafRevaluationDialog *dialog,
             const Answer           *answer)
{
  g_autofree char *gain = sheaf_format_figure (answer->gain);
  g_autofree char *loss = sheaf_format_figure (answer->loss);
  g_autofree char *foot = g_strdup_printf (_ ("Gain %s · loss %s (₫)"), gain, loss);
  gboolean         differs = answer->gain.units != 0 || answer->loss.units != 0;
  g_autoptr (SheafRecordList) list = sheaf_record_list_new (g_ptr_array_ref (answer->lines));

  sheaf_problem_list_show_text (dialog->problems, answer->missing);
  gtk_stack_set_visible_child_name (dialog->stack, answer->lines->len > 0 ? "list" : "empty");
  gtk_no_selection_set_model (dialog->selection, G_LIST_MODEL (list));
  gtk_widget_set_visible (GTK_WIDGET (dialog->foot), answer->lines->len > 0);
  if (differs)
    gtk_label_set_text (dialog->foot, foot);
  else
    gtk_label_set_text (dialog->foot, _ ("Nothing differs: there is nothing to post."));
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "revaluation.post",
                                 answer->missing == NULL && differs);
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SheafRevaluationDialog *dialog = SHEAF_REVALUATION_DIALOG (source);
  g_autoptr (GError) error = NULL;
  Answer *answer = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (dialog->view == NULL)
    {
      free_answer (answer);
      return;
    }
  if (answer == NULL)
    sheaf_problem_list_show_text (dialog->problems, error->message);
  else if (sheaf_date_cmp (answer->date, dialog->asked) == 0)
    show_answer (dialog, answer);
  free_answer (answer);
}

static void
compute_table (SheafRevaluationDialog *dialog)
{
  SheafSession *session = sheaf_page_get_session (dialog->page);

  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "revaluation.post", FALSE);
  if (session == NULL || !sheaf_date_entry_get (dialog->day_entry, &dialog->asked, NULL))
    return;
  sheaf_jobs_read (sheaf_session_get_jobs (session), compute_job,
                   g_memdup2 (&dialog->asked, sizeof dialog->asked), g_free,
                   (GDestroyNotify) free_answer, dialog, NULL, computed_cb, NULL);
}

/* Result: the voucher's number; its place goes with it. */
typedef struct
{
  gint64    id;
  char     *number;
  SheafDate date;
} Posted;

static void
free_posted (Posted *posted)
{
  if (posted == NULL)
    return;
  g_free (posted->number);
  g_free (posted);
}

static gpointer
post_job (gpointer connection,
          gpointer data,
          GError **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;
  SheafDate date = *(const SheafDate *) data;
  gint64    id = 0;
  Posted   *posted;

  if (!sheaf_revaluation_post (connection, date, NULL, 0, &id, error))
    return NULL;
  posted = g_new0 (Posted, 1);
  posted->id = id;
  posted->date = date;
  voucher = id != 0 ? sheaf_voucher_load (connection, id, NULL) : NULL;
  posted->number = g_strdup (voucher != NULL ? voucher->number : "");
  return posted;
}

static void
say_posted (SheafRevaluationDialog *dialog,
            const Posted           *posted)
{
  g_autofree char *text = g_strdup_printf (_ ("Voucher %s posts the differences."), posted->number);
  g_autofree char *day = sheaf_date_to_text (posted->date);
  g_autofree char *detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, posted->id);

  if (posted->id == 0)
    sheaf_messages_toast (GTK_WIDGET (dialog->page), _ ("Nothing differs: no voucher was posted."));
  else
    sheaf_messages_toast_with_action (GTK_WIDGET (dialog->page), text, _ ("Show"), "win.go",
                                      g_variant_new ("(ss)", "vouchers", detail));
}

static void
posted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafRevaluationDialog *dialog = SHEAF_REVALUATION_DIALOG (source);
  g_autoptr (GError) error = NULL;
  Posted *posted = sheaf_jobs_finish (result, &error);

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (dialog), TRUE);
  if (posted == NULL)
    sheaf_messages_show_refusal (dialog->problems, error);
  else
    {
      if (sheaf_page_get_session (dialog->page) != NULL)
        sheaf_session_changed (sheaf_page_get_session (dialog->page));
      say_posted (dialog, posted);
      gtk_window_close (GTK_WINDOW (dialog));
    }
  free_posted (posted);
}

static void
post_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafRevaluationDialog *dialog = SHEAF_REVALUATION_DIALOG (widget);
  SheafSession           *session = sheaf_page_get_session (dialog->page);
  SheafDate               day;

  (void) name;
  (void) parameter;
  /* What is posted is what the table shows. */
  if (session == NULL || !sheaf_date_entry_get (dialog->day_entry, &day, NULL) ||
      sheaf_date_cmp (day, dialog->asked) != 0)
    return;
  gtk_widget_set_sensitive (widget, FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), post_job, g_memdup2 (&day, sizeof day),
                    g_free, (GDestroyNotify) free_posted, dialog, NULL, posted_cb, NULL);
}

static void
sheaf_revaluation_dialog_finalize (GObject *object)
{
  g_clear_object (&SHEAF_REVALUATION_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_revaluation_dialog_parent_class)->finalize (object);
}

static void
sheaf_revaluation_dialog_class_init (SheafRevaluationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_revaluation_dialog_finalize;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/currency/revaluation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafRevaluationDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafRevaluationDialog, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafRevaluationDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafRevaluationDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SheafRevaluationDialog, foot);
  gtk_widget_class_install_action (widget_class, "revaluation.post", NULL, post_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "revaluation.post", NULL);
}

static void
sheaf_revaluation_dialog_init (SheafRevaluationDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  dialog->selection = gtk_no_selection_new (NULL);
  gtk_column_view_set_model (dialog->view, GTK_SELECTION_MODEL (dialog->selection));
  g_object_unref (dialog->selection);
  sheaf_columns_add (dialog->view, columns, G_N_ELEMENTS (columns));
  g_signal_connect_swapped (dialog->day_entry, "changed-date", G_CALLBACK (compute_table), dialog);
}

GtkWidget *
sheaf_revaluation_dialog_new (SheafPage *page)
{
  SheafRevaluationDialog *dialog = g_object_new (
      SHEAF_TYPE_REVALUATION_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);
  int year = sheaf_session_get_year (sheaf_page_get_session (page));

  dialog->page = g_object_ref (page);
  /* Foreign money is revalued at the year's end. */
  sheaf_date_entry_set (dialog->day_entry, sheaf_date_new (year, 12, 31));
  compute_table (dialog);
  return GTK_WIDGET (dialog);
}
