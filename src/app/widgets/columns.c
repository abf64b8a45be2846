/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One factory serves all columns: it finds the column's entry in the table by the factory's own
 * data. */
#include "app/widgets/columns.h"

#include "app/models/list-row.h"
#include "base/i18n.h"

#define STYLE_KEY "sheaf-row-style"
#define CHIP_KEY "sheaf-chip-style"
/* The least of a column that takes what is left. */
#define REST_PX 150
#define WIDTH_KEY "sheaf-width"
#define COLUMN_KEY "sheaf-column"
/* A column of words that takes all that is left has no width of its own. */
#define FREE_KEY "sheaf-free-width"
/* What a least width comes to in characters. */
#define CHAR_PX 10

/* GTK counts in 1024ths. */
#define NORMAL_DPI (96 * 1024)
#define CLASS_KEY "sheaf-row-class"

typedef struct
{
  const SheafColumn *column;
  GtkColumnView     *view; /* the view owns its columns */
} Cell;

static void
style_cell (const Cell   *cell,
            GtkWidget    *inscription,
            gconstpointer record)
{
  const char   *key = cell->column->kind == SHEAF_COLUMN_CHIP ? CHIP_KEY : STYLE_KEY;
  SheafRowStyle style = (SheafRowStyle) g_object_get_data (G_OBJECT (cell->view), key);
  const char   *before = g_object_get_data (G_OBJECT (inscription), CLASS_KEY);
  const char   *now = style != NULL && record != NULL ? style (record) : NULL;

  if (g_strcmp0 (before, now) == 0)
    return;
  if (before != NULL)
    gtk_widget_remove_css_class (inscription, before);
  if (now != NULL)
    gtk_widget_add_css_class (inscription, now);
  g_object_set_data (G_OBJECT (inscription), CLASS_KEY, (gpointer) now);
}

static void
show_record (const Cell  *cell,
             GtkListItem *item)
{
  GtkWidget       *widget = gtk_list_item_get_child (item);
  SheafListRow    *row = gtk_list_item_get_item (item);
  gconstpointer    record = row != NULL ? sheaf_list_row_get_record (row) : NULL;
  g_autofree char *text = record != NULL ? cell->column->format (record) : NULL;

  if (GTK_IS_LABEL (widget))
    gtk_label_set_text (GTK_LABEL (widget), text != NULL ? text : "");
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (widget), text);
  if (cell->column->kind == SHEAF_COLUMN_CHIP)
    gtk_widget_set_visible (widget, text != NULL && *text != '\0');
  style_cell (cell, widget, record);
}

static void
record_cb (SheafListRow *row,
           GParamSpec   *spec,
           GtkListItem  *item)
{
  const Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  (void) row;
  (void) spec;
  show_record (cell, item);
}

static int
least_px (const SheafColumn *column)
{
  return column->width_px != 0 ? ABS (column->width_px) : REST_PX;
}

/* Asked only under the pointer: setting a tooltip for each row costs a round trip to the X
 * server. */
static gboolean
query_tooltip_cb (GtkInscription *inscription,
                  int             x,
                  int             y,
                  gboolean        keyboard,
                  GtkTooltip     *tooltip)
{
  const char *text = gtk_inscription_get_text (inscription);
  g_autoptr (PangoLayout) layout = NULL;
  int width = 0;

  (void) x;
  (void) y;
  (void) keyboard;
  if (text == NULL || *text == '\0')
    return FALSE;
  /* Only what is cut: the rest can be read without. */
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (inscription), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (GTK_WIDGET (inscription)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static GtkWidget *
make_words (const SheafColumn *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (column->width_px <= 0)
    gtk_label_set_width_chars (GTK_LABEL (label), least_px (column) / CHAR_PX);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
make_chip (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "chip");
  return label;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          Cell               *cell)
{
  GtkWidget *inscription;

  (void) factory;
  g_object_set_data (G_OBJECT (item), "cell", cell);
  if (cell->column->kind == SHEAF_COLUMN_WORDS || cell->column->kind == SHEAF_COLUMN_CHIP)
    {
      gtk_list_item_set_child (
          item, cell->column->kind == SHEAF_COLUMN_CHIP ? make_chip () : make_words (cell->column));
      return;
    }
  inscription = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (inscription), 8);
  /* As high as its line: with room for two lines GTK 4.8 moves an ellipsized one up. */
  gtk_widget_set_valign (inscription, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (inscription, TRUE);
  if (cell->column->kind == SHEAF_COLUMN_TEXT)
    {
      gtk_widget_set_has_tooltip (inscription, TRUE);
      g_signal_connect (inscription, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  if (cell->column->kind != SHEAF_COLUMN_TEXT)
    gtk_widget_add_css_class (inscription, "numeric");
  if (cell->column->kind == SHEAF_COLUMN_FIGURE)
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), 1.0f);
      gtk_widget_add_css_class (inscription, "figure-cell");
    }
  gtk_list_item_set_child (item, inscription);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         Cell               *cell)
{
  (void) factory;
  show_record (cell, item);
  g_signal_connect (gtk_list_item_get_item (item), "notify::record", G_CALLBACK (record_cb), item);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           Cell               *cell)
{
  (void) factory;
  (void) cell;
  if (gtk_list_item_get_item (item) != NULL)
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_cb, item);
}

