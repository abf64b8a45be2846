/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first version ticked is what the others are measured by: their difference stands beside
 * them, with its sign. */
#include "app/distribution/version-board.h"

#include "app/distribution/version-table.h"
#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/page.h"
#include "app/widgets/column-fit.h"
#include "app/widgets/columns.h"
#include "app/widgets/step-keys.h"
#include "base/i18n.h"

struct _SheafVersionBoard
{
  GtkWidget  parent_instance;
  int        year;
  GPtrArray *names;   /* of the year's versions, the plan itself first */
  char     **ticked;  /* names of those that stand beside each other */
  gboolean   reading; /* asked for, not there yet */
  gboolean   stale;   /* what is shown is of before */
  gboolean   filling;

  GtkWidget     *box;
  GtkDropDown   *version_list;
  GtkWidget     *take_button;
  GtkWidget     *forget_button;
  GtkBox        *ticks;
  GtkLabel      *told;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (SheafVersionBoard, sheaf_version_board, GTK_TYPE_WIDGET)

static char *
format_title (gconstpointer record)
{
  return g_strdup (((const SheafVersionRow *) record)->title);
}

static char *
format_amount (gconstpointer record,
               guint         version)
{
  return sheaf_format_money (((const SheafVersionRow *) record)->amounts[version]);
}

/* "+1.000.000", "−500.000", "=". */
static char *
format_difference (gconstpointer record,
                   guint         version)
{
  const SheafVersionRow *row = record;
  SheafMoney             difference = sheaf_money_sub (row->amounts[version], row->amounts[0]);
  g_autofree char       *figure = sheaf_format_figure (SHEAF_MONEY (ABS (difference.units)));

  if (difference.units == 0)
    return g_strdup ("=");
  return g_strconcat (difference.units > 0 ? "+" : "−", figure, NULL);
}

static char *
format_first (gconstpointer record)
{
  return format_amount (record, 0);
}

static char *
format_second (gconstpointer record)
{
  return format_amount (record, 1);
}

static char *
format_second_difference (gconstpointer record)
{
  return format_difference (record, 1);
}

static char *
format_third (gconstpointer record)
{
  return format_amount (record, 2);
}

static char *
format_third_difference (gconstpointer record)
{
  return format_difference (record, 2);
}

static const char *
style_row (gconstpointer record)
{
  return ((const SheafVersionRow *) record)->is_total ? "total-row" : NULL;
}

/* Titles of versions are set when they are known. */
static const SheafColumn columns[] = {
  { N_ ("Step or member (₫)"), SHEAF_COLUMN_TEXT, -160, format_title },
  { N_ ("First version"), SHEAF_COLUMN_FIGURE, 144, format_first },
  { N_ ("Second version"), SHEAF_COLUMN_FIGURE, 118, format_second },
  { N_ ("Difference"), SHEAF_COLUMN_FIGURE, 112, format_second_difference },
  { N_ ("Third version"), SHEAF_COLUMN_FIGURE, 118, format_third },
  { N_ ("Difference"), SHEAF_COLUMN_FIGURE, 112, format_third_difference },
};

/* The columns of amounts, by version. */
static const guint amount_columns[SHEAF_COMPARE_MAX] = { 1, 2, 4 };

static char *
say_name (const char *name)
{
  return g_strdup (g_str_equal (name, SHEAF_PLAN_ITSELF) ? _ ("The year’s plan") : name);
}

static void
show_columns (SheafVersionBoard       *board,
              const SheafVersionTable *table)
{
  GListModel *model = gtk_column_view_get_columns (board->view);

  for (guint i = 0; i < SHEAF_COMPARE_MAX; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, amount_columns[i]);
      g_autofree char *name = i < table->n ? say_name (table->names[i]) : NULL;

      if (name != NULL)
        gtk_column_view_column_set_title (column, name);
      sheaf_columns_set_shown (column, i < table->n);
      if (i > 0)
        {
          g_autoptr (GtkColumnViewColumn)
              difference = g_list_model_get_item (model, amount_columns[i] + 1);

          sheaf_columns_set_shown (difference, i < table->n);
        }
    }
}

static void
tell (SheafVersionBoard *board,
      const char        *text)
{
  gtk_label_set_text (board->told, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (board->told), text != NULL);
}

