/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table is that of the domain: schoolbook, Treasury and four public libraries agree on it. */
#include "documents/error.h"
#include "documents/words.h"

#include <string.h>

typedef struct
{
  gint64      units;
  const char *words;
} Case;

static const Case VIETNAMESE[] = {
  { G_GINT64_CONSTANT (0), "Không đồng" },
  { G_GINT64_CONSTANT (5), "Năm đồng" },
  { G_GINT64_CONSTANT (10), "Mười đồng" },
  { G_GINT64_CONSTANT (11), "Mười một đồng" },
  { G_GINT64_CONSTANT (14), "Mười bốn đồng" },
  { G_GINT64_CONSTANT (15), "Mười lăm đồng" },
  { G_GINT64_CONSTANT (21), "Hai mươi mốt đồng" },
  { G_GINT64_CONSTANT (24), "Hai mươi tư đồng" },
  { G_GINT64_CONSTANT (25), "Hai mươi lăm đồng" },
  { G_GINT64_CONSTANT (51), "Năm mươi mốt đồng" },
  { G_GINT64_CONSTANT (101), "Một trăm linh một đồng" },
  { G_GINT64_CONSTANT (104), "Một trăm linh bốn đồng" },
  { G_GINT64_CONSTANT (105), "Một trăm linh năm đồng" },
  { G_GINT64_CONSTANT (110), "Một trăm mười đồng" },
  { G_GINT64_CONSTANT (115), "Một trăm mười lăm đồng" },
  { G_GINT64_CONSTANT (121), "Một trăm hai mươi mốt đồng" },
  { G_GINT64_CONSTANT (1000), "Một nghìn đồng" },
  { G_GINT64_CONSTANT (1005), "Một nghìn không trăm linh năm đồng" },
  { G_GINT64_CONSTANT (1015), "Một nghìn không trăm mười lăm đồng" },
  { G_GINT64_CONSTANT (2021), "Hai nghìn không trăm hai mươi mốt đồng" },
  { G_GINT64_CONSTANT (105000), "Một trăm linh năm nghìn đồng" },
  { G_GINT64_CONSTANT (1000000), "Một triệu đồng" },
  { G_GINT64_CONSTANT (1000005), "Một triệu không trăm linh năm đồng" },
  { G_GINT64_CONSTANT (1005000), "Một triệu không trăm linh năm nghìn đồng" },
  { G_GINT64_CONSTANT (1050000), "Một triệu không trăm năm mươi nghìn đồng" },
  { G_GINT64_CONSTANT (1309000), "Một triệu ba trăm linh chín nghìn đồng" },
  { G_GINT64_CONSTANT (5690700), "Năm triệu sáu trăm chín mươi nghìn bảy trăm đồng" },
  { G_GINT64_CONSTANT (15520000), "Mười lăm triệu năm trăm hai mươi nghìn đồng" },
  { G_GINT64_CONSTANT (21001004),
    "Hai mươi mốt triệu không trăm linh một nghìn không trăm linh bốn đồng" },
  { G_GINT64_CONSTANT (95500200), "Chín mươi lăm triệu năm trăm nghìn hai trăm đồng" },
  { G_GINT64_CONSTANT (1000000000), "Một tỷ đồng" },
  { G_GINT64_CONSTANT (1000000005), "Một tỷ không trăm linh năm đồng" },
  { G_GINT64_CONSTANT (1000100000), "Một tỷ một trăm nghìn đồng" },
  { G_GINT64_CONSTANT (2500000000), "Hai tỷ năm trăm triệu đồng" },
  { G_GINT64_CONSTANT (123456789012), "Một trăm hai mươi ba tỷ bốn trăm năm mươi sáu triệu bảy "
                                      "trăm tám mươi chín nghìn không trăm mười hai đồng" },
  { G_GINT64_CONSTANT (1000000000000), "Một nghìn tỷ đồng" },
  { G_GINT64_CONSTANT (1234567890123), "Một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy "
                                       "triệu tám trăm chín mươi nghìn một trăm hai mươi ba đồng" },
};

