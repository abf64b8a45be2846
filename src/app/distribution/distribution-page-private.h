/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page's parts; only distribution-page*.c include this. */
#pragma once

#include "app/distribution/distribution-jobs.h"
#include "app/distribution/distribution-page.h"
#include "app/distribution/member-pane.h"
#include "app/distribution/plan-form.h"
#include "app/distribution/version-board.h"
#include "app/widgets/problem-list.h"

struct _SheafDistributionPage
{
  SheafPage      parent_instance;
  SheafYearPlan *year_plan;  /* as shown; NULL before the first reading */
  gboolean       changing;   /* an approved plan is being changed */
  int            year;       /* that is asked for; year_plan may still be of another */
  gboolean       dirty;      /* the form differs from what is stored */
  gboolean       typed;      /* since the reading under way was asked for */
  gboolean       writing;    /* the form's text is handed over to be stored */
  gboolean       handed;     /* whether it was dirty then */
  gboolean       late_focus; /* the page was shown before anything on it could take the focus */
  gboolean       asking;     /* the next act's question is on its way */
  gboolean       unreadable; /* a field cannot be read: what is shown is of before */
  guint          timer;
  gboolean       reading; /* one calculation at a time: what is typed meanwhile waits */
  gboolean       waits;
  char          *waiting;    /* the latest of that; NULL: what is stored */
  gboolean       explaining; /* likewise of the explanation of a member */
  gboolean       explain_waits;
  char          *focus_group; /* of the plan: where the focus goes when the form is made anew */

  GtkLabel          *heading;
  GtkWidget         *content;
  GtkBox            *stages;
  GtkLabel          *reason;
  GtkWidget         *menu_button;
  GtkWidget         *save_button;
  GtkButton         *act_button;
  SheafProblemList  *problems;
  SheafPlanForm     *form;
  GtkStack          *views;
  GtkColumnView     *steps_view;
  GtkStackPage      *proof_page;
  GtkColumnView     *proof_view;
  GtkLabel          *verdict;
  SheafMemberPane   *members;
  SheafVersionBoard *board;
  GtkLabel          *proof;
};

/* After an act: everything is read again. */
void sheaf_distribution_page_done (SheafPage *base);

/* After an act that leaves what is typed as it is. */
void sheaf_distribution_page_kept (SheafPage *base);

/* The form's text, or a version in its place, goes to be stored: what is typed from now on is new.
 * "refused" ends it where it was not stored. */
void sheaf_distribution_page_hand_over (SheafDistributionPage *page);
void sheaf_distribution_page_refused (SheafPage *base);

/* The plan as typed; NULL, and it is told, while a field cannot be read. Free with g_free. */
char *sheaf_distribution_page_read_form (SheafDistributionPage *page);

/* What adds to the plan, and what is done with versions. */
void sheaf_distribution_page_install_plan_actions (GtkWidgetClass *widget_class);

/* Reads how the selected member's amounts came about, while the members are in sight. */
void sheaf_distribution_page_explain (SheafDistributionPage *page);

/* Shows the tab of the proof; there is none before the ledger has the posting. */
void sheaf_distribution_page_show_proof (SheafDistributionPage *page);

/* TRUE while the plan may be typed. */
gboolean sheaf_distribution_page_is_open (const SheafDistributionPage *page);

/* TRUE when everyone who had a share has got it. */
gboolean sheaf_distribution_page_is_paid (const SheafDistributionPage *page);

/* How far the year is; which acts can be taken, and why the next one cannot yet. */
void sheaf_distribution_page_show_stages (SheafDistributionPage *page);
void sheaf_distribution_page_show_acts (SheafDistributionPage *page);

/* Before the year is read, and while its plan is being written, nothing may be done to it. */
void sheaf_distribution_page_disable_acts (SheafDistributionPage *page);
