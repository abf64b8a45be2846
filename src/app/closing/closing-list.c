/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every line is a job of its own, and so is every check of the book: progress shows by itself, and
 * stopping waits for no more than the one that runs. */
#include "app/closing/closing-list.h"

#include "app/closing/closing-places.h"
#include "base/i18n.h"
#include "statements/checks.h"
#include "yearend/checklist.h"

#include <string.h>

/* Beside the states of the core. */
enum
{
  STATE_LOOKING = SHEAF_CHECKLIST_IDLE + 1,
  STATE_STOPPED,
};

typedef struct
{
  guint      state;
  GtkWidget *row;
  GtkLabel  *word;
  GtkWidget *button; /* NULL: the line has no place */
} Line;

struct _SheafClosingList
{
  AdwBin        parent_instance;
  GCancellable *cancellable; /* of the looks under way; NULL: none */
  GArray       *lines;       /* of Line, as the checklist's */
  guint         waiting;     /* jobs that have not come back */
  guint         jobs;        /* all of them */
  guint         checks_left;
  guint         checks_failed;
  guint         checks_found;
  GtkSizeGroup *places; /* the buttons, so that the states stand under each other */

  GtkWidget      *progress_box;
  GtkLabel       *progress_label;
  GtkProgressBar *progress_bar;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (SheafClosingList, sheaf_closing_list, ADW_TYPE_BIN)

static guint looked_signal;

/* The state in a word and a picture: colour alone would not say it. */
static const struct
{
  const char *word;
  const char *icon;
  const char *style;
} states[] = {
  [SHEAF_CHECKLIST_DONE] = { N_ ("Done"), "object-select-symbolic", "dim-label" },
  [SHEAF_CHECKLIST_OPEN] = { N_ ("Still open"), "dialog-warning-symbolic", "heading" },
  [SHEAF_CHECKLIST_WRONG] = { N_ ("Mend it"), "dialog-error-symbolic", "error" },
  [SHEAF_CHECKLIST_IDLE] = { N_ ("Not needed"), "action-unavailable-symbolic", "dim-label" },
  [STATE_LOOKING] = { N_ ("Looking…"), "content-loading-symbolic", "dim-label" },
  [STATE_STOPPED] = { N_ ("Not looked at"), "process-stop-symbolic", "dim-label" },
};

/* One job: a line of the checklist, or one check of the book. */
typedef struct
{
  int               year;
  guint             line;
  const SheafCheck *check; /* NULL: the line's own look */
} Question;

typedef struct
{
  SheafChecklistFinding finding;
  guint                 failed;
  guint                 found;
} Answer;

static void
free_answer (Answer *answer)
{
  if (answer == NULL)
    return;
  sheaf_checklist_finding_clear (&answer->finding);
  g_free (answer);
}

static gpointer
look_job (gpointer connection,
          gpointer data,
          GError **error)
{
  const Question *question = data;
  Answer         *answer = g_new0 (Answer, 1);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  gboolean done;

  if (question->check == NULL)
    done = sheaf_checklist_look (connection, question->year, sheaf_checklist_at (question->line),
                                 &answer->finding, error);
  else
    done = question->check->run (connection, problems, error);
  answer->failed = problems->errors > 0 ? 1 : 0;
  answer->found = problems->items->len;
  if (done)
    return answer;
  free_answer (answer);
  return NULL;
}

static gboolean
is_checks (guint line)
{
  return strcmp (sheaf_checklist_at (line)->name, SHEAF_CHECKLIST_CHECKS) == 0;
}

static void
set_line (SheafClosingList *list,
          guint             position,
          guint             state,
          const char       *found)
{
  Line *line = &g_array_index (list->lines, Line, position);

  gtk_widget_remove_css_class (GTK_WIDGET (line->word), states[line->state].style);
  line->state = state;
  gtk_widget_add_css_class (GTK_WIDGET (line->word), states[state].style);
  gtk_label_set_text (line->word, _ (states[state].word));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (line->row), states[state].icon);
  if (found != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), found);
  if (line->button != NULL)
    gtk_widget_set_visible (line->button, state != SHEAF_CHECKLIST_IDLE);
}

