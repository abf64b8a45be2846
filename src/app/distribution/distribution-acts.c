/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table says what each act asks and tells. */
#include "app/distribution/distribution-acts.h"

#include "app/act-dialog.h"
#include "app/distribution/step-list.h"
#include "app/format.h"
#include "app/messages.h"
#include "base/i18n.h"

static const struct
{
  const char *heading;
  const char *body;
  const char *accept;
  gboolean    asks_date;
  const char *text_label;
  const char *done;
} questions[] = {
  [SHEAF_YEAR_REOPEN] = { N_ ("Reopen the year?"),
                          N_ ("The closing entries are reversed; both stay in the books."),
                          N_ ("_Reopen"), FALSE, N_ ("_Reason"),
                          N_ ("The year is open again") },
  [SHEAF_YEAR_POST] = { N_ ("Post the distribution?"),
                        N_ ("A voucher is written for each step that moves money, all in one "
                            "act:"),
                        N_ ("_Post"), TRUE, NULL, N_ ("The distribution is posted") },
  [SHEAF_YEAR_UNPOST] = { N_ ("Take the posting back?"),
                          N_ ("These vouchers are reversed together; the approval stands:"),
                          N_ ("_Take Back"), TRUE, N_ ("_Reason"),
                          N_ ("The posting is taken back") },
};

/* An act asked for; kept with its dialog. */
typedef struct
{
  SheafPage       *page;
  SheafYearActKind kind;
  int              year;
  SheafActDone     done;
  SheafActDone     refused; /* may be NULL */
  SheafActDone     looked;  /* NULL where nothing is looked at before */
} Asked;

static Asked *
new_asked (SheafPage       *page,
           SheafYearActKind kind,
           SheafActDone     done)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ .page = g_object_ref (page),
                    .kind = kind,
                    .year = sheaf_session_get_year (sheaf_page_get_session (page)),
                    .done = done };
  return asked;
}

static void
free_asked (gpointer  data,
            GClosure *closure)
{
  Asked *asked = data;

  (void) closure;
  g_object_unref (asked->page);
  g_free (asked);
}

/* What is said when it is done; kinds that are not asked about have theirs here. */
static const char *
say_done (SheafYearActKind kind)
{
  switch (kind)
    {
    case SHEAF_YEAR_CLOSE:
      return _ ("The year is closed");
    case SHEAF_YEAR_STORE_PLAN:
      return _ ("The plan is saved");
    case SHEAF_YEAR_STORE_VERSION:
      return _ ("The version is kept");
    case SHEAF_YEAR_TAKE_VERSION:
      return _ ("The version is the year’s plan now");
    case SHEAF_YEAR_FORGET_VERSION:
      return _ ("The version is forgotten");
    case SHEAF_YEAR_APPROVE:
      return _ ("The plan is approved");
    default:
      return _ (questions[kind].done);
    }
}

