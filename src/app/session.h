/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One open book as the windows see it: who it is, its worker threads, its lists of codes, a signal
 * when it has changed. */
#pragma once

#include "app/choices.h"
#include "app/jobs.h"
#include "base/date.h"

#define SHEAF_TYPE_SESSION (sheaf_session_get_type ())
G_DECLARE_FINAL_TYPE (SheafSession, sheaf_session, SHEAF, SESSION, GObject)

/* Opens a book and reads what the frame shows. The signal "changed" comes after every act that
 * wrote. */
void sheaf_session_open_async (const char         *path,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);

/* The session; NULL with the reason set. */
SheafSession *sheaf_session_open_finish (GAsyncResult *result,
                                         GError      **error);

const char *sheaf_session_get_path (SheafSession *session);
const char *sheaf_session_get_name (SheafSession *session);
SheafJobs  *sheaf_session_get_jobs (SheafSession *session);

/* The years that have vouchers, first to last, and the one the pages show. */
int  sheaf_session_get_first_year (SheafSession *session);
int  sheaf_session_get_last_year (SheafSession *session);
int  sheaf_session_get_year (SheafSession *session);
void sheaf_session_set_year (SheafSession *session,
                             int           year);

/* TRUE when the year shown is closed. */
gboolean sheaf_session_is_year_closed (SheafSession *session);

/* The day a new voucher proposes: today within the year shown or when that is closed, else the
 * year's last day. */
SheafDate sheaf_session_get_working_day (SheafSession *session);

/* The last day that is locked; SHEAF_DATE_NONE when none is. */
SheafDate sheaf_session_get_locked_until (SheafSession *session);

/* Accounts that can be posted to, parties, and items; merged parties and closed items are retired
 * choices. Owned by the session, replaced when the book changes. */
SheafChoices *sheaf_session_get_accounts (SheafSession *session);
SheafChoices *sheaf_session_get_parties (SheafSession *session);
SheafChoices *sheaf_session_get_items (SheafSession *session);

/* After an act that wrote: reads the frame's facts again, then tells all pages. */
void sheaf_session_changed (SheafSession *session);
