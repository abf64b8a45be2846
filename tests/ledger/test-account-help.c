/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of accounts: each of the chart has it, in three languages. */
#include "ledger/account-help.h"

#include "helpers/ledger.h"

#include <string.h>

static SheafAccountHelp *
help_of (SheafBook  *book,
         const char *code,
         const char *language)
{
  g_autoptr (GError) error = NULL;
  const SheafAccount *account = sheaf_chart_by_code (sheaf_chart_get (book, NULL), code);
  SheafAccountHelp   *help = sheaf_account_help (book, account, language, &error);

  g_assert_no_error (error);
  return help;
}

static void
test_every_account (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);

  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      g_autoptr (SheafAccountHelp) vi = help_of (book, account->code, "vi");
      g_autoptr (SheafAccountHelp) en = help_of (book, account->code, "en");
      g_autoptr (SheafAccountHelp) fr = help_of (book, account->code, "fr");

      g_assert_cmpuint (strlen (vi->belongs), >, 5);
      g_assert_cmpuint (strlen (vi->keep), >, 5);
      g_assert_cmpstr (vi->belongs, !=, en->belongs);
      g_assert_cmpstr (en->belongs, !=, fr->belongs);
      g_assert_cmpstr (vi->keep, !=, en->keep);
      g_assert_cmpstr (en->keep, !=, fr->keep);
    }
}

static void
test_detail (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafAccount opened = { .code = (char *) "11211", .name = (char *) "Agribank" };
  g_autoptr (SheafAccountHelp) group = help_of (book, "112", "en");
  g_autoptr (SheafAccountHelp) given = help_of (book, "1121", "en");
  g_autoptr (SheafAccountHelp) own = NULL;

  g_assert_true (sheaf_account_insert (book, &opened, "1121", NULL, NULL));
  own = help_of (book, "11211", "en");
  g_assert_cmpstr (given->belongs, !=, group->belongs);
  g_assert_cmpstr (given->keep, ==, group->keep);
  g_assert_cmpstr (own->belongs, ==, given->belongs);
  g_assert_cmpstr (own->source, ==, "Circular 71/2024/TT-BTC, Appendix I, account 112");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account-help/every-account-has-it-in-three-languages", test_every_account);
  g_test_add_func ("/account-help/a-detail-takes-what-its-group-keeps", test_detail);
  return g_test_run ();
}
