/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What adds to the plan (funds, amounts set apart, weights), what is done with versions, what is in
 * sight on the right, and the explanation of a member. */
#include "app/distribution/distribution-page-private.h"

#include "app/act-dialog.h"
#include "app/distribution/distribution-acts.h"
#include "app/distribution/explain-job.h"
#include "base/i18n.h"
#include "distribution/explain.h"

typedef void (*Answered) (SheafDistributionPage *page,
                          const char            *text,
                          guint                  choice);

typedef struct
{
  SheafDistributionPage *page;
  Answered               answered;
} Asked;

static void
free_asked (gpointer          data,
            GClosure *closure G_GNUC_UNUSED)
{
  Asked *asked = data;

  g_object_unref (asked->page);
  g_free (asked);
}

static void
response_cb (SheafActDialog *dialog,
             const char     *response,
             gpointer        user_data)
{
  Asked *asked = user_data;

  if (g_strcmp0 (response, "accept") == 0)
    asked->answered (asked->page, sheaf_act_dialog_get_text (dialog),
                     sheaf_act_dialog_get_choice (dialog));
}

static void
ask (SheafDistributionPage  *page,
     const SheafActQuestion *question,
     Answered                answered)
{
  GtkWidget *dialog = sheaf_act_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), question);
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ .page = g_object_ref (page), .answered = answered };
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asked, free_asked, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* "3532  Quỹ phúc lợi", a line each, each as often as there are endings; ends with NULL. */
static GPtrArray *
list_choices (const SheafChoices *choices,
              const char *const  *endings)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sheaf_choices_count (choices); i++)
    for (guint k = 0; endings[k] != NULL; k++)
      {
        const SheafChoice *choice = sheaf_choices_get (choices, i);

        g_ptr_array_add (lines, g_strdup_printf ("%s  %s%s", choice->code, choice->name,
                                                 endings[k]));
      }
  g_ptr_array_add (lines, NULL);
  return lines;
}

/* A new group of the plan, shown with the focus in it. */
static void
add_group (SheafDistributionPage *page,
           const char            *group)
{
  g_free (page->focus_group);
  page->focus_group = g_strdup (group);
  sheaf_plan_form_rebuild (page->form);
}

static void
add_fund (SheafDistributionPage *page,
          const char            *text,
          guint                  choice)
{
  g_autofree char *group = sheaf_plan_form_new_group (page->form, "fund");

  sheaf_plan_form_set (page->form, group, "title", text);
  sheaf_plan_form_set (page->form, group, "account",
                       sheaf_choices_get (page->year_plan->fund_accounts, choice)->code);
  sheaf_plan_form_set (page->form, group, "rate", "0");
  add_group (page, group);
}

static void
add_earmark (SheafDistributionPage *page,
             const char            *text,
             guint                  choice)
{
  g_autofree char *group = sheaf_plan_form_new_group (page->form, "earmark");
  SheafSide        side = choice % SHEAF_SIDES;

  sheaf_plan_form_set (page->form, group, "title", text);
  sheaf_plan_form_set (
      page->form, group, "account",
      sheaf_choices_get (page->year_plan->fund_accounts, choice / SHEAF_SIDES)->code);
  sheaf_plan_form_set (page->form, group, "side", sheaf_side_to_text (side));
  sheaf_plan_form_set (page->form, group, "amount", "0");
  add_group (page, group);
}

static void
add_weight (SheafDistributionPage *page,
            const char *text       G_GNUC_UNUSED,
            guint                  choice)
{
  g_autofree char *key = g_strconcat (
      "product.", sheaf_choices_get (page->year_plan->products, choice)->code, NULL);

  sheaf_plan_form_set (page->form, "weights", key, "1");
  add_group (page, "weights");
}

