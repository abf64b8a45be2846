/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of saving in a dialog for one record. */
#pragma once

#include "app/session.h"
#include "app/widgets/problem-list.h"

#include <gtk/gtk.h>

/* With the result of a writing job that gives the record's id (gint64 *): the dialog can be used
 * again; a refusal is told in it; else its signal "saved" (gint64 id) is emitted and it closes. */
void sheaf_saved_finish (GtkWindow        *dialog,
                         SheafSession     *session,
                         SheafProblemList *problems,
                         GAsyncResult     *result);
