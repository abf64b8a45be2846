/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form works on the plan's own key file, so that what it does not show is kept as it was. */
#include "app/distribution/plan-form-private.h"

#include "base/i18n.h"

#include <string.h>

/* As high as its label, or GTK 4.8 tells what is around two heights. */
#define LINE_PX 20
/* Room for "285.745.881 đồng", so that the form does not get wider while people type. */
#define AMOUNT_CHARS 15
#define GROUP_KEY "plan-group"
#define VALUE_KEY "plan-key"

G_DEFINE_FINAL_TYPE (SheafPlanForm, sheaf_plan_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  REBUILD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (SheafPlanForm *form)
{
  if (!form->showing)
    g_signal_emit (form, signals[CHANGED], 0);
}

static void
attach (SheafPlanForm *form,
        GtkWidget     *widget,
        int            column,
        int            row,
        int            width)
{
  gtk_grid_attach (form->grids[form->part], widget, column, form->rows[form->part] + row, width,
                   1);
}

static GtkWidget *
make_label (const char *text,
            int         chars,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What a label beside a choice speaks of. */
static void
name_target (GtkWidget  *label,
             const char *group,
             const char *key)
{
  g_object_set_data_full (G_OBJECT (label), GROUP_KEY, g_strdup (group), g_free);
  g_object_set_data_full (G_OBJECT (label), VALUE_KEY, g_strdup (key), g_free);
}

void
sheaf_plan_form_heading (SheafPlanForm *form,
                         const char    *text)
{
  GtkWidget *label = make_label (text, 24, "heading");

  if (form->rows[form->part] > 0)
    gtk_widget_set_margin_top (label, 10);
  attach (form, label, 0, 0, 3);
  sheaf_plan_form_next (form);
}

void
sheaf_plan_form_sides (SheafPlanForm *form)
{
  attach (form, make_label (_ ("internal (%)"), 8, "floor"), 1, 0, 1);
  attach (form, make_label (_ ("external (%)"), 8, "floor"), 2, 0, 1);
  sheaf_plan_form_next (form);
}

void
sheaf_plan_form_label (SheafPlanForm *form,
                       const char    *text)
{
  attach (form, make_label (text, 14, NULL), 0, 0, 1);
}

GtkWidget *
sheaf_plan_form_entry (SheafPlanForm            *form,
                       const SheafPlanEntrySpec *spec,
                       int                       column,
                       int                       width,
                       gboolean                  with_amount)
{
  GtkWidget *entry = sheaf_plan_entry_new (spec);
  GtkWidget *amount;

  sheaf_plan_entry_show (entry, form->file);
  sheaf_plan_entry_set_editable (entry, form->editable);
  sheaf_plan_entry_connect (entry, G_CALLBACK (changed_cb), form);
  attach (form, entry, column, 0, width);
  g_ptr_array_add (form->entries, entry);
  if (!with_amount)
    return entry;
  amount = make_label ("", AMOUNT_CHARS, "floor");
  gtk_label_set_xalign (GTK_LABEL (amount), 1.0f);
  gtk_widget_add_css_class (amount, "numeric");
  name_target (amount, spec->group, spec->key);
  attach (form, amount, column, 1, width);
  g_ptr_array_add (form->amounts, amount);
  return entry;
}

static void
remove_clicked_cb (GtkWidget     *button,
                   SheafPlanForm *form)
{
  const char *group = g_object_get_data (G_OBJECT (button), GROUP_KEY);
  const char *key = g_object_get_data (G_OBJECT (button), VALUE_KEY);

  g_free (sheaf_plan_form_read (form)); /* the rest as far as it is typed */
  if (key == NULL)
    (void) g_key_file_remove_group (form->file, group, NULL);
  else
    (void) g_key_file_remove_key (form->file, group, key, NULL);
  g_ptr_array_set_size (form->entries, 0);
  sheaf_plan_form_rebuild (form);
}

void
sheaf_plan_form_remove_button (SheafPlanForm *form,
                               const char    *group,
                               const char    *key,
                               const char    *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  name_target (button, group, key);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), form);
  attach (form, button, 2, 0, 1);
}

void
sheaf_plan_form_add_button (SheafPlanForm *form,
                            const char    *label,
                            const char    *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  attach (form, button, 0, 0, 3);
  sheaf_plan_form_next (form);
}

/* Two rows of the grid: the second holds amounts, where there are any. */
void
sheaf_plan_form_next (SheafPlanForm *form)
{
  form->rows[form->part] += 2;
}

void
sheaf_plan_form_note (SheafPlanForm *form,
                      const char    *group,
                      const char    *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label ("", 30, NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (gtk_widget_get_first_child (box), GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_size_request (box, -1, LINE_PX);
  gtk_widget_add_css_class (box, "floor");
  gtk_widget_set_visible (box, FALSE);
  name_target (box, group, key);
  attach (form, box, 0, 0, 3);
  g_ptr_array_add (form->notes, box);
  sheaf_plan_form_next (form);
}

static void
clear_rows (SheafPlanForm *form)
{
  g_ptr_array_set_size (form->entries, 0);
  g_ptr_array_set_size (form->amounts, 0);
  g_ptr_array_set_size (form->notes, 0);
  for (guint part = 0; part < SHEAF_PLAN_FORM_PARTS; part++)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (GTK_WIDGET (form->grids[part]))) != NULL)
        gtk_grid_remove (form->grids[part], child);
      form->rows[part] = 0;
    }
}

