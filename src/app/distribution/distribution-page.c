/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices left, what comes of them right, at once: each change is computed on the reading thread
 * and nothing is stored before "Save". */
#include "app/distribution/distribution-page.h"

#include "app/act-dialog.h"
#include "app/distribution/distribution-acts.h"
#include "app/distribution/plan-form.h"
#include "app/distribution/share-lists.h"
#include "app/messages.h"
#include "app/shortcuts.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"

/* After the last key, before computing. */
#define PAUSE_MS 250

struct _SheafDistributionPage
{
  SheafPage      parent_instance;
  SheafYearPlan *year_plan; /* as shown; NULL before the first reading */
  gboolean       changing;  /* an approved plan is being changed */
  gboolean       dirty;     /* the form differs from what is stored */
  guint          timer;

  GtkLabel         *heading;
  GtkBox           *stages;
  GtkWidget        *menu_button;
  GtkWidget        *save_button;
  GtkButton        *act_button;
  SheafProblemList *problems;
  SheafPlanForm    *form;
  GtkColumnView    *steps_view;
  GtkColumnView    *shares_view;
  GtkLabel         *proof;
};

G_DEFINE_FINAL_TYPE (SheafDistributionPage, sheaf_distribution_page, SHEAF_TYPE_PAGE)

/* Everyone who had a share has got it. */
static gboolean
is_paid (const SheafYearPlan *year_plan)
{
  return year_plan->state == SHEAF_PLAN_POSTED && year_plan->unpaid == 0;
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

static void
show_stages (SheafDistributionPage *page)
{
  const SheafYearPlan *year_plan = page->year_plan;
  GtkWidget           *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page->stages))) != NULL)
    gtk_box_remove (page->stages, child);
  add_stage (page, _ ("Closed"), year_plan->closed);
  add_stage (page, _ ("Planned"), year_plan->state >= SHEAF_PLAN_DRAFT);
  add_stage (page, _ ("Approved"), year_plan->state >= SHEAF_PLAN_APPROVED);
  add_stage (page, _ ("Posted"), year_plan->state >= SHEAF_PLAN_POSTED);
  add_stage (page, _ ("Paid"), is_paid (year_plan));
}

/* The one primary act of the page: what comes next. */
static void
show_acts (SheafDistributionPage *page)
{
  const SheafYearPlan *year_plan = page->year_plan;
  SheafPlanState       state = year_plan->state;
  gboolean             plan_is_open = state < SHEAF_PLAN_APPROVED || page->changing;
  gboolean             ready = year_plan->result != NULL && year_plan->problems->errors == 0;
  const char          *label = _ ("_Pay the Members…");
  gboolean             enabled = TRUE;

  if (!year_plan->closed)
    label = _ ("_Close the Year…");
  else if (plan_is_open)
    {
      label = _ ("_Approve…");
      enabled = state == SHEAF_PLAN_DRAFT && !page->dirty && ready;
    }
  else if (state == SHEAF_PLAN_APPROVED)
    label = _ ("_Post…");
  else if (is_paid (year_plan))
    label = _ ("_See the Papers");
  gtk_button_set_label (page->act_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "distribution.next", enabled);
  gtk_widget_set_visible (page->save_button, plan_is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "distribution.save",
                                 plan_is_open && ready &&
                                     (page->dirty || state == SHEAF_PLAN_NONE));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "distribution.reopen",
                                 year_plan->closed && state < SHEAF_PLAN_POSTED);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "distribution.unpost",
                                 state == SHEAF_PLAN_POSTED);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "distribution.change",
                                 state == SHEAF_PLAN_APPROVED && !page->changing);
}

/* The next act first; what may be typed while there is none. */
static void
sheaf_distribution_page_focus (SheafPage *base)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (base);

  if (!gtk_widget_grab_focus (GTK_WIDGET (page->act_button)) &&
      !gtk_widget_grab_focus (page->save_button))
    (void) gtk_widget_child_focus (GTK_WIDGET (page->form), GTK_DIR_TAB_FORWARD);
}

