/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outermost act owns the transaction and the trail's entry; inner ones are savepoints. */
#include "book/act.h"

#include "base/i18n.h"
#include "book/audit.h"
#include "book/book-private.h"
#include "book/error.h"
#include "store/transaction.h"

struct _SheafAct
{
  SheafBook        *book;
  SheafTransaction *transaction;
  SheafAuditMarks  *marks; /* of the outermost act only */
  gboolean          done;
};

static gboolean
begin_outermost (SheafAct   *act,
                 const char *kind,
                 const char *summary,
                 GError    **error)
{
  act->marks = sheaf_audit_marks_take (act->book, error);
  return act->marks != NULL &&
         sheaf_audit_open (act->book, kind, summary, &act->book->act_id, error);
}

SheafAct *
sheaf_act_begin (SheafBook  *book,
                 const char *kind,
                 const char *summary,
                 GError    **error)
{
  SheafTransaction *transaction;
  SheafAct         *act;

  g_return_val_if_fail (book != NULL && kind != NULL && summary != NULL, NULL);
  if (!sheaf_store_can_write (book->store))
    {
      g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY,
                   _ ("%s is open for reading only: close it elsewhere and open it again"),
                   sheaf_book_path (book));
      return NULL;
    }
  transaction = sheaf_transaction_begin (book->store, error);
  if (transaction == NULL)
    return NULL;
  act = g_new0 (SheafAct, 1);
  act->book = book;
  act->transaction = transaction;
  book->act_depth++;
  if (book->act_depth == 1 && !begin_outermost (act, kind, summary, error))
    g_clear_pointer (&act, sheaf_act_free);
  return act;
}

void
sheaf_act_join_inner (SheafAct *act)
{
  sheaf_transaction_join_inner (act->transaction);
}

gint64
sheaf_act_id (const SheafAct *act)
{
  return act->book->act_id;
}

void
sheaf_act_at_end (SheafBook   *book,
                  SheafActStep step)
{
  for (guint i = 0; i < book->at_end->len; i++)
    if (g_array_index (book->at_end, SheafActStep, i) == step)
      return;
  g_array_append_val (book->at_end, step);
}

void
sheaf_act_warn (SheafBook  *book,
                const char *text)
{
  g_return_if_fail (book->act_depth > 0);
  g_ptr_array_add (book->warnings, g_strdup (text));
}

static gboolean
take_steps (SheafBook *book,
            GError   **error)
{
  for (guint i = 0; i < book->at_end->len; i++)
    if (!g_array_index (book->at_end, SheafActStep, i) (book, error))
      return FALSE;
  return TRUE;
}

/* A step is asked for anew by whatever is written after this. */
GPtrArray *
sheaf_act_ask (SheafAct *act,
               GError  **error)
{
  GPtrArray *warnings;

  g_return_val_if_fail (act != NULL && act->marks != NULL, NULL);
  if (!take_steps (act->book, error))
    return NULL;
  g_array_set_size (act->book->at_end, 0);
  warnings = act->book->warnings;
  act->book->warnings = g_ptr_array_new_with_free_func (g_free);
  return warnings;
}

static gboolean
seal (SheafAct *act,
      GError  **error)
{
  g_autofree char *digest = NULL;

  if (!take_steps (act->book, error) ||
      !sheaf_audit_digest_since (act->book, act->marks, &digest, error))
    return FALSE;
  if (digest == NULL)
    return TRUE;
  return sheaf_audit_seal (act->book, act->book->act_id, digest, error) &&
         sheaf_transaction_commit (act->transaction, error);
}

gboolean
sheaf_act_commit (SheafAct *act,
                  GError  **error)
{
  /* An outermost act without rows is not committed: its transaction is undone with the entry. */
  act->done = act->marks == NULL ? sheaf_transaction_commit (act->transaction, error)
                                 : seal (act, error);
  return act->done;
}

void
sheaf_act_free (SheafAct *act)
{
  if (act == NULL)
    return;
  sheaf_transaction_free (act->transaction);
  sheaf_book_end_act (act->book, act->done);
  sheaf_audit_marks_free (act->marks);
  g_free (act);
}
