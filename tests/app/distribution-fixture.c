/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drives the distribution page. */
#include "distribution-fixture.h"

#include "app/page.h"
#include "app/widgets/entry-mark.h"

#include <string.h>

gboolean
distribution_fixture_can (GtkWidget  *page,
                          const char *button)
{
  return gtk_widget_is_sensitive (book_fixture_part (page, button));
}

const char *
distribution_fixture_text (gpointer    page,
                           const char *label)
{
  return gtk_label_get_text (GTK_LABEL (book_fixture_part (page, label)));
}

SheafPlanForm *
distribution_fixture_form (gpointer page)
{
  return SHEAF_PLAN_FORM (book_fixture_part (page, "form"));
}

void
distribution_fixture_choose (GtkWidget  *page,
                             const char *group,
                             const char *key,
                             const char *text)
{
  GtkWidget *entry = sheaf_plan_form_find (distribution_fixture_form (page), group, key);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
is_read (gpointer page)
{
  return sheaf_plan_form_find (distribution_fixture_form (page), "internal", "use") != NULL;
}

gboolean
distribution_fixture_has_dialog (gpointer fixture)
{
  return book_fixture_find_dialog (fixture) != NULL;
}

GtkWidget *
distribution_fixture_ask (BookFixture *fixture,
                          GtkWidget   *page,
                          const char  *action)
{
  book_fixture_act (page, action);
  window_fixture_wait (distribution_fixture_has_dialog, fixture);
  return book_fixture_find_dialog (fixture);
}

/* Cells of lists are no labels. */
gboolean
distribution_fixture_cell_says (GtkWidget  *below,
                                const char *text)
{
  const char *own = GTK_IS_INSCRIPTION (below) ? gtk_inscription_get_text (GTK_INSCRIPTION (below))
                                               : NULL;

  if (own != NULL && strstr (own, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (distribution_fixture_cell_says (child, text))
      return TRUE;
  return FALSE;
}

gboolean
distribution_fixture_says (gpointer data)
{
  const DistributionSaid *said = data;

  return book_fixture_says (said->page, said->text) ||
         distribution_fixture_cell_says (said->page, said->text);
}

gboolean
distribution_fixture_says_no_more (gpointer data)
{
  return !distribution_fixture_says (data);
}

void
distribution_fixture_wait_for (GtkWidget  *page,
                               const char *text)
{
  DistributionSaid said = { page, text };

  window_fixture_wait (distribution_fixture_says, &said);
}

gboolean
distribution_fixture_can_save (gpointer page)
{
  return distribution_fixture_can (page, "save_button");
}

gboolean
distribution_fixture_can_act (gpointer page)
{
  return distribution_fixture_can (page, "act_button");
}

gboolean
distribution_fixture_cannot_act (gpointer page)
{
  return !distribution_fixture_can (page, "act_button");
}

static gboolean
is_act (gpointer    page,
        const char *label)
{
  return strstr (gtk_button_get_label (GTK_BUTTON (book_fixture_part (page, "act_button"))),
                 label) != NULL;
}

gboolean
distribution_fixture_is_to_approve (gpointer page)
{
  return is_act (page, "Approve");
}

gboolean
distribution_fixture_is_to_post (gpointer page)
{
  return is_act (page, "Post");
}

gboolean
distribution_fixture_is_to_pay (gpointer page)
{
  return is_act (page, "Pay");
}

/* The page of the closed year, its plan not yet saved. */
GtkWidget *
distribution_fixture_go_to_closed (BookFixture *fixture)
{
  GtkWidget *page = book_fixture_go (fixture, "distribution", "");

  window_fixture_wait (is_read, page);
  book_fixture_answer (distribution_fixture_ask (fixture, page, "distribution.next"), "accept");
  window_fixture_wait (distribution_fixture_is_to_approve, page);
  return page;
}

void
distribution_fixture_save (GtkWidget *page)
{
  window_fixture_wait (distribution_fixture_can_save, page);
  book_fixture_act (page, "distribution.save");
  window_fixture_wait (distribution_fixture_can_act, page);
}

void
distribution_fixture_approve (BookFixture *fixture,
                              GtkWidget   *page)
{
  GtkWidget *dialog = distribution_fixture_ask (fixture, page, "distribution.next");

  book_fixture_type (dialog, "resolution_entry", "NQ 01/2026");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (book_fixture_part (dialog, "members_entry")), 20);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (book_fixture_part (dialog, "present_entry")), 15);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (book_fixture_part (dialog, "favour_entry")), 14);
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (distribution_fixture_is_to_post, page);
}

SheafBook *
distribution_fixture_read_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (YEAR, 12, 31) };
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, &error);

  g_assert_no_error (error);
  return book;
}

gboolean
distribution_fixture_is_marked (gpointer entry)
{
  return sheaf_entry_is_marked (entry);
}

static GMutex   held;
static gboolean all_came;

static gpointer
wait_job (gpointer connection G_GNUC_UNUSED,
          gpointer data       G_GNUC_UNUSED,
          GError **error      G_GNUC_UNUSED)
{
  g_mutex_lock (&held);
  g_mutex_unlock (&held);
  return g_strdup ("");
}

static void
waited_cb (GObject *source G_GNUC_UNUSED,
           GAsyncResult   *result,
           gpointer        user_data)
{
  g_free (sheaf_jobs_finish (result, NULL));
  if (user_data != NULL)
    *(gboolean *) user_data = TRUE;
}

static void
ask_to_wait (GtkWidget *page,
             gboolean  *flag)
{
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (page))), wait_job,
                   NULL, NULL, g_free, NULL, NULL, waited_cb, flag);
}

void
distribution_fixture_hold (GtkWidget *page)
{
  g_mutex_lock (&held);
  ask_to_wait (page, NULL);
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

void
distribution_fixture_go_on (GtkWidget *page)
{
  all_came = FALSE;
  ask_to_wait (page, &all_came);
  g_mutex_unlock (&held);
  window_fixture_wait (is_true, &all_came);
}
