/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists have in common. */
#include "reports/list-head.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "ledger/item.h"
#include "ledger/party.h"
#include "reports/error.h"
#include "reports/words.h"
#include "statements/words.h"

/* A list of headings: as long as there are columns, or not there at all; others may be shorter. */
static gboolean
read_list (GKeyFile   *words,
           const char *code,
           const char *key,
           const char *language,
           guint       length,
           char     ***ret_list,
           GError    **error)
{
  g_auto (GStrv) list = sheaf_words_list (words, key, language);
  guint found = g_strv_length (list);

  /* a key file drops an empty place at the end */
  if (found > length || (found != 0 && found < length && g_str_equal (key, "columns")))
    {
      g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_DATA,
                   _ ("The words of report %s have %u of %s, not %u: install the program's data "
                      "again"),
                   code, found, key, length);
      return FALSE;
    }
  *ret_list = g_steal_pointer (&list);
  return TRUE;
}

static const char *
place (char **list,
       guint  i)
{
  return i >= g_strv_length (list) || *list[i] == '\0' ? NULL : list[i];
}

SheafReportHead *
sheaf_list_head (SheafBook             *book,
                 const char            *code,
                 const char            *language,
                 SheafDate              from,
                 SheafDate              to,
                 const SheafListColumn *columns,
                 guint                  n_columns,
                 GKeyFile             **ret_words,
                 GError               **error)
{
  g_autoptr (GKeyFile) words = sheaf_report_words_load (book, code, error);
  g_autoptr (SheafReportHead) head = NULL;
  g_auto (GStrv) headings = NULL;
  g_auto (GStrv) groups = NULL;
  g_auto (GStrv) marks = NULL;

  if (words == NULL ||
      !read_list (words, code, "columns", language, n_columns, &headings, error) ||
      !read_list (words, code, "groups", language, n_columns, &groups, error) ||
      !read_list (words, code, "marks", language, n_columns, &marks, error))
    return NULL;
  head = sheaf_report_words_head (words, code, language, from, to);
  for (guint i = 0; i < n_columns; i++)
    sheaf_report_column_add (head->columns, columns[i].key, place (groups, i),
                             place (headings, i), place (marks, i), columns[i].kind,
                             columns[i].weight);
  if (ret_words != NULL)
    *ret_words = g_steal_pointer (&words);
  return g_steal_pointer (&head);
}

char *
sheaf_list_word (GKeyFile   *words,
                 const char *key,
                 const char *language)
{
  char *word = sheaf_words_text (words, key, language);

  return word != NULL ? word : g_strdup ("");
}

char *
sheaf_list_fill (GKeyFile   *words,
                 const char *language,
                 const char *key,
                 const char *sign,
                 const char *value)
{
  g_autofree char *text = sheaf_list_word (words, key, language);
  g_autoptr (GString) filled = g_string_new (text);

  if (sign != NULL)
    g_string_replace (filled, sign, value == NULL ? "" : value, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

gboolean
sheaf_list_account (SheafBook  *book,
                    const char *code,
                    gint64     *ret_id,
                    GError    **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account = NULL;

  if (chart == NULL)
    return FALSE;
  if (code != NULL)
    account = sheaf_chart_by_code (chart, code);
  if (code != NULL && account == NULL)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("There is no account %s: take one of the chart"), code);
  *ret_id = account == NULL ? 0 : account->id;
  return code == NULL || account != NULL;
}

gboolean
sheaf_list_party (SheafBook  *book,
                  const char *code,
                  gint64     *ret_id,
                  GError    **error)
{
  *ret_id = code == NULL ? 0 : sheaf_party_find (book, code);
  if (code != NULL && *ret_id == 0)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("There is no party or member %s: take one of “parties” or “members”"), code);
  return code == NULL || *ret_id != 0;
}

gboolean
sheaf_list_item (SheafBook  *book,
                 const char *code,
                 gint64     *ret_id,
                 GError    **error)
{
  *ret_id = code == NULL ? 0 : sheaf_item_find (book, code);
  if (code != NULL && *ret_id == 0)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("There is no item %s: take one of “items”"), code);
  return code == NULL || *ret_id != 0;
}

SheafDate
sheaf_list_day (const SheafReportQuestion *question)
{
  if (!sheaf_date_is_none (question->to))
    return question->to;
  return question->year == 0 ? question->today : sheaf_date_new (question->year, 12, 31);
}
