/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sign, a sentence, a line each; announced to screen readers as an alert. */
#include "app/widgets/problem-list.h"

#include "base/i18n.h"

#define LINE_PX 20

struct _SheafProblemList
{
  GtkWidget  parent_instance;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (SheafProblemList, sheaf_problem_list, GTK_TYPE_WIDGET)

static void
add_line (GtkWidget       *box,
          SheafProblemKind kind,
          const char      *text)
{
  gboolean   is_error = kind == SHEAF_PROBLEM_ERROR;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic"
                                                           : "dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_error ? _ ("Error") : _ ("Warning"), -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* GTK 4.8 counts a wrapping line a pixel lower when it does not know the width, and complains. */
  gtk_widget_set_size_request (line, -1, LINE_PX);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  /* The sign has the colour; a sentence in it would be hard to read on the coloured ground. */
  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_box_append (GTK_BOX (box), line);
}

/* A new box each time: GTK 4.8 goes on asking one that was once empty for a fixed height. */
static void
set_box (SheafProblemList *list,
         GtkWidget        *box)
{
  g_clear_pointer (&list->box, gtk_widget_unparent);
  list->box = box;
  gtk_widget_set_parent (box, GTK_WIDGET (list));
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_widget_get_first_child (box) != NULL);
}

static void
sheaf_problem_list_dispose (GObject *object)
{
  g_clear_pointer (&SHEAF_PROBLEM_LIST (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sheaf_problem_list_parent_class)->dispose (object);
}

static void
sheaf_problem_list_class_init (SheafProblemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_problem_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "problemlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
sheaf_problem_list_init (SheafProblemList *list)
{
  set_box (list, gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
}

GtkWidget *
sheaf_problem_list_new (void)
{
  return g_object_new (SHEAF_TYPE_PROBLEM_LIST, NULL);
}

void
sheaf_problem_list_show (SheafProblemList    *list,
                         const SheafProblems *problems)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  g_return_if_fail (SHEAF_IS_PROBLEM_LIST (list));

  for (guint i = 0; problems != NULL && i < problems->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);

      add_line (box, problem->kind, problem->text);
    }
  set_box (list, box);
}

void
sheaf_problem_list_show_text (SheafProblemList *list,
                              const char       *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  g_return_if_fail (SHEAF_IS_PROBLEM_LIST (list));

  if (text != NULL)
    add_line (box, SHEAF_PROBLEM_ERROR, text);
  set_box (list, box);
}