static void
free_cell (gpointer  data,
           GClosure *closure)
{
  (void) closure;
  g_free (data);
}

/* Widths are told for text of the normal size; a person may have chosen a larger one. */
static int
get_scaled (GtkColumnViewColumn *column)
{
  int width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), WIDTH_KEY));
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > NORMAL_DPI ? width * (dpi / 1024) / (NORMAL_DPI / 1024) : width;
}

/* As GTK is told it; GTK 4.8 counts columns that are hidden when it shares out what is left. */
static int
get_told (GtkColumnViewColumn *column)
{
  if (!gtk_column_view_column_get_visible (column))
    return 0;
  return g_object_get_data (G_OBJECT (column), FREE_KEY) != NULL ? -1 : get_scaled (column);
}

static void
scale_width (GtkColumnViewColumn *column)
{
  gtk_column_view_column_set_fixed_width (column, get_told (column));
}

int
sheaf_columns_get_width (GtkColumnViewColumn *column)
{
  int width = gtk_column_view_column_get_fixed_width (column);

  return gtk_column_view_column_get_visible (column) && width > 0 ? width : get_scaled (column);
}

const SheafColumn *
sheaf_columns_get_entry (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), COLUMN_KEY);
}

gboolean
sheaf_columns_is_drawn (GtkColumnViewColumn *column)
{
  return gtk_column_view_column_get_fixed_width (column) != get_told (column);
}

void
sheaf_columns_set_scaled_width (GtkColumnViewColumn *column,
                                int                  width_px)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > NORMAL_DPI)
    width_px = (width_px + 1) * (NORMAL_DPI / 1024) / (dpi / 1024) + 1;
  g_object_set_data (G_OBJECT (column), WIDTH_KEY, GINT_TO_POINTER (width_px));
  scale_width (column);
}

void
sheaf_columns_set_shown (GtkColumnViewColumn *column,
                         gboolean             shown)
{
  if (gtk_column_view_column_get_visible (column) == shown)
    return; /* a width that somebody drew stays */
  gtk_column_view_column_set_visible (column, shown);
  scale_width (column);
}

void
sheaf_columns_set_width (GtkColumnViewColumn *column,
                         int                  width_px)
{
  g_object_set_data (G_OBJECT (column), WIDTH_KEY, GINT_TO_POINTER (width_px));
  scale_width (column);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (scale_width), column, G_CONNECT_SWAPPED);
}

static void
add_column (GtkColumnView     *view,
            const SheafColumn *column,
            gboolean           alone)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  Cell *cell = g_new (Cell, 1);

  *cell = (Cell){ .column = column, .view = view };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cell, free_cell, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cell);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cell);
  view_column = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  g_object_set_data (G_OBJECT (view_column), COLUMN_KEY, (gpointer) column);
  if (alone && column->width_px <= 0 && column->kind == SHEAF_COLUMN_WORDS)
    g_object_set_data (G_OBJECT (view_column), FREE_KEY, view_column);
  sheaf_columns_set_width (view_column, least_px (column));
  gtk_column_view_column_set_expand (view_column, column->width_px <= 0);
  gtk_column_view_append_column (view, view_column);
}

