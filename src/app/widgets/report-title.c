/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period stands under the middle of the title, as on paper, however long the unit is. */
#include "app/widgets/report-title.h"

struct _SheafReportTitle
{
  AdwBin   parent_instance;
  gboolean unnamed;

  GtkLabel  *name;
  GtkLabel  *subtitle;
  GtkLabel  *unit;
  GtkWidget *second_line;
  GtkWidget *warnings_box;
  GtkLabel  *warnings;
};

G_DEFINE_FINAL_TYPE (SheafReportTitle, sheaf_report_title, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
sheaf_report_title_show (SheafReportTitle      *title,
                         const SheafReportHead *head)
{
  g_autofree char *subtitle = g_strjoinv (" · ", head->subtitles);
  g_autofree char *warnings = g_strjoinv ("\n", head->warnings);
  g_autofree char *name = head->form_code != NULL && *head->form_code != '\0'
                              ? g_strdup_printf ("%s  (%s)", head->title, head->form_code)
                              : g_strdup (head->title);
  gboolean         second = *subtitle != '\0' || (head->unit != NULL && *head->unit != '\0');

  g_return_if_fail (SHEAF_IS_REPORT_TITLE (title));

  set_text (title->name, title->unnamed ? NULL : name);
  set_text (title->subtitle, subtitle);
  set_text (title->unit, head->unit);
  gtk_widget_set_visible (title->second_line, second);
  set_text (title->warnings, warnings);
  gtk_widget_set_visible (title->warnings_box, *warnings != '\0');
}

void
sheaf_report_title_set_named (SheafReportTitle *title,
                              gboolean          named)
{
  g_return_if_fail (SHEAF_IS_REPORT_TITLE (title));

  title->unnamed = !named;
}

static void
sheaf_report_title_class_init (SheafReportTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/widgets/report-title.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafReportTitle, name);
  gtk_widget_class_bind_template_child (widget_class, SheafReportTitle, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SheafReportTitle, unit);
  gtk_widget_class_bind_template_child (widget_class, SheafReportTitle, second_line);
  gtk_widget_class_bind_template_child (widget_class, SheafReportTitle, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportTitle, warnings);
}

static void
sheaf_report_title_init (SheafReportTitle *title)
{
  gtk_widget_init_template (GTK_WIDGET (title));
}
