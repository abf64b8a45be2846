/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the year is, which act comes next, and why not yet. */
#include "app/distribution/distribution-page-private.h"

#include "base/i18n.h"

/* Everyone who had a share has got it. */
gboolean
sheaf_distribution_page_is_paid (const SheafDistributionPage *page)
{
  return page->year_plan->state == SHEAF_PLAN_POSTED && page->year_plan->unpaid == 0;
}

static void
add_stage (SheafDistributionPage *page,
           const char            *title,
           gboolean               done)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *icon = gtk_image_new_from_icon_name (done ? "object-select-symbolic"
                                                       : "content-loading-symbolic");
  GtkWidget *label = gtk_label_new (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  done ? _ ("done") : _ ("to do"), -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, done ? "heading" : "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (page->stages, box);
}

void
sheaf_distribution_page_show_stages (SheafDistributionPage *page)
{
  const SheafYearPlan *year_plan = page->year_plan;
  GtkWidget           *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page->stages))) != NULL)
    gtk_box_remove (page->stages, child);
  add_stage (page, _ ("Closed"), year_plan->closed);
  add_stage (page, _ ("Planned"), year_plan->state >= SHEAF_PLAN_DRAFT);
  add_stage (page, _ ("Approved"), year_plan->state >= SHEAF_PLAN_APPROVED);
  add_stage (page, _ ("Posted"), year_plan->state >= SHEAF_PLAN_POSTED);
  add_stage (page, _ ("Paid out"), sheaf_distribution_page_is_paid (page));
}

/* TRUE while the plan may be typed. */
gboolean
sheaf_distribution_page_is_open (const SheafDistributionPage *page)
{
  return page->year_plan->state < SHEAF_PLAN_APPROVED || page->changing;
}

/* It can be computed and breaks nothing. */
static gboolean
is_ready (const SheafDistributionPage *page)
{
  return page->year_plan->result != NULL && page->year_plan->problems->errors == 0 &&
         !page->unreadable;
}

static gboolean
breaks_a_limit (const SheafYearPlan *year_plan)
{
  for (guint i = 0; i < year_plan->limits->len; i++)
    if (((const SheafPlanLimit *) year_plan->limits->pdata[i])->broken)
      return TRUE;
  return FALSE;
}

/* Why the next step cannot be taken yet; NULL where it can. */
static const char *
find_reason (const SheafDistributionPage *page)
{
  const SheafYearPlan *year_plan = page->year_plan;

  if (!year_plan->closed)
    return NULL;
  if (page->unreadable)
    return _ ("Not yet: a field on the left cannot be read, it is marked.");
  if (sheaf_distribution_page_is_open (page) && breaks_a_limit (year_plan))
    return _ ("Not yet: the plan breaks the law where it is marked on the left.");
  if (sheaf_distribution_page_is_open (page) && !is_ready (page))
    return _ ("Not yet: the plan has errors, which are told here and beside the choices.");
  if (sheaf_distribution_page_is_open (page) &&
      (page->dirty || year_plan->state == SHEAF_PLAN_NONE))
    return _ ("Save the plan first (Ctrl+S), then the meeting can approve it.");
  if (year_plan->state == SHEAF_PLAN_APPROVED && year_plan->changed != NULL)
    return _ ("Not yet: the figures are no longer those that were approved. Approve the plan anew "
              "by “Change the Plan”.");
  return NULL;
}

static const char *
name_act (const SheafDistributionPage *page)
{
  const SheafYearPlan *year_plan = page->year_plan;

  if (!year_plan->closed)
    return _ ("_Close the Year…");
  if (sheaf_distribution_page_is_open (page))
    return _ ("_Approve…");
  if (year_plan->state == SHEAF_PLAN_APPROVED)
    return _ ("_Post…");
  return sheaf_distribution_page_is_paid (page) ? _ ("_See the Papers") : _ ("_Pay the Members…");
}

/* The one primary act of the page: what comes next, and why not yet. */
void
sheaf_distribution_page_show_acts (SheafDistributionPage *page)
{
  const SheafYearPlan *year_plan = page->year_plan;
  SheafPlanState       state = year_plan->state;
  GtkWidget           *widget = GTK_WIDGET (page);
  gboolean             open = sheaf_distribution_page_is_open (page);
  gboolean             ready = is_ready (page);
  const char          *reason = find_reason (page);

  gtk_button_set_label (page->act_button, name_act (page));
  gtk_widget_set_tooltip_text (GTK_WIDGET (page->act_button), reason);
  gtk_label_set_text (page->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (page->reason), reason != NULL);
  gtk_widget_action_set_enabled (widget, "distribution.next", reason == NULL);
  gtk_widget_set_visible (page->save_button, open);
  gtk_widget_action_set_enabled (widget, "distribution.save",
                                 open && ready && (page->dirty || state == SHEAF_PLAN_NONE));
  gtk_widget_action_set_enabled (widget, "distribution.reopen",
                                 year_plan->closed && state < SHEAF_PLAN_POSTED);
  gtk_widget_action_set_enabled (widget, "distribution.unpost", state == SHEAF_PLAN_POSTED);
  gtk_widget_action_set_enabled (widget, "distribution.change",
                                 state == SHEAF_PLAN_APPROVED && !page->changing);
  gtk_widget_action_set_enabled (widget, "distribution.new-version",
                                 ready && state < SHEAF_PLAN_POSTED);
  if (page->writing || year_plan->year != page->year)
    sheaf_distribution_page_disable_acts (page);
}

void
sheaf_distribution_page_disable_acts (SheafDistributionPage *page)
{
  static const char *const acts[] = { "next", "save", "reopen",
                                      "unpost", "change", "new-version" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *name = g_strconcat ("distribution.", acts[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (page), name, FALSE);
    }
}