/* GTK 4.8 aligns every header left; the title of a column of figures belongs over the figures. */
static void
align_headers (GtkColumnView     *view,
               const SheafColumn *columns,
               guint              n_columns)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_last_child (header) : NULL;

  /* Other columns may stand before these. */
  for (guint i = 1; i < n_columns && title != NULL; i++)
    title = gtk_widget_get_prev_sibling (title);
  for (guint i = 0; i < n_columns && title != NULL;
       i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (columns[i].kind != SHEAF_COLUMN_FIGURE || box == NULL)
        continue;
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      gtk_widget_set_hexpand (box, TRUE);
      /* The sign of the order stands before the words, which stay over the figures. */
      gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
    }
}

void
sheaf_columns_add (GtkColumnView     *view,
                   const SheafColumn *columns,
                   guint              n_columns)
{
  guint n_rest = 0; /* columns that share what is left */

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < n_columns; i++)
    n_rest += columns[i].width_px <= 0;
  /* GTK 4.8 measures a row's height by the told widths, also where a column is wider: rows whose
   * words take all that is left would be too high. With several such columns the widths must not
   * change with the words in sight. */
  for (guint i = 0; i < n_columns; i++)
    add_column (view, &columns[i], n_rest == 1);
  align_headers (view, columns, n_columns);
}

void
sheaf_columns_set_row_style (GtkColumnView *view,
                             SheafRowStyle  style)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  g_object_set_data (G_OBJECT (view), STYLE_KEY, (gpointer) style);
}

SheafRowStyle
sheaf_columns_get_row_style (GtkColumnView *view)
{
  return (SheafRowStyle) g_object_get_data (G_OBJECT (view), STYLE_KEY);
}

void
sheaf_columns_set_chip_style (GtkColumnView *view,
                              SheafRowStyle  style)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  g_object_set_data (G_OBJECT (view), CHIP_KEY, (gpointer) style);
}

typedef struct
{
  guint    position;
  gboolean focus;
  guint    frames;
} Jump;

static GtkWidget *
find_list (GtkColumnView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_has_suffix (G_OBJECT_TYPE_NAME (child), "ListView"))
      return child;
  return NULL;
}

/* A list that was just filled has no rows to jump among before it was laid out: GTK 4.8 would then
 * show the first row alone. */
static gboolean
jump_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Jump              *jump = user_data;
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  GtkWidget         *list = find_list (GTK_COLUMN_VIEW (view));

  (void) clock;
  if (++jump->frames < 3)
    return G_SOURCE_CONTINUE;
  if (model == NULL || list == NULL ||
      jump->position >= g_list_model_get_n_items (G_LIST_MODEL (model)))
    return G_SOURCE_REMOVE;
  (void) gtk_widget_activate_action (list, "list.scroll-to-item", "u", jump->position);
  if (jump->focus)
    (void) gtk_widget_grab_focus (list);
  return G_SOURCE_REMOVE;
}

void
sheaf_columns_scroll_to (GtkColumnView *view,
                         guint          position,
                         gboolean       focus)
{
  GtkSelectionModel *model;
  Jump              *jump;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  model = gtk_column_view_get_model (view);
  if (model == NULL || position >= g_list_model_get_n_items (G_LIST_MODEL (model)))
    return;
  (void) gtk_selection_model_select_item (model, position, TRUE);
  jump = g_new0 (Jump, 1);
  jump->position = position;
  jump->focus = focus;
  (void) gtk_widget_add_tick_callback (GTK_WIDGET (view), jump_cb, jump, g_free);
}

static gboolean
has_focus (GtkColumnView *view)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL &&
         (focus == GTK_WIDGET (view) || gtk_widget_is_ancestor (focus, GTK_WIDGET (view)));
}

void
sheaf_columns_refill (GtkColumnView *view,
                      GListModel    *rows,
                      guint          position)
{
  GtkSingleSelection *selection;
  gboolean            focused;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view) && G_IS_LIST_MODEL (rows));

  focused = has_focus (view);
  selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (view));
  gtk_single_selection_set_model (selection, rows);
  if (position >= g_list_model_get_n_items (rows))
    return;
  gtk_single_selection_set_selected (selection, position);
  if (!focused)
    return;
  (void) gtk_widget_grab_focus (GTK_WIDGET (view));
  sheaf_columns_scroll_to (view, position, TRUE);
}
