/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The core judges, and judges again in the act: the book may have changed meanwhile. */
#include "app/capital/event-jobs.h"

#include "app/format.h"
#include "app/ledger/voucher-text.h"
#include "app/warnings.h"
#include "base/i18n.h"
#include "capital/certificate-due.h"
#include "capital/refund.h"

void
sheaf_capital_look_free (SheafCapitalLook *look)
{
  if (look == NULL)
    return;
  sheaf_problems_free (look->problems);
  sheaf_capital_preview_free (look->preview);
  g_free (look->entry);
  g_free (look->debts);
  g_free (look->solvency);
  g_free (look);
}

void
sheaf_capital_entering_free (SheafCapitalEntering *entering)
{
  if (entering == NULL)
    return;
  sheaf_capital_event_free (entering->event);
  g_free (entering);
}

void
sheaf_capital_taking_back_free (SheafCapitalTakingBack *taking)
{
  if (taking == NULL)
    return;
  g_free (taking->reason);
  g_free (taking);
}

void
sheaf_capital_done_free (SheafCapitalDone *done)
{
  if (done == NULL)
    return;
  sheaf_problems_free (done->problems);
  g_free (done->number);
  g_free (done->place);
  g_free (done);
}

char *
sheaf_capital_voucher_place (SheafDate date,
                             gint64    voucher_id)
{
  g_autofree char *day = sheaf_date_to_text (date);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, day, voucher_id);
}

/* The core's sentence, with figures as people read them. */
static char *
say_solvency (const SheafCapitalSolvency *solvency)
{
  g_autofree char *after = sheaf_format_money_unit (solvency->after);
  g_autofree char *money = sheaf_format_money_unit (solvency->money);
  g_autofree char *debts = sheaf_format_money_unit (solvency->debts);
  g_autofree char *claims = sheaf_format_money_unit (solvency->claims);

  return g_strdup_printf (_ ("After the refund %s of %s money is left. Debts of %s fall due within "
                             "twelve months, claims of %s may come in. Capital may be given back "
                             "only if all debts stay payable (Law 17/2023/QH15 Art. 78)."),
                          after, money, debts, claims);
}

/* A refund waits for the member's own debts (Law 17/2023/QH15 Art. 90) and must leave the co-op
 * able to pay its own (Art. 78). */
static gboolean
look_at_refund (SheafBook               *book,
                const SheafCapitalEvent *event,
                SheafCapitalLook        *look,
                GError                 **error)
{
  g_autoptr (GPtrArray) debts = NULL;
  g_autoptr (GString) text = g_string_new (_ ("Own debts of the member:"));
  SheafCapitalSolvency solvency;

  if (event->event != SHEAF_CAPITAL_REFUND)
    return TRUE;
  debts = sheaf_capital_debts (book, event->party_id, event->date, error);
  if (debts == NULL ||
      !sheaf_capital_solvency (book, event->date, event->amount, &solvency, error))
    return FALSE;
  for (guint i = 0; i < debts->len; i++)
    {
      const SheafCapitalDebt *debt = g_ptr_array_index (debts, i);
      g_autofree char        *amount = sheaf_format_money_unit (debt->amount);

      g_string_append_printf (text, "\n%s %s: %s", debt->account, debt->name, amount);
    }
  if (debts->len == 0)
    g_string_assign (text, _ ("The member has no debts of its own (Art. 90)."));
  look->debts = g_string_free (g_steal_pointer (&text), FALSE);
  look->solvency = say_solvency (&solvency);
  return TRUE;
}

static gboolean
look_at (SheafBook               *book,
         const SheafCapitalEvent *event,
         SheafCapitalLook        *look,
         GError                 **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  g_ptr_array_add (events, (gpointer) event);
  if (!sheaf_capital_check (book, events, TRUE, NULL, look->problems, error))
    return FALSE;
  if (event->party_id == 0 || sheaf_date_is_none (event->date))
    return TRUE;
  look->preview = sheaf_capital_preview (book, event, error);
  if (look->preview == NULL)
    return FALSE;
  if (look->preview->voucher != NULL)
    look->entry = sheaf_voucher_text (book, look->preview->voucher);
  return look_at_refund (book, event, look, error);
}

