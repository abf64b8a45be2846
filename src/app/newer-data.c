/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for the law and one for the forms. What is taken in holds from a year on, so the question
 * names the year and what changes. */
#include "app/newer-data.h"

#include "app/messages.h"
#include "app/newer-data-jobs.h"
#include "base/i18n.h"

struct _SheafNewerData
{
  AdwPreferencesGroup parent_instance;
  SheafPage          *page;
  SheafNewerAll      *all; /* NULL until it is read */
  AdwActionRow       *rows[SHEAF_NEWER_KINDS];
  GtkButton          *buttons[SHEAF_NEWER_KINDS];
  SheafNewerAct       asked; /* what the open question is about */
};

G_DEFINE_FINAL_TYPE (SheafNewerData, sheaf_newer_data, ADW_TYPE_PREFERENCES_GROUP)

static void
show_kind (SheafNewerData *group,
           SheafNewerKind  kind)
{
  const SheafNewer *newer = &group->all->kinds[kind];
  g_autofree char  *text = NULL;

  if (newer->count > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "The program’s differs in %u value, from %d on",
                                         "The program’s differs in %u values, from %d on",
                                         newer->count),
                            newer->count, newer->year);
  else if (newer->taken)
    text = g_strdup_printf (_ ("That of the program, taken in from %d on"), newer->year);
  else
    text = g_strdup_printf (_ ("That of the program in %d"), newer->year);
  adw_action_row_set_subtitle (group->rows[kind], text);
  gtk_button_set_label (group->buttons[kind],
                        newer->count > 0 ? _ ("Take In…") : _ ("Take Back…"));
  gtk_widget_set_visible (GTK_WIDGET (group->buttons[kind]), newer->count > 0 || newer->taken);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafNewerData *group = SHEAF_NEWER_DATA (source);
  SheafNewerAll  *all = sheaf_jobs_finish (result, NULL); /* a missing file: nothing to offer */

  (void) user_data;
  if (all != NULL)
    {
      g_clear_pointer (&group->all, sheaf_newer_free);
      group->all = all;
      for (guint kind = 0; kind < SHEAF_NEWER_KINDS; kind++)
        show_kind (group, (SheafNewerKind) kind);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), group->all != NULL);
}

static void
read_again (SheafNewerData *group)
{
  SheafSession *session = sheaf_page_get_session (group->page);

  if (session != NULL)
    sheaf_jobs_read (sheaf_session_get_jobs (session), sheaf_newer_read_job, NULL, NULL,
                     (GDestroyNotify) sheaf_newer_free, group, NULL, read_cb, NULL);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafNewerData *group = SHEAF_NEWER_DATA (source);
  g_autoptr (GError) error = NULL;

  (void) user_data;
  gtk_widget_set_sensitive (GTK_WIDGET (group), TRUE);
  if (sheaf_jobs_finish (result, &error) == NULL)
    {
      sheaf_messages_show_error (GTK_WIDGET (group), _ ("Nothing was changed"), error);
      return;
    }
  if (sheaf_page_get_session (group->page) != NULL)
    sheaf_session_changed (sheaf_page_get_session (group->page));
  sheaf_messages_toast (GTK_WIDGET (group->page),
                        group->asked.back ? _ ("What held before holds again.")
                                          : _ ("The program’s was taken in."));
  read_again (group);
}

static void
accepted (gpointer widget)
{
  SheafNewerData *group = SHEAF_NEWER_DATA (widget);
  SheafSession   *session = sheaf_page_get_session (group->page);

  if (session == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (group), FALSE);
  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_newer_act_job,
                    g_memdup2 (&group->asked, sizeof group->asked), g_free, NULL, group, NULL,
                    done_cb, NULL);
}

static char *
make_heading (const SheafNewerAct *act)
{
  if (act->kind == SHEAF_NEWER_LAW)
    return g_strdup_printf (act->back ? _ ("Take back the law of %d and later?")
                                      : _ ("Take in the program’s law from %d on?"),
                            act->year);
  return g_strdup_printf (act->back ? _ ("Take back the forms of %d and later?")
                                    : _ ("Take in the program’s forms from %d on?"),
                          act->year);
}

static void
clicked_cb (GtkButton      *button,
            SheafNewerData *group)
{
  SheafNewerKind    kind = button == group->buttons[SHEAF_NEWER_LAW] ? SHEAF_NEWER_LAW
                                                                     : SHEAF_NEWER_FORMS;
  const SheafNewer *newer = &group->all->kinds[kind];
  g_autofree char  *heading = NULL;
  g_autofree char  *text = NULL;

  group->asked.kind = kind;
  group->asked.year = newer->year;
  group->asked.back = newer->count == 0;
  heading = make_heading (&group->asked);
  if (group->asked.back)
    text = g_strdup (_ ("What held before holds again; nothing is deleted."));
  else if (kind == SHEAF_NEWER_LAW)
    text = g_strconcat (_ ("Years that are shared out keep their law; a plan that is approved "
                           "but not posted must be approved anew."),
                        "\n\n", newer->examples, NULL);
  else
    text = g_strconcat (_ ("Years that are closed or locked keep their forms."), "\n\n",
                        newer->examples, NULL);
  sheaf_messages_ask (GTK_WIDGET (group), heading, text,
                      group->asked.back ? _ ("_Take Back") : _ ("_Take In"), accepted);
}

static void
sheaf_newer_data_finalize (GObject *object)
{
  SheafNewerData *group = SHEAF_NEWER_DATA (object);

  g_clear_object (&group->page);
  g_clear_pointer (&group->all, sheaf_newer_free);
  G_OBJECT_CLASS (sheaf_newer_data_parent_class)->finalize (object);
}

static void
sheaf_newer_data_class_init (SheafNewerDataClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sheaf_newer_data_finalize;
}

static void
sheaf_newer_data_init (SheafNewerData *group)
{
  static const char *const titles[SHEAF_NEWER_KINDS] = { N_ ("Law"), N_ ("Forms and closing") };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Law and forms"));
  gtk_widget_set_visible (GTK_WIDGET (group), FALSE);
  for (guint kind = 0; kind < SHEAF_NEWER_KINDS; kind++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (titles[kind]));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                      row, NULL, -1);
      g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), group);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      group->rows[kind] = ADW_ACTION_ROW (row);
      group->buttons[kind] = GTK_BUTTON (button);
    }
}

void
sheaf_newer_data_show (SheafNewerData *group,
                       SheafPage      *page)
{
  g_return_if_fail (SHEAF_IS_NEWER_DATA (group) && SHEAF_IS_PAGE (page));
  g_set_object (&group->page, page);
  read_again (group);
}
