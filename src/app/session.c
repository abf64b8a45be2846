/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of the frame are read in one job, so that the title and the lists never disagree. */
#include "app/session.h"

#include "app/actor.h"
#include "app/format.h"
#include "app/ledger/account-advice.h"
#include "app/warnings.h"
#include "app/ledger/account-traits.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/totals.h"
#include "statements/balance.h"

/* What the frame shows of a book. */
typedef struct
{
  char         *name;
  int           first_year;
  int           last_year;
  int           shown_year;  /* the one to begin with */
  int           closed_year; /* the last one that is closed; 0: none */
  SheafDate     locked_until;
  SheafChoices *accounts;
  SheafChoices *parties;
  SheafChoices *items;
  char         *party_state; /* what the lists are of: they are read again when it differs */
  char         *item_state;
} Facts;

/* The lists that were shown so far; they serve on while nothing in them changed. */
typedef struct
{
  SheafChoices *parties;
  SheafChoices *items;
  char         *party_state;
  char         *item_state;
} Held;

struct _SheafSession
{
  GObject    parent_instance;
  char      *path;
  SheafJobs *jobs;
  Facts     *facts;
  int        year;
};

G_DEFINE_FINAL_TYPE (SheafSession, sheaf_session, G_TYPE_OBJECT)

static guint changed_signal;

static void
free_facts (Facts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->name);
  g_clear_pointer (&facts->accounts, sheaf_choices_unref);
  g_clear_pointer (&facts->parties, sheaf_choices_unref);
  g_clear_pointer (&facts->items, sheaf_choices_unref);
  g_free (facts->party_state);
  g_free (facts->item_state);
  g_free (facts);
}

static void
free_held (Held *held)
{
  g_clear_pointer (&held->parties, sheaf_choices_unref);
  g_clear_pointer (&held->items, sheaf_choices_unref);
  g_free (held->party_state);
  g_free (held->item_state);
  g_free (held);
}

static gpointer
open_connection (const char *path,
                 gboolean    writing,
                 GError    **error)
{
  SheafActor actor = sheaf_actor_now ();
  SheafBook *book;

  book = sheaf_book_open (path, writing ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, &actor, error);
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

static gboolean
read_accounts (SheafBook *book,
               Facts     *facts,
               GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  facts->accounts = sheaf_choices_new ();
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (!account->postable)
        continue;
      sheaf_choices_add (facts->accounts, account->id, account->code,
                         sheaf_account_name (account, sheaf_language_current ()));
      sheaf_choices_set_traits (facts->accounts, sheaf_account_traits (account));
    }
  sheaf_account_advice_add (book, facts->accounts);
  return TRUE;
}

/* Merged parties, and closed items, are there for old entries. */
static SheafChoices *
list_parties (SheafBook *book,
              GError   **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_list_all (book, error);
  const SheafMerges *merges = sheaf_merges_get (book, error);
  SheafChoices      *choices;

  if (parties == NULL || merges == NULL)
    return NULL;
  choices = sheaf_choices_new ();
  for (guint i = 0; i < parties->len; i++)
    {
      const SheafParty *party = g_ptr_array_index (parties, i);

      sheaf_choices_add (choices, party->id, party->code, party->name);
      if (sheaf_merges_survivor (merges, party->id) != party->id)
        sheaf_choices_retire (choices);
    }
  return choices;
}

static gboolean
read_parties (SheafBook  *book,
              const Held *held,
              Facts      *facts,
              GError    **error)
{
  facts->party_state = sheaf_party_state (book, error);
  if (facts->party_state == NULL)
    return FALSE;
  facts->parties = held != NULL && g_str_equal (facts->party_state, held->party_state)
                       ? sheaf_choices_ref (held->parties)
                       : list_parties (book, error);
  return facts->parties != NULL;
}

static SheafChoices *
list_items (SheafBook *book,
            GError   **error)
{
  const SheafItemFilter every = { 0 };
  g_autoptr (GPtrArray) items = sheaf_item_list (book, &every, error);
  SheafChoices *choices;

  if (items == NULL)
    return NULL;
  choices = sheaf_choices_new ();
  for (guint i = 0; i < items->len; i++)
    {
      const SheafItem *item = g_ptr_array_index (items, i);

      sheaf_choices_add (choices, item->id, item->code, item->name);
      if (!sheaf_date_is_none (item->closed))
        sheaf_choices_retire (choices);
    }
  return choices;
}