/* With what is to be mended, where the refusal speaks of a list. */
static void
tell_refusal (const Asked          *asked,
              const GError         *error,
              const SheafYearActed *acted)
{
  g_autoptr (SheafProblems) all = sheaf_problems_new ();

  if (acted == NULL || acted->problems->errors == 0)
    {
      sheaf_messages_show_error (GTK_WIDGET (asked->page), _ ("That was refused"), error);
      return;
    }
  sheaf_problems_add (all, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s", error->message);
  for (guint i = 0; i < acted->problems->items->len; i++)
    {
      const SheafProblem *problem = acted->problems->items->pdata[i];

      sheaf_problems_add (all, problem->kind, NULL, 0, NULL, "%s", problem->text);
    }
  sheaf_messages_show_problems (GTK_WIDGET (asked->page), _ ("That was refused"), all);
}

static void
acted_cb (GObject *source G_GNUC_UNUSED,
          GAsyncResult   *result,
          gpointer        user_data)
{
  Asked *asked = user_data;
  g_autoptr (GError) error = NULL;
  SheafYearActed *acted = sheaf_jobs_finish (result, &error);

  if (acted == NULL || acted->refusal != NULL)
    {
      tell_refusal (asked, acted != NULL ? acted->refusal : error, acted);
      if (asked->refused != NULL)
        asked->refused (asked->page);
    }
  else
    {
      const char *text = say_done (asked->kind);

      sheaf_messages_toast (GTK_WIDGET (asked->page), text);
      if (acted->problems->items->len > 0)
        sheaf_messages_show_problems (GTK_WIDGET (asked->page), text, acted->problems);
      asked->done (asked->page);
    }
  sheaf_year_acted_free (acted);
  free_asked (asked, NULL);
}

static SheafYearAct *
new_act (SheafPage       *page,
         SheafYearActKind kind)
{
  SheafYearAct *act = g_new0 (SheafYearAct, 1);

  act->kind = kind;
  act->year = sheaf_session_get_year (sheaf_page_get_session (page));
  return act;
}

/* Takes the act. refused may be NULL. */
static void
run_act (SheafPage    *page,
         SheafYearAct *act,
         SheafActDone  done,
         SheafActDone  refused)
{
  Asked *asked = new_asked (page, act->kind, done);

  asked->refused = refused;
  sheaf_jobs_write (sheaf_session_get_jobs (sheaf_page_get_session (page)), sheaf_year_act_job, act,
                    (GDestroyNotify) sheaf_year_act_free, (GDestroyNotify) sheaf_year_acted_free,
                    page, NULL, acted_cb, asked);
}

static void
answered_cb (SheafActDialog *dialog,
             const char     *response,
             gpointer        user_data)
{
  const Asked  *asked = user_data;
  SheafYearAct *act;

  if (g_strcmp0 (response, "accept") != 0)
    return;
  act = new_act (asked->page, asked->kind);
  act->year = asked->year;
  act->date = sheaf_act_dialog_get_date (dialog);
  act->text = g_strdup (sheaf_act_dialog_get_text (dialog));
  act->choice = sheaf_act_dialog_get_choice (dialog);
  run_act (asked->page, act, asked->done, NULL);
}

static void
ask (SheafPage              *page,
     SheafYearActKind        kind,
     const SheafActQuestion *question,
     SheafActDone            done)
{
  GtkWidget *dialog = sheaf_act_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                            question);

  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), new_asked (page, kind, done),
                         free_asked, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was looked at before the question; NULL, and no question is asked, after a failure, on a
 * page that is gone and once another year is shown. */
static gpointer
take_preview (const Asked  *asked,
              GAsyncResult *result)
{
  gpointer preview = sheaf_page_take (asked->page, result);
  gboolean shown = gtk_widget_get_mapped (GTK_WIDGET (asked->page)) &&
                   sheaf_session_get_year (sheaf_page_get_session (asked->page)) == asked->year;

  if (preview == NULL || shown)
    return preview;
  if (asked->kind == SHEAF_YEAR_CLOSE)
    sheaf_closing_preview_free (preview);
  else
    g_ptr_array_unref (preview);
  return NULL;
}

static void
ask_close (const Asked               *asked,
           const SheafClosingPreview *preview)
{
  const char *const keys[] = { _ ("by revenue"), _ ("by direct cost"), _ ("all to external"),
                               NULL };
  SheafActQuestion  question = { .accept = _ ("_Close the Year"),
                                 .date = SHEAF_DATE_NONE,
                                 .choice_label = _ ("_Shared overhead is divided"),
                                 .choices = keys };
  g_autofree char  *heading = g_strdup_printf (_ ("Close the year %d?"), asked->year);
  g_autofree char  *internal = NULL;
  g_autofree char  *external = NULL;
  g_autofree char  *body = NULL;

  internal = sheaf_format_money_unit (preview->result[SHEAF_SIDE_INTERNAL]);
  external = sheaf_format_money_unit (preview->result[SHEAF_SIDE_EXTERNAL]);
  body = g_strdup_printf (_ ("%u closing entries are posted on 31 December. Divided by revenue, "
                             "the result is %s internal and %s external."),
                          preview->rows, internal, external);
  question.heading = heading;
  question.body = body;
  question.problems = preview->problems;
  if (preview->problems->errors > 0)
    sheaf_messages_show_problems (GTK_WIDGET (asked->page), _ ("The year cannot be closed yet"),
                                  preview->problems);
  else
    ask (asked->page, SHEAF_YEAR_CLOSE, &question, asked->done);
}

