/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist warns and leads to the place; only the core refuses. */
#include "app/closing/closing-page.h"

#include "app/act-dialog.h"
#include "app/closing/closing-acts.h"
#include "app/closing/closing-list.h"
#include "app/closing/closing-outlook.h"
#include "app/closing/year-set-dialog.h"
#include "app/format.h"
#include "app/messages.h"
#include "app/shortcuts.h"
#include "app/statements/report-window.h"
#include "base/i18n.h"
#include "base/rate.h"

struct _SheafClosingPage
{
  SheafPage            parent_instance;
  SheafClosingOutlook *outlook;

  GtkLabel         *heading;
  GtkLabel         *state;
  GtkWidget        *close_button;
  GtkWidget        *reopen_button;
  GtkWidget        *unlock_button;
  GtkLabel         *revision;
  SheafClosingList *list;
  GtkWidget        *keys_box;
  GtkDropDown      *key_list;
  GtkEditable      *rate_entry;
  GtkDropDown      *tax_list;
  GtkLabel         *key_problem;
};

G_DEFINE_FINAL_TYPE (SheafClosingPage, sheaf_closing_page, SHEAF_TYPE_PAGE)

static int
get_year (SheafClosingPage *page)
{
  return sheaf_session_get_year (sheaf_page_get_session (SHEAF_PAGE (page)));
}

/* Papers of a year that was opened again say so; so does the page. */
static void
show_revision (SheafClosingPage *page)
{
  const SheafRevision *revision = &page->outlook->revision;
  g_autofree char     *day = sheaf_format_date (revision->opened);
  g_autofree char     *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (page->revision), revision->number > 1);
  if (revision->number <= 1)
    return;
  text = g_strdup_printf (_ ("Revision %u of the year’s figures: opened again on %s, and posted "
                             "since. Reason: %s"),
                          revision->number, day, revision->reason != NULL ? revision->reason : "–");
  gtk_label_set_text (page->revision, text);
}

/* "The year is open · locked until 31/08/2025 · 2 things to look at" */
static void
show_state (SheafClosingPage *page)
{
  const SheafClosingOutlook *outlook = page->outlook;
  g_autofree char           *day = sheaf_format_date (outlook->locked_until);
  g_autofree char           *locked = sheaf_date_is_none (outlook->locked_until)
                                          ? g_strdup (_ ("nothing is locked"))
                                          : g_strdup_printf (_ ("locked until %s"), day);
  guint                      left = sheaf_closing_list_get_left (page->list);
  g_autofree char           *looks = g_strdup_printf (_ ("to look at: %u"), left);
  const char                *year = outlook->closed ? _ ("The year is closed")
                                                    : _ ("The year is open");
  g_autofree char           *text = g_strdup_printf ("%s · %s · %s", year, locked, looks);

  gtk_label_set_text (page->state, text);
  show_revision (page);
  gtk_widget_set_visible (page->close_button, !outlook->closed);
  gtk_widget_set_visible (page->reopen_button, outlook->closed);
  gtk_widget_set_visible (page->unlock_button, !sheaf_date_is_none (outlook->locked_until));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "closing.close", !outlook->closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "closing.reopen", outlook->closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "closing.unlock",
                                 !sheaf_date_is_none (outlook->locked_until));
  gtk_widget_set_sensitive (page->keys_box, !outlook->closed);
}

static void
show_keys (SheafClosingPage *page)
{
  const SheafClosingKeys *keys = &page->outlook->keys;
  g_autofree char        *rate = sheaf_rate_to_text (keys->rate);

  gtk_drop_down_set_selected (page->key_list, keys->key);
  gtk_drop_down_set_selected (page->tax_list, keys->tax_by_profit ? 1 : 0);
  if (keys->key == SHEAF_CLOSING_BY_RATE)
    gtk_editable_set_text (page->rate_entry, rate);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafClosingPage    *page = SHEAF_CLOSING_PAGE (source);
  SheafClosingOutlook *outlook = sheaf_page_take (SHEAF_PAGE (page), result);

  if (outlook == NULL)
    return;
  if (page->list == NULL || outlook->year != get_year (page))
    {
      sheaf_closing_outlook_free (outlook);
      return;
    }
  (void) user_data;
  g_clear_pointer (&page->outlook, sheaf_closing_outlook_free);
  page->outlook = outlook;
  show_state (page);
  show_keys (page);
}

