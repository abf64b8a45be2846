/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with counts: begun, kept, posted, set aside, printed. */
#include "app/control/counts-page-private.h"

#include "app/act-dialog.h"
#include "app/control/people-grid.h"
#include "app/documents/paper-dialog.h"
#include "app/messages.h"
#include "base/i18n.h"

static void
acted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (page->grid == NULL || sheaf_page_get_session (SHEAF_PAGE (page)) == NULL)
    return;
  if (id == NULL)
    {
      sheaf_messages_show_refusal (page->problems, error);
      return;
    }
  sheaf_counts_page_drop_sheet (page);
  page->wanted = *id;
  sheaf_counts_page_read_sheet (page);
  sheaf_session_changed (sheaf_page_get_session (SHEAF_PAGE (page)));
}

/* Takes the act. */
static void
run_act (SheafCountsPage *page,
         SheafCountAct   *act)
{
  sheaf_problem_list_show (page->problems, NULL);
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (page))),
                    sheaf_count_act_job, act, (GDestroyNotify) sheaf_count_act_free, g_free, page,
                    NULL, acted_cb, NULL);
}

static SheafCountAct *
make_act (SheafCountActKind kind,
          gint64            id)
{
  SheafCountAct *act = g_new0 (SheafCountAct, 1);

  act->kind = kind;
  act->id = id;
  return act;
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (source);
  SheafCountSheet *sheet = sheaf_page_take (SHEAF_PAGE (page), result);
  gint64           replaces = *(gint64 *) user_data;

  g_free (user_data);
  if (sheet == NULL)
    return;
  if (page->grid == NULL)
    sheaf_count_sheet_free (sheet);
  else
    sheaf_counts_page_take_sheet (page, sheet, TRUE, replaces);
}

/* replaces: the sheet that is counted again; 0: none. */
static void
begin (SheafCountsPage *page,
       const char      *account,
       SheafDate        date,
       gint64           replaces)
{
  SheafCountAct *act = make_act (SHEAF_COUNT_BEGIN, replaces);

  act->account = g_strdup (account);
  act->date = date;
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (page))),
                   sheaf_count_begin_job, act, (GDestroyNotify) sheaf_count_act_free,
                   (GDestroyNotify) sheaf_count_sheet_free, page, NULL, begun_cb,
                   g_memdup2 (&replaces, sizeof replaces));
}

static void
begin_now (gpointer widget)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (widget);
  const char      *account = "";
  SheafDate        day;

  if (sheaf_code_picker_get (page->account_picker, &account, NULL) &&
      sheaf_date_entry_get (page->day_entry, &day, NULL))
    begin (page, account, day, 0);
}

static void
begin_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (widget);
  const char      *account = "";
  SheafDate        day;

  (void) action;
  (void) parameter;
  /* The entries themselves say what they cannot read. */
  if (!sheaf_code_picker_get (page->account_picker, &account, NULL) || *account == '\0')
    (void) gtk_widget_grab_focus (GTK_WIDGET (page->account_picker));
  else if (!sheaf_date_entry_get (page->day_entry, &day, NULL))
    (void) gtk_widget_grab_focus (GTK_WIDGET (page->day_entry));
  else if (page->typing && sheaf_count_grid_is_touched (page->grid))
    sheaf_messages_ask (widget, _ ("Throw away the sheet that is not kept?"),
                        _ ("What was typed on it is lost."), _ ("_Throw Away"), begin_now);
  else
    begin_now (page);
}

static char *
take_text (GtkEditable *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

static void
keep_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  GPtrArray     *findings = sheaf_count_grid_findings (page->grid, &error);
  SheafCountAct *act;

  (void) action;
  (void) parameter;
  if (findings == NULL)
    {
      sheaf_problem_list_show_text (page->problems, error->message);
      return;
    }
  act = make_act (SHEAF_COUNT_KEEP, page->replaces);
  act->account = g_strdup (page->sheet->account_code);
  act->date = page->sheet->count->date;
  act->time = take_text (page->time_entry);
  act->people = sheaf_people_grid_get (page->people);
  act->text = take_text (page->note_entry);
  act->findings = findings;
  run_act (page, act);
}

static void
discard_now (gpointer widget)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (widget);
  gint64           back = page->replaces;

  sheaf_counts_page_drop_sheet (page);
  sheaf_counts_page_enable (page);
  page->wanted = back;
  if (back != 0)
    sheaf_counts_page_read_sheet (page);
  else
    {
      sheaf_counts_page_show_list (page);
      gtk_stack_set_visible_child_name (page->stack, "list");
      (void) gtk_widget_grab_focus (GTK_WIDGET (page->account_picker));
    }
}

