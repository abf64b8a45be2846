/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the group [notices] of a law pack. */
#include "notices/law.h"

#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/dated.h"
#include "notices/error.h"

/* In the order of SheafRedeemOrder. */
static const char *const order_words[] = { "oldest", "oldest-member", "part" };

gboolean
sheaf_redeem_order_from_word (const char       *word,
                              SheafRedeemOrder *ret_order)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_words); i++)
    if (g_str_equal (word, order_words[i]))
      {
        *ret_order = (SheafRedeemOrder) (i + 1);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_kinds (GKeyFile       *file,
            const char     *group,
            SheafNoticeLaw *law)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, group, "kinds", NULL, NULL);
  SheafNoticeKind kind;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (!sheaf_notice_kind_from_word (words[i], &kind))
        return FALSE;
      law->kinds[kind] = TRUE;
    }
  return words != NULL;
}

SheafNoticeLaw *
sheaf_notice_law_load (SheafBook *book,
                       SheafDate  on,
                       GError   **error)
{
  g_autoptr (SheafNoticeLaw) law = g_new0 (SheafNoticeLaw, 1);
  g_autofree char *id = sheaf_setting_find (book, "law");
  g_autofree char *name = sheaf_data_law_file (id != NULL ? id : "", sheaf_book_is_union (book));
  g_autofree char *group = NULL;
  g_autofree char *order = NULL;
  GKeyFile        *file = sheaf_dated_load (book, name, error);

  if (file == NULL)
    return NULL;
  law->title = sheaf_dated_title (file, "law", NULL);
  law->order = SHEAF_REDEEM_OLDEST;
  group = sheaf_dated_find (file, "notices", on);
  if (group == NULL)
    return g_steal_pointer (&law);
  order = g_key_file_get_string (file, group, "order", NULL);
  if (read_kinds (file, group, law) &&
      (order == NULL || sheaf_redeem_order_from_word (order, &law->order)))
    return g_steal_pointer (&law);
  g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_LAW,
               _ ("the notices of %s cannot be read ([%s]): install the program anew"), name,
               group);
  return NULL;
}

void
sheaf_notice_law_free (SheafNoticeLaw *law)
{
  if (law == NULL)
    return;
  g_free (law->title);
  g_free (law);
}

gboolean
sheaf_notice_law_allows (const SheafNoticeLaw *law,
                         SheafNoticeKind       kind,
                         GError              **error)
{
  if (law->kinds[kind])
    return TRUE;
  g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_LAW,
               _ ("%s knows no %s: leave it out"), law->title, sheaf_notice_kind_title (kind));
  return FALSE;
}
