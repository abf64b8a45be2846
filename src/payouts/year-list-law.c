/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a year's list from the law pack: [year-list NAME] and its [year-box NAME BOX]. */
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/dated.h"
#include "payouts/error.h"
#include "payouts/year-list.h"

#include <string.h>

static void
box_free (gpointer data)
{
  SheafYearBox *box = data;

  g_free (box->name);
  g_free (box->title);
  g_strfreev (box->of);
  g_free (box);
}

void
sheaf_year_list_free (SheafYearList *list)
{
  if (list == NULL)
    return;
  g_free (list->name);
  g_free (list->title);
  g_free (list->source);
  g_clear_pointer (&list->boxes, g_ptr_array_unref);
  g_free (list);
}

/* The words that a box may be made up of; what follows a colon is not judged. */
static gboolean
are_known (char **of)
{
  static const char *const kinds[] = { "paid", "notice", "redeemed", "withheld", "capitalised",
                                       NULL };

  for (guint i = 0; of[i] != NULL; i++)
    {
      g_autofree char *kind = g_strndup (of[i], strcspn (of[i], ":"));

      if (!g_strv_contains (kinds, kind))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_box (SheafYearList *list,
          GKeyFile      *file,
          const char    *group)
{
  SheafYearBox    *box = g_new0 (SheafYearBox, 1);
  g_autofree char *counts = g_key_file_get_string (file, group, "counts", NULL);

  g_ptr_array_add (list->boxes, box);
  box->name = g_strdup (strrchr (group, ' ') + 1);
  box->title = g_key_file_get_string (file, group, "title", NULL);
  box->of = g_key_file_get_string_list (file, group, "of", NULL, NULL);
  box->always = g_strcmp0 (counts, "always") == 0;
  return box->title != NULL && box->of != NULL && are_known (box->of);
}

static gboolean
read_list (SheafYearList *list,
           GKeyFile      *file,
           const char    *group,
           SheafDate      on)
{
  g_autofree char *prefix = g_strdup_printf ("year-box %s ", list->name);
  g_autofree char *threshold = g_key_file_get_string (file, group, "threshold", NULL);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  list->title = g_key_file_get_string (file, group, "title", NULL);
  list->source = g_key_file_get_string (file, group, "source", NULL);
  if (list->title == NULL ||
      (threshold != NULL && !sheaf_money_parse (threshold, &list->threshold, NULL)))
    return FALSE;
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], prefix) && sheaf_dated_holds (file, groups[i], on) &&
        !read_box (list, file, groups[i]))
      return FALSE;
  return list->boxes->len > 0;
}

/* The group of the list, "year-list NAME"; NULL: none. */
static char *
find_group (GKeyFile   *file,
            const char *name,
            SheafDate   on)
{
  g_auto (GStrv) groups = sheaf_dated_list (file, "year-list", on);

  for (guint i = 0; groups != NULL && groups[i] != NULL; i++)
    if (name == NULL || g_str_equal (groups[i] + strlen ("year-list "), name))
      return g_strdup (groups[i]);
  return NULL;
}

SheafYearList *
sheaf_year_list_load (SheafBook  *book,
                      const char *name,
                      int         year,
                      GError    **error)
{
  g_autoptr (SheafYearList) list = g_new0 (SheafYearList, 1);
  SheafDate        on = sheaf_date_new (year, 12, 31);
  g_autofree char *id = sheaf_setting_find (book, "law");
  g_autofree char *path = sheaf_data_law_file (id != NULL ? id : "", sheaf_book_is_union (book));
  GKeyFile        *file = sheaf_dated_load (book, path, error);
  g_autofree char *group = file == NULL ? NULL : find_group (file, name, on);

  if (file == NULL)
    return NULL;
  list->boxes = g_ptr_array_new_with_free_func (box_free);
  if (group == NULL)
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_LIST,
                   _ ("the law pack “%s” has no year’s list “%s”: see its [year-list NAME]"),
                   id != NULL ? id : "", name != NULL ? name : "");
      return NULL;
    }
  list->name = g_strdup (group + strlen ("year-list "));
  if (read_list (list, file, group, on))
    return g_steal_pointer (&list);
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_LIST,
               _ ("[%s] of the law pack “%s” cannot be read: install the program anew"), group,
               id != NULL ? id : "");
  return NULL;
}