static void read_table (SheafVersionBoard *board);

static void
show_table (SheafVersionBoard       *board,
            const SheafVersionTable *table)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (board->view));
  guint               position = gtk_single_selection_get_selected (selection);
  g_autoptr (SheafRecordList) list = sheaf_record_list_new (g_ptr_array_ref (table->rows));

  tell (board, table->refused);
  if (table->refused == NULL)
    show_columns (board, table);
  sheaf_column_fit (board->view, table->rows);
  sheaf_columns_refill (board->view, G_LIST_MODEL (list),
                        position < table->rows->len ? position : 0);
}

/* Nothing is there to stand side by side. */
static void
show_nothing (SheafVersionBoard *board)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  SheafVersionTable none = { .rows = rows };

  show_table (board, &none);
  tell (board, _ ("Save the plan first; then other choices can be kept as versions beside it."));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafVersionBoard *board = SHEAF_VERSION_BOARD (user_data);
  SheafVersionTable *table = sheaf_page_take (SHEAF_PAGE (source), result);

  board->reading = FALSE;
  /* Another year may have been chosen meanwhile, or all versions be gone. */
  if (table != NULL && board->box != NULL && table->year == board->year && board->names->len > 0)
    show_table (board, table);
  sheaf_version_table_free (table);
  if (board->stale)
    read_table (board);
  g_object_unref (board);
}

static SheafPage *
find_page (SheafVersionBoard *board)
{
  return SHEAF_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (board), SHEAF_TYPE_PAGE));
}

/* Only what is in sight is computed, and one at a time. */
static void
read_table (SheafVersionBoard *board)
{
  SheafPage            *page = find_page (board);
  SheafVersionQuestion *question;

  board->stale = TRUE;
  if (page == NULL || board->reading || board->ticked == NULL || board->ticked[0] == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (board)))
    return;
  board->stale = FALSE;
  board->reading = TRUE;
  question = g_new0 (SheafVersionQuestion, 1);
  question->year = board->year;
  question->versions = g_strdupv (board->ticked);
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)),
                   sheaf_version_table_job, question,
                   (GDestroyNotify) sheaf_version_question_free,
                   (GDestroyNotify) sheaf_version_table_free, page, NULL, read_cb,
                   g_object_ref (board));
}

/* At most three, at least one. */
static void
ticked_cb (GtkCheckButton *tick G_GNUC_UNUSED,
           GParamSpec *spec     G_GNUC_UNUSED,
           SheafVersionBoard   *board)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint i = 0;

  if (board->filling)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (board->ticks)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      g_ptr_array_add (names, g_strdup (board->names->pdata[i]));
  g_ptr_array_add (names, NULL);
  g_strfreev (board->ticked);
  board->ticked = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
  tell (board, g_strv_length (board->ticked) > SHEAF_COMPARE_MAX
                   ? _ ("Up to three versions can stand side by side: leave one out.")
                   : NULL);
  if (g_strv_length (board->ticked) <= SHEAF_COMPARE_MAX)
    read_table (board);
}

/* Those ticked before stay; the plan itself and those that are new come with them, up to three. */
static void
choose_ticked (SheafVersionBoard *board)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_auto (GStrv) before = board->ticked;

  for (guint i = 0; i < board->names->len; i++)
    if (before == NULL || g_strv_contains ((const char *const *) before, board->names->pdata[i]))
      if (names->len < SHEAF_COMPARE_MAX)
        g_ptr_array_add (names, g_strdup (board->names->pdata[i]));
  for (guint i = 0; i < board->names->len && names->len < 2; i++)
    if (!g_ptr_array_find_with_equal_func (names, board->names->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (board->names->pdata[i]));
  g_ptr_array_add (names, NULL);
  board->ticked = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
fill_ticks (SheafVersionBoard *board)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (board->ticks))) != NULL)
    gtk_box_remove (board->ticks, child);
  for (guint i = 0; i < board->names->len; i++)
    {
      g_autofree char *title = say_name (board->names->pdata[i]);
      GtkWidget       *tick = gtk_check_button_new_with_label (title);

      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (tick),
          g_strv_contains ((const char *const *) board->ticked, board->names->pdata[i]));
      g_signal_connect (tick, "notify::active", G_CALLBACK (ticked_cb), board);
      gtk_box_append (board->ticks, tick);
    }
}