static void
sheaf_closing_page_reload (SheafPage *base)
{
  SheafClosingPage *page = SHEAF_CLOSING_PAGE (base);
  int               year = get_year (page);
  g_autofree char  *heading = g_strdup_printf (_ ("Closing of %d"), year);

  gtk_label_set_text (page->heading, heading);
  if (page->outlook == NULL)
    gtk_label_set_text (page->state, _ ("Looking through the year…"));
  sheaf_closing_list_look (page->list, base, year);
  sheaf_page_read (base, sheaf_closing_outlook_job, g_memdup2 (&year, sizeof year), g_free,
                   (GDestroyNotify) sheaf_closing_outlook_free, looked_cb);
}

static void
key_cb (SheafClosingPage *page)
{
  gboolean by_rate = gtk_drop_down_get_selected (page->key_list) == SHEAF_CLOSING_BY_RATE;

  gtk_widget_set_visible (GTK_WIDGET (page->rate_entry), by_rate);
  gtk_widget_set_visible (GTK_WIDGET (page->key_problem), FALSE);
}

/* The keys chosen; FALSE when the rate cannot be read, which is said below it. */
static gboolean
take_keys (SheafClosingPage *page,
           SheafClosingKeys *ret_keys)
{
  static const char *const words[] = { "revenue", "cost", "none" };
  guint                    key = gtk_drop_down_get_selected (page->key_list);
  gboolean                 by_profit = gtk_drop_down_get_selected (page->tax_list) == 1;
  g_autofree char         *rate = g_strdup (gtk_editable_get_text (page->rate_entry));
  g_autoptr (GError) error = NULL;
  gboolean good;

  g_strdelimit (rate, ",", '.');
  good = sheaf_closing_keys_parse (key < G_N_ELEMENTS (words) ? words[key] : g_strstrip (rate),
                                   by_profit ? "profit" : "external",
                                   ret_keys, &error);
  gtk_label_set_text (page->key_problem, good ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (page->key_problem), !good);
  return good;
}

static void
acted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  static const char *const done[] = {
    [SHEAF_CLOSING_ACT_CLOSE] = N_ ("The year is closed"),
    [SHEAF_CLOSING_ACT_REOPEN] = N_ ("The year is open again"),
    [SHEAF_CLOSING_ACT_LOCK] = N_ ("Locked"),
    [SHEAF_CLOSING_ACT_UNLOCK] = N_ ("Unlocked; papers of these days say so from now on"),
  };
  SheafPage *page = SHEAF_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *acted = sheaf_jobs_finish (result, &error);

  if (sheaf_page_get_session (page) == NULL)
    return;
  if (acted == NULL)
    {
      sheaf_messages_show_error (GTK_WIDGET (page), _ ("That was refused"), error);
      return;
    }
  sheaf_messages_toast (GTK_WIDGET (page), _ (done[GPOINTER_TO_UINT (user_data)]));
  sheaf_session_changed (sheaf_page_get_session (page));
}

/* Takes the act. */
static void
run_act (SheafClosingPage *page,
         SheafClosingAct  *act)
{
  SheafSession *session = sheaf_page_get_session (SHEAF_PAGE (page));

  sheaf_jobs_write (sheaf_session_get_jobs (session), sheaf_closing_act_job, act,
                    (GDestroyNotify) sheaf_closing_act_free, g_free, page, NULL, acted_cb,
                    GUINT_TO_POINTER (act->kind));
}

