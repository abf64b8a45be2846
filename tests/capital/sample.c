/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to enter capital events. */
#include "sample.h"

#include "capital/error.h"
#include "ledger/party.h"

SheafCapitalEvent *
sample_event (SheafBook       *book,
              const char      *code,
              const char      *day,
              SheafCapitalKind event,
              gint64           amount)
{
  SheafCapitalEvent *record = sheaf_capital_event_new ();

  record->party_id = sheaf_party_find (book, code);
  record->date = test_day (day);
  record->event = event;
  record->amount = SHEAF_MONEY (amount);
  record->line = 5;
  return record;
}

void
sample_enter (SheafBook       *book,
              const char      *code,
              const char      *day,
              SheafCapitalKind event,
              gint64           amount)
{
  g_autoptr (GPtrArray) events = test_list ((GDestroyNotify) sheaf_capital_event_free,
                                            sample_event (book, code, day, event, amount), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_capital_post (book, events, TRUE, &error));
  g_assert_no_error (error);
}

void
sample_pay_up (SheafBook  *book,
               const char *code,
               const char *day,
               gint64      amount)
{
  sample_enter (book, code, day, SHEAF_CAPITAL_COMMIT, amount);
  sample_enter (book, code, day, SHEAF_CAPITAL_PAY, amount);
}

void
sample_refused (SheafBook         *book,
                SheafCapitalEvent *event,
                const char        *column,
                const char        *text)
{
  g_autoptr (GPtrArray) events = test_list ((GDestroyNotify) sheaf_capital_event_free, event, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_capital_check (book, events, TRUE, "capital.csv", problems, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 5, column, text));
  g_assert_false (sheaf_capital_post (book, events, TRUE, &error));
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
}
