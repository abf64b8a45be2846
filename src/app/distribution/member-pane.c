/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All members are in memory: a search or another order is a new list of the same records. */
#include "app/distribution/member-pane.h"

#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/widgets/column-fit.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"
#include "base/text.h"
#include "distribution/explain.h"

#include <string.h>

struct _SheafMemberPane
{
  GtkWidget  parent_instance;
  GPtrArray *members; /* of SheafMemberShare */
  guint      order;   /* column; the first: by code */
  gboolean   falling;
  char      *selected; /* code; NULL: none */
  gboolean   showing;

  GtkWidget      *box;
  GtkSearchEntry *search_entry;
  GtkColumnView  *view;
  GtkLabel       *sums;
  GtkWidget      *explanation;
  GtkLabel       *explained;
  GtkGrid        *lines;
};

G_DEFINE_FINAL_TYPE (SheafMemberPane, sheaf_member_pane, GTK_TYPE_WIDGET)

static guint selected_signal;

static char *
format_code (gconstpointer record)
{
  return g_strdup (((const SheafMemberShare *) record)->code);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SheafMemberShare *) record)->name);
}

static char *
format_use (gconstpointer record)
{
  return sheaf_format_money (((const SheafMemberShare *) record)->pools[SHEAF_POOL_USE]);
}

static char *
format_labour (gconstpointer record)
{
  return sheaf_format_money (((const SheafMemberShare *) record)->pools[SHEAF_POOL_LABOUR]);
}

static char *
format_capital (gconstpointer record)
{
  return sheaf_format_money (((const SheafMemberShare *) record)->pools[SHEAF_POOL_CAPITAL]);
}

static char *
format_equal (gconstpointer record)
{
  return sheaf_format_money (((const SheafMemberShare *) record)->pools[SHEAF_POOL_EQUAL]);
}

static char *
format_total (gconstpointer record)
{
  return sheaf_format_money (((const SheafMemberShare *) record)->total);
}

static const SheafColumn columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 64, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -134, format_name },
  { N_ ("Use"), SHEAF_COLUMN_FIGURE, 110, format_use },
  { N_ ("Labour"), SHEAF_COLUMN_FIGURE, 114, format_labour },
  { N_ ("Capital"), SHEAF_COLUMN_FIGURE, 108, format_capital },
  { N_ ("Equal"), SHEAF_COLUMN_FIGURE, 100, format_equal },
  { N_ ("Total (₫)"), SHEAF_COLUMN_FIGURE, 118, format_total },
};

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_POOLS, /* and those after it */
  COLUMN_TOTAL = COLUMN_POOLS + SHEAF_POOLS,
};

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const SheafMemberPane  *pane = user_data;
  const SheafMemberShare *one = *(SheafMemberShare *const *) a;
  const SheafMemberShare *other = *(SheafMemberShare *const *) b;
  int                     result = 0;

  if (pane->order == COLUMN_NAME)
    result = strcmp (one->name_key, other->name_key);
  else if (pane->order == COLUMN_TOTAL)
    result = sheaf_money_cmp (one->total, other->total);
  else if (pane->order >= COLUMN_POOLS)
    result = sheaf_money_cmp (one->pools[pane->order - COLUMN_POOLS],
                              other->pools[pane->order - COLUMN_POOLS]);
  if (result == 0)
    result = strcmp (one->code, other->code);
  return pane->falling ? -result : result;
}

static GPtrArray *
choose (SheafMemberPane *pane)
{
  g_autofree char *folded = sheaf_text_fold (
      gtk_editable_get_text (GTK_EDITABLE (pane->search_entry)));
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < pane->members->len; i++)
    if (sheaf_text_has_words (((const SheafMemberShare *) pane->members->pdata[i])->folded, words))
      g_ptr_array_add (chosen, pane->members->pdata[i]);
  g_ptr_array_sort_with_data (chosen, compare, pane);
  return chosen;
}

/* "Use 46.257.428 + Capital 316.584.167": pools that nobody has anything of are left out. */
static char *
say_pools (const SheafMoney *pools)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_autofree char *figure = sheaf_format_figure (pools[pool]);

      if (pools[pool].units != 0)
        g_ptr_array_add (parts,
                         g_strdup_printf ("%s %s", _ (columns[COLUMN_POOLS + pool].title), figure));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" + ", (char **) parts->pdata);
}

