/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures are the core's; nothing is computed here but what the money falls short of. */
#include "app/payouts/list-preview.h"

#include "app/format.h"
#include "app/models/record-list.h"
#include "app/payouts/payouts-columns.h"
#include "base/i18n.h"

struct _SheafListPreview
{
  AdwBin     parent_instance;
  GPtrArray *shown; /* the lines of the look */

  SheafProblemList *problems;
  GtkLabel         *count;
  GtkLabel         *gross;
  GtkLabel         *tax;
  GtkLabel         *set_off;
  GtkLabel         *net;
  GtkLabel         *there_title;
  GtkLabel         *there;
  GtkLabel         *left_title;
  GtkLabel         *left;
  GtkWidget        *list;
  GtkColumnView    *line_view;
};

G_DEFINE_FINAL_TYPE (SheafListPreview, sheaf_list_preview, ADW_TYPE_BIN)

static void
show_figure (GtkLabel  *label,
             SheafMoney money)
{
  g_autofree char *text = sheaf_format_figure (money);

  gtk_label_set_text (label, text);
}

static void
show_figures (SheafListPreview    *preview,
              const SheafListLook *look,
              gboolean             bank)
{
  SheafMoney       left = sheaf_money_sub (look->there, look->net);
  g_autofree char *members = g_strdup_printf ("%u", look->members);

  gtk_label_set_text (preview->count, members);
  show_figure (preview->gross, look->gross);
  show_figure (preview->tax, look->tax);
  show_figure (preview->set_off, look->set_off);
  show_figure (preview->net, look->net);
  gtk_label_set_text (preview->there_title, bank ? _ ("At the bank on the day")
                                                 : _ ("In the cash box on the day"));
  show_figure (preview->there, look->there);
  gtk_label_set_text (preview->left_title, left.units < 0 ? _ ("⚠ That is missing")
                                                          : _ ("Left after the list"));
  show_figure (preview->left, left.units < 0 ? sheaf_money_neg (left) : left);
}

static void
show_lines (SheafListPreview *preview,
            SheafPayoutBatch *batch)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (
      gtk_column_view_get_model (preview->line_view));
  GPtrArray *before = preview->shown;
  g_autoptr (SheafRecordList) records = NULL;

  preview->shown = batch != NULL ? g_ptr_array_ref (batch->lines) : g_ptr_array_new ();
  sheaf_payouts_columns_fit (preview->line_view, preview->shown);
  records = sheaf_record_list_new (g_ptr_array_ref (preview->shown));
  gtk_single_selection_set_model (selection, G_LIST_MODEL (records));
  gtk_widget_set_visible (preview->list, preview->shown->len > 0);
  g_clear_pointer (&before, g_ptr_array_unref);
}

static void
tell_missing (SheafProblems       *told,
              const SheafListLook *look)
{
  g_autofree char *needed = sheaf_format_money_unit (look->net);
  g_autofree char *there = sheaf_format_money_unit (look->there);

  sheaf_problems_add (told, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("The list needs %s and there is %s: bring in money first, pay a part, or "
                         "choose fewer members."),
                      needed, there);
}

gboolean
sheaf_list_preview_show (SheafListPreview    *preview,
                         const SheafListLook *look,
                         gboolean             bank)
{
  g_autoptr (SheafProblems) told = NULL;

  g_return_val_if_fail (SHEAF_IS_LIST_PREVIEW (preview), FALSE);

  told = sheaf_list_problems_cut (look->problems);
  if (look->refusal != NULL)
    sheaf_problems_add (told, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s", look->refusal->message);
  else if (sheaf_money_cmp (look->net, look->there) > 0)
    tell_missing (told, look);
  show_figures (preview, look, bank);
  show_lines (preview, look->batch);
  sheaf_problem_list_show (preview->problems, told);
  return told->errors == 0;
}

SheafProblemList *
sheaf_list_preview_get_problems (SheafListPreview *preview)
{
  g_return_val_if_fail (SHEAF_IS_LIST_PREVIEW (preview), NULL);

  return preview->problems;
}

static void
sheaf_list_preview_dispose (GObject *object)
{
  SheafListPreview *preview = SHEAF_LIST_PREVIEW (object);

  if (preview->line_view != NULL)
    show_lines (preview, NULL);
  preview->line_view = NULL;
  g_clear_pointer (&preview->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_list_preview_parent_class)->dispose (object);
}

static void
sheaf_list_preview_class_init (SheafListPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_list_preview_dispose;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/payouts/list-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, count);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, gross);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, tax);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, set_off);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, net);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, there_title);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, there);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, left_title);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, left);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, list);
  gtk_widget_class_bind_template_child (widget_class, SheafListPreview, line_view);
}

static void
sheaf_list_preview_init (SheafListPreview *preview)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (preview));
  gtk_column_view_set_model (preview->line_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  sheaf_payouts_columns_add_preview (preview->line_view);
}
