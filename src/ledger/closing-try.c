/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closing that is looked at and undone: the very code that closes, so that what is shown is what
 * would be posted, and what would be refused is refused. */
#include "book/act.h"
#include "ledger/closing.h"

gboolean
sheaf_closing_try (SheafBook              *book,
                   int                     year,
                   const SheafClosingKeys *keys,
                   SheafClosingTried       tried,
                   gpointer                data,
                   GError                **error)
{
  g_autoptr (SheafAct) act = NULL;
  gint64 id = 0;

  g_return_val_if_fail (book != NULL && keys != NULL && tried != NULL, FALSE);

  act = sheaf_act_begin (book, "year-close", "", error);
  /* The act ends uncommitted: nothing of it stays. */
  return act != NULL && sheaf_closing_post (book, year, keys, &id, error) &&
         tried (book, id, data, error);
}
