/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms: the delivered ones can be used; broken ones are refused with file and line. */
#include "base/paths.h"
#include "statements/error.h"
#include "statements/form.h"

#define HEAD "line,indent,style,label_vi,label_en,label_fr,rule,note,memo\n"
#define WORDS "[form]\nkind=lines\n"

static char *
read_data (const char *code,
           const char *ending)
{
  g_autofree char *name = g_strdup_printf ("forms/%s.%s", code, ending);
  g_autofree char *path = sheaf_paths_data (name);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static SheafForm *
load (const char *code)
{
  g_autofree char *words = read_data (code, "ini");
  gboolean         accounts = g_str_equal (code, "F01-HTX") || g_str_equal (code, "TB");
  g_autofree char *lines = accounts ? NULL : read_data (code, "csv");
  g_autoptr (GError) error = NULL;
  SheafForm *form = sheaf_form_parse (code, words, lines, &error);

  g_assert_no_error (error);
  return form;
}

static void
test_official (void)
{
  g_autoptr (SheafForm) position = load ("B01-HTX");
  g_autoptr (SheafForm) results = load ("B02-HTX");
  g_autoptr (SheafForm) balance = load ("F01-HTX");
  g_autoptr (SheafForm) equity = load ("F02-HTX");
  g_autoptr (SheafForm) money = load ("cash-flow-direct");
  const SheafFormLine *line = sheaf_form_find_line (position, "440", NULL);

  g_assert_cmpint (position->previous, ==, SHEAF_FORM_PREVIOUS_OPENING);
  g_assert_cmpint (position->coverage, ==, SHEAF_FORM_COVERS_BALANCES);
  g_assert_cmpuint (position->checks->len, ==, 1);
  g_assert_cmpuint (position->order->len, ==, 29);
  g_assert_cmpstr (line->labels[SHEAF_FORM_VI], ==, "4. Quỹ chung không chia của HTX");
  g_assert_true (sheaf_form_find_line (position, "137", NULL)->memo);
  g_assert_cmpint (results->previous, ==, SHEAF_FORM_PREVIOUS_PERIOD);
  g_assert_cmpuint (results->order->len, ==, 24);
  g_assert_cmpint (balance->kind, ==, SHEAF_FORM_ACCOUNTS);
  g_assert_cmpuint (balance->level, ==, 1);
  g_assert_cmpint (equity->kind, ==, SHEAF_FORM_MOVEMENT);
  g_assert_cmpuint (equity->order->len, ==, 8);
  g_assert_cmpint (money->coverage, ==, SHEAF_FORM_COVERS_MONEY);
}

static void
test_words (void)
{
  static const char *const CODES[] = {
    "B01-HTX",
    "B02-HTX",
    "F01-HTX",
    "F02-HTX",
    "cash-flow-direct",
    "cash-flow-indirect",
    "SFP",
    "SI",
    "TB",
    "intl.cash-flow-direct",
    "intl.cash-flow-indirect",
  };
  static const char *const LANGUAGES[] = { "vi", "en", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (CODES); i++)
    for (guint j = 0; j < G_N_ELEMENTS (LANGUAGES); j++)
      {
        g_autoptr (SheafForm) form = load (CODES[i]);
        g_auto (GStrv) columns = sheaf_form_list (form, "columns", LANGUAGES[j]);
        g_auto (GStrv) marks = sheaf_form_list (form, "marks", LANGUAGES[j]);
        g_auto (GStrv) signers = sheaf_form_list (form, "signers", LANGUAGES[j]);
        g_auto (GStrv) under = sheaf_form_list (form, "signer_notes", LANGUAGES[j]);
        g_autofree char *title = sheaf_form_text (form, "title", LANGUAGES[j]);

        g_assert_nonnull (title);
        g_assert_cmpuint (g_strv_length (columns), ==, g_strv_length (marks));
        g_assert_cmpuint (g_strv_length (signers), ==, 3);
        g_assert_cmpuint (g_strv_length (under), ==, 3);
      }
}

static void
test_labels (void)
{
  static const char *const CODES[] = {
    "B01-HTX",
    "B02-HTX",
    "F02-HTX",
    "cash-flow-direct",
    "cash-flow-indirect",
    "SFP",
    "SI",
    "intl.cash-flow-direct",
    "intl.cash-flow-indirect",
  };

  for (guint i = 0; i < G_N_ELEMENTS (CODES); i++)
    {
      g_autoptr (SheafForm) form = load (CODES[i]);

      for (guint j = 0; j < form->lines->len; j++)
        {
          const SheafFormLine *line = form->lines->pdata[j];

          for (guint language = 0; language < SHEAF_FORM_LANGUAGES; language++)
            g_assert_cmpstr (line->labels[language], !=, "");
        }
    }
}

static void
expect_refusal (const char          *words,
                const char          *lines,
                SheafStatementsError code,
                const char          *begins)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_form_parse ("X01", words, lines, &error));
  g_assert_error (error, SHEAF_STATEMENTS_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, begins));
}

