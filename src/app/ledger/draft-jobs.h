/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form and the page ask of the threads about drafts, templates and entries that come
 * again. */
#pragma once

#include "ledger/draft.h"
#include "ledger/recurrence.h"

/* The saved draft of one voucher being typed. Only jobs of the writing thread look into it, one
 * after the other, so that a posting knows of a save that came just before. */
typedef struct
{
  gint64 id; /* 0: not saved */
} SheafDraftSlot;

SheafDraftSlot *sheaf_draft_slot_new (gint64 id);
SheafDraftSlot *sheaf_draft_slot_ref (SheafDraftSlot *slot);
void            sheaf_draft_slot_unref (SheafDraftSlot *slot);

/* A draft with its slot. step: -1 undoes, 1 does again, 0 neither. files: of SheafAttachmentFile;
 * NULL: as they were saved last. */
typedef struct
{
  SheafDraftSlot *slot;
  SheafDraft     *draft;
  GPtrArray      *files;
  int             step;
} SheafDraftJob;

/* What was saved, as which draft. The slot is only to be compared. */
typedef struct
{
  SheafDraftSlot *slot;
  gint64          id;
} SheafDraftSaved;

void sheaf_draft_saved_free (SheafDraftSaved *saved);

SheafDraftJob *sheaf_draft_job_new (SheafDraftSlot *slot,
                                    SheafDraft     *draft);
void           sheaf_draft_job_free (SheafDraftJob *job);

/* Jobs on SheafDraftJob, of the writing thread. save: result SheafDraftSaved. step: saves what
 * is typed first, result SheafDraft. drop: result is job itself, not to be freed. */
gpointer sheaf_draft_save_job (gpointer connection,
                               gpointer data,
                               GError **error);
gpointer sheaf_draft_step_job (gpointer connection,
                               gpointer data,
                               GError **error);
gpointer sheaf_draft_drop_job (gpointer connection,
                               gpointer data,
                               GError **error);

/* data is a gint64 * with the id, result SheafDraft; of files: GPtrArray of SheafAttachmentFile. */
gpointer sheaf_draft_load_job (gpointer connection,
                               gpointer data,
                               GError **error);
gpointer sheaf_draft_files_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* A template: its name, and the day it is due on or used for; draft to be kept under the name. */
typedef struct
{
  char       *name;
  SheafDate   due;
  SheafDraft *draft;
  char       *reason; /* why a due entry is left out */
  guint       months; /* how often it comes again, first on due; 0: it does not */
} SheafTemplateJob;

void sheaf_template_job_free (SheafTemplateJob *job);

/* use: result SheafDraft. save, skip: the result is the job itself, not to be freed. */
gpointer sheaf_template_use_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_template_save_job (gpointer connection,
                                  gpointer data,
                                  GError **error);
gpointer sheaf_template_skip_job (gpointer connection,
                                  gpointer data,
                                  GError **error);
