/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of the register: each is opened with what the book says now. */
#include "app/act-dialog.h"
#include "app/format.h"
#include "app/members/explain-window.h"
#include "app/members/member-dialog.h"
#include "app/members/member-words.h"
#include "app/members/members-page-private.h"
#include "app/members/membership-dialog.h"
#include "app/members/register-paper.h"
#include "app/messages.h"
#include "base/i18n.h"

static void
saved_cb (SheafMembersPage *page,
          gint64            id)
{
  page->shown_id = id;
}

static void
show_dialog (SheafMembersPage *page,
             GtkWidget        *dialog)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWindow *
get_window (SheafMembersPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

/* The day of the register, when it is one. */
static SheafDate
get_day (SheafMembersPage *page)
{
  return page->rows != NULL ? page->rows->day
                            : sheaf_session_get_working_day (
                                  sheaf_page_get_session (SHEAF_PAGE (page)));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (widget);

  (void) name;
  (void) parameter;
  show_dialog (page, sheaf_member_dialog_new (get_window (page),
                                              sheaf_page_get_session (SHEAF_PAGE (page)), NULL,
                                              get_day (page)));
}

/* Reads the member selected for a dialog. */
static void
ask_sheet (SheafMembersPage   *page,
           GAsyncReadyCallback callback)
{
  const SheafRegisterLine *line = sheaf_members_page_selected (page);

  if (line != NULL)
    sheaf_page_read (SHEAF_PAGE (page), sheaf_member_load_job,
                     sheaf_member_question_new (line->row->party_id, get_day (page)), g_free,
                     (GDestroyNotify) sheaf_member_sheet_free, callback);
}

static void
edit_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (source);
  SheafMemberSheet *sheet = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (sheet != NULL)
    show_dialog (page, sheaf_member_dialog_new (get_window (page),
                                                sheaf_page_get_session (SHEAF_PAGE (page)), sheet,
                                                get_day (page)));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  ask_sheet (SHEAF_MEMBERS_PAGE (widget), edit_cb);
}

static void
event_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (source);
  SheafMemberSheet *sheet = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (sheet != NULL)
    show_dialog (page, sheaf_membership_dialog_new (get_window (page),
                                                    sheaf_page_get_session (SHEAF_PAGE (page)),
                                                    sheet, get_day (page)));
}

static void
event_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  ask_sheet (SHEAF_MEMBERS_PAGE (widget), event_cb);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  SheafMembersPage  *page = SHEAF_MEMBERS_PAGE (source);
  g_autofree gint64 *id = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (id == NULL)
    return;
  sheaf_session_changed (sheaf_page_get_session (SHEAF_PAGE (page)));
  sheaf_messages_toast (GTK_WIDGET (page), _ ("The event was taken back; the history keeps both"));
}

static void
take_back_response_cb (SheafActDialog   *dialog,
                       const char       *response,
                       SheafMembersPage *page)
{
  const GArray      *ids = g_object_get_data (G_OBJECT (dialog), "ids");
  guint              choice = sheaf_act_dialog_get_choice (dialog);
  SheafTakeBackWish *wish;

  if (g_strcmp0 (response, "accept") != 0 || choice >= ids->len)
    return;
  wish = g_new0 (SheafTakeBackWish, 1);
  wish->id = g_array_index (ids, gint64, choice);
  wish->reason = g_strstrip (g_strdup (sheaf_act_dialog_get_text (dialog)));
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (page))),
                    sheaf_member_take_back_job, wish, (GDestroyNotify) sheaf_take_back_wish_free,
                    g_free, page, NULL, taken_back_cb, NULL);
}

/* The events that count, the latest first, with their ids. */
static char **
list_events (const SheafMemberSheet *sheet,
             GArray                 *ids)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = sheet->events->len; i > 0; i--)
    {
      const SheafMembershipEvent *event = sheet->events->pdata[i - 1];
      g_autofree char            *day = sheaf_format_date (event->date);
      g_autofree char            *title = NULL;

      if (!sheaf_membership_event_counts (event))
        continue;
      title = g_strdup_printf ("%s · %s", day, sheaf_member_words_event (event->event));
      g_strv_builder_add (titles, title);
      g_array_append_val (ids, event->id);
    }
  return g_strv_builder_end (titles);
}

static void
take_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  SheafMembersPage *page = SHEAF_MEMBERS_PAGE (source);
  SheafMemberSheet *sheet = sheaf_page_take (SHEAF_PAGE (page), result);
  GArray           *ids;
  g_auto (GStrv) titles = NULL;
  g_autofree char *body = NULL;
  GtkWidget       *dialog;

  (void) user_data;
  if (sheet == NULL)
    return;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  titles = list_events (sheet, ids);
  body = g_strdup_printf (
      _ ("%s %s: the event counts no more, on no day. The history keeps it, with "
         "your reason."),
      sheet->member->code, sheet->member->name);
  dialog = sheaf_act_dialog_new (
      get_window (page),
      &(SheafActQuestion){ .heading = _ ("Take an Event Back"),
                           .body = body,
                           .accept = _ ("_Take back"),
                           .destructive = TRUE,
                           .date = SHEAF_DATE_NONE,
                           .text_label = _ ("Why it is taken back"),
                           .choice_label = _ ("Event"),
                           .choices = (const char *const *) titles });
  g_object_set_data_full (G_OBJECT (dialog), "ids", ids, (GDestroyNotify) g_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (take_back_response_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  sheaf_member_sheet_free (sheet);
}

static void
take_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  ask_sheet (SHEAF_MEMBERS_PAGE (widget), take_back_cb);
}

/* Of the day shown. */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SheafDate day = get_day (SHEAF_MEMBERS_PAGE (widget));

  (void) parameter;
  if (g_str_equal (name, "members.print-register"))
    sheaf_register_paper_show (SHEAF_PAGE (widget), day);
  else
    sheaf_contributions_paper_show (SHEAF_PAGE (widget), day);
}

/* The whole card, or its paper. */
static void
card_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SheafMembersPage        *page = SHEAF_MEMBERS_PAGE (widget);
  const SheafRegisterLine *line = sheaf_members_page_selected (page);

  (void) parameter;
  if (line == NULL)
    return;
  if (g_str_equal (name, "members.card"))
    sheaf_member_card_open (SHEAF_PAGE (page), line->row->code, get_day (page));
  else
    sheaf_member_card_print (SHEAF_PAGE (page), line->row->code, get_day (page));
}

static void
explain_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SheafMembersPage        *page = SHEAF_MEMBERS_PAGE (widget);
  const SheafRegisterLine *line = sheaf_members_page_selected (page);

  (void) name;
  (void) parameter;
  if (line != NULL)
    sheaf_explain_window_show (SHEAF_PAGE (page), line->row->code, line->row->name,
                               get_day (page));
}

void
sheaf_members_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "members.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "members.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "members.event", NULL, event_action);
  gtk_widget_class_install_action (widget_class, "members.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "members.print-register", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "members.print-contributions", NULL,
                                   print_action);
  gtk_widget_class_install_action (widget_class, "members.card", NULL, card_action);
  gtk_widget_class_install_action (widget_class, "members.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "members.print-card", NULL, card_action);
}
