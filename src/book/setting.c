/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings are rows that are only added, so that a paper of last year can be explained. */
#include "book/setting.h"

#include "book/act.h"
#include "book/setting-sql.h"

char *
sheaf_setting_find (SheafBook  *book,
                    const char *key)
{
  char *value = NULL;

  if (!sheaf_store_get_text (sheaf_book_store (book), SETTING_FIND, SHEAF_ARGS (SHEAF_TEXT (key)),
                             &value, NULL))
    return NULL;
  return value;
}

gboolean
sheaf_setting_write (SheafBook  *book,
                     const char *key,
                     const char *value,
                     GError    **error)
{
  g_autofree char *summary = g_strdup_printf ("%s = %s", key, value);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "setting", summary, error);

  return act != NULL &&
         sheaf_store_run (
             sheaf_book_store (book), SETTING_INSERT,
             SHEAF_ARGS (SHEAF_TEXT (key), SHEAF_TEXT (value), SHEAF_INT (sheaf_act_id (act))),
             error) &&
         sheaf_act_commit (act, error);
}
