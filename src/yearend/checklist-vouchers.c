/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not posted yet, and the months that are done. */
#include "yearend/checklist-private.h"

#include "base/i18n.h"
#include "base/language.h"
#include "ledger/draft.h"
#include "ledger/number-report.h"
#include "ledger/period.h"
#include "ledger/recurrence.h"
#include "ledger/revision.h"

/* All months but the last are locked before the year is closed; the last one when it is done. */
SHEAF_CHECKLIST_LOOK (months)
{
  g_auto (SheafRevision) revision = { .number = 1 };
  SheafDate locked, last_month = sheaf_date_new (sheaf_date_year (year->last),
                                                 sheaf_date_month (year->last), 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = NULL;
  gboolean         done;

  if (!sheaf_period_locked_until (year->book, &locked, error) ||
      !sheaf_period_revision (year->book, year->first, year->last, &revision, error))
    return FALSE;
  day = sheaf_date_is_none (locked) ? NULL : sheaf_date_format (locked, sheaf_language_current ());
  done = day != NULL && locked.days >= last_month.days - 1;
  if (day == NULL || sheaf_date_cmp (locked, year->first) < 0)
    g_string_append (text, _ ("No month of the year is locked: lock each when all of it is "
                              "posted."));
  else if (done)
    g_string_append_printf (text, _ ("Locked until %s."), day);
  else
    g_string_append_printf (text, _ ("Locked until %s: post what is missing, then lock up to the "
                                     "month before the last."),
                            day);
  if (revision.number > 1)
    {
      g_autofree char *opened = sheaf_date_format (revision.opened, sheaf_language_current ());

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("Revision %u: opened again on %s (%s)."), revision.number,
                              opened, revision.reason != NULL ? revision.reason : "");
    }
  return sheaf_checklist_say (finding, done ? SHEAF_CHECKLIST_DONE : SHEAF_CHECKLIST_OPEN,
                              g_strdup (text->str));
}

SHEAF_CHECKLIST_LOOK (drafts)
{
  g_autoptr (GPtrArray) drafts = sheaf_draft_list (year->book, error);

  if (drafts == NULL)
    return FALSE;
  if (drafts->len == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                                g_strdup (_ ("No draft is left.")));
  return sheaf_checklist_say (
      finding, SHEAF_CHECKLIST_OPEN,
      g_strdup_printf (_ ("Drafts that are not posted: %u. Post or delete them."), drafts->len));
}

SHEAF_CHECKLIST_LOOK (recurring)
{
  g_autoptr (GPtrArray) all = sheaf_recurrence_list (year->book, error);
  g_autoptr (GPtrArray) due =
      all == NULL ? NULL : sheaf_recurrence_due (year->book, year->last, error);

  if (due == NULL)
    return FALSE;
  if (due->len > 0)
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("Recurring entries that are due: %u. Post them or leave them out."),
                         due->len));
  if (all->len == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("The book has no recurring entries.")));
  return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                              g_strdup (_ ("Every recurring entry is posted.")));
}

SHEAF_CHECKLIST_LOOK (numbers)
{
  g_autoptr (GPtrArray) findings = sheaf_number_report (year->book, year->year, error);
  gint64 missing = 0;
  guint  astray = 0;

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const SheafNumberFinding *found = findings->pdata[i];

      if (found->what == SHEAF_NUMBER_MISSING)
        missing += found->count;
      else if (found->what == SHEAF_NUMBER_OUT_OF_ORDER)
        astray++;
    }
  if (missing == 0 && astray == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                                g_strdup (_ ("Numbers run without a gap.")));
  return sheaf_checklist_say (
      finding, SHEAF_CHECKLIST_OPEN,
      g_strdup_printf (_ ("Numbers missing: %d; out of the order of days: %u. Be ready to say "
                          "why."),
                       (int) missing, astray));
}