static void
show_sums (SheafMemberPane *pane,
           const GPtrArray *chosen)
{
  SheafMoney       pools[SHEAF_POOLS] = { { 0 }, { 0 }, { 0 }, { 0 } };
  SheafMoney       total = SHEAF_MONEY_ZERO;
  g_autofree char *parts = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < chosen->len; i++)
    {
      const SheafMemberShare *member = chosen->pdata[i];

      for (guint pool = 0; pool < SHEAF_POOLS; pool++)
        pools[pool] = sheaf_money_add (pools[pool], member->pools[pool]);
      total = sheaf_money_add (total, member->total);
    }
  parts = say_pools (pools);
  sum = sheaf_format_figure (total);
  text = g_strdup_printf (_ ("Shown: %u. %s = %s"), chosen->len, parts, sum);
  gtk_label_set_text (pane->sums, text);
}

static guint
find_selected (const SheafMemberPane *pane,
               const GPtrArray       *chosen)
{
  for (guint i = 0; pane->selected != NULL && i < chosen->len; i++)
    if (g_str_equal (((const SheafMemberShare *) chosen->pdata[i])->code, pane->selected))
      return i;
  return 0;
}

/* Gives whether another member is selected than before. */
static gboolean
take_selection (SheafMemberPane *pane)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (pane->view));
  SheafListRow       *row = gtk_single_selection_get_selected_item (selection);
  const char         *code = NULL;

  if (row != NULL)
    code = ((const SheafMemberShare *) sheaf_list_row_get_record (row))->code;
  if (pane->showing || g_strcmp0 (code, pane->selected) == 0)
    return FALSE;
  g_free (pane->selected);
  pane->selected = g_strdup (code);
  return TRUE;
}

static void
selection_cb (SheafMemberPane *pane)
{
  if (take_selection (pane))
    g_signal_emit (pane, selected_signal, 0);
}

/* The list anew, the same member selected where it is still shown. */
static void
fill (SheafMemberPane *pane)
{
  GPtrArray *chosen = choose (pane);
  guint      position = find_selected (pane, chosen);
  g_autoptr (SheafRecordList) list = NULL;

  show_sums (pane, chosen);
  pane->showing = TRUE;
  list = sheaf_record_list_new (chosen);
  sheaf_columns_refill (pane->view, G_LIST_MODEL (list), position);
  pane->showing = FALSE;
}

static void
search_cb (SheafMemberPane *pane)
{
  fill (pane);
  selection_cb (pane);
}

/* GTK 4.8 does not tell by which column people sort: two rows that are compared do, as the first
 * column's comparison is the first that is asked. */
static SheafMemberPane *probed;

static int
probe_cb (gconstpointer a G_GNUC_UNUSED,
          gconstpointer b G_GNUC_UNUSED,
          gpointer        column)
{
  if (probed != NULL)
    probed->order = GPOINTER_TO_UINT (column);
  probed = NULL;
  return GTK_ORDERING_SMALLER;
}

static void
sorter_cb (GtkSorter             *sorter,
           GtkSorterChange change G_GNUC_UNUSED,
           SheafMemberPane       *pane)
{
  g_autoptr (SheafListRow) one = sheaf_list_row_new (NULL, NULL);
  g_autoptr (SheafListRow) other = sheaf_list_row_new (NULL, NULL);
  GtkOrdering ordering;

  probed = pane;
  pane->order = COLUMN_CODE;
  ordering = gtk_sorter_compare (sorter, one, other);
  probed = NULL;
  pane->falling = ordering == GTK_ORDERING_LARGER;
  if (pane->members != NULL)
    fill (pane);
}

static void
add_sorters (SheafMemberPane *pane)
{
  GListModel *model = gtk_column_view_get_columns (pane->view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);
      g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (probe_cb, GUINT_TO_POINTER (i),
                                                                  NULL);

      gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
    }
  g_signal_connect_object (gtk_column_view_get_sorter (pane->view), "changed",
                           G_CALLBACK (sorter_cb), pane, 0);
}

