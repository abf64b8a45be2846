/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enters events of certificates. */
#include "capital/certificate-check.h"

#include "book/act.h"
#include "capital/certificate-sql.h"
#include "capital/error.h"

static gboolean
write_event (SheafBook              *book,
             SheafCertificate       *event,
             const SheafCertificate *old,
             gint64                  act_id,
             GError                **error)
{
  char *const *texts = event->texts;

  return sheaf_store_insert (
      sheaf_book_store (book), CERTIFICATE_INSERT,
      SHEAF_ARGS (SHEAF_INT (event->party_id), SHEAF_DAY (event->date), SHEAF_INT (event->event),
                  SHEAF_TEXT (event->number), SHEAF_ID (old != NULL ? old->id : 0),
                  SHEAF_ID (event->amount.units), SHEAF_ID (event->charter.units),
                  SHEAF_DAY (event->until), SHEAF_OPTIONAL (event->reason), SHEAF_INT (act_id),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_NAME]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_ADDRESS]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_NATIONALITY]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_ID_NUMBER]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_REPRESENTS]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_REPRESENTATIVE]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_ASSET]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_COOP]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_COOP_CODE]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_COOP_ADDRESS]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_PLACE]),
                  SHEAF_OPTIONAL (texts[SHEAF_CERTIFICATE_SIGNER])),
      &event->id, error);
}

static gboolean
write_all (const SheafCertificateCheck *check,
           gint64                       act_id,
           GArray                      *ids,
           GError                     **error)
{
  for (guint i = 0; i < check->filled->len; i++)
    {
      SheafCertificate *event = check->filled->pdata[i];

      if (!write_event (check->book, event, check->olds->pdata[i], act_id, error))
        return FALSE;
      g_array_append_val (ids, event->id);
    }
  return TRUE;
}

/* The number that the only event is about. */
static const char *
summarise (const SheafCertificateCheck *check)
{
  const SheafCertificate *first = check->filled->len == 1 ? check->filled->pdata[0] : NULL;
  const SheafCertificate *old = first != NULL ? check->olds->pdata[0] : NULL;

  if (first != NULL && first->number != NULL)
    return first->number;
  return old != NULL && old->number != NULL ? old->number : "";
}

static void
tell_warnings (SheafBook           *book,
               const SheafProblems *problems)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind == SHEAF_PROBLEM_WARNING)
        sheaf_act_warn (book, problem->text);
    }
}

/* With warn the act warns of what was found; a file's reader tells it by itself. */
static gboolean
enter (SheafBook       *book,
       const GPtrArray *certificates,
       gboolean         warn,
       GArray         **ret_ids,
       char           **ret_number,
       GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_auto (SheafCertificateCheck) check = { .book = book, .problems = problems };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SheafAct) act = NULL;

  if (!sheaf_certificate_check_run (&check, certificates, error) ||
      !sheaf_problems_pass (problems, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED, error))
    return FALSE;
  act = sheaf_act_begin (book, "certificate", summarise (&check), error);
  if (act == NULL || !write_all (&check, sheaf_act_id (act), ids, error))
    return FALSE;
  if (warn)
    tell_warnings (book, problems);
  if (!sheaf_act_commit (act, error))
    return FALSE;
  if (ret_ids != NULL)
    *ret_ids = g_steal_pointer (&ids);
  if (ret_number != NULL)
    *ret_number = g_strdup (((SheafCertificate *) check.filled->pdata[0])->number);
  return TRUE;
}

gboolean
sheaf_certificate_enter (SheafBook       *book,
                         const GPtrArray *certificates,
                         GArray         **ret_ids,
                         GError         **error)
{
  g_return_val_if_fail (book != NULL && certificates != NULL, FALSE);
  return enter (book, certificates, FALSE, ret_ids, NULL, error);
}

static gboolean
enter_one (SheafBook           *book,
           SheafCertificateKind kind,
           gint64               party_id,
           SheafDate            day,
           const char          *number,
           const char          *reason,
           char               **ret_number,
           GError             **error)
{
  SheafCertificate *event = sheaf_certificate_new ();
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_certificate_free);

  event->event = kind;
  event->party_id = party_id;
  event->date = day;
  event->number = g_strdup (number);
  event->reason = g_strdup (reason);
  g_ptr_array_add (events, event);
  return enter (book, events, TRUE, NULL, ret_number, error);
}

gboolean
sheaf_certificate_issue (SheafBook  *book,
                         gint64      party_id,
                         SheafDate   day,
                         const char *number,
                         char      **ret_number,
                         GError    **error)
{
  g_return_val_if_fail (book != NULL, FALSE);
  return enter_one (book, SHEAF_CERTIFICATE_ISSUE, party_id, day, number, NULL, ret_number, error);
}

gboolean
sheaf_certificate_reissue (SheafBook  *book,
                           gint64      party_id,
                           SheafDate   day,
                           const char *number,
                           const char *reason,
                           char      **ret_number,
                           GError    **error)
{
  g_return_val_if_fail (book != NULL, FALSE);
  return enter_one (book, SHEAF_CERTIFICATE_REISSUE, party_id, day, number, reason, ret_number,
                    error);
}

gboolean
sheaf_certificate_exchange (SheafBook  *book,
                            gint64      party_id,
                            SheafDate   day,
                            const char *number,
                            const char *reason,
                            char      **ret_number,
                            GError    **error)
{
  g_return_val_if_fail (book != NULL, FALSE);
  return enter_one (book, SHEAF_CERTIFICATE_EXCHANGE, party_id, day, number, reason, ret_number,
                    error);
}

gboolean
sheaf_certificate_withdraw (SheafBook  *book,
                            gint64      party_id,
                            SheafDate   day,
                            const char *reason,
                            GError    **error)
{
  g_return_val_if_fail (book != NULL, FALSE);
  return enter_one (book, SHEAF_CERTIFICATE_WITHDRAW, party_id, day, NULL, reason, NULL, error);
}
