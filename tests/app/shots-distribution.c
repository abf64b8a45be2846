/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sharing the year's income, from the open year to the posting, on a sample of its own. */
#include "shots.h"

#include "window-fixture.h"

#include "app/distribution/member-pane.h"
#include "app/distribution/plan-form.h"
#include "app/sample.h"

#include <glib/gstdio.h>

typedef struct
{
  SheafWindow     *window;
  gboolean         dark;
  const ShotsSize *size;
} Look;

static void
take (const Look *look,
      const char *name)
{
  shots_take (GTK_WIDGET (look->window), name, look->dark, look->size);
}

static GtkWidget *
page_of (const Look *look)
{
  return shots_get_page (look->window);
}

static void
choose (const Look *look,
        const char *group,
        const char *key,
        const char *text)
{
  SheafPlanForm *form = SHEAF_PLAN_FORM (
      window_fixture_find (page_of (look), SHEAF_TYPE_PLAN_FORM));

  gtk_editable_set_text (GTK_EDITABLE (sheaf_plan_form_find (form, group, key)), text);
  shots_wait ();
}

static void
view (const Look *look,
      const char *name)
{
  GtkWidget *page = page_of (look);

  gtk_stack_set_visible_child_name (
      GTK_STACK (gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "views")), name);
  shots_wait ();
}

/* The dialog that an action brings up. */
static GtkWidget *
ask (const Look *look,
     const char *action)
{
  shots_act (page_of (look), action);
  return shots_find_dialog (GTK_WIDGET (look->window));
}

static void
accept (GtkWidget *dialog)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  shots_wait ();
}

static void
take_plan (const Look *look)
{
  GtkWidget *dialog;
  GtkWidget *more;

  choose (look, "common-fund", "external-rate", "4");
  choose (look, "internal", "use", "30");
  take (look, "distribution-broken");
  choose (look, "internal", "use", "60");
  choose (look, "internal", "capital", "40");
  choose (look, "common-fund", "external-rate", "10");
  take (look, "distribution-typed");
  more = window_fixture_find (page_of (look), GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (more), TRUE);
  gtk_widget_grab_focus (more);
  shots_wait ();
  take (look, "distribution-more");
  gtk_expander_set_expanded (GTK_EXPANDER (more), FALSE);
  shots_act (page_of (look), "distribution.save");
  choose (look, "internal", "use", "52");
  choose (look, "internal", "capital", "48");
  dialog = ask (look, "distribution.new-version");
  shots_fill (dialog, "text_entry", "PA2");
  accept (dialog);
  view (look, "versions");
  take (look, "distribution-versions");
  view (look, "members");
  take (look, "distribution-members");
  shots_act (page_of (look), "distribution.save");
}

static void
take_approval (const Look *look)
{
  GtkWidget *dialog = ask (look, "distribution.next");

  shots_fill (dialog, "resolution_entry", "NQ 01/2026");
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog),
                                                      "members_entry")),
      40);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog),
                                                      "present_entry")),
      12);
  shots_wait ();
  shots_take (dialog, "distribution-meeting-too-few", look->dark, look->size);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog),
                                                      "present_entry")),
      31);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog),
                                                      "favour_entry")),
      30);
  shots_wait ();
  shots_take (dialog, "distribution-meeting", look->dark, look->size);
  accept (dialog);
  view (look, "steps");
  take (look, "distribution-approved");
  dialog = ask (look, "distribution.next");
  shots_take (dialog, "distribution-post", look->dark, look->size);
  accept (dialog);
  take (look, "distribution-posted");
  view (look, "proof");
  take (look, "distribution-proof");
}

void
shots_take_distribution (SheafWindow     *window,
                         gboolean         dark,
                         const ShotsSize *size)
{
  const Look       look = { window, dark, size };
  g_autofree char *own = g_dir_make_tmp ("sheaf-shots-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (own, "sample.sheaf", NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  shots_go (window, "distribution", "");
  take (&look, "distribution");
  if (!sheaf_sample_make (path, &error))
    g_error ("%s", error->message);
  sheaf_window_open (window, path);
  window_fixture_wait_for_book (window);
  shots_go (window, "distribution", "");
  take (&look, "distribution-open");
  dialog = ask (&look, "distribution.next");
  shots_take (dialog, "distribution-close", dark, size);
  accept (dialog);
  take_plan (&look);
  take_approval (&look);
}