static void
set_finding (SheafClosingList            *list,
             guint                        position,
             const SheafChecklistFinding *finding)
{
  set_line (list, position, finding->state, finding->found);
}

static void
show_progress (SheafClosingList *list)
{
  guint            done = list->jobs - list->waiting;
  g_autofree char *text =
      g_strdup_printf (_ ("Looking through the year: %u of %u"), done, list->jobs);

  gtk_widget_set_visible (list->progress_box, list->waiting > 0);
  gtk_label_set_text (list->progress_label, text);
  gtk_progress_bar_set_fraction (list->progress_bar,
                                 list->jobs > 0 ? (double) done / list->jobs : 1.0);
}

static void
take_check (SheafClosingList *list,
            guint             position,
            const Answer     *answer)
{
  g_auto (SheafChecklistFinding) finding = { SHEAF_CHECKLIST_IDLE, NULL };
  g_autofree char *text = NULL;
  guint            count = sheaf_checks_count ();

  list->checks_failed += answer->failed;
  list->checks_found += answer->found;
  if (--list->checks_left > 0)
    {
      text = g_strdup_printf (_ ("Checks run: %u of %u."), count - list->checks_left, count);
      set_line (list, position, STATE_LOOKING, text);
      return;
    }
  sheaf_checklist_sum_checks (list->checks_failed, list->checks_found, &finding);
  set_finding (list, position, &finding);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafClosingList *list = SHEAF_CLOSING_LIST (source);
  guint             position = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;
  Answer *answer = sheaf_jobs_finish (result, &error);

  /* Of looks that were given up nothing is shown any more. */
  if (list->lines == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      free_answer (answer);
      return;
    }
  list->waiting--;
  if (answer == NULL)
    set_line (list, position, SHEAF_CHECKLIST_WRONG, error->message);
  else if (is_checks (position))
    take_check (list, position, answer);
  else
    set_finding (list, position, &answer->finding);
  free_answer (answer);
  if (list->waiting == 0)
    g_clear_object (&list->cancellable);
  show_progress (list);
  g_signal_emit (list, looked_signal, 0);
}

static void
queue_look (SheafClosingList *list,
            SheafPage        *page,
            int               year,
            guint             line,
            const SheafCheck *check)
{
  Question question = { .year = year, .line = line, .check = check };

  sheaf_jobs_read_long (sheaf_session_get_jobs (sheaf_page_get_session (page)), look_job,
                        g_memdup2 (&question, sizeof question), g_free,
                        (GDestroyNotify) free_answer, list, list->cancellable, looked_cb,
                        GUINT_TO_POINTER (line));
  list->jobs++;
  list->waiting++;
}

static void
give_up (SheafClosingList *list)
{
  if (list->cancellable != NULL)
    g_cancellable_cancel (list->cancellable);
  g_clear_object (&list->cancellable);
  list->jobs = list->waiting = 0;
  list->checks_left = list->checks_failed = list->checks_found = 0;
}

void
sheaf_closing_list_look (SheafClosingList *list,
                         SheafPage        *page,
                         int               year)
{
  g_return_if_fail (SHEAF_IS_CLOSING_LIST (list) && SHEAF_IS_PAGE (page));

  give_up (list);
  list->cancellable = g_cancellable_new ();
  list->checks_left = sheaf_checks_count ();
  for (guint i = 0; i < list->lines->len; i++)
    {
      set_line (list, i, STATE_LOOKING, NULL);
      if (!is_checks (i))
        queue_look (list, page, year, i, NULL);
      else
        for (guint c = 0; c < sheaf_checks_count (); c++)
          queue_look (list, page, year, i, sheaf_checks_at (c));
    }
  show_progress (list);
  g_signal_emit (list, looked_signal, 0);
}