/* An act that is done disables its button; without a focus no key would reach the page. */
static void
keep_focus (SheafDistributionPage *page)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (page)) &&
      (focus == NULL || !gtk_widget_is_sensitive (focus) || !gtk_widget_get_mapped (focus)))
    sheaf_distribution_page_focus (SHEAF_PAGE (page));
}

static void
show_result (SheafDistributionPage *page)
{
  g_autofree char *proof = sheaf_share_lists_proof (page->year_plan);

  sheaf_problem_list_show (page->problems, page->year_plan->problems);
  sheaf_share_lists_show_steps (page->steps_view, page->year_plan);
  sheaf_share_lists_show_shares (page->shares_view, page->year_plan);
  gtk_label_set_text (page->proof, proof);
  show_stages (page);
  show_acts (page);
  keep_focus (page);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (source);
  SheafYearPlan         *year_plan = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (year_plan == NULL)
    return;
  sheaf_year_plan_free (page->year_plan);
  page->year_plan = year_plan;
  if (!year_plan->edited)
    {
      page->dirty = FALSE;
      sheaf_plan_form_show (page->form, year_plan->plan, year_plan->law,
                            year_plan->state < SHEAF_PLAN_APPROVED || page->changing);
    }
  show_result (page);
}

static void
read_year (SheafDistributionPage *page,
           char                  *text)
{
  SheafYearPlanQuestion *question = g_new0 (SheafYearPlanQuestion, 1);

  question->year = sheaf_session_get_year (sheaf_page_get_session (SHEAF_PAGE (page)));
  question->text = text;
  sheaf_page_read (SHEAF_PAGE (page), sheaf_year_plan_job, question,
                   (GDestroyNotify) sheaf_year_plan_question_free,
                   (GDestroyNotify) sheaf_year_plan_free, read_cb);
}

static gboolean
compute_cb (gpointer user_data)
{
  SheafDistributionPage *page = user_data;
  char                  *text = sheaf_plan_form_read (page->form);

  page->timer = 0;
  if (text != NULL)
    read_year (page, text);
  else
    sheaf_problem_list_show_text (page->problems,
                                  _ ("The marked fields cannot be read: point at one to see why."));
  return G_SOURCE_REMOVE;
}

static void
form_changed_cb (SheafDistributionPage *page)
{
  page->dirty = TRUE;
  g_clear_handle_id (&page->timer, g_source_remove);
  page->timer = g_timeout_add (PAUSE_MS, compute_cb, page);
}

/* After a fund came or went: the rows are made again from the plan's text. */
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
  sheaf_plan_form_show (page->form, plan, page->year_plan->law, TRUE);
  form_changed_cb (page);
}

static void
fund_answered_cb (SheafActDialog        *dialog,
                  const char            *response,
                  SheafDistributionPage *page)
{
  const SheafChoices *accounts = page->year_plan->fund_accounts;

  if (g_strcmp0 (response, "accept") == 0)
    sheaf_plan_form_add_fund (
        page->form, sheaf_act_dialog_get_text (dialog),
        sheaf_choices_get (accounts, sheaf_act_dialog_get_choice (dialog))->code);
}

