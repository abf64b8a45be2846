/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bank that is not there yet is one more file. */
#include "payouts/bank-forms.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "base/text.h"
#include "book/data.h"
#include "book/setting.h"
#include "payouts/error.h"

#include <string.h>

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
sheaf_bank_forms_list (SheafBook  *book,
                       const char *folder)
{
  GPtrArray       *ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = sheaf_paths_data (folder);
  g_autofree char *law = sheaf_setting_find (book, "law");
  int              country = law != NULL ? (int) strcspn (law, "-") : 0;
  g_autofree char *prefix = g_strdup_printf ("%.*s-", country, law != NULL ? law : "");
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".ini") &&
        (g_str_has_prefix (name, prefix) || g_str_has_prefix (name, "iso-") ||
         g_str_has_prefix (name, "neutral")))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".ini")));
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

char *
sheaf_bank_forms_load (SheafBook  *book,
                       const char *folder,
                       const char *id,
                       GError    **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s.ini", folder, id);
  g_autofree char *known = NULL;
  char            *text = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  if (sheaf_text_is_code (id) && strchr (id, '/') == NULL)
    text = sheaf_data_load (book, name, NULL);
  if (text != NULL)
    return text;
  ids = sheaf_bank_forms_list (book, folder);
  g_ptr_array_add (ids, NULL);
  known = g_strjoinv (", ", (char **) ids->pdata);
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_FORM,
               _ ("there is no form of bank files “%s”: take one of %s"), id, known);
  return NULL;
}
