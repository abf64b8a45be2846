/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What should be so before a year is closed: one table of lines, each looked at by itself. It warns
 * and refuses nothing. */
#pragma once

#include "book/book.h"

typedef enum
{
  SHEAF_CHECKLIST_DONE,
  SHEAF_CHECKLIST_OPEN,  /* still to be done */
  SHEAF_CHECKLIST_WRONG, /* must be mended: papers would be wrong */
  SHEAF_CHECKLIST_IDLE,  /* not needed: nothing of it in this book */
} SheafChecklistState;

/* "done", "open", "wrong", "not-needed": for programs. */
const char *sheaf_checklist_state_to_word (SheafChecklistState state);

/* How a line stands: a sentence that says what was found and, where something is left, what to
 * do. */
typedef struct
{
  SheafChecklistState state;
  char               *found; /* free with g_free */
} SheafChecklistFinding;

void sheaf_checklist_finding_clear (SheafChecklistFinding *finding);

/* The year that a line looks at. */
typedef struct
{
  SheafBook *book;
  int        year;
  SheafDate  first;
  SheafDate  last;
} SheafChecklistYear;

typedef struct
{
  const char *name;  /* for programs: "drafts" */
  const char *title; /* for people, marked for translation */
  gboolean (*look) (const SheafChecklistYear *year,
                    SheafChecklistFinding    *finding,
                    GError                  **error);
} SheafChecklistLine;

/* The lines, in the order in which they are worked through. */
guint                     sheaf_checklist_count (void);
const SheafChecklistLine *sheaf_checklist_at (guint position);

/* The line that runs every check of the book; who shows progress runs these himself, one by one
 * (statements/checks.h), and sums them up with sheaf_checklist_sum_checks. */
#define SHEAF_CHECKLIST_CHECKS "checks"
void sheaf_checklist_sum_checks (guint                  failed,
                                 guint                  found,
                                 SheafChecklistFinding *ret_finding);

/* Looks at one line. FALSE only when that could not be done; refused for years before the book. */
gboolean sheaf_checklist_look (SheafBook                *book,
                               int                       year,
                               const SheafChecklistLine *line,
                               SheafChecklistFinding    *ret_finding,
                               GError                  **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheafChecklistFinding, sheaf_checklist_finding_clear)
