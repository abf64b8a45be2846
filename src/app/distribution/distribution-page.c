/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices left, what comes of them right, at once: each change is computed on the reading thread
 * and nothing is stored before "Save". */
#include "app/distribution/distribution-page-private.h"

#include "app/distribution/approval-dialog.h"
#include "app/distribution/distribution-acts.h"
#include "app/distribution/proof-list.h"
#include "app/distribution/step-list.h"
#include "app/shortcuts.h"
#include "base/i18n.h"

/* After the last key, before computing. */
#define PAUSE_MS 250

G_DEFINE_FINAL_TYPE (SheafDistributionPage, sheaf_distribution_page, SHEAF_TYPE_PAGE)

/* The next act first; what may be typed while there is none. */
static void
sheaf_distribution_page_focus (SheafPage *base)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (base);

  page->late_focus = !gtk_widget_grab_focus (GTK_WIDGET (page->act_button)) &&
                     !gtk_widget_grab_focus (page->save_button) &&
                     !gtk_widget_child_focus (GTK_WIDGET (page->form), GTK_DIR_TAB_FORWARD);
}

/* An act that is done disables its button; without a focus no key would reach the page. */
static void
keep_focus (SheafDistributionPage *page)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (page)) &&
      (page->late_focus || focus == NULL || !gtk_widget_is_sensitive (focus) ||
       !gtk_widget_get_mapped (focus)))
    sheaf_distribution_page_focus (SHEAF_PAGE (page));
}

/* What the form does not tell beside its choices. */
static void
show_problems (SheafDistributionPage *page)
{
  const SheafYearPlan *year_plan = page->year_plan;
  g_autoptr (GPtrArray) told = sheaf_plan_form_judge (page->form, year_plan->limits,
                                                      year_plan->problems);
  g_autoptr (SheafProblems) rest = sheaf_problems_new ();

  if (year_plan->changed != NULL)
    sheaf_problems_add (rest,
                        year_plan->state == SHEAF_PLAN_APPROVED ? SHEAF_PROBLEM_ERROR
                                                                : SHEAF_PROBLEM_WARNING,
                        NULL, 0, NULL, "%s", year_plan->changed);
  for (guint i = 0; i < year_plan->problems->items->len; i++)
    {
      SheafProblem *problem = year_plan->problems->items->pdata[i];

      if (!g_ptr_array_find (told, problem, NULL))
        sheaf_problems_add (rest, problem->kind, NULL, 0, NULL, "%s", problem->text);
    }
  sheaf_problem_list_show (page->problems, rest);
}

static void
show_result (SheafDistributionPage *page)
{
  g_autofree char *proof = sheaf_step_list_proof (page->year_plan);

  show_problems (page);
  sheaf_step_list_show (page->steps_view, page->year_plan);
  sheaf_distribution_page_show_proof (page);
  sheaf_member_pane_show (page->members, page->year_plan->members);
  sheaf_version_board_show (page->board, page->year_plan);
  gtk_label_set_text (page->proof, proof);
  sheaf_distribution_page_show_stages (page);
  sheaf_distribution_page_show_acts (page);
}

static void
show_form (SheafDistributionPage *page,
           const SheafPlan       *plan,
           gboolean               editable)
{
  g_autofree char *group = g_steal_pointer (&page->focus_group);

  sheaf_plan_form_show (page->form, plan, page->year_plan->law, page->year_plan->sector, editable);
  if (group != NULL)
    sheaf_plan_form_focus (page->form, group);
}

static void read_year (SheafDistributionPage *page,
                       char                  *text);

static void form_changed_cb (SheafDistributionPage *page);

/* What was read of the stored plan comes into the form, but not over what was typed meanwhile. */
static void
show_stored (SheafDistributionPage *page)
{
  if (page->typed && sheaf_distribution_page_is_open (page))
    {
      show_result (page);
      form_changed_cb (page);
      return;
    }
  page->dirty = FALSE;
  page->unreadable = FALSE;
  g_clear_handle_id (&page->timer, g_source_remove);
  show_form (page, page->year_plan->plan, sheaf_distribution_page_is_open (page));
  show_result (page);
}

static void
take_plan (SheafDistributionPage *page,
           SheafYearPlan         *year_plan)
{
  SheafYearPlan *before = page->year_plan;

  page->year_plan = year_plan;
  if (!year_plan->edited)
    show_stored (page);
  else if (sheaf_distribution_page_is_open (page))
    show_result (page);
  else
    {
      /* Approved or posted while it was typed: that no longer counts. */
      page->year_plan = before;
      before = year_plan;
      page->typed = FALSE;
      read_year (page, NULL);
    }
  gtk_widget_set_visible (page->content, TRUE);
  gtk_widget_set_sensitive (page->content, TRUE);
  keep_focus (page);
  sheaf_year_plan_free (before);
}

