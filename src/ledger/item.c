/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items (khoản theo dõi): contracts, advances, fund sources. They come into being when a row first
 * names them. */
#include "ledger/party.h"

#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/party-sql.h"

gboolean
sheaf_item_ensure (SheafBook  *book,
                   const char *code,
                   gint64     *ret_id,
                   GError    **error)
{
  g_autoptr (SheafAct) act = NULL;
  gboolean found;

  if (!sheaf_store_find_int (sheaf_book_store (book), ITEM_FIND, SHEAF_ARGS (SHEAF_TEXT (code)),
                             &found, ret_id, error))
    return FALSE;
  if (found)
    return TRUE;
  if (!sheaf_text_is_code (code))
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY,
                   _ ("“%s” is no code: use 1 to 32 letters, digits or - . _ / without blanks"),
                   code);
      return FALSE;
    }
  act = sheaf_act_begin (book, "item-insert", code, error);
  return act != NULL &&
         sheaf_store_insert (sheaf_book_store (book), ITEM_INSERT,
                             SHEAF_ARGS (SHEAF_TEXT (code), SHEAF_INT (sheaf_act_id (act))), ret_id,
                             error) &&
         sheaf_act_commit (act, error);
}

char *
sheaf_item_code (SheafBook *book,
                 gint64     id)
{
  char *code = NULL;

  if (id == 0 || !sheaf_store_get_text (sheaf_book_store (book), ITEM_CODE,
                                        SHEAF_ARGS (SHEAF_INT (id)), &code, NULL))
    return NULL;
  return code;
}
