/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of the guide: whole, paired, in three languages. */
#include "base/csv-reader.h"
#include "book/act.h"
#include "book/data.h"
#include "helpers/ledger.h"
#include "ledger/guide.h"

#include <string.h>

static const SheafGuide *
guide_of (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  const SheafGuide *guide = sheaf_guide_get (book, &error);

  g_assert_no_error (error);
  return guide;
}

/* The data as it is written, not as it was read. */
static GPtrArray *
read_data (SheafBook  *book,
           const char *name)
{
  GPtrArray       *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *text = sheaf_data_load (book, name, NULL);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (text);
  const GPtrArray *fields;

  (void) sheaf_csv_reader_next (reader, NULL);
  while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      GStrvBuilder *builder = g_strv_builder_new ();

      for (guint i = 0; i < fields->len; i++)
        g_strv_builder_add (builder, fields->pdata[i]);
      g_ptr_array_add (records, g_strv_builder_end (builder));
      g_strv_builder_unref (builder);
    }
  g_assert_cmpuint (records->len, >, 0);
  return records;
}

static guint
count_side (const GPtrArray *lines,
            const char      *id,
            const char      *side)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      char **line = lines->pdata[i];

      n += strcmp (line[0], id) == 0 && strcmp (line[2], side) == 0 && *line[3] != '0';
    }
  return n;
}

static void
test_pairing (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GPtrArray) cases = read_data (book, "entries/vn-tt71.csv");
  g_autoptr (GPtrArray) lines = read_data (book, "entries/vn-tt71.lines.csv");
  guint paired = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      char   **item = cases->pdata[i];
      gboolean several = count_side (lines, item[0], "D") > 1 &&
                         count_side (lines, item[0], "C") > 1;

      if (several && *item[12] == '\0')
        g_test_message ("%s has several debits and credits without pairs", item[0]);
      g_assert_false (several && *item[12] == '\0');
      paired += several;
    }
  g_assert_cmpuint (paired, ==, 42); /* of 52 in print: the others are alternatives, here choices */
}

static void
expect_languages (const SheafGuideText *text,
                  const char           *id)
{
  gboolean whole = text->vi != NULL && text->en != NULL && text->fr != NULL && *text->vi != '\0' &&
                   *text->en != '\0' && *text->fr != '\0';

  if (!whole)
    g_test_message ("%s lacks a language", id);
  g_assert_true (whole);
}

static void
test_data (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafGuide *guide = guide_of (book);
  const SheafChart *chart = sheaf_chart_get (book, NULL);

  /* 688 entries are printed; 353/3g repeats another one. Ids are unique, else it is not read. */
  g_assert_cmpuint (sheaf_guide_count (guide), ==, 687);
  for (guint i = 0; i < sheaf_guide_count (guide); i++)
    {
      const SheafGuideCase *item = sheaf_guide_at (guide, i);

      expect_languages (&item->title, item->id);
      if (item->condition.vi != NULL)
        expect_languages (&item->condition, item->id);
      if (item->withheld.vi != NULL)
        expect_languages (&item->withheld, item->id);
      g_assert_nonnull (sheaf_chart_by_code (chart, item->account));
      for (guint a = 0; a < item->amounts->len; a++)
        expect_languages (((SheafGuideAmount *) item->amounts->pdata[a])->name, item->id);
      for (guint l = 0; l < item->lines->len; l++)
        {
          const SheafGuideLine *line = item->lines->pdata[l];

          if (line->when.vi != NULL)
            expect_languages (&line->when, item->id);
          for (guint c = 0; line->accounts[c] != NULL; c++)
            g_assert_nonnull (sheaf_chart_by_code (chart, line->accounts[c]));
        }
    }
}

static void
test_source (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafGuide *guide = guide_of (book);
  g_autofree char  *vi = sheaf_guide_source (guide, sheaf_guide_find (guide, "131/3.1"), "vi");
  g_autofree char  *en = sheaf_guide_source (guide, sheaf_guide_find (guide, "001/1"), "en");

  g_assert_cmpstr (vi, ==, "Thông tư 71/2024/TT-BTC, Phụ lục I, TK 131, mục 3.1");
  g_assert_cmpstr (en, ==, "Circular 71/2024/TT-BTC, Appendix I, account 001");
}

static void
test_pairs_known (void)
{
  static const struct
  {
    const char *debit;
    const char *credit;
    gboolean    known;
  } pairs[] = {
    { "1111", "5111", TRUE },
    { "131", "5122", TRUE },
    { "9111", "642", TRUE },
    { "1111", "4111", TRUE },
    { "3533", "2141", TRUE },
    { "4111", "5111", FALSE },
    { "2141", "3331", FALSE },
    { "659", "1111", FALSE },
    { "007", "1111", TRUE },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafGuide *guide = guide_of (book);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (sheaf_guide_knows_pair (guide, sheaf_chart_get (book, NULL),
                                             test_account (book, pairs[i].debit),
                                             test_account (book, pairs[i].credit)),
                     ==, pairs[i].known);
}

static void
test_pairs_asked (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) odd = test_voucher (book, "2025-03-01", "659", "1111", 5, NULL, NULL);
  g_autoptr (SheafVoucher) plain = test_voucher (book, "2025-03-01", "1111", "5111", 5, NULL, NULL);

  g_assert_true (sheaf_guide_ask_pairs (book, plain, problems, NULL));
  g_assert_cmpuint (problems->items->len, ==, 0);
  g_assert_true (sheaf_guide_ask_pairs (book, odd, problems, NULL));
  g_assert_cmpuint (problems->warnings, ==, 1);
  g_assert_cmpuint (problems->errors, ==, 0); /* asked about, never refused */
  g_assert_true (sheaf_voucher_post (book, odd, NULL, NULL));
}