static const Case FRENCH[] = {
  { 0, "Zéro dong" },
  { 1, "Un dong" },
  { 21, "Vingt-et-un dongs" },
  { 71, "Soixante-et-onze dongs" },
  { 80, "Quatre-vingts dongs" },
  { 95, "Quatre-vingt-quinze dongs" },
  { 200, "Deux-cents dongs" },
  { 1001, "Mille un dongs" },
  { 80000, "Quatre-vingt mille dongs" },
  { 200201, "Deux-cent mille deux-cent-un dongs" },
  { 1000000, "Un million de dongs" },
  { 2000001, "Deux millions un dongs" },
  { 16, "Seize dongs" },
  { 31, "Trente-et-un dongs" },
  { 70, "Soixante-dix dongs" },
  { 81, "Quatre-vingt-un dongs" },
  { 91, "Quatre-vingt-onze dongs" },
  { 100, "Cent dongs" },
  { 101, "Cent-un dongs" },
  { 999, "Neuf-cent-quatre-vingt-dix-neuf dongs" },
  { 1000, "Mille dongs" },
  { 2000, "Deux mille dongs" },
  { 1520000, "Un million cinq-cent-vingt mille dongs" },
  { 80000000, "Quatre-vingts millions de dongs" },
  { 200000000, "Deux-cents millions de dongs" },
  { G_GINT64_CONSTANT (5000000000), "Cinq milliards de dongs" },
  { G_GINT64_CONSTANT (1234567890123),
    "Mille deux-cent-trente-quatre milliards cinq-cent-soixante-sept millions huit-cent-quatre-"
    "vingt-dix mille cent-vingt-trois dongs" },
};

static const Case ENGLISH[] = {
  { 0, "Zero dong" },
  { 21, "Twenty-one dong" },
  { 101, "One hundred and one dong" },
  { 1005, "One thousand and five dong" },
  { 1, "One dong" },
  { 12, "Twelve dong" },
  { 40, "Forty dong" },
  { 100, "One hundred dong" },
  { 999, "Nine hundred and ninety-nine dong" },
  { 1100, "One thousand one hundred dong" },
  { 1520000, "One million five hundred and twenty thousand dong" },
  { 21001004, "Twenty-one million one thousand and four dong" },
  { 1000000005, "One billion and five dong" },
  { G_GINT64_CONSTANT (1234567890123),
    "One trillion two hundred and thirty-four billion five hundred and sixty-seven million eight "
    "hundred and ninety thousand one hundred and twenty-three dong" },
};

static void
check_table (const Case *cases,
             gsize       n,
             const char *language,
             const char *currency)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafWords) words = sheaf_words_new (language, currency, NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *said = sheaf_words_amount (words, SHEAF_MONEY (cases[i].units), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (said, ==, cases[i].words);
    }
}

static void
vietnamese (void)
{
  check_table (VIETNAMESE, G_N_ELEMENTS (VIETNAMESE), "vi", "VND");
}

static void
french (void)
{
  check_table (FRENCH, G_N_ELEMENTS (FRENCH), "fr", "VND");
}

static void
english (void)
{
  check_table (ENGLISH, G_N_ELEMENTS (ENGLISH), "en", "VND");
}

static void
assert_words_in (const char *language,
                 const char *currency,
                 gint64      units,
                 const char *options,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafWords) words = sheaf_words_new (language, currency, options, &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  said = sheaf_words_amount (words, SHEAF_MONEY (units), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, expected);
}

static void
assert_words (gint64      units,
              const char *options,
              const char *expected)
{
  assert_words_in ("vi", "VND", units, options, expected);
}

/* The book's money is counted in cents. */
static const struct
{
  const char *currency;
  gint64      units;
  const char *vietnamese;
  const char *english;
  const char *french;
} CURRENCIES[] = {
  { "EUR", 0, "Không euro", "Zero euros", "Zéro euro" },
  { "EUR", 1, "Không euro và một xu", "Zero euros and one cent", "Zéro euro et un centime" },
  { "EUR", 100, "Một euro", "One euro", "Un euro" },
  { "EUR", 205, "Hai euro và năm xu", "Two euros and five cents", "Deux euros et cinq centimes" },
  { "EUR", 123456, "Một nghìn hai trăm ba mươi tư euro và năm mươi sáu xu",
    "One thousand two hundred and thirty-four euros and fifty-six cents",
    "Mille deux-cent-trente-quatre euros et cinquante-six centimes" },
  { "EUR", 100000000, "Một triệu euro", "One million euros", "Un million d’euros" },
  { "EUR", 200000150, "Hai triệu không trăm linh một euro và năm mươi xu",
    "Two million and one euros and fifty cents", "Deux millions un euros et cinquante centimes" },
  { "EUR", -50, "Âm không euro và năm mươi xu", "Minus zero euros and fifty cents",
    "Moins zéro euro et cinquante centimes" },
  { "EUR", -250, "Âm hai euro và năm mươi xu", "Minus two euros and fifty cents",
    "Moins deux euros et cinquante centimes" },
  { "USD", 100, "Một đô la Mỹ", "One US dollar", "Un dollar américain" },
  { "USD", 2101, "Hai mươi mốt đô la Mỹ và một xu", "Twenty-one US dollars and one cent",
    "Vingt-et-un dollars américains et un cent" },
  { "USD", 300000000, "Ba triệu đô la Mỹ", "Three million US dollars",
    "Trois millions de dollars américains" },
  /* without names of their own */
  { "JPY", 1200, "Một nghìn hai trăm JPY", "One thousand two hundred JPY", "Mille deux-cents JPY" },
  { "GBP", 1201, "Mười hai GBP và một phần trăm", "Twelve GBP and one hundredth",
    "Douze GBP et un centième" },
  { "TND", 1025, "Một TND và hai mươi lăm phần nghìn", "One TND and twenty-five thousandths",
    "Un TND et vingt-cinq millièmes" },
};