void
sheaf_plan_form_show (SheafPlanForm   *form,
                      const SheafPlan *plan,
                      const SheafLaw  *law,
                      const char      *sector,
                      gboolean         editable)
{
  g_autofree char *text = sheaf_plan_to_text (plan);

  g_return_if_fail (SHEAF_IS_PLAN_FORM (form));

  form->showing = TRUE;
  form->editable = editable;
  clear_rows (form);
  g_clear_pointer (&form->file, g_key_file_unref);
  form->file = g_key_file_new ();
  if (!g_key_file_load_from_data (form->file, text, (gsize) -1, G_KEY_FILE_NONE, NULL))
    g_warn_if_reached ();
  form->part = SHEAF_PLAN_FORM_BASIC;
  sheaf_plan_form_add_basic (form, plan, law);
  form->part = SHEAF_PLAN_FORM_MORE;
  sheaf_plan_form_add_more (form, plan, law, sector);
  form->showing = FALSE;
}

char *
sheaf_plan_form_read (SheafPlanForm *form)
{
  gboolean good = TRUE;

  g_return_val_if_fail (SHEAF_IS_PLAN_FORM (form), NULL);

  if (form->file == NULL)
    return NULL;
  for (guint i = 0; i < form->entries->len; i++)
    good = sheaf_plan_entry_read (form->entries->pdata[i], form->file) && good;
  return good ? g_key_file_to_data (form->file, NULL, NULL) : NULL;
}

void
sheaf_plan_form_set (SheafPlanForm *form,
                     const char    *group,
                     const char    *key,
                     const char    *value)
{
  g_return_if_fail (SHEAF_IS_PLAN_FORM (form) && form->file != NULL);

  g_key_file_set_string (form->file, group, key, value);
}

void
sheaf_plan_form_rebuild (SheafPlanForm *form)
{
  g_return_if_fail (SHEAF_IS_PLAN_FORM (form) && form->file != NULL);

  g_signal_emit (form, signals[REBUILD], 0);
}

/* The name in the file is a code that nobody sees; the title is what was typed. */
char *
sheaf_plan_form_new_group (SheafPlanForm *form,
                           const char    *kind)
{
  char *group = NULL;

  g_return_val_if_fail (SHEAF_IS_PLAN_FORM (form) && form->file != NULL, NULL);

  for (guint i = 1; group == NULL || g_key_file_has_group (form->file, group); i++)
    {
      g_free (group);
      group = g_strdup_printf ("%s %s-%u", kind, kind, i);
    }
  return group;
}

char *
sheaf_plan_form_get_text (SheafPlanForm *form)
{
  g_return_val_if_fail (SHEAF_IS_PLAN_FORM (form) && form->file != NULL, NULL);

  return g_key_file_to_data (form->file, NULL, NULL);
}

GtkWidget *
sheaf_plan_form_find (SheafPlanForm *form,
                      const char    *group,
                      const char    *key)
{
  g_return_val_if_fail (SHEAF_IS_PLAN_FORM (form), NULL);

  for (guint i = 0; i < form->entries->len; i++)
    {
      GtkWidget *entry = form->entries->pdata[i];

      if (g_strcmp0 (sheaf_plan_entry_get_group (entry), group) == 0 &&
          (key == NULL || g_strcmp0 (sheaf_plan_entry_get_key (entry), key) == 0))
        return entry;
    }
  return NULL;
}

void
sheaf_plan_form_focus (SheafPlanForm *form,
                       const char    *group)
{
  GtkWidget *entry;

  g_return_if_fail (SHEAF_IS_PLAN_FORM (form));

  entry = sheaf_plan_form_find (form, group, NULL);
  if (entry != NULL)
    (void) gtk_widget_grab_focus (entry);
  else
    (void) gtk_widget_child_focus (GTK_WIDGET (form), GTK_DIR_TAB_FORWARD);
}

static void
sheaf_plan_form_dispose (GObject *object)
{
  SheafPlanForm *form = SHEAF_PLAN_FORM (object);

  form->showing = TRUE;
  if (form->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (form->box));
  form->box = NULL;
  g_clear_pointer (&form->entries, g_ptr_array_unref);
  g_clear_pointer (&form->amounts, g_ptr_array_unref);
  g_clear_pointer (&form->notes, g_ptr_array_unref);
  g_clear_pointer (&form->file, g_key_file_unref);
  G_OBJECT_CLASS (sheaf_plan_form_parent_class)->dispose (object);
}

static void
sheaf_plan_form_class_init (SheafPlanFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sheaf_plan_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", SHEAF_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REBUILD] = g_signal_new ("rebuild", SHEAF_TYPE_PLAN_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_plan_form_init (SheafPlanForm *form)
{
  form->entries = g_ptr_array_new ();
  form->amounts = g_ptr_array_new ();
  form->notes = g_ptr_array_new ();
  form->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  form->more = GTK_EXPANDER (gtk_expander_new_with_mnemonic (_ ("_More choices")));
  for (guint part = 0; part < SHEAF_PLAN_FORM_PARTS; part++)
    {
      form->grids[part] = GTK_GRID (gtk_grid_new ());
      gtk_grid_set_column_spacing (form->grids[part], 8);
      gtk_grid_set_row_spacing (form->grids[part], 4);
    }
  gtk_widget_set_margin_top (GTK_WIDGET (form->grids[SHEAF_PLAN_FORM_MORE]), 8);
  gtk_expander_set_child (form->more, GTK_WIDGET (form->grids[SHEAF_PLAN_FORM_MORE]));
  gtk_box_append (form->box, GTK_WIDGET (form->grids[SHEAF_PLAN_FORM_BASIC]));
  gtk_box_append (form->box, GTK_WIDGET (form->more));
  gtk_widget_set_parent (GTK_WIDGET (form->box), GTK_WIDGET (form));
}
