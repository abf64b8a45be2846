/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a story's line as values. */
#include "story.h"

#include "helpers/book.h"
#include "ledger/chart-list.h"
#include "ledger/chart.h"
#include "ledger/party.h"

void
story_fail (const Story *story,
            const char  *format,
            ...)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (story->path);
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_error ("%s:%u: %s", name, story->line, text);
}

const char *
story_word (const Story     *story,
            const StoryLine *line,
            guint            position)
{
  if (position >= line->n_words)
    story_fail (story, "word %u is missing", position + 1);
  return line->words[position];
}

SheafDate
story_day (const Story     *story,
           const StoryLine *line,
           guint            position)
{
  const char *word = story_word (story, line, position);
  SheafDate   day;

  if (!sheaf_date_parse (word, &day, NULL))
    story_fail (story, "%s is not a day", word);
  return day;
}

gint64
story_amount (const Story     *story,
              const StoryLine *line,
              guint            position)
{
  const char *word = story_word (story, line, position);
  SheafMoney  amount;

  if (!sheaf_money_parse (*word == '-' ? word + 1 : word, &amount, NULL))
    story_fail (story, "%s is not an amount", word);
  return *word == '-' ? -amount.units : amount.units;
}

int
story_year (const Story     *story,
            const StoryLine *line,
            guint            position)
{
  const char *word = story_word (story, line, position);
  guint64     year;

  if (!g_ascii_string_to_unsigned (word, 10, 1900, 2999, &year, NULL))
    story_fail (story, "%s is not a year", word);
  return (int) year;
}

gint64
story_account (const Story *story,
               const char  *code)
{
  const SheafAccount *account = sheaf_chart_by_code (sheaf_chart_get (story->book, NULL), code);

  if (account == NULL)
    story_fail (story, "there is no account %s", code);
  return account->id;
}

gint64
story_party (const Story *story,
             const char  *code)
{
  gint64 id = sheaf_party_find (story->book, code);

  if (id == 0)
    story_fail (story, "there is no party %s", code);
  return id;
}

void
story_keep_warnings (Story               *story,
                     const SheafProblems *problems)
{
  GString *warned = g_string_new (NULL);

  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *text = sheaf_problem_to_text (problems->items->pdata[i]);

      g_string_append_printf (warned, "%s\n", text);
    }
  g_free (story->warned);
  story->warned = g_string_free (warned, FALSE);
}

SheafBook *
story_new_book (const char *chart,
                int         year,
                const char *law)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafChartEntry) entry = sheaf_chart_entry_find (chart, &error);
  gboolean            is_union = law != NULL && g_str_has_suffix (law, "-union");
  g_autofree char    *id = is_union ? g_strndup (law, strlen (law) - strlen ("-union"))
                                    : g_strdup (law);
  const SheafBookSpec spec = { .name = "HTX",
                               .year = year,
                               .chart = chart,
                               .law = id != NULL      ? id
                                      : entry == NULL ? ""
                                                      : entry->law,
                               .is_union = is_union };
  const SheafActor    actor = test_actor (sheaf_date_new (2026, 12, 31));
  SheafBook          *book;

  book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);
  g_assert_no_error (error);
  return book;
}
