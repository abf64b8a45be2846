/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure and line leads to its page. */
#include "app/overview-page.h"

#include "app/format.h"
#include "app/ledger/voucher-lines.h"
#include "app/overview-figures.h"
#include "base/i18n.h"

struct _SheafOverviewPage
{
  SheafPage      parent_instance;
  GtkLabel      *heading;
  GtkLabel      *cash;
  GtkLabel      *receivable;
  GtkLabel      *payable;
  GtkLabel      *result_title;
  GtkLabel      *result_internal;
  GtkLabel      *result_external;
  SheafBarChart *chart;
  GtkListBox    *todo;
  GtkListBox    *last;
};

G_DEFINE_FINAL_TYPE (SheafOverviewPage, sheaf_overview_page, SHEAF_TYPE_PAGE)

static void
show_figure (GtkLabel  *label,
             SheafMoney money)
{
  g_autofree char *text = sheaf_format_figure (money);

  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

static void
clear_list (GtkListBox *list)
{
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (list, 0)) != NULL;)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* place: a page, or a page and what to go to on it, as "vouchers drafts". */
static void
add_todo (SheafOverviewPage *page,
          const char        *icon,
          const char        *title,
          const char        *subtitle,
          const char        *place)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) parts = g_strsplit (place != NULL ? place : "", " ", 2);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  if (place != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", parts[0],
                                        parts[1] != NULL ? parts[1] : "");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_list_box_append (page->todo, row);
}

/* Annual statements are due 90 days after the year's end (Circular 71/2024/TT-BTC); the assembly
 * meets within four months. */
static void
add_due_days (SheafOverviewPage *page,
              int                year,
              SheafPlanState     plan_state)
{
  SheafDate        statements = sheaf_date_add_days (sheaf_date_new (year, 12, 31), 90);
  g_autofree char *statements_day = sheaf_format_date (statements);
  g_autofree char *assembly_day = sheaf_format_date (sheaf_date_new (year + 1, 4, 30));
  g_autofree char *statements_text = g_strdup_printf (_ ("Due on %s"), statements_day);
  g_autofree char *assembly_text = g_strdup_printf (_ ("To be held by %s"), assembly_day);

  add_todo (page, "sheaf-papers-symbolic", _ ("Hand in the annual statements"), statements_text,
            "papers");
  /* The meeting that approved the plan was held. */
  if (plan_state != SHEAF_PLAN_APPROVED && plan_state != SHEAF_PLAN_POSTED)
    add_todo (page, "sheaf-members-symbolic", _ ("Hold the members’ meeting"), assembly_text,
              "papers");
}

/* After the distribution is posted. */
static void
add_paying (SheafOverviewPage          *page,
            const SheafOverviewFigures *figures)
{
  g_autofree char *open = g_strdup_printf (_ ("Members with money open: %u"), figures->unpaid);

  if (figures->unpaid > 0)
    add_todo (page, "sheaf-payouts-symbolic", _ ("Pay the members"), open, "payouts");
  add_todo (page, "sheaf-papers-symbolic", _ ("Print the members’ statements and the payout list"),
            figures->unpaid > 0 ? _ ("The distribution is posted") : _ ("Every member is paid"),
            "papers");
}

/* What was begun, and what comes again. */
static void
add_waiting (SheafOverviewPage          *page,
             const SheafOverviewFigures *figures)
{
  g_autofree char *due = g_strdup_printf (_ ("Due again (%u)"), figures->due);
  g_autofree char *drafts = g_strdup_printf (_ ("Drafts (%u)"), figures->drafts);

  if (figures->due > 0)
    add_todo (page, "sheaf-vouchers-symbolic", due, _ ("Post or leave out what comes again"),
              "vouchers due");
  if (figures->drafts > 0)
    add_todo (page, "sheaf-vouchers-symbolic", drafts, _ ("Vouchers that are not posted yet"),
              "vouchers drafts");
}

