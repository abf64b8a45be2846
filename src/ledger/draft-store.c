/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts in the book: each save is one small transaction of its own, so that a crash leaves either
 * the version before or the new one, and a half-typed voucher never waits for an act to end. */
#include "base/arithmetic.h"
#include "base/i18n.h"
#include "book/error.h"
#include "ledger/draft-private.h"
#include "ledger/draft-sql.h"
#include "ledger/error.h"
#include "store/query.h"
#include "store/transaction.h"

#include <inttypes.h>
#include <string.h>

static SheafTransaction *
begin (SheafBook *book,
       GError   **error)
{
  if (sheaf_store_can_write (sheaf_book_store (book)))
    return sheaf_transaction_begin (sheaf_book_store (book), error);
  g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY,
               _ ("%s is open for reading only: close it elsewhere and open it again"),
               sheaf_book_path (book));
  return NULL;
}

static gboolean
fail_absent (gint64   id,
             GError **error)
{
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND,
               _ ("there is no draft %" PRId64 ": choose one of the list of drafts"), id);
  return FALSE;
}

/* What stands in the table beside the text. */
typedef struct
{
  gint64 amount;
  gint64 version; /* the one that is shown */
  char  *body;
} State;

static void
clear_state (State *state)
{
  g_free (state->body);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, clear_state)

/* Reads (body, version) of the draft. */
static gboolean
load_state (SheafBook *book,
            gint64     id,
            State     *state,
            GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), DRAFT_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);

  if (query == NULL)
    return FALSE;
  if (!sheaf_query_next (query, NULL))
    return sheaf_query_finish (query, error) && fail_absent (id, error);
  state->body = g_strdup (sheaf_query_text (query, 0));
  state->version = sheaf_query_int (query, 1);
  return TRUE;
}

static gint64
add_amounts (const SheafDraft        *draft,
             const SheafDraftReading *reading)
{
  gint64 sum = 0;

  for (guint i = 0; i < draft->rows->len; i++)
    {
      const SheafDraftRow *row = draft->rows->pdata[i];
      SheafMoney           amount;

      if (sheaf_draft_read_amount (reading, row->cells[SHEAF_DRAFT_AMOUNT], &amount, NULL) &&
          sum <= SHEAF_MONEY_MAX - amount.units)
        sum += amount.units;
    }
  return sum;
}

static char *
now_text (SheafBook *book)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (sheaf_book_now (book));

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* 0 for a word that is none. */
static gint64
kind_number (const SheafDraft *draft)
{
  SheafVoucherKind kind;

  return sheaf_voucher_kind_from_word (draft->kind, &kind) ? (gint64) kind : 0;
}

static gboolean
update (SheafBook        *book,
        gint64            id,
        const SheafDraft *draft,
        const State      *state,
        GError          **error)
{
  g_autofree char *at = now_text (book);

  return sheaf_store_run (sheaf_book_store (book), DRAFT_UPDATE,
                          SHEAF_ARGS (SHEAF_INT (id), SHEAF_TEXT (sheaf_book_user (book)),
                                      SHEAF_TEXT (at), SHEAF_INT (kind_number (draft)),
                                      SHEAF_TEXT (draft->date), SHEAF_TEXT (draft->description),
                                      SHEAF_INT (state->amount), SHEAF_TEXT (state->body),
                                      SHEAF_INT (state->version)),
                          error);
}

static gboolean
insert (SheafBook        *book,
        const SheafDraft *draft,
        const State      *state,
        gint64           *ret_id,
        GError          **error)
{
  g_autofree char *at = now_text (book);

  return sheaf_store_insert (sheaf_book_store (book), DRAFT_INSERT,
                             SHEAF_ARGS (SHEAF_TEXT (sheaf_book_user (book)), SHEAF_TEXT (at),
                                         SHEAF_INT (kind_number (draft)), SHEAF_TEXT (draft->date),
                                         SHEAF_TEXT (draft->description),
                                         SHEAF_INT (state->amount), SHEAF_TEXT (state->body)),
                             ret_id, error);
}

/* Cuts off what was undone and what is too old, and keeps the new version. */
static gboolean
keep_version (SheafBook   *book,
              gint64       id,
              const State *state,
              GError     **error)
{
  SheafStore      *store = sheaf_book_store (book);
  g_autofree char *at = now_text (book);

  return sheaf_store_run (store, DRAFT_VERSION_CUT,
                          SHEAF_ARGS (SHEAF_INT (id), SHEAF_INT (state->version - 1),
                                      SHEAF_INT (state->version - SHEAF_DRAFT_VERSIONS)),
                          error) &&
         sheaf_store_run (store, DRAFT_VERSION_INSERT,
                          SHEAF_ARGS (SHEAF_INT (id), SHEAF_INT (state->version), SHEAF_TEXT (at),
                                      SHEAF_INT (state->amount), SHEAF_TEXT (state->body)),
                          error);
}