static void
add_fund_action (GtkWidget          *widget,
                 const char *name    G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  static const char *const none[] = { "", NULL };
  SheafDistributionPage   *page = SHEAF_DISTRIBUTION_PAGE (widget);
  SheafActQuestion         question = {
            .heading = _ ("Add a fund"),
            .body = _ ("What the meeting sets aside from what is left after the common fund."),
            .accept = _ ("_Add"),
            .date = SHEAF_DATE_NONE,
            .text_label = _ ("_Name of the fund"),
            .choice_label = _ ("_Account")
  };
  g_autoptr (GPtrArray) choices = NULL;

  if (page->year_plan == NULL || sheaf_choices_count (page->year_plan->fund_accounts) == 0)
    return;
  choices = list_choices (page->year_plan->fund_accounts, none);
  question.choices = (const char *const *) choices->pdata;
  ask (page, &question, add_fund);
}

static void
add_earmark_action (GtkWidget          *widget,
                    const char *name    G_GNUC_UNUSED,
                    GVariant *parameter G_GNUC_UNUSED)
{
  const char *const      sides[] = { _ (", from the internal profit"),
                                     _ (", from the external profit"), NULL };
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  SheafActQuestion       question = {
          .heading = _ ("Set an amount apart"),
          .body = _ ("Part of the result that may not be shared, such as a gift: it goes "
                           "to a fund as it is, before anything else is taken."),
          .accept = _ ("_Add"),
          .date = SHEAF_DATE_NONE,
          .text_label = _ ("_What it is"),
          .choice_label = _ ("_Account")
  };
  g_autoptr (GPtrArray) choices = NULL;

  if (page->year_plan == NULL || sheaf_choices_count (page->year_plan->fund_accounts) == 0)
    return;
  choices = list_choices (page->year_plan->fund_accounts, sides);
  question.choices = (const char *const *) choices->pdata;
  ask (page, &question, add_earmark);
}

static void
add_weight_action (GtkWidget          *widget,
                   const char *name    G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED)
{
  static const char *const none[] = { "", NULL };
  SheafDistributionPage   *page = SHEAF_DISTRIBUTION_PAGE (widget);
  SheafActQuestion         question = {
            .heading = _ ("Weigh a product"),
            .body = _ ("What is delivered or bought of it counts so many times as use; 0 leaves it "
                               "out."),
            .accept = _ ("_Add"),
            .date = SHEAF_DATE_NONE,
            .choice_label = _ ("_Product")
  };
  g_autoptr (GPtrArray) choices = NULL;

  if (page->year_plan == NULL || sheaf_choices_count (page->year_plan->products) == 0)
    return;
  choices = list_choices (page->year_plan->products, none);
  question.choices = (const char *const *) choices->pdata;
  ask (page, &question, add_weight);
}

static void
keep_version (SheafDistributionPage *page,
              const char            *text,
              guint choice           G_GNUC_UNUSED)
{
  g_autofree char *plan = sheaf_distribution_page_read_form (page);
  g_autofree char *name = g_strstrip (g_strdup (text));

  if (plan != NULL)
    sheaf_distribution_keep_version (SHEAF_PAGE (page), SHEAF_YEAR_STORE_VERSION, name, plan,
                                     sheaf_distribution_page_kept, NULL);
}

static void
new_version_action (GtkWidget          *widget,
                    const char *name    G_GNUC_UNUSED,
                    GVariant *parameter G_GNUC_UNUSED)
{
  SheafActQuestion question = {
    .heading = _ ("Keep these choices as a version"),
    .body = _ ("The choices on the left are kept beside the year’s plan, which stays as it is. "
               "Letters, digits and “-” make a name, such as PA2."),
    .accept = _ ("_Keep"),
    .date = SHEAF_DATE_NONE,
    .text_label = _ ("_Name of the version")
  };

  if (SHEAF_DISTRIBUTION_PAGE (widget)->year_plan != NULL)
    ask (SHEAF_DISTRIBUTION_PAGE (widget), &question, keep_version);
}

/* Of the version that the board has selected. */
static void
version_action (GtkWidget          *widget,
                const char         *name,
                GVariant *parameter G_GNUC_UNUSED)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  const char            *version = sheaf_version_board_get_selected (page->board);

  if (version == NULL)
    return;
  if (g_str_equal (name, "distribution.take-version"))
    {
      sheaf_distribution_page_hand_over (page);
      sheaf_distribution_keep_version (SHEAF_PAGE (page), SHEAF_YEAR_TAKE_VERSION, version, NULL,
                                       sheaf_distribution_page_done,
                                       sheaf_distribution_page_refused);
    }
  else
    sheaf_distribution_keep_version (SHEAF_PAGE (page), SHEAF_YEAR_FORGET_VERSION, version, NULL,
                                     sheaf_distribution_page_kept, NULL);
}