static void
test_refused (void)
{
  expect_refusal (WORDS, HEAD "1,0,normal,a,a,a,DB(111)+XB(2),,\n", SHEAF_STATEMENTS_ERROR_RULE,
                  "X01.csv:2: rule, character 9: ");
  expect_refusal (WORDS, HEAD "1,0,normal,a,a,a,DB(111),,\n1,0,normal,a,a,a,DB(112),,\n",
                  SHEAF_STATEMENTS_ERROR_FORM, "X01.csv:3: line: ");
  expect_refusal (WORDS, HEAD "1,0,italic,a,a,a,DB(111),,\n", SHEAF_STATEMENTS_ERROR_FORM,
                  "X01.csv:2: style: ");
  expect_refusal (WORDS, HEAD "1,-1,normal,a,a,a,DB(111),,\n", SHEAF_STATEMENTS_ERROR_FORM,
                  "X01.csv:2: indent: ");
  expect_refusal (WORDS, HEAD "1,0,normal,a,a,a,,,\n", SHEAF_STATEMENTS_ERROR_FORM,
                  "X01.csv:2: rule: ");
  expect_refusal (WORDS, HEAD "1,0,normal,a,a,a,DB(111)\n", SHEAF_STATEMENTS_ERROR_FORM,
                  "X01.csv:2: ");
  expect_refusal (WORDS, "line,label\n", SHEAF_STATEMENTS_ERROR_FORM, "X01.csv:1: ");
  expect_refusal (WORDS, HEAD "1,0,normal,a,a,a,L(2),,\n", SHEAF_STATEMENTS_ERROR_FORM, "X01, 1: ");
  expect_refusal (WORDS, NULL, SHEAF_STATEMENTS_ERROR_FORM, "X01.csv: ");
  expect_refusal ("[form]\nkind=poem\n", HEAD, SHEAF_STATEMENTS_ERROR_FORM,
                  "X01.ini: [form] kind: ");
  expect_refusal (WORDS "[checks]\nsum=L(1)\n", HEAD "1,0,normal,a,a,a,DB(111),,\n",
                  SHEAF_STATEMENTS_ERROR_FORM, "X01.ini: [checks] sum: ");
}

static void
test_circle (void)
{
  expect_refusal (WORDS, HEAD "1,0,normal,a,a,a,L(2),,\n2,0,normal,a,a,a,L(1),,\n",
                  SHEAF_STATEMENTS_ERROR_FORM, "X01, line 1: ");
}

static void
test_memo (void)
{
  expect_refusal (WORDS, HEAD "1,0,normal,a,a,a,DB(111),,yes\n2,0,normal,a,a,a,L(1),,\n",
                  SHEAF_STATEMENTS_ERROR_FORM, "X01, 2: L(1) is a memo line");
}

static void
test_later_lines_may_be_named (void)
{
  g_autoptr (SheafForm) form = sheaf_form_parse (
      "X01", WORDS, HEAD "1,0,normal,a,a,a,L(2),,\n2,0,normal,a,a,a,DB(111),,\n", NULL);

  g_assert_cmpuint (g_array_index (form->order, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (form->order, guint, 1), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/official-forms-are-read", test_official);
  g_test_add_func ("/form/official-forms-have-their-words-in-three-languages", test_words);
  g_test_add_func ("/form/every-line-has-a-label-in-three-languages", test_labels);
  g_test_add_func ("/form/broken-ones-are-refused-with-file-and-line", test_refused);
  g_test_add_func ("/form/a-rule-may-not-lead-back-to-itself", test_circle);
  g_test_add_func ("/form/memo-lines-are-never-added", test_memo);
  g_test_add_func ("/form/later-lines-may-be-named", test_later_lines_may_be_named);
  return g_test_run ();
}