/* A chart without prescribed entries has nothing to list and nothing to ask. */
static void
test_other_chart (void)
{
  const SheafBookSpec spec = { .name = "Co-op", .year = 2025, .chart = "intl", .law = "vn-2023" };
  SheafActor          actor = test_actor (test_day ("2025-12-31"));
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book =
      sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);
  const SheafGuide *guide;
  const SheafChart *chart;
  g_autoptr (GPtrArray) found = NULL;

  g_assert_no_error (error);
  guide = guide_of (book);
  chart = sheaf_chart_get (book, NULL);
  found = sheaf_guide_search (guide, "cash", 0);
  g_assert_cmpuint (sheaf_guide_count (guide), ==, 0);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_true (sheaf_guide_knows_pair (guide, chart, sheaf_chart_at (chart, 0)->id,
                                         sheaf_chart_at (chart, 1)->id));
}

#define TEXTS "key,vi,en,fr\namount:a,a,a,a\namount:b,b,b,b\n"
#define CASES "id,account,paragraph,topic,scope,common,vi,en,fr,when,withheld,sums,pairs\n"
#define LINES "case,line,side,accounts,amount,optional,when\n"
#define TWO_LINES LINES "1/1,1,D,111,a,,\n1/1,2,C,112,a,,\n"
#define WORDS "words,cases\n"

/* Each breaks one thing in data that are whole otherwise. */
static const struct
{
  const char *texts;
  const char *cases;
  const char *lines;
  const char *words;
  const char *named; /* the file that the error names; NULL: nothing is wrong */
} data_sets[] = {
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,\n", TWO_LINES, WORDS "ab,1/1\n", NULL },
  { TEXTS "c,c\n", CASES, LINES, WORDS, ".texts.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,both,1,v,e,f,,,,\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,never,,,\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,\n1/1,111,1,t,,1,v,e,f,,,,\n", TWO_LINES, WORDS,
    "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,\n", LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,a b,\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,a = b b,\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,a = b +,\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,a = c,\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,2>1\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,1>3\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,1-2\n", TWO_LINES, WORDS, "vn-tt71.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,\n", LINES "1/2,1,D,111,a,,\n", WORDS, ".lines.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,\n", LINES "1/1,2,D,111,a,,\n", WORDS, ".lines.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,\n", LINES "1/1,1,X,111,a,,\n", WORDS, ".lines.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,\n", LINES "1/1,1,D,,a,,\n", WORDS, ".lines.csv" },
  { TEXTS, CASES "1/1,111,1,t,,1,v,e,f,,,,\n", TWO_LINES, WORDS "ab,1/2\n", ".words.csv" },
};

static void
put_data (SheafBook  *book,
          const char *ending,
          const char *text)
{
  g_autofree char *name = g_strconcat ("entries/vn-tt71", ending, NULL);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "data-file", name, NULL);

  g_assert_true (sheaf_store_run (
      sheaf_book_store (book), "INSERT INTO data_file (name, text, act_id) VALUES ($1, $2, $3)",
      SHEAF_ARGS (SHEAF_TEXT (name), SHEAF_TEXT (text), SHEAF_INT (sheaf_act_id (act))), NULL));
  g_assert_true (sheaf_act_commit (act, NULL));
}

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (data_sets); i++)
    {
      g_autoptr (SheafBook) book = test_ledger_new ();
      g_autoptr (GError) error = NULL;

      put_data (book, ".texts.csv", data_sets[i].texts);
      put_data (book, ".csv", data_sets[i].cases);
      put_data (book, ".lines.csv", data_sets[i].lines);
      put_data (book, ".words.csv", data_sets[i].words);
      if (data_sets[i].named == NULL)
        {
          g_assert_cmpuint (sheaf_guide_count (guide_of (book)), ==, 1);
          continue;
        }
      g_assert_null (sheaf_guide_get (book, &error));
      g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART);
      g_assert_nonnull (strstr (error->message, data_sets[i].named));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/several-debits-and-credits-carry-their-pairing", test_pairing);
  g_test_add_func ("/guide/data-is-whole-in-three-languages", test_data);
  g_test_add_func ("/guide/paragraph-is-named", test_source);
  g_test_add_func ("/guide/pairs-prescribed-nowhere-are-known-as-such", test_pairs_known);
  g_test_add_func ("/guide/unknown-pairs-are-asked-about-not-refused", test_pairs_asked);
  g_test_add_func ("/guide/a-chart-without-entries-asks-nothing", test_other_chart);
  g_test_add_func ("/guide/data-that-cannot-be-understood-is-named", test_broken);
  return g_test_run ();
}
