/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/capital/certificate-jobs.h"

static void
row_free (gpointer data)
{
  SheafCertificateRow *row = data;

  g_free (row->code);
  g_free (row->name);
  sheaf_certificate_free (row->paper);
  sheaf_certificate_due_free (row->due);
  g_free (row);
}

void
sheaf_certificate_table_free (SheafCertificateTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
sheaf_certificate_act_free (SheafCertificateAct *act)
{
  if (act == NULL)
    return;
  g_free (act->reason);
  g_free (act->number);
  g_free (act);
}

void
sheaf_certificate_done_free (SheafCertificateDone *done)
{
  if (done == NULL)
    return;
  g_free (done->number);
  g_free (done);
}

/* Takes both; one of them may be NULL. */
static void
add_row (GPtrArray           *rows,
         SheafCertificate    *paper,
         SheafCertificateDue *due)
{
  SheafCertificateRow *row = g_new0 (SheafCertificateRow, 1);

  row->paper = paper;
  row->due = due;
  if (due != NULL)
    {
      row->party_id = due->party_id;
      row->code = g_strdup (due->code);
      row->name = g_strdup (due->name);
    }
  else if (paper != NULL)
    {
      row->party_id = paper->party_id;
      row->code = g_strdup (paper->code);
      row->name = g_strdup (paper->texts[SHEAF_CERTIFICATE_NAME]);
    }
  g_ptr_array_add (rows, row);
}

/* Both lists are in code order: they are merged into one. Empties them. */
static void
merge (SheafCertificateTable *table,
       GPtrArray             *standing,
       GPtrArray             *dues)
{
  while (standing->len > 0 || dues->len > 0)
    {
      SheafCertificate    *paper = standing->len > 0 ? standing->pdata[0] : NULL;
      SheafCertificateDue *due = dues->len > 0 ? dues->pdata[0] : NULL;
      int                  order = paper == NULL ? 1 : -1;

      if (paper != NULL && due != NULL)
        order = g_strcmp0 (paper->code, due->code);
      if (order <= 0)
        paper = g_ptr_array_steal_index (standing, 0);
      if (order >= 0)
        due = g_ptr_array_steal_index (dues, 0);
      add_row (table->rows, order <= 0 ? paper : NULL, order >= 0 ? due : NULL);
      table->in_force += order <= 0;
      if (order >= 0)
        table->due[due->event]++;
    }
}

static void
add_ended (SheafCertificateTable *table,
           const GPtrArray       *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      const SheafCertificate *event = events->pdata[i];

      if (sheaf_date_is_none (event->ended) || sheaf_date_cmp (event->ended, table->day) > 0)
        continue;
      add_row (table->rows, sheaf_certificate_copy (event), NULL);
      table->ended++;
    }
}

gpointer
sheaf_certificate_table_job (gpointer connection,
                             gpointer data,
                             GError **error)
{
  const SheafDate day = *(const SheafDate *) data;
  g_autoptr (GPtrArray) standing = sheaf_certificates_on (connection, day, error);
  g_autoptr (GPtrArray) dues =
      standing == NULL ? NULL : sheaf_certificates_due (connection, day, error);
  g_autoptr (GPtrArray) events =
      dues == NULL ? NULL : sheaf_certificate_list (connection, 0, error);
  SheafCertificateTable *table;

  if (events == NULL)
    return NULL;
  table = g_new0 (SheafCertificateTable, 1);
  table->day = day;
  table->rows = g_ptr_array_new_with_free_func (row_free);
  merge (table, standing, dues);
  add_ended (table, events);
  return table;
}

/* The core takes NULL for what was left empty. */
static const char *
given (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
run_one (SheafBook                 *book,
         const SheafCertificateAct *act,
         char                     **ret_number,
         GError                   **error)
{
  switch (act->event)
    {
    case SHEAF_CERTIFICATE_ISSUE:
      return sheaf_certificate_issue (book, act->party_id, act->day, given (act->number),
                                      ret_number, error);
    case SHEAF_CERTIFICATE_REISSUE:
      return sheaf_certificate_reissue (book, act->party_id, act->day, given (act->number),
                                        act->reason, ret_number, error);
    case SHEAF_CERTIFICATE_EXCHANGE:
      return sheaf_certificate_exchange (book, act->party_id, act->day, given (act->number),
                                         given (act->reason), ret_number, error);
    case SHEAF_CERTIFICATE_WITHDRAW:
    default:
      return sheaf_certificate_withdraw (book, act->party_id, act->day, act->reason, error);
    }
}

gpointer
sheaf_certificate_act_job (gpointer connection,
                           gpointer data,
                           GError **error)
{
  const SheafCertificateAct *act = data;
  SheafCertificateDone      *done = g_new0 (SheafCertificateDone, 1);
  g_autoptr (GArray) ids = NULL;

  done->event = act->event;
  done->count = 1;
  if (act->party_id != 0 ? run_one (connection, act, &done->number, error)
                         : sheaf_certificates_enter_due (connection, act->event, act->day,
                                                         given (act->reason), &ids, error))
    {
      if (ids != NULL)
        done->count = ids->len;
      return done;
    }
  sheaf_certificate_done_free (done);
  return NULL;
}