static SheafClosingAct *
make_act (SheafClosingPage   *page,
          SheafClosingActKind kind)
{
  SheafClosingAct *act = g_new0 (SheafClosingAct, 1);

  act->kind = kind;
  act->year = get_year (page);
  return act;
}

static void
answered_cb (SheafActDialog   *dialog,
             const char       *response,
             SheafClosingPage *page)
{
  SheafClosingAct *act;

  if (g_strcmp0 (response, "accept") != 0)
    return;
  act = make_act (page,
                  GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "sheaf-closing-act")));
  act->date = sheaf_act_dialog_get_date (dialog);
  act->reason = g_strdup (sheaf_act_dialog_get_text (dialog));
  if (act->kind == SHEAF_CLOSING_ACT_CLOSE && !take_keys (page, &act->keys))
    sheaf_closing_act_free (act);
  else
    run_act (page, act);
}

static void
ask (SheafClosingPage       *page,
     SheafClosingActKind     kind,
     const SheafActQuestion *question)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *dialog = sheaf_act_dialog_new (window, question);

  g_object_set_data (G_OBJECT (dialog), "sheaf-closing-act", GUINT_TO_POINTER (kind));
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafClosingPage *page = SHEAF_CLOSING_PAGE (widget);
  g_autofree char  *heading = g_strdup_printf (_ ("Close the year %d?"), get_year (page));
  SheafActQuestion  question = { .heading = heading,
                                 .body = _ ("Income and cost are closed to the result on the "
                                             "year’s last day, in one act. It can be undone by "
                                             "reopening, with a reason."),
                                 .accept = _ ("_Close the Year"),
                                 .date = SHEAF_DATE_NONE };
  SheafClosingKeys  keys;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  (void) action;
  (void) parameter;
  if (page->outlook == NULL || page->outlook->closed || !take_keys (page, &keys))
    return;
  sheaf_closing_list_warn (page->list, problems);
  question.problems = problems;
  ask (page, SHEAF_CLOSING_ACT_CLOSE, &question);
}

static void
reopen_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autofree char       *heading = g_strdup_printf (_ ("Reopen the year %d?"),
                                                    get_year (SHEAF_CLOSING_PAGE (widget)));
  const SheafActQuestion question = { .heading = heading,
                                      .body = _ ("The closing entries are reversed; both stay in "
                                                 "the books. The reason is kept, and what is "
                                                 "posted then shows as a revision on later "
                                                 "papers."),
                                      .accept = _ ("_Reopen"),
                                      .destructive = TRUE,
                                      .date = SHEAF_DATE_NONE,
                                      .text_label = _ ("_Reason") };

  (void) action;
  (void) parameter;
  ask (SHEAF_CLOSING_PAGE (widget), SHEAF_CLOSING_ACT_REOPEN, &question);
}

/* The month after the one that is locked, within the year. */
static SheafDate
next_month_end (SheafClosingPage *page)
{
  SheafDate first = sheaf_date_new (get_year (page), 1, 1);
  SheafDate locked = page->outlook->locked_until;

  if (sheaf_date_is_none (locked) || sheaf_date_cmp (locked, first) < 0)
    return sheaf_date_month_end (first);
  return sheaf_date_month_end (sheaf_date_add_days (locked, 1));
}

static void
lock_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SheafClosingPage *page = SHEAF_CLOSING_PAGE (widget);
  SheafActQuestion  question = { .heading = _ ("Lock the books?"),
                                 .body = _ ("Nothing can be posted up to and including the day."),
                                 .accept = _ ("_Lock") };

  (void) action;
  (void) parameter;
  if (page->outlook == NULL)
    return;
  question.date = next_month_end (page);
  ask (page, SHEAF_CLOSING_ACT_LOCK, &question);
}