static gboolean
read_items (SheafBook  *book,
            const Held *held,
            Facts      *facts,
            GError    **error)
{
  facts->item_state = sheaf_item_state (book, error);
  if (facts->item_state == NULL)
    return FALSE;
  facts->items = held != NULL && g_str_equal (facts->item_state, held->item_state)
                     ? sheaf_choices_ref (held->items)
                     : list_items (book, error);
  return facts->items != NULL;
}

/* Whether anything was earned or spent in the year. */
static gboolean
read_activity (SheafBook *book,
               int        year,
               gboolean  *ret_active,
               GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafTotals) totals = NULL;

  if (chart != NULL)
    totals = sheaf_totals_load_pairs (book, sheaf_book_year_start (book, year),
                                      sheaf_book_year_end (book, year), error);
  if (totals == NULL)
    return FALSE;
  *ret_active = FALSE;
  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      const SheafAccount   *debit = sheaf_chart_by_id (chart, pair->debit_id);
      const SheafAccount   *credit = sheaf_chart_by_id (chart, pair->credit_id);

      if (pair->period.units != 0 && ((debit != NULL && debit->type == SHEAF_ACCOUNT_EXPENSE) ||
                                      (credit != NULL && credit->type == SHEAF_ACCOUNT_REVENUE)))
        *ret_active = TRUE;
    }
  return TRUE;
}

/* The year to begin with: in spring the books of the new year hold little more than the payments of
 * the old one's shares, and the work is in the old one. */
static gboolean
read_first_shown (SheafBook *book,
                  Facts     *facts,
                  GError   **error)
{
  gboolean active = FALSE;

  facts->shown_year = facts->last_year;
  while (facts->shown_year > facts->first_year)
    {
      if (!read_activity (book, facts->shown_year, &active, error))
        return FALSE;
      if (active)
        return TRUE;
      facts->shown_year--;
    }
  return TRUE;
}

static gboolean
read_closed (SheafBook *book,
             Facts     *facts,
             GError   **error)
{
  gboolean closed;

  for (int year = facts->first_year; year <= facts->last_year; year++)
    {
      if (!sheaf_closing_is_closed (book, year, &closed, error))
        return FALSE;
      if (closed)
        facts->closed_year = year;
    }
  return TRUE;
}

static gboolean
read_years (SheafBook *book,
            Facts     *facts,
            GError   **error)
{
  SheafDate from;
  SheafDate last;

  if (!sheaf_balance_default_days (book, &from, &last, error))
    return FALSE;
  facts->first_year = sheaf_date_year (sheaf_book_first_day (book));
  facts->last_year = MAX (facts->first_year, sheaf_date_year (last));
  return read_closed (book, facts, error) && read_first_shown (book, facts, error);
}

static gpointer
read_facts_job (gpointer connection,
                gpointer data,
                GError **error)
{
  SheafBook *book = connection;
  Facts     *facts = g_new0 (Facts, 1);

  facts->name = g_strdup (sheaf_book_name (book));
  if (read_years (book, facts, error) &&
      sheaf_period_locked_until (book, &facts->locked_until, error) &&
      read_accounts (book, facts, error) && read_parties (book, data, facts, error) &&
      read_items (book, data, facts, error))
    return facts;
  free_facts (facts);
  return NULL;
}

static void
sheaf_session_finalize (GObject *object)
{
  SheafSession *session = SHEAF_SESSION (object);

  g_clear_pointer (&session->jobs, sheaf_jobs_free);
  g_clear_pointer (&session->facts, free_facts);
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
take_facts (SheafSession *session,
            Facts        *facts)
{
  g_clear_pointer (&session->facts, free_facts);
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
  SheafSession *session = g_task_get_task_data (task);
  Facts        *facts = sheaf_jobs_finish (result, &error);

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
  Facts *facts = sheaf_jobs_finish (result, &error);

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
  sheaf_jobs_read (session->jobs, read_facts_job, NULL, NULL, (GDestroyNotify) free_facts, NULL,
                   cancellable, first_facts_cb, task);
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
  Held *held;

  g_return_if_fail (SHEAF_IS_SESSION (session));

  held = g_new0 (Held, 1);
  held->parties = sheaf_choices_ref (session->facts->parties);
  held->items = sheaf_choices_ref (session->facts->items);
  held->party_state = g_strdup (session->facts->party_state);
  held->item_state = g_strdup (session->facts->item_state);
  sheaf_jobs_read (session->jobs, read_facts_job, held, (GDestroyNotify) free_held,
                   (GDestroyNotify) free_facts, session, NULL, facts_cb, NULL);
}