static void
sheaf_member_pane_dispose (GObject *object)
{
  SheafMemberPane *pane = SHEAF_MEMBER_PANE (object);

  pane->showing = TRUE;
  if (pane->box != NULL)
    gtk_widget_unparent (pane->box);
  pane->box = NULL;
  g_clear_pointer (&pane->members, g_ptr_array_unref);
  g_clear_pointer (&pane->selected, g_free);
  G_OBJECT_CLASS (sheaf_member_pane_parent_class)->dispose (object);
}

static void
sheaf_member_pane_class_init (SheafMemberPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_member_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/distribution/member-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafMemberPane, box);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberPane, view);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberPane, sums);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberPane, explanation);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberPane, explained);
  gtk_widget_class_bind_template_child (widget_class, SheafMemberPane, lines);
  selected_signal = g_signal_new ("selected", SHEAF_TYPE_MEMBER_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_member_pane_init (SheafMemberPane *pane)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (pane));
  gtk_column_view_set_model (pane->view, GTK_SELECTION_MODEL (selection));
  sheaf_columns_add (pane->view, columns, G_N_ELEMENTS (columns));
  add_sorters (pane);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (selection_cb), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (pane->search_entry, "search-changed", G_CALLBACK (search_cb), pane);
}

/* A column of nothing but dashes takes room from the names. */
static void
show_pools (SheafMemberPane *pane)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (
          gtk_column_view_get_columns (pane->view), COLUMN_POOLS + pool);
      gboolean any = pane->members->len == 0;

      for (guint i = 0; !any && i < pane->members->len; i++)
        any = ((const SheafMemberShare *) pane->members->pdata[i])->pools[pool].units != 0;
      sheaf_columns_set_shown (column, any);
    }
}

void
sheaf_member_pane_show (SheafMemberPane *pane,
                        GPtrArray       *members)
{
  GPtrArray *before;

  g_return_if_fail (SHEAF_IS_MEMBER_PANE (pane) && members != NULL);

  before = pane->members; /* the rows in sight still point into it */
  pane->members = g_ptr_array_ref (members);
  show_pools (pane);
  sheaf_column_fit (pane->view, members);
  fill (pane);
  if (before != NULL)
    g_ptr_array_unref (before);
  (void) take_selection (pane);
  g_signal_emit (pane, selected_signal, 0); /* the amounts may be others */
}

const char *
sheaf_member_pane_get_selected (SheafMemberPane *pane)
{
  g_return_val_if_fail (SHEAF_IS_MEMBER_PANE (pane), NULL);

  return pane->selected;
}

static void
add_cell (SheafMemberPane *pane,
          const char      *text,
          int              column,
          int              row,
          int              width,
          const char      *css_class)
{
  GtkWidget *label = gtk_label_new (text != NULL ? text : "");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), column == 1 ? 1.0f : 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (label, column != 1);
  if (column == 1)
    gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (pane->lines, label, column, row, width, 1);
}

static void
add_line (SheafMemberPane        *pane,
          const SheafExplainLine *line,
          int                     row)
{
  const char *css_class = line->kind == SHEAF_EXPLAIN_HEADING ||
                                  line->kind == SHEAF_EXPLAIN_AMOUNT ||
                                  line->kind == SHEAF_EXPLAIN_TOTAL
                              ? "heading"
                              : NULL;

  if (line->kind == SHEAF_EXPLAIN_HEADING || line->kind == SHEAF_EXPLAIN_NOTICE)
    {
      add_cell (pane, line->label, 0, row, 3, css_class);
      return;
    }
  add_cell (pane, line->label, 0, row, 1, css_class);
  add_cell (pane, line->figure, 1, row, 1, css_class);
  add_cell (pane, line->note, 2, row, 1, "floor");
}

void
sheaf_member_pane_explain (SheafMemberPane *pane,
                           const char      *text,
                           GPtrArray       *lines)
{
  GtkWidget *child;

  g_return_if_fail (SHEAF_IS_MEMBER_PANE (pane));

  gtk_label_set_text (pane->explained, text);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (pane->lines))) != NULL)
    gtk_grid_remove (pane->lines, child);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    add_line (pane, lines->pdata[i], (int) i);
}

void
sheaf_member_pane_search (SheafMemberPane *pane)
{
  g_return_if_fail (SHEAF_IS_MEMBER_PANE (pane));

  (void) gtk_widget_grab_focus (GTK_WIDGET (pane->search_entry));
}