static gboolean
is_same (const GPtrArray *one,
         const GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!g_str_equal (one->pdata[i], other->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Versions beside the plan; the list is off while there is none. */
static void
fill_versions (SheafVersionBoard *board)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < board->names->len; i++)
    if (!g_str_equal (board->names->pdata[i], SHEAF_PLAN_ITSELF))
      gtk_string_list_append (titles, board->names->pdata[i]);
  gtk_drop_down_set_model (board->version_list, G_LIST_MODEL (titles));
}

void
sheaf_version_board_show (SheafVersionBoard   *board,
                          const SheafYearPlan *year_plan)
{
  gboolean open = year_plan->state < SHEAF_PLAN_POSTED;
  gboolean others = FALSE;
  gboolean any;

  g_return_if_fail (SHEAF_IS_VERSION_BOARD (board));

  if (board->year != year_plan->year || !is_same (board->names, year_plan->versions))
    {
      others = TRUE;
      if (board->year != year_plan->year)
        g_clear_pointer (&board->ticked, g_strfreev);
      board->year = year_plan->year;
      g_clear_pointer (&board->names, g_ptr_array_unref);
      board->names = g_ptr_array_ref (year_plan->versions);
      board->filling = TRUE;
      choose_ticked (board);
      fill_ticks (board);
      fill_versions (board);
      board->filling = FALSE;
    }
  any = sheaf_version_board_get_selected (board) != NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (board->version_list), any);
  gtk_widget_set_sensitive (board->take_button, any && open);
  gtk_widget_set_sensitive (board->forget_button, any && open);
  if (board->names->len == 0)
    show_nothing (board);
  else if (!year_plan->edited || others || board->stale)
    read_table (board);
}

void
sheaf_version_board_expire (SheafVersionBoard *board)
{
  g_return_if_fail (SHEAF_IS_VERSION_BOARD (board));

  board->stale = TRUE;
}

const char *
sheaf_version_board_get_selected (SheafVersionBoard *board)
{
  GtkStringObject *selected;

  g_return_val_if_fail (SHEAF_IS_VERSION_BOARD (board), NULL);

  selected = gtk_drop_down_get_selected_item (board->version_list);
  return selected != NULL ? gtk_string_object_get_string (selected) : NULL;
}

static void
sheaf_version_board_map (GtkWidget *widget)
{
  SheafVersionBoard *board = SHEAF_VERSION_BOARD (widget);

  GTK_WIDGET_CLASS (sheaf_version_board_parent_class)->map (widget);
  if (board->stale)
    read_table (board);
}

static void
sheaf_version_board_dispose (GObject *object)
{
  SheafVersionBoard *board = SHEAF_VERSION_BOARD (object);

  board->filling = TRUE;
  if (board->box != NULL)
    gtk_widget_unparent (board->box);
  board->box = NULL;
  g_clear_pointer (&board->names, g_ptr_array_unref);
  g_clear_pointer (&board->ticked, g_strfreev);
  G_OBJECT_CLASS (sheaf_version_board_parent_class)->dispose (object);
}

static void
sheaf_version_board_class_init (SheafVersionBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_version_board_dispose;
  widget_class->map = sheaf_version_board_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/distribution/version-board.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafVersionBoard, box);
  gtk_widget_class_bind_template_child (widget_class, SheafVersionBoard, version_list);
  gtk_widget_class_bind_template_child (widget_class, SheafVersionBoard, take_button);
  gtk_widget_class_bind_template_child (widget_class, SheafVersionBoard, forget_button);
  gtk_widget_class_bind_template_child (widget_class, SheafVersionBoard, ticks);
  gtk_widget_class_bind_template_child (widget_class, SheafVersionBoard, told);
  gtk_widget_class_bind_template_child (widget_class, SheafVersionBoard, view);
}

static void
sheaf_version_board_init (SheafVersionBoard *board)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (board));
  gtk_column_view_set_model (board->view, GTK_SELECTION_MODEL (selection));
  sheaf_columns_add (board->view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (board->view, style_row);
  sheaf_step_keys_add (board->version_list);
}