static void
read_cb (GObject           *source,
         GAsyncResult      *result,
         gpointer user_data G_GNUC_UNUSED)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (source);
  SheafYearPlan         *year_plan = sheaf_page_take (SHEAF_PAGE (page), result);

  page->reading = FALSE;
  if (page->waits)
    {
      sheaf_year_plan_free (year_plan); /* it is of before */
      page->waits = FALSE;
      read_year (page, g_steal_pointer (&page->waiting));
    }
  else if (year_plan == NULL)
    {
      /* Another year's figures must not stand below this one's heading. */
      if (page->year_plan == NULL || page->year_plan->year != page->year)
        gtk_widget_set_visible (page->content, FALSE);
    }
  else if (year_plan->edited && page->unreadable)
    sheaf_year_plan_free (year_plan); /* of before the field that cannot be read */
  else
    take_plan (page, year_plan);
}

static void
read_year (SheafDistributionPage *page,
           char                  *text)
{
  SheafYearPlanQuestion *question;

  if (page->reading)
    {
      g_free (page->waiting);
      page->waiting = text;
      page->waits = TRUE;
      return;
    }
  page->reading = TRUE;
  page->typed = FALSE;
  question = g_new0 (SheafYearPlanQuestion, 1);
  question->year = sheaf_session_get_year (sheaf_page_get_session (SHEAF_PAGE (page)));
  question->text = text;
  sheaf_page_read (SHEAF_PAGE (page), sheaf_year_plan_job, question,
                   (GDestroyNotify) sheaf_year_plan_question_free,
                   (GDestroyNotify) sheaf_year_plan_free, read_cb);
}

char *
sheaf_distribution_page_read_form (SheafDistributionPage *page)
{
  char *text = sheaf_plan_form_read (page->form);

  page->unreadable = text == NULL;
  if (page->unreadable)
    {
      sheaf_problem_list_show_text (
          page->problems, _ ("The marked fields cannot be read: point at one to see why."));
      sheaf_distribution_page_show_acts (page);
    }
  return text;
}

static gboolean
compute_cb (gpointer user_data)
{
  SheafDistributionPage *page = user_data;
  char                  *text = sheaf_distribution_page_read_form (page);

  page->timer = 0;
  if (text != NULL)
    read_year (page, text);
  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (SheafDistributionPage *page)
{
  if (page->year_plan == NULL || page->year_plan->year != page->year)
    return;
  page->dirty = TRUE;
  page->typed = TRUE;
  g_clear_handle_id (&page->timer, g_source_remove);
  page->timer = g_timeout_add (PAUSE_MS, compute_cb, page);
}

/* After something was added or taken out: the rows are made again from the plan's text. */
static void
rebuild_cb (SheafDistributionPage *page)
{
  g_autofree char *text = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlan) plan = NULL;

  /* What was typed goes into the text first, as far as it can be read. */
  g_free (sheaf_plan_form_read (page->form));
  text = sheaf_plan_form_get_text (page->form);
  plan = sheaf_plan_parse (text, -1, NULL, page->year_plan->law, problems);
  if (plan == NULL)
    return;
  if (page->focus_group == NULL)
    page->focus_group = g_strdup ("");
  show_form (page, plan, TRUE);
  form_changed_cb (page);
}

/* Nothing else is done to the plan before it is known whether it was stored. */
void
sheaf_distribution_page_hand_over (SheafDistributionPage *page)
{
  page->writing = TRUE;
  page->handed = page->dirty;
  page->dirty = FALSE;
  g_clear_handle_id (&page->timer, g_source_remove);
  sheaf_distribution_page_disable_acts (page);
}

void
sheaf_distribution_page_refused (SheafPage *base)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (base);

  page->writing = FALSE;
  if (page->year_plan == NULL)
    return; /* the page was closed meanwhile */
  if (page->handed)
    form_changed_cb (page);
  sheaf_distribution_page_show_acts (page);
}

/* What was typed since the act was asked for stays. */
void
sheaf_distribution_page_done (SheafPage *base)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (base);

  page->changing = FALSE;
  page->writing = FALSE;
  sheaf_session_changed (sheaf_page_get_session (base));
}

void
sheaf_distribution_page_kept (SheafPage *base)
{
  sheaf_session_changed (sheaf_page_get_session (base));
}

/* Also of a question that is not asked after all; the key that is pressed twice asks once. */
static void
looked (SheafPage *base)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (base);

  page->asking = FALSE;
  if (page->year_plan == NULL)
    return; /* the page was closed meanwhile */
  sheaf_distribution_page_show_acts (page);
  keep_focus (page);
}

static void
look_and_ask (SheafDistributionPage *page)
{
  page->asking = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "distribution.next", FALSE);
  if (page->year_plan->closed)
    sheaf_distribution_ask_post (SHEAF_PAGE (page), looked, sheaf_distribution_page_done);
  else
    sheaf_distribution_ask_close (SHEAF_PAGE (page), looked, sheaf_distribution_page_done);
}