gboolean
sheaf_draft_save (SheafBook               *book,
                  SheafDraft              *draft,
                  const SheafDraftReading *reading,
                  GError                 **error)
{
  g_auto (State) state = { .amount = add_amounts (draft, reading),
                           .version = 1,
                           .body = sheaf_draft_to_text (draft) };
  g_auto (State) before = { 0 };
  gint64 id = draft->id;
  g_autoptr (SheafTransaction) transaction = NULL;

  g_return_val_if_fail (book != NULL && sheaf_book_act_id (book) == 0, FALSE);
  transaction = begin (book, error);
  if (transaction == NULL)
    return FALSE;
  if (id == 0 && !insert (book, draft, &state, &id, error))
    return FALSE;
  if (draft->id != 0)
    {
      if (!load_state (book, id, &before, error))
        return FALSE;
      if (strcmp (before.body, state.body) == 0)
        return TRUE;
      state.version = before.version + 1;
      if (!update (book, id, draft, &state, error))
        return FALSE;
    }
  if (!keep_version (book, id, &state, error) || !sheaf_transaction_commit (transaction, error))
    return FALSE;
  draft->id = id;
  return TRUE;
}

SheafDraft *
sheaf_draft_load (SheafBook *book,
                  gint64     id,
                  GError   **error)
{
  g_auto (State) state = { 0 };
  SheafDraft *draft;

  if (!load_state (book, id, &state, error))
    return NULL;
  draft = sheaf_draft_from_text (state.body, error);
  if (draft != NULL)
    draft->id = id;
  return draft;
}

void
sheaf_draft_head_free (SheafDraftHead *head)
{
  if (head == NULL)
    return;
  g_free (head->user);
  g_free (head->saved_at);
  g_free (head->date);
  g_free (head->description);
  g_free (head);
}

GPtrArray *
sheaf_draft_list (SheafBook *book,
                  GError   **error)
{
  g_autoptr (GPtrArray)
      heads = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_draft_head_free);
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), DRAFT_LIST, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafDraftHead *head = g_new0 (SheafDraftHead, 1);

      head->id = sheaf_query_int (query, 0);
      head->user = g_strdup (sheaf_query_text (query, 1));
      head->saved_at = g_strdup (sheaf_query_text (query, 2));
      head->kind = (SheafVoucherKind) sheaf_query_int (query, 3);
      head->date = g_strdup (sheaf_query_text (query, 4));
      head->description = g_strdup (sheaf_query_text (query, 5));
      head->amount = sheaf_query_money (query, 6);
      head->undos = (guint) sheaf_query_int (query, 7);
      head->redos = (guint) sheaf_query_int (query, 8);
      g_ptr_array_add (heads, head);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&heads) : NULL;
}

/* Reads (version, amount, body) of the version that sql finds. */
static gboolean
find_version (SheafBook  *book,
              const char *sql,
              gint64      id,
              gint64      version,
              State      *ret_state,
              GError    **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), sql,
                               SHEAF_ARGS (SHEAF_INT (id), SHEAF_INT (version)), error);

  if (query == NULL)
    return FALSE;
  if (sheaf_query_next (query, NULL))
    {
      ret_state->version = sheaf_query_int (query, 0);
      ret_state->amount = sheaf_query_int (query, 1);
      ret_state->body = g_strdup (sheaf_query_text (query, 2));
      return TRUE;
    }
  if (!sheaf_query_finish (query, error))
    return FALSE;
  g_set_error (
      error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DRAFT,
      strcmp (sql, DRAFT_VERSION_BEFORE) == 0
          ? _ ("draft %" PRId64 " has no earlier version: type the change instead")
          : _ ("draft %" PRId64 " has no later version: type the change instead"),
      id);
  return FALSE;
}

static gboolean
step (SheafBook  *book,
      gint64      id,
      const char *sql,
      GError    **error)
{
  g_auto (State) shown = { 0 };
  g_auto (State) wanted = { 0 };
  g_autoptr (SheafDraft) draft = NULL;
  g_autoptr (SheafTransaction) transaction = begin (book, error);

  if (transaction == NULL || !load_state (book, id, &shown, error) ||
      !find_version (book, sql, id, shown.version, &wanted, error))
    return FALSE;
  draft = sheaf_draft_from_text (wanted.body, error);
  return draft != NULL && update (book, id, draft, &wanted, error) &&
         sheaf_transaction_commit (transaction, error);
}

gboolean
sheaf_draft_undo (SheafBook *book,
                  gint64     id,
                  GError   **error)
{
  g_return_val_if_fail (book != NULL && sheaf_book_act_id (book) == 0, FALSE);
  return step (book, id, DRAFT_VERSION_BEFORE, error);
}

gboolean
sheaf_draft_redo (SheafBook *book,
                  gint64     id,
                  GError   **error)
{
  g_return_val_if_fail (book != NULL && sheaf_book_act_id (book) == 0, FALSE);
  return step (book, id, DRAFT_VERSION_AFTER, error);
}

gboolean
sheaf_draft_delete (SheafBook *book,
                    gint64     id,
                    GError   **error)
{
  g_auto (State) state = { 0 };
  g_autoptr (SheafTransaction) transaction = begin (book, error);

  return transaction != NULL && load_state (book, id, &state, error) &&
         sheaf_store_run (sheaf_book_store (book), DRAFT_DELETE, SHEAF_ARGS (SHEAF_INT (id)),
                          error) &&
         sheaf_transaction_commit (transaction, error);
}
