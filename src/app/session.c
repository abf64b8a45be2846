/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book's connections, what is known of it, and who is told when it has changed. */
#include "app/session.h"

#include "app/actor.h"
#include "app/format.h"
#include "app/home-currency.h"
#include "app/session-facts.h"
#include "app/warnings.h"

struct _SheafSession
{
  GObject            parent_instance;
  char              *path;
  SheafJobs         *jobs;
  SheafSessionFacts *facts;
  int                year;
};

G_DEFINE_FINAL_TYPE (SheafSession, sheaf_session, G_TYPE_OBJECT)

static guint changed_signal;

static gpointer
open_connection (const char *path,
                 gboolean    writing,
                 GError    **error)
{
  SheafActor actor = sheaf_actor_now ();
  SheafBook *book;

  book = sheaf_book_open (path, writing ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, &actor, error);
  if (book != NULL && !sheaf_home_currency_check (book, error))
    g_clear_pointer (&book, sheaf_book_free);
  if (book != NULL && writing)
    sheaf_warnings_listen (book);
  return book;
}

static void
close_connection (gpointer connection)
{
  sheaf_book_free (connection);
}

static gboolean
prepare_connection (gpointer connection,
                    GError **error)
{
  return sheaf_book_follow (connection, error);
}

static const SheafJobsConnector connector = { .open = open_connection,
                                              .close = close_connection,
                                              .prepare = prepare_connection };

static void
sheaf_session_finalize (GObject *object)
{
  SheafSession *session = SHEAF_SESSION (object);

  g_clear_pointer (&session->jobs, sheaf_jobs_free);
  g_clear_pointer (&session->facts, sheaf_session_facts_free);
  g_free (session->path);
  G_OBJECT_CLASS (sheaf_session_parent_class)->finalize (object);
}

static void
sheaf_session_class_init (SheafSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sheaf_session_finalize;
  changed_signal = g_signal_new ("changed", SHEAF_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sheaf_session_init (SheafSession *session)
{
  session->year = 0;
}

static void
take_facts (SheafSession      *session,
            SheafSessionFacts *facts)
{
  g_clear_pointer (&session->facts, sheaf_session_facts_free);
  session->facts = facts;
  session->year = session->year == 0 ? facts->shown_year
                                     : CLAMP (session->year, facts->first_year, facts->last_year);
}

static void
first_facts_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SheafSession      *session = g_task_get_task_data (task);
  SheafSessionFacts *facts = sheaf_jobs_finish (result, &error);

  (void) source;
  if (facts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  take_facts (session, facts);
  g_task_return_pointer (task, g_object_ref (session), g_object_unref);
}

static void
facts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafSession *session = SHEAF_SESSION (source);
  g_autoptr (GError) error = NULL;
  SheafSessionFacts *facts = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (facts != NULL)
    take_facts (session, facts);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("%s", error->message);
  g_signal_emit (session, changed_signal, 0);
}

void
sheaf_session_open_async (const char         *path,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask        *task = g_task_new (NULL, cancellable, callback, user_data);
  SheafSession *session = g_object_new (SHEAF_TYPE_SESSION, NULL);

  session->path = g_strdup (path);
  session->jobs = sheaf_jobs_new (path, &connector);
  g_task_set_task_data (task, session, g_object_unref);
  sheaf_jobs_read (session->jobs, sheaf_session_facts_job, NULL, NULL,
                   (GDestroyNotify) sheaf_session_facts_free, NULL, cancellable, first_facts_cb,
                   task);
}

SheafSession *
sheaf_session_open_finish (GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
sheaf_session_get_path (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), NULL);

  return session->path;
}

const char *
sheaf_session_get_name (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), NULL);

  return session->facts->name;
}

SheafJobs *
sheaf_session_get_jobs (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), NULL);

  return session->jobs;
}

int
sheaf_session_get_first_year (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), 0);

  return session->facts->first_year;
}

int
sheaf_session_get_last_year (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), 0);

  return session->facts->last_year;
}

int
sheaf_session_get_year (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), 0);

  return session->year;
}

void
sheaf_session_set_year (SheafSession *session,
                        int           year)
{
  g_return_if_fail (SHEAF_IS_SESSION (session));

  if (session->year == year)
    return;
  session->year = year;
  g_signal_emit (session, changed_signal, 0);
}

gboolean
sheaf_session_is_year_closed (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), FALSE);

  return session->year <= session->facts->closed_year;
}

SheafDate
sheaf_session_get_working_day (SheafSession *session)
{
  SheafDate today = sheaf_format_today ();

  g_return_val_if_fail (SHEAF_IS_SESSION (session), today);

  if (sheaf_date_year (today) == session->year || sheaf_session_is_year_closed (session))
    return today;
  return sheaf_date_new (session->year, 12, 31);
}

SheafDate
sheaf_session_get_locked_until (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), SHEAF_DATE_NONE);

  return session->facts->locked_until;
}

SheafChoices *
sheaf_session_get_accounts (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), NULL);

  return session->facts->accounts;
}

SheafChoices *
sheaf_session_get_parties (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), NULL);

  return session->facts->parties;
}

SheafChoices *
sheaf_session_get_items (SheafSession *session)
{
  g_return_val_if_fail (SHEAF_IS_SESSION (session), NULL);

  return session->facts->items;
}

void
sheaf_session_changed (SheafSession *session)
{
  SheafSessionHeld *held;

  g_return_if_fail (SHEAF_IS_SESSION (session));

  held = g_new0 (SheafSessionHeld, 1);
  held->parties = sheaf_choices_ref (session->facts->parties);
  held->items = sheaf_choices_ref (session->facts->items);
  held->party_state = g_strdup (session->facts->party_state);
  held->item_state = g_strdup (session->facts->item_state);
  sheaf_jobs_read (session->jobs, sheaf_session_facts_job, held,
                   (GDestroyNotify) sheaf_session_held_free,
                   (GDestroyNotify) sheaf_session_facts_free, session, NULL, facts_cb, NULL);
}
