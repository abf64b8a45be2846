/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/closing/closing-acts.h"

#include "base/language.h"
#include "ledger/period.h"
#include "yearend/closing-preview.h"

void
sheaf_closing_act_free (SheafClosingAct *act)
{
  if (act == NULL)
    return;
  g_free (act->reason);
  g_free (act);
}

gpointer
sheaf_closing_act_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafClosingAct *act = data;
  gint64                 voucher_id = 0;
  gboolean               done = FALSE;

  switch (act->kind)
    {
    case SHEAF_CLOSING_ACT_CLOSE:
      done = sheaf_closing_post (connection, act->year, &act->keys, &voucher_id, error);
      break;
    case SHEAF_CLOSING_ACT_REOPEN:
      done = sheaf_closing_reopen (connection, act->year, act->reason, error);
      break;
    case SHEAF_CLOSING_ACT_LOCK:
      done = sheaf_period_lock (connection, act->date, error);
      break;
    case SHEAF_CLOSING_ACT_UNLOCK:
    default:
      done = sheaf_period_unlock (connection, act->date, act->reason, error);
      break;
    }
  return done ? g_strdup ("") : NULL;
}

gpointer
sheaf_closing_rows_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafClosingAct *act = data;
  SheafReportSink       *sink = sheaf_collected_sink_new (0);
  SheafCollected        *collected = NULL;

  if (sheaf_closing_preview_write (connection, act->year, &act->keys, sheaf_language_current (),
                                   sink, NULL, error))
    collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}
