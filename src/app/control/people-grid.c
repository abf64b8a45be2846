/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms have room for three; more get more rows. What is kept is shown, not typed. */
#include "app/control/people-grid.h"

#include "base/i18n.h"

#define ROWS_MIN 3
#define PARTS 3

static const char *const titles[PARTS] = { N_ ("Full name"), N_ ("Office"), N_ ("For whom") };

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_entry (GtkGrid    *grid,
           int         column,
           int         row,
           const char *text,
           gboolean    editable)
{
  GtkWidget       *entry = gtk_entry_new ();
  g_autofree char *label = g_strdup_printf ("%s %d", _ (titles[column]), row);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_editable (GTK_EDITABLE (entry), editable);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), column == 0 ? 24 : 16);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_grid_attach (grid, entry, column, row, 1, 1);
}

void
sheaf_people_grid_show (GtkGrid    *grid,
                        const char *people,
                        gboolean    editable)
{
  g_auto (GStrv) lines = g_strsplit (people != NULL ? people : "", "\n", -1);
  int n = (int) g_strv_length (lines);

  clear (grid);
  gtk_widget_set_visible (GTK_WIDGET (grid), editable || n > 0);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (grid), "posted");
  else
    gtk_widget_add_css_class (GTK_WIDGET (grid), "posted");
  for (int column = 0; column < PARTS; column++)
    {
      GtkWidget *title = gtk_label_new (_ (titles[column]));

      gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
      gtk_grid_attach (grid, title, column, 0, 1, 1);
    }
  for (int row = 0; row < (editable ? MAX (n, ROWS_MIN) : n); row++)
    {
      g_auto (GStrv) parts = g_strsplit (row < n ? lines[row] : "", ";", PARTS);
      guint n_parts = g_strv_length (parts);

      for (guint column = 0; column < PARTS; column++)
        add_entry (grid, (int) column, row + 1, column < n_parts ? g_strstrip (parts[column]) : "",
                   editable);
    }
}

static char *
take_part (GtkGrid *grid,
           int      column,
           int      row)
{
  GtkWidget *entry = gtk_grid_get_child_at (grid, column, row);
  char      *text = entry != NULL ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)))
                                  : g_strdup ("");

  g_strdelimit (text, ";\n", ','); /* they part what is kept */
  return g_strstrip (text);
}

char *
sheaf_people_grid_get (GtkGrid *grid)
{
  GString *people = g_string_new (NULL);

  for (int row = 1; gtk_grid_get_child_at (grid, 0, row) != NULL; row++)
    {
      g_autofree char *name = take_part (grid, 0, row);
      g_autofree char *office = take_part (grid, 1, row);
      g_autofree char *whom = take_part (grid, 2, row);

      if (*name == '\0' && *office == '\0' && *whom == '\0')
        continue;
      g_string_append_printf (people, "%s%s", people->len > 0 ? "\n" : "", name);
      if (*office != '\0' || *whom != '\0')
        g_string_append_printf (people, "; %s", office);
      if (*whom != '\0')
        g_string_append_printf (people, "; %s", whom);
    }
  if (people->len > 0)
    return g_string_free (people, FALSE);
  g_string_free (people, TRUE);
  return NULL;
}