static void
unlock_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SheafClosingPage *page = SHEAF_CLOSING_PAGE (widget);
  SheafActQuestion  question = { .heading = _ ("Unlock the books?"),
                                 .body = _ ("Locked stays only what lies up to and including the "
                                             "day. The reason is kept, and what is posted then "
                                             "shows as a revision on later papers."),
                                 .accept = _ ("_Unlock"),
                                 .destructive = TRUE,
                                 .text_label = _ ("_Reason") };
  SheafDate         locked;

  (void) action;
  (void) parameter;
  if (page->outlook == NULL || sheaf_date_is_none (page->outlook->locked_until))
    return;
  locked = page->outlook->locked_until;
  question.date = sheaf_date_add_days (
      sheaf_date_new (sheaf_date_year (locked), sheaf_date_month (locked), 1), -1);
  ask (page, SHEAF_CLOSING_ACT_UNLOCK, &question);
}

static void
rows_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafPage      *page = SHEAF_PAGE (source);
  SheafCollected *collected = sheaf_page_take (page, result);

  (void) user_data;
  if (collected != NULL)
    sheaf_report_window_show (page, collected, NULL, NULL);
}

static void
preview_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  SheafClosingPage *page = SHEAF_CLOSING_PAGE (widget);
  SheafClosingAct  *act;
  SheafClosingKeys  keys;

  (void) action;
  (void) parameter;
  if (page->outlook == NULL || !take_keys (page, &keys))
    return;
  act = make_act (page, SHEAF_CLOSING_ACT_CLOSE);
  act->keys = keys;
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (SHEAF_PAGE (page))),
                    sheaf_closing_rows_job, act, (GDestroyNotify) sheaf_closing_act_free,
                    (GDestroyNotify) sheaf_collected_free, page, NULL, rows_cb, NULL);
}

static void
year_set_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  sheaf_year_set_ask (SHEAF_PAGE (widget));
}

static void
stop_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  sheaf_closing_list_stop (SHEAF_CLOSING_PAGE (widget)->list);
}

static void
look_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  sheaf_closing_page_reload (SHEAF_PAGE (widget));
}

/* A line of the list was looked at. */
static void
looked_at_cb (SheafClosingPage *page)
{
  gboolean looking = page->list != NULL && sheaf_closing_list_is_looking (page->list);

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "closing.stop", looking);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "closing.look-again", !looking);
  if (page->list != NULL && page->outlook != NULL)
    show_state (page);
}

static void
sheaf_closing_page_focus (SheafPage *base)
{
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_CLOSING_PAGE (base)->list));
}

static void
sheaf_closing_page_dispose (GObject *object)
{
  SheafClosingPage *page = SHEAF_CLOSING_PAGE (object);

  page->list = NULL;
  g_clear_pointer (&page->outlook, sheaf_closing_outlook_free);
  G_OBJECT_CLASS (sheaf_closing_page_parent_class)->dispose (object);
}

static void
sheaf_closing_page_class_init (SheafClosingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_closing_page_dispose;
  page_class->reload = sheaf_closing_page_reload;
  page_class->focus = sheaf_closing_page_focus;
  g_type_ensure (SHEAF_TYPE_CLOSING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/closing/closing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, state);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, revision);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, list);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, keys_box);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, key_list);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, rate_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, tax_list);
  gtk_widget_class_bind_template_child (widget_class, SheafClosingPage, key_problem);
  sheaf_shortcuts_bind (widget_class, "closing.");
  gtk_widget_class_install_action (widget_class, "closing.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "closing.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "closing.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "closing.unlock", NULL, unlock_action);
  gtk_widget_class_install_action (widget_class, "closing.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "closing.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "closing.look-again", NULL, look_action);
  gtk_widget_class_install_action (widget_class, "closing.year-set", NULL, year_set_action);
}

static void
sheaf_closing_page_init (SheafClosingPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  /* A look under way keeps the list longer than the page. */
  g_signal_connect_object (page->list, "looked", G_CALLBACK (looked_at_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (page->key_list, "notify::selected", G_CALLBACK (key_cb), page);
  key_cb (page);
}
