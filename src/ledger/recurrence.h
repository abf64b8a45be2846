/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries that come again: an own template every so many months. Nothing posts by itself: what is
 * due is listed until it is posted or left out with a reason. */
#pragma once

#include "ledger/own-template.h"

typedef struct
{
  char     *template_name;
  guint     months; /* 1 to 120 */
  SheafDate first;
  SheafDate last; /* SHEAF_DATE_NONE: no end */
} SheafRecurrence;

typedef struct
{
  char            *template_name;
  SheafDate        due;
  SheafVoucherKind kind; /* of the template; 0: to be chosen */
  char            *description;
  guint            earlier; /* due days of the same template before it that are open as well */
} SheafRecurrenceDue;

void sheaf_recurrence_free (SheafRecurrence *recurrence);
void sheaf_recurrence_due_free (SheafRecurrenceDue *due);

/* The n-th day counted from 0: first moved by n × months, held to the month's last day (31 January,
 * 28 February, 31 March). */
SheafDate sheaf_recurrence_day (const SheafRecurrence *recurrence,
                                guint                  n);

/* Lets a template come again from first to last, replacing what was said of it before. Refused
 * (SHEAF_LEDGER_ERROR_RECURRENCE): no such template, months out of range, last before first. */
gboolean sheaf_recurrence_set (SheafBook             *book,
                               const SheafRecurrence *recurrence,
                               GError               **error);

/* Nothing of the template is due any more. */
gboolean sheaf_recurrence_end (SheafBook  *book,
                               const char *template_name,
                               GError    **error);

/* Those not ended, by name; of SheafRecurrence. */
GPtrArray *sheaf_recurrence_list (SheafBook *book,
                                  GError   **error);

/* What is due up to and including a day and neither posted nor left out, missed ones too, by day,
 * then name; of SheafRecurrenceDue. A voucher that was reversed makes its day due again. */
GPtrArray *sheaf_recurrence_due (SheafBook *book,
                                 SheafDate  on,
                                 GError   **error);

/* Tells that a due day is done by a posted voucher, or left out with a reason; inside the act under
 * way or as one of its own. Refused (SHEAF_LEDGER_ERROR_RECURRENCE): a day that is not due or done
 * already, no reason. */
gboolean sheaf_recurrence_done (SheafBook  *book,
                                const char *template_name,
                                SheafDate   due,
                                gint64      voucher_id,
                                GError    **error);
gboolean sheaf_recurrence_skip (SheafBook  *book,
                                const char *template_name,
                                SheafDate   due,
                                const char *reason,
                                GError    **error);

/* What was done about a day: a voucher, which may be reversed since, or a reason to leave it
 * out. */
typedef struct
{
  SheafDate due;
  gint64    voucher_id; /* 0: left out */
  char     *reason;     /* NULL: posted */
} SheafRecurrenceDone;

void sheaf_recurrence_done_free (SheafRecurrenceDone *done);

/* What was done about the days on which it comes, by day; of SheafRecurrenceDone. */
GPtrArray *sheaf_recurrence_done_list (SheafBook             *book,
                                       const SheafRecurrence *recurrence,
                                       GError               **error);

/* Posts the template on a day (usually the due one) and tells it done, in one act. A template with
 * empty cells cannot be posted so: use it, fill the draft, post it, and tell it done. */
gboolean sheaf_recurrence_post (SheafBook     *book,
                                const char    *template_name,
                                SheafDate      due,
                                SheafDate      date,
                                SheafProblems *problems,
                                gint64        *ret_voucher_id,
                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRecurrence, sheaf_recurrence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRecurrenceDue, sheaf_recurrence_due_free)
