/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All words are the report's, so that screen and paper say the same. */
#include "app/members/member-card-part.h"

#include "app/widgets/report-chart.h"
#include "app/widgets/report-text.h"
#include "base/i18n.h"

/* More rows than this are left to the whole card. */
#define ROWS_MOST 100
#define NONE G_MAXUINT

/* What a column is in two lines: the title and, at the right, the figure; all others go below. */
typedef struct
{
  guint title;
  guint figure;
} Roles;

static const SheafReportColumn *
column_at (const SheafCollectedSection *section,
           guint                        i)
{
  return section->section->columns->pdata[i];
}

static Roles
find_roles (const SheafCollectedSection *section)
{
  static const char *const titles[] = { "event", "kind", "product", "work", "side",
                                        "method", "name", "year", NULL };
  Roles                    roles = { NONE, NONE };

  for (guint k = 0; titles[k] != NULL && roles.title == NONE; k++)
    for (guint i = 0; i < section->section->columns->len; i++)
      if (g_str_equal (column_at (section, i)->key, titles[k]))
        roles.title = i;
  for (guint i = 0; i < section->section->columns->len; i++)
    if (g_str_equal (column_at (section, i)->key, "amount"))
      roles.figure = i;
  return roles;
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
set_bold (GtkWidget *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

/* Days and plain words speak for themselves; a figure or a year says what it is. */
static void
add_detail (GString                 *details,
            const SheafReportColumn *column,
            const SheafCell         *cell)
{
  g_autofree char *value = sheaf_report_text_cell (cell, column->kind, NULL);
  gboolean         plain = column->kind == SHEAF_CELL_TEXT && !g_str_equal (column->key, "year");

  if (*value == '\0' || g_str_equal (value, "–"))
    return;
  if (g_str_equal (column->key, "unit")) /* of the quantity before it */
    {
      g_string_append_printf (details, " %s", value);
      return;
    }
  if (details->len > 0)
    g_string_append (details, " · ");
  if (plain || g_str_equal (column->key, "date") || *column->heading == '\0')
    g_string_append (details, value);
  else
    g_string_append_printf (details, _ ("%s: %s"), column->heading, value);
}

static char *
write_details (const SheafCollectedSection *section,
               const SheafReportRow        *row,
               guint                        title,
               guint                        figure)
{
  GString *details = g_string_new (NULL);

  for (guint i = 0; i < section->section->columns->len; i++)
    if (i != title && i != figure)
      add_detail (details, column_at (section, i), &row->cells[i]);
  return g_string_free (details, FALSE);
}

/* The first cell with words: where a sum says what it is. */
static guint
find_words (const SheafCollectedSection *section,
            const SheafReportRow        *row)
{
  for (guint i = 0; i < section->section->columns->len; i++)
    if (row->cells[i].state == SHEAF_CELL_FILLED &&
        column_at (section, i)->kind == SHEAF_CELL_TEXT)
      return i;
  return NONE;
}

static GtkWidget *
new_row (const SheafCollectedSection *section,
         const SheafReportRow        *row,
         Roles                        roles)
{
  GtkWidget       *list_row = gtk_list_box_row_new ();
  GtkWidget       *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gboolean         is_line = row->kind == SHEAF_ROW_KIND_LINE;
  guint            at = is_line ? roles.title : find_words (section, row);
  g_autofree char *title = at == NONE ? g_strdup ("")
                                      : sheaf_report_text_cell (
                                            &row->cells[at], column_at (section, at)->kind, NULL);
  g_autofree char *figure = roles.figure == NONE
                                ? g_strdup ("")
                                : sheaf_report_text_cell (&row->cells[roles.figure],
                                                          SHEAF_CELL_MONEY, NULL);
  g_autofree char *details = write_details (section, row, at, roles.figure);
  g_autofree char *all = sheaf_report_text_row (row, section->section->columns, NULL);
  GtkWidget       *title_label = new_label (title, NULL);
  GtkWidget       *figure_label = new_label (figure, NULL);

  gtk_widget_set_hexpand (title_label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (figure_label), FALSE);
  if (!is_line)
    {
      set_bold (title_label);
      set_bold (figure_label);
    }
  gtk_box_append (GTK_BOX (first), title_label);
  gtk_box_append (GTK_BOX (first), figure_label);
  gtk_box_append (GTK_BOX (lines), first);
  if (*details != '\0')
    gtk_box_append (GTK_BOX (lines), new_label (details, "card-details"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, all,
                                  -1);
  return list_row;
}

static GtkWidget *
new_list (const SheafCollectedSection *section)
{
  GtkWidget *list = gtk_list_box_new ();
  Roles      roles = find_roles (section);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "dense");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  section->section->title, -1);
  for (guint i = 0; i < MIN (section->rows->len, ROWS_MOST); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (section, section->rows->pdata[i], roles));
  if (section->rows->len > ROWS_MOST)
    {
      g_autofree char *text = g_strdup_printf (_ ("%u more rows stand on the whole card"),
                                               section->rows->len - ROWS_MOST);

      gtk_list_box_append (GTK_LIST_BOX (list), new_label (text, "dim-label"));
    }
  return list;
}

/* Many rows are only made when they are to be seen. */
static void
expanded_cb (GtkExpander *expander)
{
  const SheafCollectedSection *section = g_object_get_data (G_OBJECT (expander), "sheaf-section");

  if (gtk_expander_get_expanded (expander) && gtk_expander_get_child (expander) == NULL)
    gtk_expander_set_child (expander, new_list (section));
}

static GtkWidget *
new_expander (const SheafCollectedSection *section,
              const char                  *title,
              const char                  *style,
              gboolean                     open)
{
  GtkWidget *expander = gtk_expander_new (NULL);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), new_label (title, style));
  g_object_set_data (G_OBJECT (expander), "sheaf-section", (gpointer) section);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), open);
  return expander;
}