static void
next_action (GtkWidget          *widget,
             const char *name    G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  SheafPage             *base = SHEAF_PAGE (page);
  const SheafYearPlan   *year_plan = page->year_plan;

  if (year_plan == NULL || page->asking)
    return;
  if (year_plan->closed && sheaf_distribution_page_is_open (page))
    sheaf_approval_dialog_ask (base, year_plan, sheaf_distribution_page_done);
  else if (!year_plan->closed || year_plan->state == SHEAF_PLAN_APPROVED)
    look_and_ask (page);
  else if (sheaf_distribution_page_is_paid (page))
    (void) gtk_widget_activate_action (widget, "win.go", "(ss)", "papers", "");
  else
    (void) gtk_widget_activate_action (widget, "win.go", "(ss)", "payouts", "new");
}

static void
save_action (GtkWidget          *widget,
             const char *name    G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  g_autofree char       *text = NULL;

  if (page->year_plan == NULL)
    return;
  text = sheaf_distribution_page_read_form (page);
  if (text == NULL)
    return;
  sheaf_distribution_page_hand_over (page);
  sheaf_distribution_store_plan (SHEAF_PAGE (page), text, sheaf_distribution_page_done,
                                 sheaf_distribution_page_refused);
}

static void
back_action (GtkWidget          *widget,
             const char         *name,
             GVariant *parameter G_GNUC_UNUSED)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  gboolean               reopens = g_strcmp0 (name, "distribution.reopen") == 0;
  g_autoptr (GPtrArray) vouchers = NULL;

  if (page->year_plan == NULL)
    return;
  vouchers = reopens ? NULL : sheaf_step_list_posted (page->year_plan);
  sheaf_distribution_ask (SHEAF_PAGE (widget), reopens ? SHEAF_YEAR_REOPEN : SHEAF_YEAR_UNPOST,
                          vouchers, sheaf_distribution_page_done);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);

  (void) name;
  (void) parameter;
  if (page->year_plan == NULL)
    return;
  page->changing = TRUE;
  page->focus_group = g_strdup ("");
  show_form (page, page->year_plan->plan, TRUE);
  show_result (page);
  keep_focus (page);
}

/* Nothing of the year that was shown goes with the page to another: what was typed, what was begun.
 * The acts come back with the other year's figures. */
static void
leave_year (SheafDistributionPage *page,
            int                    year)
{
  page->year = year;
  page->changing = FALSE;
  page->dirty = FALSE;
  page->typed = FALSE;
  page->unreadable = FALSE;
  page->writing = FALSE;
  page->handed = FALSE;
  g_clear_handle_id (&page->timer, g_source_remove);
  gtk_widget_set_sensitive (page->content, FALSE);
  sheaf_distribution_page_disable_acts (page);
}

static void
sheaf_distribution_page_reload (SheafPage *base)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (base);
  int                    year = sheaf_session_get_year (sheaf_page_get_session (base));
  g_autofree char       *heading = g_strdup_printf (_ ("Distribution of %d"), year);

  gtk_label_set_text (page->heading, heading);
  if (page->year != year)
    leave_year (page, year);
  sheaf_version_board_expire (page->board);
  /* What is being typed stays. */
  if (page->dirty)
    form_changed_cb (page);
  else
    read_year (page, NULL);
}

static void
sheaf_distribution_page_dispose (GObject *object)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (object);

  g_clear_handle_id (&page->timer, g_source_remove);
  g_clear_pointer (&page->year_plan, sheaf_year_plan_free);
  g_clear_pointer (&page->focus_group, g_free);
  g_clear_pointer (&page->waiting, g_free);
  page->waits = FALSE;
  G_OBJECT_CLASS (sheaf_distribution_page_parent_class)->dispose (object);
}

static void
sheaf_distribution_page_class_init (SheafDistributionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_distribution_page_dispose;
  SHEAF_PAGE_CLASS (klass)->reload = sheaf_distribution_page_reload;
  SHEAF_PAGE_CLASS (klass)->focus = sheaf_distribution_page_focus;
  g_type_ensure (SHEAF_TYPE_PLAN_FORM);
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  g_type_ensure (SHEAF_TYPE_MEMBER_PANE);
  g_type_ensure (SHEAF_TYPE_VERSION_BOARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/distribution/distribution-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, content);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, stages);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, reason);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, views);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, members);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, board);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, act_button);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, form);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, steps_view);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, proof_page);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, proof_view);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, proof);
  sheaf_shortcuts_bind (widget_class, "distribution.");
  gtk_widget_class_install_action (widget_class, "distribution.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "distribution.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "distribution.reopen", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "distribution.unpost", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "distribution.change", NULL, change_action);
  sheaf_distribution_page_install_plan_actions (widget_class);
}

static void
sheaf_distribution_page_init (SheafDistributionPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  sheaf_distribution_page_disable_acts (page);
  sheaf_step_list_set_up (page->steps_view);
  sheaf_proof_list_set_up (page->proof_view);
  g_signal_connect_swapped (page->form, "changed", G_CALLBACK (form_changed_cb), page);
  g_signal_connect_swapped (page->form, "rebuild", G_CALLBACK (rebuild_cb), page);
  g_signal_connect_swapped (page->members, "selected",
                            G_CALLBACK (sheaf_distribution_page_explain), page);
  g_signal_connect_object (page->views, "notify::visible-child",
                           G_CALLBACK (sheaf_distribution_page_explain), page, G_CONNECT_SWAPPED);
}