void
sheaf_closing_list_stop (SheafClosingList *list)
{
  g_return_if_fail (SHEAF_IS_CLOSING_LIST (list));

  give_up (list);
  for (guint i = 0; i < list->lines->len; i++)
    if (g_array_index (list->lines, Line, i).state == STATE_LOOKING)
      set_line (list, i, STATE_STOPPED, _ ("It was stopped; look again to know."));
  show_progress (list);
  g_signal_emit (list, looked_signal, 0);
}

gboolean
sheaf_closing_list_is_looking (SheafClosingList *list)
{
  g_return_val_if_fail (SHEAF_IS_CLOSING_LIST (list), FALSE);

  return list->waiting > 0;
}

guint
sheaf_closing_list_get_left (SheafClosingList *list)
{
  guint left = 0;

  g_return_val_if_fail (SHEAF_IS_CLOSING_LIST (list), 0);

  for (guint i = 0; i < list->lines->len; i++)
    {
      guint state = g_array_index (list->lines, Line, i).state;

      left += state == SHEAF_CHECKLIST_OPEN || state == SHEAF_CHECKLIST_WRONG;
    }
  return left;
}

void
sheaf_closing_list_warn (SheafClosingList *list,
                         SheafProblems    *problems)
{
  g_return_if_fail (SHEAF_IS_CLOSING_LIST (list) && problems != NULL);

  for (guint i = 0; i < list->lines->len; i++)
    {
      const Line *line = &g_array_index (list->lines, Line, i);
      const char *title = _ (sheaf_checklist_at (i)->title);

      if (line->state == SHEAF_CHECKLIST_DONE || line->state == SHEAF_CHECKLIST_IDLE)
        continue;
      sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, "%s: %s", title,
                          line->state < STATE_LOOKING
                              ? adw_action_row_get_subtitle (ADW_ACTION_ROW (line->row))
                              : _ ("not looked at."));
    }
}

static GtkWidget *
make_button (const SheafClosingPlace *place)
{
  GtkWidget *button = gtk_button_new_with_label (_ (place->label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), place->action);
  if (place->page != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", place->page, place->detail);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
add_line (SheafClosingList         *list,
          const SheafChecklistLine *of)
{
  const SheafClosingPlace *place = sheaf_closing_place_find (of->name);
  GtkWidget               *room = adw_bin_new (); /* kept where no button is shown */
  Line                     line = { .state = STATE_LOOKING,
                                    .row = adw_action_row_new (),
                                    .word = GTK_LABEL (gtk_label_new (NULL)) };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line.row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line.row), _ (of->title));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line.row), 0);
  gtk_widget_set_name (line.row, of->name);
  gtk_widget_set_margin_end (GTK_WIDGET (line.word), 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line.row), GTK_WIDGET (line.word));
  gtk_size_group_add_widget (list->places, room);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line.row), room);
  if (place != NULL)
    {
      line.button = make_button (place);
      adw_bin_set_child (ADW_BIN (room), line.button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line.row), line.button);
    }
  g_array_append_val (list->lines, line);
  gtk_list_box_append (list->list, line.row);
  set_line (list, list->lines->len - 1, STATE_LOOKING, NULL);
}

static gboolean
sheaf_closing_list_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (SHEAF_CLOSING_LIST (widget)->list, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sheaf_closing_list_dispose (GObject *object)
{
  SheafClosingList *list = SHEAF_CLOSING_LIST (object);

  if (list->cancellable != NULL)
    g_cancellable_cancel (list->cancellable);
  g_clear_object (&list->cancellable);
  g_clear_object (&list->places);
  g_clear_pointer (&list->lines, g_array_unref);
  G_OBJECT_CLASS (sheaf_closing_list_parent_class)->dispose (object);
}

static void
sheaf_closing_list_class_init (SheafClosingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_closing_list_dispose;
  widget_class->grab_focus = sheaf_closing_list_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/closing/closing-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafClosingList, progress_box);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingList, progress_label);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingList, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingList, list);
  looked_signal = g_signal_new ("looked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_closing_list_init (SheafClosingList *list)
{
  gtk_widget_init_template (GTK_WIDGET (list));
  list->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  list->places = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (guint i = 0; i < sheaf_checklist_count (); i++)
    add_line (list, sheaf_checklist_at (i));
}
