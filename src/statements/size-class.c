/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size class of a cooperative. */
#include "statements/size-class.h"

#include "book/setting.h"
#include "ledger/dated.h"
#include "members/member.h"
#include "members/membership.h"
#include "statements/statement.h"

#include <string.h>

static void
free_row (gpointer data)
{
  SheafSizeRow *row = data;

  g_free (row->key);
  g_free (row->source);
  g_free (row);
}

void
sheaf_size_class_free (SheafSizeClass *size)
{
  if (size == NULL)
    return;
  g_free (size->sector);
  g_free (size->sector_of_law);
  g_free (size->revenue_from);
  g_free (size->capital_from);
  g_ptr_array_unref (size->rows);
  g_free (size->class_key);
  g_free (size->older_members);
  g_free (size->older_capital);
  for (gsize i = 0; i < G_N_ELEMENTS (size->titles); i++)
    {
      g_free (size->titles[i]);
      g_free (size->older_titles[i]);
    }
  g_free (size);
}

static gboolean
count_members (SheafBook      *book,
               SheafSizeClass *size,
               GError        **error)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (book, error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const SheafMember *member = members->pdata[i];
      SheafMemberState   state;

      if (!sheaf_member_on (book, member->party_id, size->on, &state, error))
        return FALSE;
      size->members += state.kind == SHEAF_MEMBER_OFFICIAL;
    }
  return members != NULL;
}

/* "WHAT-form" and "WHAT-lines" of the law's group. */
static gboolean
take_lines (SheafBook  *book,
            GKeyFile   *data,
            int         year,
            const char *what,
            SheafMoney *ret_sum,
            char      **ret_from,
            GError    **error)
{
  g_autofree char *form_key = g_strconcat (what, "-form", NULL);
  g_autofree char *lines_key = g_strconcat (what, "-lines", NULL);
  g_autofree char *form = g_key_file_get_string (data, "law", form_key, NULL);
  g_auto (GStrv) lines = g_key_file_get_string_list (data, "law", lines_key, NULL, NULL);
  g_autofree char *names = lines != NULL ? g_strjoinv (" + ", lines) : NULL;
  g_autoptr (SheafStatement) statement =
      sheaf_statement_compute (book, form != NULL ? form : "", year, SHEAF_DATE_NONE, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const SheafStatementLine *line = sheaf_statement_find_line (statement, lines[i]);

      if (line != NULL)
        *ret_sum = sheaf_money_add (*ret_sum, line->current);
    }
  *ret_from = g_strdup_printf ("%s %s", form, names);
  return TRUE;
}

static gint64
number_of (GKeyFile   *data,
           const char *group,
           const char *key)
{
  return g_key_file_get_int64 (data, group, key, NULL);
}

static void
read_row (SheafSizeClass *size,
          GKeyFile       *data,
          const char     *group)
{
  g_auto (GStrv) words = g_strsplit (group, " ", 0);
  g_autofree char *known = g_key_file_get_string (data, group, "known", NULL);
  g_autofree char *rest = g_key_file_get_string (data, group, "rest", NULL);
  SheafSizeRow    *row = g_new0 (SheafSizeRow, 1);

  row->key = g_strdup (words[1] != NULL && words[2] != NULL ? words[2] : "");
  row->known = g_strcmp0 (known, "no") != 0;
  row->rest = g_strcmp0 (rest, "yes") == 0;
  row->source = g_key_file_get_string (data, group, "source", NULL);
  row->members = number_of (data, group, "members");
  row->revenue = SHEAF_MONEY (number_of (data, group, "revenue"));
  row->capital = SHEAF_MONEY (number_of (data, group, "capital"));
  if (row->known && !row->rest)
    {
      row->members_reached = size->members >= row->members;
      row->revenue_reached = sheaf_money_cmp (size->revenue, row->revenue) >= 0;
      row->capital_reached = sheaf_money_cmp (size->capital, row->capital) >= 0;
    }
  row->reached = row->rest || (row->members_reached &&
                               (row->revenue_reached || row->capital_reached));
  g_ptr_array_add (size->rows, row);
}

/* From the largest class down: one that is not known, before any was reached, ends the search. */
static void
find_class (SheafSizeClass *size)
{
  for (guint i = 0; i < size->rows->len; i++)
    {
      const SheafSizeRow *row = size->rows->pdata[i];

      if (!row->known)
        return;
      if (!row->reached)
        continue;
      size->class_key = g_strdup (row->key);
      return;
    }
}

/* "micro 0;small 50": the last one whose number is not above. Free with g_free. */
static char *
class_of (GKeyFile   *data,
          const char *key,
          gint64      number)
{
  g_auto (GStrv) steps = g_key_file_get_string_list (data, "older", key, NULL, NULL);
  char *found = NULL;

  for (guint i = 0; steps != NULL && steps[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (steps[i], " ", 2);

      if (words[0] == NULL || words[1] == NULL || number < g_ascii_strtoll (words[1], NULL, 10))
        continue;
      g_free (found);
      found = g_strdup (words[0]);
    }
  return found;
}

static void
read_titles (GKeyFile   *data,
             const char *group,
             char      **titles)
{
  static const char *const keys[] = { "title_vi", "title_en", "title_fr" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    titles[i] = g_key_file_get_string (data, group, keys[i], NULL);
}

static GKeyFile *
load_data (SheafBook *book,
           GError   **error)
{
  g_autofree char *law = sheaf_setting_find (book, "law");
  g_autofree char *name =
      g_strdup_printf ("laws/size-%.*s.ini", (int) (law != NULL ? strcspn (law, "-") : 0),
                       law != NULL ? law : "");

  return sheaf_dated_load (book, name, error);
}

static void
judge (SheafSizeClass *size,
       GKeyFile       *data)
{
  g_autofree char *word = NULL;
  g_auto (GStrv) groups = NULL;

  size->sector_of_law = g_key_file_get_string (data, "sectors", size->sector, NULL);
  if (size->sector_of_law == NULL)
    size->sector_of_law = g_strdup ("trade");
  word = g_strdup_printf ("class %s", size->sector_of_law);
  groups = sheaf_dated_list (data, word, size->on);
  for (guint i = 0; groups[i] != NULL; i++)
    read_row (size, data, groups[i]);
  find_class (size);
  size->older_members = class_of (data, "members", size->members);
  size->older_capital = class_of (data, "capital", size->capital.units);
  read_titles (data, "law", size->titles);
  read_titles (data, "older", size->older_titles);
}

SheafSizeClass *
sheaf_size_class_compute (SheafBook *book,
                          int        year,
                          GError   **error)
{
  g_autoptr (SheafSizeClass) size = g_new0 (SheafSizeClass, 1);
  GKeyFile *data = load_data (book, error);

  size->year = year;
  size->on = sheaf_book_year_end (book, year);
  size->rows = g_ptr_array_new_with_free_func (free_row);
  size->sector = sheaf_setting_find (book, "sector");
  if (size->sector == NULL)
    size->sector = g_strdup ("");
  if (data == NULL || !count_members (book, size, error) ||
      !take_lines (book, data, year, "revenue", &size->revenue, &size->revenue_from, error) ||
      !take_lines (book, data, year, "capital", &size->capital, &size->capital_from, error))
    return NULL;
  judge (size, data);
  return g_steal_pointer (&size);
}
