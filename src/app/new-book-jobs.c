/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each job has a thread of its own and opens what it needs there. */
#include "app/new-book-jobs.h"

#include "app/actor.h"
#include "base/language.h"
#include "book/setting.h"
#include "exchange/carry-over.h"
#include "ledger/chart.h"

void
sheaf_new_book_free (SheafNewBook *wish)
{
  if (wish == NULL)
    return;
  g_free (wish->path);
  g_free (wish->name);
  g_free (wish->address);
  g_free (wish->tax_code);
  g_free (wish->chart);
  g_free (wish->law);
  g_free (wish->currency);
  g_free (wish);
}

void
sheaf_carry_free (SheafCarry *carry)
{
  if (carry == NULL)
    return;
  sheaf_opening_map_free (carry->map);
  sheaf_book_free (carry->old);
  g_free (carry);
}

void
sheaf_old_facts_free (SheafOldFacts *facts)
{
  if (facts == NULL)
    return;
  g_free (facts->name);
  g_free (facts->address);
  g_free (facts->tax_code);
  g_free (facts->chart);
  g_free (facts);
}

static void
free_facts (gpointer facts)
{
  sheaf_old_facts_free (facts);
}

static void
free_carry (gpointer carry)
{
  sheaf_carry_free (carry);
}

static void
read_facts_job (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  SheafActor actor = sheaf_actor_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = sheaf_book_open (data, SHEAF_BOOK_READ, &actor, &error);
  SheafOldFacts *facts;

  (void) source;
  (void) cancellable;
  if (book == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  facts = g_new0 (SheafOldFacts, 1);
  facts->name = g_strdup (sheaf_book_name (book));
  facts->address = sheaf_setting_find (book, "address");
  facts->tax_code = sheaf_setting_find (book, "tax-code");
  facts->chart = sheaf_setting_find (book, "chart");
  facts->is_union = sheaf_book_is_union (book);
  g_task_return_pointer (task, facts, free_facts);
}

void
sheaf_old_facts_read_async (const char         *path,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_facts_job);
}

SheafOldFacts *
sheaf_old_facts_read_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_carry_job (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  char     **words = data; /* the path, the chart */
  SheafActor actor = sheaf_actor_now ();
  g_autoptr (SheafCarry) carry = g_new0 (SheafCarry, 1);
  g_autoptr (GError) error = NULL;

  (void) source;
  (void) cancellable;
  carry->old = sheaf_book_open (words[0], SHEAF_BOOK_READ, &actor, &error);
  if (carry->old != NULL)
    carry->map = sheaf_opening_map_load (carry->old, words[1], 0, sheaf_language_current (),
                                         &error);
  if (carry->map == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&carry), free_carry);
}

void
sheaf_carry_load_async (const char         *path,
                        const char         *chart,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  const char *const words[] = { path, chart, NULL };
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, g_strdupv ((char **) words), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, load_carry_job);
}

SheafCarry *
sheaf_carry_load_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  SheafNewBook *wish;
  SheafCarry   *carry; /* the dialog's */
} Making;

static void
free_making (gpointer data)
{
  sheaf_new_book_free (((Making *) data)->wish);
  g_free (data);
}

static gboolean
write_fact (SheafBook  *book,
            const char *key,
            const char *value,
            GError    **error)
{
  return value == NULL || *value == '\0' || sheaf_setting_write (book, key, value, error);
}

static gboolean
fill_book (SheafBook          *book,
           const SheafNewBook *wish,
           const SheafCarry   *carry,
           GError            **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (!write_fact (book, "address", wish->address, error) ||
      !write_fact (book, "tax-code", wish->tax_code, error))
    return FALSE;
  if (carry == NULL || sheaf_carry_over (carry->old, carry->map, book, problems, error))
    return TRUE;
  /* The first finding says more than that there are findings. */
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind != SHEAF_PROBLEM_ERROR)
        continue;
      g_clear_error (error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, problem->text);
      break;
    }
  return FALSE;
}

static void
make_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  const SheafNewBook *wish = ((Making *) data)->wish;
  SheafActor          actor = sheaf_actor_now ();
  SheafBookSpec       spec = { .name = wish->name,
                               .year = wish->year,
                               .chart = wish->chart,
                               .law = wish->law,
                               .currency = wish->currency,
                               .sector = "agriculture",
                               .is_union = wish->is_union };
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (wish->path, &spec, &actor, sheaf_ledger_set_up, &error);
  gboolean   made = book != NULL;
  gboolean   filled = made && fill_book (book, wish, ((Making *) data)->carry, &error);

  (void) source;
  (void) cancellable;
  sheaf_book_free (book);
  if (made && !filled)
    sheaf_store_remove (wish->path);
  if (filled)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
sheaf_new_book_make_async (SheafNewBook       *wish,
                           SheafCarry         *carry,
                           gpointer            source,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  Making *making = g_new (Making, 1);

  *making = (Making){ wish, carry };
  g_task_set_task_data (task, making, free_making);
  g_task_run_in_thread (task, make_job);
}

gboolean
sheaf_new_book_make_finish (GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
