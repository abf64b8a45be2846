/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column that has no room would only be found by scrolling sideways: it is left out until there
 * is room, or until somebody asks for it. */
#include "app/widgets/column-choice.h"

#include "app/settings.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

#include <string.h>

#define CHOICE_KEY "sheaf-column-choice"
#define GROUP "columns"

typedef struct
{
  GtkColumnView           *view; /* which owns this */
  const SheafColumnChoice *choices;
  guint                    n_choices;
  const char              *key;    /* NULL: nothing can be chosen */
  GSimpleActionGroup      *acts;   /* NULL likewise */
  GtkAdjustment           *across; /* of the view; its page is the room there is */
  guint                    idle;
} Choice;

static GtkColumnViewColumn *
column_at (const Choice *choice,
           guint         place)
{
  g_autoptr (GtkColumnViewColumn)
      column = g_list_model_get_item (gtk_column_view_get_columns (choice->view), place);

  return column; /* the view holds it */
}

/* What people chose; without names: nothing. */
static char **
read_chosen (const Choice *choice)
{
  return choice->key != NULL ? g_settings_get_strv (sheaf_settings (), choice->key)
                             : g_new0 (char *, 1);
}

/* Those of the lowest ranks for which the width is enough. */
static void
find_room (const Choice *choice,
           int           width,
           gboolean     *shown)
{
  guint highest = 0;

  for (guint i = 0; i < choice->n_choices; i++)
    highest = MAX (highest, choice->choices[i].rank);
  for (guint rank = 0; rank <= highest; rank++)
    for (guint i = 0; i < choice->n_choices; i++)
      if (choice->choices[i].rank == rank)
        {
          width -= sheaf_columns_get_width (column_at (choice, i));
          shown[i] = rank == 0 || width >= 0;
          if (rank > 0 && width < 0)
            return;
        }
}

static void
show_marks (const Choice   *choice,
            const gboolean *shown)
{
  for (guint i = 0; choice->acts != NULL && i < choice->n_choices; i++)
    {
      GAction *act = g_action_map_lookup_action (G_ACTION_MAP (choice->acts),
                                                 choice->choices[i].name);

      if (act != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (act), g_variant_new_boolean (shown[i]));
    }
}

static void
arrange (Choice *choice)
{
  g_auto (GStrv) chosen = read_chosen (choice);
  g_autofree gboolean *shown = g_new0 (gboolean, choice->n_choices);
  int                  width = choice->across != NULL
                                   ? (int) gtk_adjustment_get_page_size (choice->across)
                                   : 0;

  if (*chosen == NULL)
    {
      if (width <= 1)
        return; /* not laid out yet */
      find_room (choice, width, shown);
    }
  for (guint i = 0; i < choice->n_choices; i++)
    {
      if (*chosen != NULL)
        shown[i] = choice->choices[i].rank == 0 ||
                   g_strv_contains ((const char *const *) chosen, choice->choices[i].name);
      sheaf_columns_set_shown (column_at (choice, i), shown[i]);
    }
  show_marks (choice, shown);
}

static gboolean
arrange_cb (gpointer data)
{
  ((Choice *) data)->idle = 0;
  arrange (data);
  return G_SOURCE_REMOVE;
}

/* The room is told while the list is being laid out: columns change after that. */
static void
room_cb (Choice *choice)
{
  if (choice->idle == 0)
    choice->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, choice, NULL);
}

static void
adjustment_cb (Choice *choice)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (choice->view));

  if (choice->across != NULL)
    {
      g_signal_handlers_disconnect_by_data (choice->across, choice);
      g_clear_object (&choice->across);
    }
  if (across == NULL)
    return;
  choice->across = g_object_ref (across);
  g_signal_connect_swapped (across, "notify::page-size", G_CALLBACK (room_cb), choice);
  room_cb (choice);
}

/* What is shown now, with one column changed, is what was chosen. */
static void
choose_cb (GSimpleAction *act,
           GVariant      *state,
           Choice        *choice)
{
  const char *name = g_action_get_name (G_ACTION (act));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;

  for (guint i = 0; i < choice->n_choices; i++)
    {
      gboolean shown = strcmp (choice->choices[i].name, name) == 0
                           ? g_variant_get_boolean (state)
                           : gtk_column_view_column_get_visible (column_at (choice, i));

      if (shown)
        g_strv_builder_add (names, choice->choices[i].name);
    }
  chosen = g_strv_builder_end (names);
  (void) g_settings_set_strv (sheaf_settings (), choice->key, (const char *const *) chosen);
  arrange (choice);
}

static void
fit_cb (GSimpleAction *act,
        GVariant      *parameter,
        Choice        *choice)
{
  (void) act;
  (void) parameter;
  g_settings_reset (sheaf_settings (), choice->key);
  arrange (choice);
}

static void
add_choice (Choice *choice,
            guint   place,
            GMenu  *menu)
{
  const char      *name = choice->choices[place].name;
  g_autofree char *action = g_strconcat (GROUP ".", name, NULL);
  g_autoptr (GSimpleAction)
      act = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

  g_signal_connect (act, "change-state", G_CALLBACK (choose_cb), choice);
  g_action_map_add_action (G_ACTION_MAP (choice->acts), G_ACTION (act));
  g_menu_append (menu, gtk_column_view_column_get_title (column_at (choice, place)), action);
}

static void
fill_menu (Choice        *choice,
           GtkMenuButton *button)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GSimpleAction) fit = g_simple_action_new ("as-many-as-fit", NULL);

  choice->acts = g_simple_action_group_new ();
  for (guint i = 0; i < choice->n_choices; i++)
    if (choice->choices[i].rank > 0)
      add_choice (choice, i, columns);
  g_signal_connect (fit, "activate", G_CALLBACK (fit_cb), choice);
  g_action_map_add_action (G_ACTION_MAP (choice->acts), G_ACTION (fit));
  g_menu_append (all, _ ("As many as have room"), GROUP ".as-many-as-fit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  gtk_widget_insert_action_group (GTK_WIDGET (button), GROUP, G_ACTION_GROUP (choice->acts));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_clear_handle_id (&choice->idle, g_source_remove);
  if (choice->across != NULL)
    g_signal_handlers_disconnect_by_data (choice->across, choice);
  g_clear_object (&choice->across);
  g_clear_object (&choice->acts);
  g_signal_handlers_disconnect_by_data (gtk_settings_get_default (), choice);
  g_free (choice);
}

void
sheaf_column_choice_add (GtkColumnView           *view,
                         const SheafColumnChoice *choices,
                         guint                    n_choices,
                         GtkMenuButton           *button,
                         const char              *key)
{
  Choice *choice = g_new0 (Choice, 1);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (g_list_model_get_n_items (gtk_column_view_get_columns (view)) == n_choices);

  *choice = (Choice){ .view = view,
                      .choices = choices,
                      .n_choices = n_choices,
                      .key = button != NULL ? key : NULL };
  g_object_set_data_full (G_OBJECT (view), CHOICE_KEY, choice, free_choice);
  if (button != NULL)
    fill_menu (choice, button);
  g_signal_connect_swapped (view, "notify::hadjustment", G_CALLBACK (adjustment_cb), choice);
  g_signal_connect_swapped (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                            G_CALLBACK (room_cb), choice);
  adjustment_cb (choice);
}

void
sheaf_column_choice_look_again (GtkColumnView *view)
{
  Choice *choice = g_object_get_data (G_OBJECT (view), CHOICE_KEY);

  g_return_if_fail (choice != NULL);

  arrange (choice);
}