static void
closing_preview_cb (GObject *source G_GNUC_UNUSED,
                    GAsyncResult   *result,
                    gpointer        user_data)
{
  Asked               *asked = user_data;
  SheafClosingPreview *preview = take_preview (asked, result);

  asked->looked (asked->page);
  if (preview != NULL)
    ask_close (asked, preview);
  sheaf_closing_preview_free (preview);
  free_asked (asked, NULL);
}

static void
post_preview_cb (GObject *source G_GNUC_UNUSED,
                 GAsyncResult   *result,
                 gpointer        user_data)
{
  Asked *asked = user_data;
  g_autoptr (GPtrArray) sums = take_preview (asked, result);
  g_autoptr (GPtrArray) vouchers = sums != NULL ? sheaf_step_list_vouchers (sums) : NULL;

  asked->looked (asked->page);
  if (vouchers != NULL)
    sheaf_distribution_ask (asked->page, SHEAF_YEAR_POST, vouchers, asked->done);
  free_asked (asked, NULL);
}

/* Looks first; the callback asks. */
static void
look (SheafPage          *page,
      Asked              *asked,
      SheafActDone        looked,
      SheafJobFunc        func,
      GDestroyNotify      free_preview,
      GAsyncReadyCallback callback)
{
  asked->looked = looked;
  sheaf_jobs_read (sheaf_session_get_jobs (sheaf_page_get_session (page)), func,
                   g_memdup2 (&asked->year, sizeof asked->year), g_free, free_preview, page, NULL,
                   callback, asked);
}

void
sheaf_distribution_ask_close (SheafPage   *page,
                              SheafActDone looked,
                              SheafActDone done)
{
  look (page, new_asked (page, SHEAF_YEAR_CLOSE, done), looked, sheaf_closing_preview_job,
        (GDestroyNotify) sheaf_closing_preview_free, closing_preview_cb);
}

void
sheaf_distribution_ask_post (SheafPage   *page,
                             SheafActDone looked,
                             SheafActDone done)
{
  look (page, new_asked (page, SHEAF_YEAR_POST, done), looked, sheaf_post_preview_job,
        (GDestroyNotify) g_ptr_array_unref, post_preview_cb);
}

SheafDate
sheaf_distribution_propose_day (SheafPage *page)
{
  SheafDate first = sheaf_date_new (sheaf_session_get_year (sheaf_page_get_session (page)) + 1, 1,
                                    1);
  SheafDate today = sheaf_format_today ();

  return sheaf_date_cmp (today, first) < 0 ? first : today;
}

void
sheaf_distribution_ask (SheafPage       *page,
                        SheafYearActKind kind,
                        const GPtrArray *details,
                        SheafActDone     done)
{
  SheafActQuestion question = { .heading = _ (questions[kind].heading),
                                .body = _ (questions[kind].body),
                                .details = details,
                                .accept = _ (questions[kind].accept),
                                .destructive = kind == SHEAF_YEAR_REOPEN ||
                                               kind == SHEAF_YEAR_UNPOST,
                                .date = SHEAF_DATE_NONE };

  if (questions[kind].asks_date)
    question.date = sheaf_distribution_propose_day (page);
  if (questions[kind].text_label != NULL)
    question.text_label = _ (questions[kind].text_label);
  ask (page, kind, &question, done);
}

void
sheaf_distribution_store_plan (SheafPage   *page,
                               const char  *text,
                               SheafActDone done,
                               SheafActDone refused)
{
  SheafYearAct *act = new_act (page, SHEAF_YEAR_STORE_PLAN);

  act->text = g_strdup (text);
  run_act (page, act, done, refused);
}

void
sheaf_distribution_keep_version (SheafPage       *page,
                                 SheafYearActKind kind,
                                 const char      *name,
                                 const char      *plan,
                                 SheafActDone     done,
                                 SheafActDone     refused)
{
  SheafYearAct *act = new_act (page, kind);

  act->name = g_strdup (name);
  act->text = g_strdup (plan);
  run_act (page, act, done, refused);
}

void
sheaf_distribution_approve (SheafPage          *page,
                            const SheafMeeting *meeting,
                            SheafActDone        done)
{
  SheafYearAct *act = new_act (page, SHEAF_YEAR_APPROVE);

  act->heads = *meeting;
  act->date = meeting->date;
  act->text = g_strstrip (g_strdup (meeting->resolution));
  act->name = g_strdup (meeting->version);
  run_act (page, act, done, NULL);
}
