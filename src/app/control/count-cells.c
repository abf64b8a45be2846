/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths are told, so that a column keeps its place while its figures change. */
#include "app/control/count-cells.h"

#include "base/i18n.h"

GtkLabel *
sheaf_count_cells_label (GtkGrid    *grid,
                         int         column,
                         int         row,
                         const char *text,
                         gboolean    figure)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), figure ? 1.0f : 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), !figure);
  gtk_label_set_width_chars (GTK_LABEL (label), figure ? 6 : 14);
  if (figure)
    gtk_widget_add_css_class (label, "numeric");
  else
    {
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
      gtk_widget_set_hexpand (label, column == 0);
    }
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return GTK_LABEL (label);
}

GtkInscription *
sheaf_count_cells_figure (GtkGrid *grid,
                          int      column,
                          int      row,
                          guint    chars)
{
  GtkWidget *figure = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (figure), 1.0f);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (figure), chars);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (figure), chars);
  gtk_widget_set_valign (figure, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_grid_attach (grid, figure, column, row, 1, 1);
  return GTK_INSCRIPTION (figure);
}

void
sheaf_count_cells_titles (GtkGrid           *grid,
                          const char *const *titles,
                          guint              n_titles)
{
  for (guint i = 0; i < n_titles; i++)
    {
      GtkLabel *label = sheaf_count_cells_label (grid, (int) i, 0, _ (titles[i]), FALSE);

      gtk_widget_add_css_class (GTK_WIDGET (label), "column-title");
      gtk_label_set_width_chars (label, -1);
      gtk_label_set_max_width_chars (label, i == 0 ? 16 : 8);
      gtk_label_set_xalign (label, i == 0 ? 0.0f : 1.0f);
      gtk_label_set_justify (label, i == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
      gtk_widget_set_valign (GTK_WIDGET (label), GTK_ALIGN_END);
    }
}
