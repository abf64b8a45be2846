/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a party stood inside the co-op on a day: members write it, the ledger reads it. */
#include "ledger/party.h"

#include "book/act.h"
#include "ledger/party-sql.h"

gboolean
sheaf_party_set_standing (SheafBook *book,
                          gint64     party_id,
                          SheafDate  since,
                          gboolean   internal,
                          GError   **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "party-standing", "", error);

  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), STANDING_INSERT,
                          SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (since), SHEAF_INT (internal),
                                      SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_party_is_internal (SheafBook *book,
                         gint64     party_id,
                         SheafDate  on,
                         gboolean  *ret_internal,
                         GError   **error)
{
  gint64 internal = 0;

  if (!sheaf_store_find_int (sheaf_book_store (book), STANDING_ON,
                             SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (on)), NULL, &internal,
                             error))
    return FALSE;
  *ret_internal = internal != 0;
  return TRUE;
}
