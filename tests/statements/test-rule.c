/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the rules: what is read, and where a wrong one stops. */
#include "statements/error.h"
#include "statements/rule.h"

static const SheafRuleTerm *
term_of (const SheafRule *rule,
         guint            i)
{
  return rule->terms->pdata[i];
}

static void
test_sum (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafRule) rule = sheaf_rule_parse ("-CB(2141) - CB(2143)+L(01a)", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rule->terms->len, ==, 3);
  g_assert_cmpint (term_of (rule, 0)->sign, ==, -1);
  g_assert_cmpint (term_of (rule, 0)->function, ==, SHEAF_RULE_CREDIT_BALANCE);
  g_assert_cmpstr (term_of (rule, 0)->accounts[0], ==, "2141");
  g_assert_cmpint (term_of (rule, 1)->sign, ==, -1);
  g_assert_cmpstr (term_of (rule, 1)->text, ==, "CB(2143)");
  g_assert_cmpint (term_of (rule, 2)->sign, ==, 1);
  g_assert_cmpint (term_of (rule, 2)->function, ==, SHEAF_RULE_LINE);
  g_assert_cmpstr (term_of (rule, 2)->line, ==, "01a");
}

static void
test_functions (void)
{
  static const SheafRuleFunction FUNCTIONS[] = {
    SHEAF_RULE_DEBIT_BALANCE,
    SHEAF_RULE_CREDIT_BALANCE,
    SHEAF_RULE_DEBIT_DETAILS,
    SHEAF_RULE_CREDIT_DETAILS,
    SHEAF_RULE_DEBIT_TURNOVER,
    SHEAF_RULE_CREDIT_TURNOVER,
  };
  g_autoptr (SheafRule) rule = sheaf_rule_parse ("DB(1)+CB(1)+DBd(1)+CBd(1)+DT(1)+CT(1)", NULL);

  g_assert_cmpuint (rule->terms->len, ==, G_N_ELEMENTS (FUNCTIONS));
  for (guint i = 0; i < G_N_ELEMENTS (FUNCTIONS); i++)
    g_assert_cmpint (term_of (rule, i)->function, ==, FUNCTIONS[i]);
}

static void
test_two_sides (void)
{
  g_autoptr (SheafRule) rule = sheaf_rule_parse ("XT(Dr 511+512, Cr 521+333)", NULL);
  const SheafRuleTerm *term = term_of (rule, 0);

  g_assert_cmpuint (rule->terms->len, ==, 1);
  g_assert_cmpuint (g_strv_length (term->accounts), ==, 2);
  g_assert_cmpstr (term->accounts[1], ==, "512");
  g_assert_cmpuint (g_strv_length (term->credits), ==, 2);
  g_assert_cmpstr (term->credits[0], ==, "521");
}

static void
test_errors_name_the_character (void)
{
  static const struct
  {
    const char *text;
    const char *begins;
  } CASES[] = {
    { "", "character 1: " },
    { "DB(111)+", "character 9: " },
    { "DB(111)+XB(112)", "character 9: " },
    { "DB()", "character 4: " },
    { "DB(abc)", "character 4: " },
    { "DB(111", "character 7: " },
    { "DB 111", "character 4: " },
    { "DB(111) DB(112)", "character 9: " },
    { "DB(111)*2", "character 8: " },
    { "XT(511, Cr 521)", "character 4: " },
    { "XT(Dr 511 Cr 521)", "character 11: " },
    { "XT(Dr 511, Cr )", "character 15: " },
    { "L()", "character 3: " },
    { "DB(111)–DB(112)", "character 8: " },
    { "(DB(111))", "character 1: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", CASES[i].text);
      g_assert_null (sheaf_rule_parse (CASES[i].text, &error));
      g_assert_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_RULE);
      g_assert_true (g_str_has_prefix (error->message, CASES[i].begins));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/sums-keep-sign-and-text", test_sum);
  g_test_add_func ("/rule/every-function-is-read", test_functions);
  g_test_add_func ("/rule/turnover-between-two-sides", test_two_sides);
  g_test_add_func ("/rule/errors-name-the-character", test_errors_name_the_character);
  return g_test_run ();
}
