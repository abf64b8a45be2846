/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One act: one transaction, one entry in the audit trail. */
#pragma once

#include "book/book.h"

typedef struct _SheafAct SheafAct;

/* Begins an act on a book open for writing. Within an act under way it joins it: the inner one is
 * undone alone when it fails, and the outer one's kind and summary stand in the trail. kind is a
 * word for programs ("voucher-post"), summary a few words for people. */
SheafAct *sheaf_act_begin (SheafBook  *book,
                           const char *kind,
                           const char *summary,
                           GError    **error);

/* Acts within this one are parts of it from now on: one that fails cannot be undone alone, the
 * whole is. For acts that write rows by the ten thousand (see sheaf_transaction_join_inner). */
void sheaf_act_join_inner (SheafAct *act);

/* What every row written in the act carries in act_id. */
gint64 sheaf_act_id (const SheafAct *act);

/* Seals the act: digest of its rows, hash chained to the act before. An act that wrote no row
 * leaves no entry. */
gboolean sheaf_act_commit (SheafAct *act,
                           GError  **error);

/* What is judged or done when everything of the act is there, just before it is sealed: FALSE with
 * an error refuses the whole act. Asked for any number of times, a step is taken once in an act. */
typedef gboolean (*SheafActStep) (SheafBook *book,
                                  GError   **error);
void sheaf_act_at_end (SheafBook   *book,
                       SheafActStep step);

/* Something people should know of an act that goes through. They are told once it is sealed; what
 * is undone is not told. text is one sentence. */
void sheaf_act_warn (SheafBook  *book,
                     const char *text);

/* What the outermost act would warn of were it committed now; of char *, free with
 * g_ptr_array_unref. For asking a person before: committed after that, it warns of these no more;
 * freed, nothing has happened. NULL with an error where committing would be refused. */
GPtrArray *sheaf_act_ask (SheafAct *act,
                          GError  **error);

/* Undoes the act unless committed. */
void sheaf_act_free (SheafAct *act);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafAct, sheaf_act_free)