static void
add_fund_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  const SheafChoices    *accounts = page->year_plan != NULL ? page->year_plan->fund_accounts : NULL;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  SheafActQuestion question = {
    .heading = _ ("Add a fund"),
    .body = _ ("What the meeting sets aside from what is left after the common fund."),
    .accept = _ ("_Add"),
    .date = SHEAF_DATE_NONE,
    .text_label = _ ("_Name of the fund"),
    .choice_label = _ ("_Account")
  };
  GtkWidget *dialog;

  (void) name;
  (void) parameter;
  if (accounts == NULL || sheaf_choices_count (accounts) == 0)
    return;
  for (guint i = 0; i < sheaf_choices_count (accounts); i++)
    {
      const SheafChoice *choice = sheaf_choices_get (accounts, i);

      g_ptr_array_add (choices, g_strdup_printf ("%s  %s", choice->code, choice->name));
    }
  g_ptr_array_add (choices, NULL);
  question.choices = (const char *const *) choices->pdata;
  dialog = sheaf_act_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), &question);
  g_signal_connect_object (dialog, "response", G_CALLBACK (fund_answered_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
done_cb (SheafPage *base)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (base);

  page->changing = FALSE;
  sheaf_session_changed (sheaf_page_get_session (base));
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  const SheafYearPlan   *year_plan = page->year_plan;

  (void) name;
  (void) parameter;
  if (year_plan == NULL)
    return;
  if (!year_plan->closed)
    sheaf_distribution_ask_close (SHEAF_PAGE (page), done_cb);
  else if (year_plan->state < SHEAF_PLAN_APPROVED || page->changing)
    sheaf_distribution_ask (SHEAF_PAGE (page), SHEAF_YEAR_APPROVE, done_cb);
  else if (year_plan->state == SHEAF_PLAN_APPROVED)
    sheaf_distribution_ask (SHEAF_PAGE (page), SHEAF_YEAR_POST, done_cb);
  else if (is_paid (year_plan))
    (void) gtk_widget_activate_action (widget, "win.go", "(ss)", "papers", "");
  else
    sheaf_distribution_ask (SHEAF_PAGE (page), SHEAF_YEAR_PAY, done_cb);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  g_autofree char       *text = sheaf_plan_form_read (page->form);

  (void) name;
  (void) parameter;
  if (text != NULL)
    sheaf_distribution_store_plan (SHEAF_PAGE (page), text, done_cb);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) parameter;
  sheaf_distribution_ask (SHEAF_PAGE (widget),
                          g_strcmp0 (name, "distribution.reopen") == 0 ? SHEAF_YEAR_REOPEN
                                                                       : SHEAF_YEAR_UNPOST,
                          done_cb);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);

  (void) name;
  (void) parameter;
  page->changing = TRUE;
  sheaf_plan_form_show (page->form, page->year_plan->plan, page->year_plan->law, TRUE);
  show_acts (page);
}

static void
member_activated_cb (SheafDistributionPage *page)
{
  const char *code = sheaf_share_lists_selected (page->shares_view);

  if (code != NULL)
    (void) gtk_widget_activate_action (GTK_WIDGET (page), "win.go", "(ss)", "papers", code);
}

static void
sheaf_distribution_page_reload (SheafPage *base)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (base);
  int                    year = sheaf_session_get_year (sheaf_page_get_session (base));
  g_autofree char       *heading = g_strdup_printf (_ ("Distribution of %d"), year);

  gtk_label_set_text (page->heading, heading);
  /* What is being typed stays, unless another year is shown. */
  if (page->dirty && page->year_plan != NULL && page->year_plan->year == year &&
      page->year_plan->edited)
    form_changed_cb (page);
  read_year (page, NULL);
}

static void
sheaf_distribution_page_dispose (GObject *object)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (object);

  g_clear_handle_id (&page->timer, g_source_remove);
  g_clear_pointer (&page->year_plan, sheaf_year_plan_free);
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
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/distribution/distribution-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, stages);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, act_button);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, form);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, steps_view);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, shares_view);
  gtk_widget_class_bind_template_child (widget_class, SheafDistributionPage, proof);
  sheaf_shortcuts_bind (widget_class, "distribution.");
  gtk_widget_class_install_action (widget_class, "distribution.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "distribution.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "distribution.reopen", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "distribution.unpost", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "distribution.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "distribution.add-fund", NULL, add_fund_action);
}

static void
sheaf_distribution_page_init (SheafDistributionPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  sheaf_share_lists_set_up_steps (page->steps_view);
  sheaf_share_lists_set_up_shares (page->shares_view);
  g_signal_connect_swapped (page->form, "changed", G_CALLBACK (form_changed_cb), page);
  g_signal_connect_swapped (page->form, "rebuild", G_CALLBACK (rebuild_cb), page);
  g_signal_connect_swapped (page->shares_view, "activate", G_CALLBACK (member_activated_cb), page);
}