gpointer
sheaf_capital_look_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  g_autoptr (SheafCapitalLook) look = g_new0 (SheafCapitalLook, 1);

  look->problems = sheaf_problems_new ();
  return look_at (connection, data, look, error) ? g_steal_pointer (&look) : NULL;
}

/* TRUE when there is something to tell before it can go on. */
static gboolean
needs_answer (const SheafCapitalDone *done,
              gboolean                confirmed)
{
  return done->problems->errors > 0 || (done->problems->warnings > 0 && !confirmed);
}

static gboolean
write_event (SheafBook        *book,
             const GPtrArray  *events,
             gboolean          confirmed,
             SheafCapitalDone *done,
             GError          **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "capital", "", error);

  if (act == NULL || !sheaf_capital_post (book, events, TRUE, error) ||
      !sheaf_warnings_ask (act, done->problems, error))
    return FALSE;
  if (needs_answer (done, confirmed))
    return TRUE;
  if (!sheaf_act_commit (act, error))
    return FALSE;
  done->done = TRUE;
  return TRUE;
}

/* The voucher is that of the member's latest event. */
static gboolean
find_voucher (SheafBook        *book,
              gint64            party_id,
              SheafCapitalDone *done,
              GError          **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, party_id, error);
  const SheafCapitalEvent *latest = NULL;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (latest == NULL || event->id > latest->id)
        latest = event;
    }
  if (latest != NULL && latest->voucher_id != 0)
    {
      done->number = g_strdup (latest->voucher_number);
      done->place = sheaf_capital_voucher_place (latest->voucher_date, latest->voucher_id);
    }
  return events != NULL;
}

static gboolean
find_certificate (SheafBook               *book,
                  const SheafCapitalEvent *event,
                  SheafCapitalDone        *done,
                  GError                 **error)
{
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (book, event->date, error);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const SheafCertificateDue *due = g_ptr_array_index (dues, i);

      done->certificate_due |= due->party_id == event->party_id &&
                               due->event == SHEAF_CERTIFICATE_ISSUE;
    }
  return dues != NULL;
}

static gboolean
enter (SheafBook                  *book,
       const SheafCapitalEntering *entering,
       SheafCapitalDone           *done,
       GError                    **error)
{
  const SheafCapitalEvent *event = entering->event;
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  g_ptr_array_add (events, entering->event);
  if (!sheaf_capital_check (book, events, TRUE, NULL, done->problems, error))
    return FALSE;
  /* All that is to be asked comes in one question. */
  if (done->problems->errors > 0)
    return TRUE;
  if (!write_event (book, events, entering->confirmed, done, error))
    return FALSE;
  return !done->done || (find_voucher (book, event->party_id, done, error) &&
                         find_certificate (book, event, done, error));
}

gpointer
sheaf_capital_enter_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  g_autoptr (SheafCapitalDone) done = g_new0 (SheafCapitalDone, 1);

  done->problems = sheaf_problems_new ();
  return enter (connection, data, done, error) ? g_steal_pointer (&done) : NULL;
}

static gboolean
take_back (SheafBook                    *book,
           const SheafCapitalTakingBack *taking,
           SheafCapitalDone             *done,
           GError                      **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "capital-reverse", taking->reason, error);
  g_autoptr (GError) refusal = NULL;

  if (act == NULL)
    return FALSE;
  if (!sheaf_capital_reverse (book, taking->id, taking->date, taking->reason, &refusal))
    {
      sheaf_problems_add (done->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s",
                          refusal->message);
      return TRUE;
    }
  if (!sheaf_warnings_ask (act, done->problems, error))
    return FALSE;
  if (needs_answer (done, taking->confirmed))
    return TRUE;
  if (!sheaf_act_commit (act, error))
    return FALSE;
  done->done = TRUE;
  return TRUE;
}

gpointer
sheaf_capital_take_back_job (gpointer connection,
                             gpointer data,
                             GError **error)
{
  g_autoptr (SheafCapitalDone) done = g_new0 (SheafCapitalDone, 1);

  done->problems = sheaf_problems_new ();
  return take_back (connection, data, done, error) ? g_steal_pointer (&done) : NULL;
}
