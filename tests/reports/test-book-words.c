/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the books of account: each in three languages, a heading and a mark for each
 * column, and every book of the table in the chart's list. */
#include "helpers/ledger.h"
#include "reports/collected.h"
#include "reports/reports.h"
#include "reports/words.h"

#include <string.h>

static void
each_key_has_three_languages (GKeyFile   *words,
                              const char *code)
{
  g_auto (GStrv) keys = g_key_file_get_keys (words, "text", NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *bare = NULL;

      if (!g_str_has_suffix (keys[i], "_vi"))
        continue;
      bare = g_strndup (keys[i], strlen (keys[i]) - 3);
      for (guint l = 0; l < 2; l++)
        {
          g_autofree char *key = g_strconcat (bare, l == 0 ? "_en" : "_fr", NULL);

          g_test_message ("%s %s", code, key);
          g_assert_true (g_key_file_has_key (words, "text", key, NULL));
        }
    }
}

static void
columns_are_headed (GKeyFile   *words,
                    const char *code)
{
  g_auto (GStrv) columns = g_key_file_get_string_list (words, "form", "columns", NULL, NULL);
  g_auto (GStrv) marks = g_key_file_get_string_list (words, "form", "marks", NULL, NULL);

  if (columns == NULL)
    return; /* of another method of bookkeeping: it has a title only */
  g_assert_cmpuint (g_strv_length (columns), ==, g_strv_length (marks));
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("h_%s_vi", columns[i]);

      g_test_message ("%s %s", code, key);
      g_assert_true (g_key_file_has_key (words, "text", key, NULL));
    }
}

static void
test_words (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (const SheafReport *report = sheaf_book_reports; report->code != NULL; report++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GKeyFile) words = sheaf_report_words_load (book, report->code, &error);
      g_autofree char *code = NULL;

      g_assert_no_error (error);
      code = g_key_file_get_string (words, "form", "code", NULL);
      g_assert_cmpstr (code, ==, report->code);
      each_key_has_three_languages (words, report->code);
      columns_are_headed (words, report->code);
    }
}

/* The chart's list has each book once, and what is not withheld can be written, in each language,
 * though nothing was posted. */
static void
test_empty_book (void)
{
  static const char *const languages[] = { "vi", "en", "fr" };
  g_autoptr (SheafBook) book = test_ledger_new ();
  guint n_offered = 0;

  for (const SheafReport *report = sheaf_book_reports; report->code != NULL; report++)
    {
      g_autofree char *reason = report->withheld (report, book);

      g_assert_true (reason == NULL || strstr (reason, "another regulation") == NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (languages) && reason == NULL; i++)
        {
          const SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                                 .to = SHEAF_DATE_NONE,
                                                 .language = languages[i] };
          SheafReportSink          *sink = sheaf_collected_sink_new (0);
          g_autoptr (SheafCollected) collected = NULL;
          g_autoptr (GError) error = NULL;

          sheaf_reports_write (book, report->code, &question, sink, &error);
          g_assert_no_error (error);
          collected = sheaf_collected_sink_take (sink);
          sheaf_collected_sink_free (sink);
          g_assert_cmpuint (collected->sections->len, >, 0);
          g_assert_cmpuint (g_strv_length (collected->head->signers), ==, 3);
          g_assert_cmpuint (collected->head->signing_block, ==, 2);
          n_offered++;
        }
    }
  g_assert_cmpuint (n_offered, ==, 6); /* journal and ledger */
}

static SheafCollected *
write_book (SheafBook  *book,
            const char *code,
            const char *language)
{
  SheafReportQuestion question = { .year = 2025,
                                   .from = SHEAF_DATE_NONE,
                                   .to = SHEAF_DATE_NONE,
                                   .language = language };
  g_autoptr (GError) error = NULL;
  SheafReportSink *sink = sheaf_collected_sink_new (0);
  SheafCollected  *collected;

  sheaf_reports_write (book, code, &question, sink, &error);
  g_assert_no_error (error);
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

/* What is not known is a row of dots, never the sign of a fact. */
static void
test_no_signs_are_printed (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafCollected) costs = NULL;
  const SheafCollectedSection *section;
  const GPtrArray             *columns;

  (void) test_post (book, "2026-01-05", "154", "2141", 100, NULL,
                    NULL); /* after the days asked for */
  costs = write_book (book, "S17-HTX", "vi");
  section = costs->sections->pdata[0];
  columns = sheaf_report_columns (costs->head, section->section);
  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];

      g_assert_null (strchr (column->heading, '{'));
      g_assert_true (column->group == NULL || strchr (column->group, '{') == NULL);
    }
  for (char **field = section->section->fields; *field != NULL; field++)
    {
      g_assert_null (strchr (*field, '{'));
      g_assert_null (strstr (*field, "… - …"));
    }
}

/* A store card has quantities alone. */
static void
test_unit_of_money (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GKeyFile) words = sheaf_report_words_load (book, "S08-HTX", NULL);
  g_autoptr (SheafReportHead) card = sheaf_report_words_head (
      words, "S08-HTX", "vi", sheaf_date_new (2025, 1, 1), sheaf_date_new (2025, 12, 31));
  g_autoptr (SheafCollected) journal = NULL;

  (void) test_post (book, "2025-01-05", "4212", "418", 100, NULL, NULL);
  journal = write_book (book, "S03a-HTX", "fr");
  g_assert_null (card->unit);
  g_assert_cmpstr (journal->head->unit, ==, "Unité : đồng");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/book-words/three-languages-and-a-heading-each", test_words);
  g_test_add_func ("/book-words/an-empty-book-has-journal-and-ledger", test_empty_book);
  g_test_add_func ("/book-words/what-is-not-known-is-dots", test_no_signs_are_printed);
  g_test_add_func ("/book-words/a-book-of-quantities-has-no-unit-of-money", test_unit_of_money);
  return g_test_run ();
}