/* Words at the left, what they are at the right. Code, name and kind begin the facts, and stand
 * above the parts already. */
static GtkWidget *
new_pairs (const SheafCollectedSection *section)
{
  GtkWidget *grid = gtk_grid_new ();
  gboolean   figures = column_at (section, 1)->kind == SHEAF_CELL_MONEY;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = figures ? 0 : 3; i < section->rows->len; i++)
    {
      const SheafReportRow *row = section->rows->pdata[i];
      g_autofree char      *value = sheaf_report_text_cell (&row->cells[1],
                                                            column_at (section, 1)->kind, NULL);
      GtkWidget            *title_label = new_label (row->cells[0].text, "dim-label");
      GtkWidget            *value_label = new_label (value, NULL);

      gtk_widget_set_hexpand (figures ? title_label : value_label, TRUE);
      if (figures)
        {
          gtk_label_set_wrap (GTK_LABEL (value_label), FALSE);
          gtk_label_set_xalign (GTK_LABEL (value_label), 1.0f);
        }
      else
        gtk_label_set_max_width_chars (GTK_LABEL (title_label), 16);
      gtk_grid_attach (GTK_GRID (grid), title_label, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value_label, 1, (int) i, 1, 1);
    }
  return grid;
}

static GtkWidget *
new_box (const SheafCollectedSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), new_label (section->section->title, "heading"));
  return box;
}

static GtkWidget *
new_years (const SheafCollectedSection *section)
{
  GtkWidget *box = new_box (section);
  GtkWidget *chart = sheaf_report_chart_new ();

  sheaf_report_chart_show (SHEAF_REPORT_CHART (chart), section->section->title,
                           section->section->columns, section->rows);
  gtk_widget_set_visible (chart, sheaf_report_chart_is_filled (SHEAF_REPORT_CHART (chart)));
  gtk_box_append (GTK_BOX (box), chart);
  gtk_box_append (GTK_BOX (box), new_expander (section, _ ("The same as a table"), NULL, FALSE));
  return box;
}

GtkWidget *
sheaf_member_card_part_new (const SheafCollectedSection *section,
                            gboolean                     open)
{
  GtkWidget *box;

  g_return_val_if_fail (section != NULL && section->section->columns != NULL, NULL);

  if (section->section->bars)
    return new_years (section);
  if (section->section->columns->len > 2)
    return new_expander (section, section->section->title, "heading", open);
  box = new_box (section);
  gtk_box_append (GTK_BOX (box), new_pairs (section));
  return box;
}

GtkExpander *
sheaf_member_card_part_get_expander (GtkWidget *part)
{
  return GTK_IS_EXPANDER (part) ? GTK_EXPANDER (part) : NULL;
}

gboolean
sheaf_member_card_part_opens (const SheafCollectedSection *section)
{
  static const char *const shut[] = { "deliveries", "supplies", "labour", NULL };

  return !g_strv_contains (shut, section->section->name);
}