static void
currencies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CURRENCIES); i++)
    {
      const char *currency = CURRENCIES[i].currency;

      assert_words_in ("vi", currency, CURRENCIES[i].units, NULL, CURRENCIES[i].vietnamese);
      assert_words_in ("en", currency, CURRENCIES[i].units, NULL, CURRENCIES[i].english);
      assert_words_in ("fr", currency, CURRENCIES[i].units, NULL, CURRENCIES[i].french);
    }
  /* even is what has no cents */
  assert_words_in ("vi", "EUR", 12300, "chẵn", "Một trăm hai mươi ba euro chẵn");
  assert_words_in ("vi", "EUR", 12301, "chẵn", "Một trăm hai mươi ba euro và một xu");
}

static void
options (void)
{
  assert_words (104, NULL, "Một trăm linh bốn đồng");
  assert_words (104, "lẻ", "Một trăm lẻ bốn đồng");
  assert_words (104, "linh-tư", "Một trăm linh tư đồng");
  assert_words (104, "lẻ,linh-tư", "Một trăm lẻ tư đồng");
  assert_words (24, "bốn", "Hai mươi bốn đồng");
  assert_words (2000, "ngàn", "Hai ngàn đồng");
  assert_words (1002000, "ngàn", "Một triệu không trăm linh hai ngàn đồng");
  assert_words (3000000000, "tỉ", "Ba tỉ đồng");
  assert_words (2000, "chẵn", "Hai nghìn đồng chẵn");
  assert_words (2001, "chẵn", "Hai nghìn không trăm linh một đồng");
  assert_words (0, "chẵn", "Không đồng");
}

/* Puts every "from" in the text into "to"; frees the text. */
static char *
replace (char       *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_free (text);
  return g_strjoinv (to, parts);
}

/* Each choice as what it does to the words of the table; in this order, as linh-tư is told by
 * linh. */
static const struct
{
  const char *option;
  const char *from;
  const char *to;
} CHOICES[] = {
  { "bốn", "mươi tư", "mươi bốn" },
  { "linh-tư", "linh bốn", "linh tư" },
  { "lẻ", " linh ", " lẻ " },
  { "ngàn", " nghìn", " ngàn" },
  { "tỉ", " tỷ", " tỉ" },
  { "chẵn", NULL, NULL },
};

/* The whole table with every combination of the six choices. */
static void
all_options (void)
{
  for (guint set = 0; set < 1u << G_N_ELEMENTS (CHOICES); set++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint k = 0; k < G_N_ELEMENTS (CHOICES); k++)
        if ((set & 1u << k) != 0)
          g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", CHOICES[k].option);
      for (guint i = 0; i < G_N_ELEMENTS (VIETNAMESE); i++)
        {
          char *expected = g_strdup (VIETNAMESE[i].words);

          for (guint k = 0; k + 1 < G_N_ELEMENTS (CHOICES); k++)
            if ((set & 1u << k) != 0)
              expected = replace (expected, CHOICES[k].from, CHOICES[k].to);
          if ((set & 1u << 5) != 0 && VIETNAMESE[i].units > 0 && VIETNAMESE[i].units % 1000 == 0)
            expected = replace (expected, " đồng", " đồng chẵn");
          assert_words (VIETNAMESE[i].units, names->str, expected);
          g_free (expected);
        }
    }
}

static void
edges (void)
{
  assert_words (-25, NULL, "Âm hai mươi lăm đồng");
  assert_words (G_GINT64_CONSTANT (1000000000000000000), NULL, "Một tỷ tỷ đồng");
  assert_words (
      SHEAF_MONEY_MAX, NULL,
      "Chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ "
      "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín "
      "đồng");
}

static void
unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_words_new ("vi", "VND", "lẻ,odd", &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "“odd”"));
  g_clear_error (&error);
  g_assert_null (sheaf_words_new ("xx", "VND", NULL, &error));
  g_assert_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_DATA);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/vietnamese-table", vietnamese);
  g_test_add_func ("/words/french", french);
  g_test_add_func ("/words/english", english);
  g_test_add_func ("/words/currency-of-the-book-with-its-cents", currencies);
  g_test_add_func ("/words/people-choose-between-words", options);
  g_test_add_func ("/words/whole-table-with-every-combination-of-choices", all_options);
  g_test_add_func ("/words/negative-and-largest", edges);
  g_test_add_func ("/words/unknown-option-or-language-is-refused", unknown);
  return g_test_run ();
}