static void
discard_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  if (sheaf_count_grid_is_touched (SHEAF_COUNTS_PAGE (widget)->grid))
    sheaf_messages_ask (widget, _ ("Throw away the sheet that is not kept?"),
                        _ ("What was typed on it is lost."), _ ("_Throw Away"), discard_now);
  else
    discard_now (widget);
}

static void
add_line_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  sheaf_count_grid_add_line (SHEAF_COUNTS_PAGE (widget)->grid);
}

static void
again_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (widget);

  (void) action;
  (void) parameter;
  begin (page, page->sheet->account_code, page->sheet->count->date, page->sheet->count->id);
}

static void
withdrawn_cb (SheafActDialog  *dialog,
              const char      *response,
              SheafCountsPage *page)
{
  SheafCountAct *act;

  if (g_strcmp0 (response, "accept") != 0 || page->sheet == NULL || page->typing)
    return;
  act = make_act (SHEAF_COUNT_WITHDRAW, page->sheet->count->id);
  act->text = g_strdup (sheaf_act_dialog_get_text (dialog));
  run_act (page, act);
}

static void
posted_cb (SheafActDialog  *dialog,
           const char      *response,
           SheafCountsPage *page)
{
  SheafCountAct *act;

  if (g_strcmp0 (response, "accept") != 0 || page->entries == NULL)
    return;
  act = make_act (SHEAF_COUNT_POST, page->entries->id);
  if (page->entries->ids->len > 0)
    act->other_id = g_array_index (page->entries->ids, gint64,
                                   sheaf_act_dialog_get_choice (dialog));
  run_act (page, act);
}

static void
ask (SheafCountsPage        *page,
     const SheafActQuestion *question,
     GCallback               answered)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *dialog = sheaf_act_dialog_new (window, question);

  g_signal_connect_object (dialog, "response", answered, page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
withdraw_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SheafActQuestion question = { .heading = _ ("Set the count aside?"),
                                .accept = _ ("Set _Aside"),
                                .destructive = TRUE,
                                .date = SHEAF_DATE_NONE,
                                .text_label = _ ("_Reason") };

  (void) action;
  (void) parameter;
  question.body = _ ("It counts no more and its difference cannot be posted; it stays in the list "
                     "with the reason.");
  ask (SHEAF_COUNTS_PAGE (widget), &question, G_CALLBACK (withdrawn_cb));
}

/* Which entry it will be is asked before it is posted. */
static void
entries_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (source);
  g_autoptr (GError) error = NULL;
  SheafCountEntries *entries = sheaf_jobs_finish (result, &error);
  SheafActQuestion   question = { .heading = _ ("Post the difference?"),
                                  .accept = _ ("_Post"),
                                  .date = SHEAF_DATE_NONE };

  (void) user_data;
  if (page->grid == NULL || sheaf_page_get_session (SHEAF_PAGE (page)) == NULL)
    {
      sheaf_count_entries_free (entries);
      return;
    }
  if (entries == NULL)
    {
      sheaf_messages_show_refusal (page->problems, error);
      return;
    }
  g_clear_pointer (&page->entries, sheaf_count_entries_free);
  page->entries = entries;
  question.body = entries->text;
  if (entries->ids->len > 0)
    {
      question.choice_label = _ ("To the _account");
      question.choices = (const char *const *) entries->accounts->pdata;
    }
  ask (page, &question, G_CALLBACK (posted_cb));
}

static void
post_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafCountsPage *page = SHEAF_COUNTS_PAGE (widget);

  (void) action;
  (void) parameter;
  sheaf_problem_list_show (page->problems, NULL);
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (page))),
                   sheaf_count_entries_job,
                   g_memdup2 (&page->sheet->count->id, sizeof (gint64)), g_free,
                   (GDestroyNotify) sheaf_count_entries_free, page, NULL, entries_cb, NULL);
}

static void
paper_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafCountsPage    *page = SHEAF_COUNTS_PAGE (widget);
  const SheafCount   *count = page->sheet->count;
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                   .to = count->date,
                                   .detail = count->number };
  SheafReportWish    *wish = sheaf_report_wish_new (
         count->kind == SHEAF_COUNT_CASH ? "count-cash" : "count-stock", &question);

  (void) action;
  (void) parameter;
  gtk_window_present (GTK_WINDOW (
      sheaf_paper_dialog_new_for_report (SHEAF_PAGE (page), wish, count->number)));
  sheaf_report_wish_free (wish);
}

void
sheaf_counts_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "counts.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "counts.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "counts.discard", NULL, discard_action);
  gtk_widget_class_install_action (widget_class, "counts.add-line", NULL, add_line_action);
  gtk_widget_class_install_action (widget_class, "counts.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "counts.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "counts.post", NULL, post_action);
  gtk_widget_class_install_action (widget_class, "counts.paper", NULL, paper_action);
}
