/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a member pays what is promised, or gets back what is refunded: instalments that were agreed.
 * They move nothing by themselves; payments and refunds are capital events. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

/* As stored. */
typedef enum
{
  SHEAF_SCHEDULE_PAY = 1,    /* what the member pays in */
  SHEAF_SCHEDULE_REFUND = 2, /* what the co-op pays back */
} SheafScheduleKind;

typedef struct
{
  SheafDate  due;
  SheafMoney amount; /* above 0 */
} SheafInstalment;

typedef struct
{
  gint64            party_id;
  SheafScheduleKind kind;
  SheafDate         decided;
  char             *document;    /* resolution; may be NULL */
  GArray           *instalments; /* of SheafInstalment, by day; none: taken back */
  guint             line;
} SheafSchedule;

const char *sheaf_schedule_kind_to_word (SheafScheduleKind kind); /* "pay", "refund" */
gboolean    sheaf_schedule_kind_from_word (const char        *word,
                                           SheafScheduleKind *ret_kind);

SheafSchedule *sheaf_schedule_new (void);
void           sheaf_schedule_free (SheafSchedule *schedule);

/* Judges a schedule: the person was a member, days not before the day it was decided and each once,
 * amounts above 0; what is to be paid is at most what is promised and not paid in, what is refunded
 * at most what is paid in, both at the end of the day decided. */
gboolean sheaf_schedule_check (SheafBook           *book,
                               const SheafSchedule *schedule,
                               const char          *file,
                               SheafProblems       *problems,
                               GError             **error);

/* Puts it in the place of an earlier one of the member and kind, which stays readable. The first
 * problem is the error. */
gboolean sheaf_schedule_set (SheafBook           *book,
                             const SheafSchedule *schedule,
                             GError             **error);

/* What is in force on the day, of everyone or of one member (0: all), in the order in which they
 * were decided; of SheafSchedule. */
GPtrArray *sheaf_schedule_list (SheafBook *book,
                                gint64     party_id,
                                SheafDate  on,
                                GError   **error);

/* Everything that was in force once, those taken back and those that took them back (without
 * instalments) included, in the order in which they were decided; of SheafSchedule. */
GPtrArray *sheaf_schedule_history (SheafBook *book,
                                   GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafSchedule, sheaf_schedule_free)
