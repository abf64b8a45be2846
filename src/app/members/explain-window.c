/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section for each step of the way, a row for each line: words, figure, and how it comes. */
#include "app/members/explain-window.h"

#include "app/members/explain-job.h"
#include "app/widgets/tab-out.h"
#include "base/i18n.h"
#include "distribution/explain.h"

struct _SheafExplainWindow
{
  AdwWindow     parent_instance;
  SheafPage    *page;
  char         *code;
  SheafDate     day;
  GArray       *years; /* of int, as the choice shows them */
  GCancellable *asking;
  gboolean      filling;

  AdwWindowTitle    *title;
  GtkDropDown       *year_choice;
  GtkLabel          *nothing;
  GtkScrolledWindow *scroller;
  GtkBox            *lines;
};

G_DEFINE_FINAL_TYPE (SheafExplainWindow, sheaf_explain_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Ends of sections carry what the rows above come to. */
static gboolean
is_end (const SheafExplainLine *line)
{
  return line->kind == SHEAF_EXPLAIN_TO_SHARE || line->kind == SHEAF_EXPLAIN_AMOUNT ||
         line->kind == SHEAF_EXPLAIN_TOTAL || line->kind == SHEAF_EXPLAIN_OPEN;
}

static GtkWidget *
new_row (const SheafExplainLine *line)
{
  const char      *style = is_end (line) ? "heading" : NULL;
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *label = new_label (line->label, style);
  GtkWidget       *figure = new_label (line->figure, style);
  g_autofree char *all = g_strjoin (". ", line->label, line->figure, line->note, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (figure), FALSE);
  gtk_box_append (GTK_BOX (first), label);
  gtk_box_append (GTK_BOX (first), figure);
  gtk_box_append (GTK_BOX (both), first);
  if (line->note != NULL)
    gtk_box_append (GTK_BOX (both), new_label (line->note, "card-details"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  return row;
}

static GtkWidget *
new_section (SheafExplainWindow     *window,
             const SheafExplainLine *heading)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_box_append (window->lines, new_label (heading->label, "heading"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "dense");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading->label, -1);
  gtk_box_append (window->lines, list);
  return list;
}

static void
fill_lines (SheafExplainWindow *window,
            const GPtrArray    *lines)
{
  GtkWidget *list = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (window->lines))) != NULL)
    gtk_box_remove (window->lines, child);
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafExplainLine *line = lines->pdata[i];

      if (line->kind == SHEAF_EXPLAIN_HEADING)
        list = new_section (window, line);
      else if (list != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), new_row (line));
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (window->scroller), 0);
}

static void
fill_years (SheafExplainWindow   *window,
            const SheafWhyAnswer *answer)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint place = GTK_INVALID_LIST_POSITION;

  window->filling = TRUE;
  g_clear_pointer (&window->years, g_array_unref);
  window->years = g_array_ref (answer->years);
  for (guint i = 0; i < answer->years->len; i++)
    {
      int              year = g_array_index (answer->years, int, i);
      g_autofree char *name = g_strdup_printf ("%d", year);

      gtk_string_list_append (names, name);
      if (year == answer->year)
        place = i;
    }
  gtk_drop_down_set_model (window->year_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (window->year_choice, place);
  window->filling = FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SheafExplainWindow) window = user_data;
  SheafWhyAnswer *answer = sheaf_page_take (SHEAF_PAGE (source), result);

  if (answer == NULL)
    return;
  if (window->lines != NULL)
    {
      fill_years (window, answer);
      gtk_widget_set_visible (GTK_WIDGET (window->year_choice), answer->years->len > 0);
      gtk_widget_set_visible (GTK_WIDGET (window->nothing), answer->lines == NULL);
      gtk_widget_set_visible (GTK_WIDGET (window->scroller), answer->lines != NULL);
      if (answer->lines != NULL)
        fill_lines (window, answer->lines);
    }
  sheaf_why_answer_free (answer);
}

static void
ask (SheafExplainWindow *window,
     int                 year)
{
  SheafSession     *session = sheaf_page_get_session (window->page);
  SheafWhyQuestion *question;

  if (session == NULL)
    return;
  question = g_new0 (SheafWhyQuestion, 1);
  question->code = g_strdup (window->code);
  question->year = year;
  question->day = window->day;
  if (window->asking != NULL)
    g_cancellable_cancel (window->asking);
  g_clear_object (&window->asking);
  window->asking = g_cancellable_new ();
  sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_why_job, question,
                   (GDestroyNotify) sheaf_why_question_free,
                   (GDestroyNotify) sheaf_why_answer_free, window->page, window->asking, read_cb,
                   g_object_ref (window));
}

static void
year_cb (SheafExplainWindow *window)
{
  guint place = gtk_drop_down_get_selected (window->year_choice);

  if (!window->filling && window->years != NULL && place < window->years->len)
    ask (window, g_array_index (window->years, int, place));
}

static void
sheaf_explain_window_dispose (GObject *object)
{
  SheafExplainWindow *window = SHEAF_EXPLAIN_WINDOW (object);

  if (window->asking != NULL)
    g_cancellable_cancel (window->asking);
  g_clear_object (&window->asking);
  g_clear_object (&window->page);
  window->lines = NULL;
  G_OBJECT_CLASS (sheaf_explain_window_parent_class)->dispose (object);
}

static void
sheaf_explain_window_finalize (GObject *object)
{
  SheafExplainWindow *window = SHEAF_EXPLAIN_WINDOW (object);

  g_free (window->code);
  g_clear_pointer (&window->years, g_array_unref);
  G_OBJECT_CLASS (sheaf_explain_window_parent_class)->finalize (object);
}

static void
sheaf_explain_window_class_init (SheafExplainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_explain_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sheaf_explain_window_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/members/explain-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafExplainWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SheafExplainWindow, year_choice);
  gtk_widget_class_bind_template_child (widget_class, SheafExplainWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, SheafExplainWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, SheafExplainWindow, lines);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_explain_window_init (SheafExplainWindow *window)
{
  gtk_widget_init_template (GTK_WIDGET (window));
  sheaf_tab_out_add (GTK_WINDOW (window));
  g_signal_connect_swapped (window->year_choice, "notify::selected", G_CALLBACK (year_cb), window);
}

void
sheaf_explain_window_show (SheafPage  *page,
                           const char *code,
                           const char *name,
                           SheafDate   day)
{
  SheafExplainWindow *window;
  g_autofree char    *subject = NULL;

  g_return_if_fail (SHEAF_IS_PAGE (page) && code != NULL && name != NULL);

  window = g_object_new (SHEAF_TYPE_EXPLAIN_WINDOW, NULL);
  subject = g_strdup_printf ("%s  %s", code, name);
  window->page = g_object_ref (page);
  window->code = g_strdup (code);
  window->day = day;
  adw_window_title_set_subtitle (window->title, subject);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  gtk_window_present (GTK_WINDOW (window));
  ask (window, 0);
}