static void
show_todo (SheafOverviewPage          *page,
           const SheafOverviewFigures *figures)
{
  int              year = sheaf_session_get_year (sheaf_page_get_session (SHEAF_PAGE (page)));
  g_autofree char *close = g_strdup_printf (_ ("Close the year %d"), year);

  clear_list (page->todo);
  add_waiting (page, figures);
  if (figures->vouchers == 0)
    add_todo (page, "sheaf-vouchers-symbolic", _ ("Type the first voucher"),
              _ ("Or import opening balances and vouchers from files"), "vouchers");
  else if (!figures->closed)
    add_todo (page, "sheaf-closing-symbolic", close, _ ("When every voucher of December is posted"),
              "distribution");
  else if (figures->plan_state == SHEAF_PLAN_NONE)
    add_todo (page, "sheaf-distribution-symbolic", _ ("Plan how the income is shared"),
              _ ("The year is closed; no plan yet"), "distribution");
  else if (figures->plan_state == SHEAF_PLAN_DRAFT)
    add_todo (page, "sheaf-distribution-symbolic",
              _ ("Have the plan approved by the members’ meeting"), _ ("A draft is there"),
              "distribution");
  else if (figures->plan_state == SHEAF_PLAN_APPROVED)
    add_todo (page, "sheaf-distribution-symbolic", _ ("Post the approved distribution"),
              _ ("Until then members are owed nothing in the books"), "distribution");
  else
    add_paying (page, figures);
  if (figures->vouchers > 0)
    add_due_days (page, year, figures->plan_state);
}

static void
add_last (SheafOverviewPage      *page,
          const SheafVoucherLine *line)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *day = sheaf_format_date (line->date);
  g_autofree char *amount = sheaf_format_money (line->amount);
  g_autofree char *file_day = sheaf_date_to_text (line->date);
  g_autofree char *detail = g_strdup_printf ("%s %" G_GINT64_FORMAT, file_day, line->id);
  const struct
  {
    const char *text;
    int         width;
    float       align;
  } cells[] = {
    { day, 11, 0 }, { line->number, 10, 0 }, { line->description, 0, 0 }, { amount, 15, 1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      GtkWidget *label = gtk_label_new (cells[i].text);

      gtk_label_set_xalign (GTK_LABEL (label), cells[i].align);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (cells[i].width > 0)
        gtk_label_set_width_chars (GTK_LABEL (label), cells[i].width);
      gtk_widget_set_hexpand (label, cells[i].width == 0);
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "vouchers", detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line->description, -1);
  gtk_list_box_append (page->last, row);
}

static void
figures_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  SheafOverviewPage    *page = SHEAF_OVERVIEW_PAGE (source);
  SheafOverviewFigures *figures = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (figures == NULL)
    return;
  show_figure (page->cash, figures->cash);
  show_figure (page->receivable, figures->receivable);
  show_figure (page->payable, figures->payable);
  show_figure (page->result_internal, figures->result[SHEAF_SIDE_INTERNAL]);
  show_figure (page->result_external, figures->result[SHEAF_SIDE_EXTERNAL]);
  gtk_label_set_text (page->result_title,
                      figures->closed ? _ ("Result of the year (₫)") : _ ("Result to date (₫)"));
  sheaf_bar_chart_show (page->chart, figures->income, _ ("Income"), figures->cost, _ ("Cost"));
  show_todo (page, figures);
  clear_list (page->last);
  for (guint i = 0; i < figures->last->len; i++)
    add_last (page, g_ptr_array_index (figures->last, i));
  sheaf_overview_figures_free (figures);
}

static void
sheaf_overview_page_reload (SheafPage *base)
{
  SheafOverviewPage *page = SHEAF_OVERVIEW_PAGE (base);
  int                year = sheaf_session_get_year (sheaf_page_get_session (base));
  g_autofree char   *heading = g_strdup_printf (_ ("Overview of %d"), year);

  gtk_label_set_text (page->heading, heading);
  sheaf_page_read (base, sheaf_overview_figures_job, g_memdup2 (&year, sizeof year), g_free,
                   (GDestroyNotify) sheaf_overview_figures_free, figures_cb);
}

static void
sheaf_overview_page_class_init (SheafOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SHEAF_PAGE_CLASS (klass)->reload = sheaf_overview_page_reload;
  g_type_ensure (SHEAF_TYPE_BAR_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, cash);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, receivable);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, payable);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, result_title);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, result_internal);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, result_external);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, chart);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, todo);
  gtk_widget_class_bind_template_child (widget_class, SheafOverviewPage, last);
}

static void
sheaf_overview_page_init (SheafOverviewPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
