/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/ledger/draft-jobs.h"

#include "ledger/draft-file.h"

SheafDraftSlot *
sheaf_draft_slot_new (gint64 id)
{
  SheafDraftSlot *slot = g_atomic_rc_box_new0 (SheafDraftSlot);

  slot->id = id;
  return slot;
}

SheafDraftSlot *
sheaf_draft_slot_ref (SheafDraftSlot *slot)
{
  return g_atomic_rc_box_acquire (slot);
}

void
sheaf_draft_slot_unref (SheafDraftSlot *slot)
{
  if (slot != NULL)
    g_atomic_rc_box_release (slot);
}

SheafDraftJob *
sheaf_draft_job_new (SheafDraftSlot *slot,
                     SheafDraft     *draft)
{
  SheafDraftJob *job = g_new0 (SheafDraftJob, 1);

  job->slot = sheaf_draft_slot_ref (slot);
  job->draft = draft;
  return job;
}

void
sheaf_draft_job_free (SheafDraftJob *job)
{
  if (job == NULL)
    return;
  sheaf_draft_slot_unref (job->slot);
  sheaf_draft_free (job->draft);
  g_clear_pointer (&job->files, g_ptr_array_unref);
  g_free (job);
}

void
sheaf_draft_saved_free (SheafDraftSaved *saved)
{
  if (saved == NULL)
    return;
  sheaf_draft_slot_unref (saved->slot);
  g_free (saved);
}

static gboolean
save (SheafBook     *book,
      SheafDraftJob *job,
      GError       **error)
{
  job->draft->id = job->slot->id;
  if (!sheaf_draft_save (book, job->draft, NULL, error))
    return FALSE;
  job->slot->id = job->draft->id;
  return job->files == NULL || sheaf_draft_files_set (book, job->slot->id, job->files, error);
}

gpointer
sheaf_draft_save_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  SheafDraftJob   *job = data;
  SheafDraftSaved *saved;

  if (!save (connection, job, error))
    return NULL;
  saved = g_new0 (SheafDraftSaved, 1);
  saved->slot = sheaf_draft_slot_ref (job->slot);
  saved->id = job->slot->id;
  return saved;
}

gpointer
sheaf_draft_step_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  SheafDraftJob *job = data;

  if (!save (connection, job, error))
    return NULL;
  if (job->step < 0 ? !sheaf_draft_undo (connection, job->slot->id, error)
                    : !sheaf_draft_redo (connection, job->slot->id, error))
    return NULL;
  return sheaf_draft_load (connection, job->slot->id, error);
}

gpointer
sheaf_draft_drop_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  SheafDraftJob *job = data;
  gint64         id = job->slot->id;

  job->slot->id = 0;
  return id == 0 || sheaf_draft_delete (connection, id, error) ? job : NULL;
}

gpointer
sheaf_draft_load_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  const gint64 *id = data;

  return sheaf_draft_load (connection, *id, error);
}

gpointer
sheaf_draft_files_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const gint64 *id = data;

  return sheaf_draft_files_list (connection, *id, error);
}

void
sheaf_template_job_free (SheafTemplateJob *job)
{
  if (job == NULL)
    return;
  g_free (job->name);
  sheaf_draft_free (job->draft);
  g_free (job->reason);
  g_free (job);
}

gpointer
sheaf_template_use_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafTemplateJob *job = data;
  SheafDraft             *draft = sheaf_own_template_use (connection, job->name, error);

  if (draft != NULL && !sheaf_date_is_none (job->due))
    {
      g_autofree char *day = sheaf_date_to_text (job->due);

      sheaf_draft_set (&draft->date, day);
    }
  return draft;
}

static gboolean
repeat (SheafBook        *book,
        SheafTemplateJob *job,
        GError          **error)
{
  const SheafRecurrence recurrence = { .template_name = job->name,
                                       .months = job->months,
                                       .first = job->due,
                                       .last = SHEAF_DATE_NONE };

  return job->months == 0 || sheaf_recurrence_set (book, &recurrence, error);
}

gpointer
sheaf_template_save_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  SheafTemplateJob *job = data;

  return sheaf_own_template_save (connection, job->name, job->draft, error) &&
                 repeat (connection, job, error)
             ? job
             : NULL;
}

gpointer
sheaf_template_skip_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  SheafTemplateJob *job = data;

  return sheaf_recurrence_skip (connection, job->name, job->due, job->reason, error) ? job : NULL;
}