static void
search_action (GtkWidget          *widget,
               const char *name    G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);

  gtk_stack_set_visible_child_name (page->views, "members");
  sheaf_member_pane_search (page->members);
}

/* Steps, proof once there is one, members, versions, and round again. */
static void
next_view_action (GtkWidget          *widget,
                  const char *name    G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (widget);
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (page->views);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  guint at = 0;

  while (at < n && !gtk_selection_model_is_selected (pages, at))
    at++;
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (pages), (at + i) % n);
      GtkStackPage *next = GTK_STACK_PAGE (item);

      if (!gtk_stack_page_get_visible (next))
        continue;
      gtk_stack_set_visible_child (page->views, gtk_stack_page_get_child (next));
      (void) gtk_widget_child_focus (gtk_stack_page_get_child (next), GTK_DIR_TAB_FORWARD);
      return;
    }
}

void
sheaf_distribution_page_install_plan_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "distribution.next-view", NULL,
                                   next_view_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "distribution.add-fund", NULL, add_fund_action);
  gtk_widget_class_install_action (widget_class, "distribution.add-earmark", NULL,
                                   add_earmark_action);
  gtk_widget_class_install_action (widget_class, "distribution.add-weight", NULL,
                                   add_weight_action);
  gtk_widget_class_install_action (widget_class, "distribution.new-version", NULL,
                                   new_version_action);
  gtk_widget_class_install_action (widget_class, "distribution.take-version", NULL,
                                   version_action);
  gtk_widget_class_install_action (widget_class, "distribution.forget-version", NULL,
                                   version_action);
}

static void
explained_cb (GObject           *source,
              GAsyncResult      *result,
              gpointer user_data G_GNUC_UNUSED)
{
  SheafDistributionPage *page = SHEAF_DISTRIBUTION_PAGE (source);
  g_autoptr (SheafExplainAnswer) answer = sheaf_page_take (SHEAF_PAGE (page), result);
  g_autofree char *title = NULL;

  page->explaining = FALSE;
  if (page->explain_waits)
    {
      page->explain_waits = FALSE; /* that answer is of before */
      sheaf_distribution_page_explain (page);
      return;
    }
  if (answer == NULL ||
      g_strcmp0 (answer->code, sheaf_member_pane_get_selected (page->members)) != 0)
    return;
  title = g_strdup_printf (_ ("How the amounts of %s come about"), answer->code);
  sheaf_member_pane_explain (page->members, title, answer->lines);
}

/* A calculation for each row that is passed over would keep the page waiting: one at a time, and of
 * what is asked meanwhile the latest. */
void
sheaf_distribution_page_explain (SheafDistributionPage *page)
{
  const char           *code = sheaf_member_pane_get_selected (page->members);
  SheafExplainQuestion *question;

  /* Nobody waits for what nobody sees. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (page->views), "members") != 0)
    return;
  page->explain_waits = page->explaining;
  if (code == NULL || page->year_plan == NULL || page->year_plan->result == NULL)
    {
      sheaf_member_pane_explain (
          page->members, _ ("Nobody gets anything while the plan cannot be computed."), NULL);
      return;
    }
  if (page->explaining)
    return;
  page->explaining = TRUE;
  question = g_new0 (SheafExplainQuestion, 1);
  question->year = page->year_plan->year;
  question->code = g_strdup (code);
  if (page->year_plan->edited || page->year_plan->state == SHEAF_PLAN_NONE)
    question->text = sheaf_plan_to_text (page->year_plan->plan);
  sheaf_page_read (SHEAF_PAGE (page), sheaf_explain_job, question,
                   (GDestroyNotify) sheaf_explain_question_free,
                   (GDestroyNotify) sheaf_explain_answer_free, explained_cb);
}
