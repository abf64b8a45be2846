/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened? and what is this account for? from the command line. */
#include "helpers/cli.h"

#include <string.h>

#define ROW_HEAD                                                                              \
  "number,kind,date,description,debit,credit,amount,debit_party,credit_party,scope,currency," \
  "foreign,source\n"

static void
test_list (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *all = test_done ("guide", fixture->book, "--format", "csv", NULL);
  g_autofree char *found = test_done ("guide", fixture->book, "ban", "chiu", "--format", "csv",
                                      NULL);
  g_autofree char *json = test_done ("guide", fixture->book, "góp vốn", "--format", "json", NULL);
  g_autofree char *french = test_done ("guide", fixture->book, "bán", "chịu", "--lang", "fr", NULL);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);

  (void) data;
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 687 + 1);
  g_assert_true (g_str_has_prefix (found,
                                   "case,title,condition,scope,topic,common\n"
                                   "131/3.1,\"Bán hàng, dịch vụ chưa thu tiền\",,,sales,3\n"));
  test_contains (json, "\"case\" : \"411/3.1\"");
  test_contains (french, "Vente à crédit de biens ou de services");
}

static void
test_case (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *asked =
      test_done ("guide", fixture->book, "--case", "131/3.1", "--format", "csv", NULL);

  (void) data;
  g_assert_cmpstr (asked, ==,
                   "part,name,side,accounts,given,amount,condition\n"
                   "net,giá chưa có thuế,,,asked,,\n"
                   "vat,thuế GTGT,,,optional,,\n"
                   "gross,tổng giá thanh toán,,,computed,,\n"
                   "1,tổng giá thanh toán,debit,131,131,gross,\n"
                   "2,giá chưa có thuế,credit,5111 5112 5113 5118 5121 5122 5123 5128,choose,net,\n"
                   "3,thuế GTGT,credit,3331,3331,vat,\n");
}

static void
test_voucher (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autofree char *shown =
      test_done ("guide", fixture->book, "--case", "131/3.1", "--amount", "net=1000,vat=80",
                 "--choose", "2=5112", "--party", "KH1", "--date", "2025-03-01", "--item", "HĐ7",
                 "--format", "csv", NULL);
  g_autofree char *after = test_folder_state (fixture->folder);
  g_autofree char *posted = NULL;
  g_autofree char *journal = NULL;

  (void) data;
  g_assert_cmpstr (shown, ==,
                   ROW_HEAD ",journal,2025-03-01,\"Bán hàng, dịch vụ chưa thu tiền\",131,5112,"
                            "1000,KH1,,,,0,\"Thông tư 71/2024/TT-BTC, Phụ lục I, TK 131, mục "
                            "3.1\"\n"
                            ",journal,2025-03-01,\"Bán hàng, dịch vụ chưa thu tiền\",131,3331,"
                            "80,KH1,,,,0,\"Thông tư 71/2024/TT-BTC, Phụ lục I, TK 131, mục "
                            "3.1\"\n");
  g_assert_cmpstr (before, ==, after); /* showing writes nothing */
  posted = test_done ("guide", fixture->book, "--case", "131/3.1", "--amount", "net=1000,vat=80",
                      "--choose", "2=5112", "--party", "KH1", "--date", "2025-03-01",
                      "--description", "Bán chè", "--post", "--format", "csv", NULL);
  journal = test_done ("journal", fixture->book, "--format", "csv", NULL);
  test_contains (posted, "journal,2025-03-01,Bán chè,131,5112,1000,KH1,,external");
  test_contains (journal, "2025-03-01,journal,Bán chè,131,5112,1000,KH1,,external");
  test_contains (journal, "2025-03-01,journal,Bán chè,131,3331,80,KH1,,external");
  test_do ("verify", fixture->book, NULL);
}

/* Each is refused with its reason, and nothing is written. */
static void
test_refused (TestCliFixture *fixture,
              gconstpointer   data)
{
  static const struct
  {
    const char *case_id;
    const char *option;
    const char *value;
    const char *amount;
    int         status;
    const char *reason;
  } wrong[] = {
    { "131/9.9", "--date", "2025-03-01", "net=1", 1, "no case 131/9.9" },
    { "911/3a", "--date", "2025-03-01", "net-revenue=1", 1, "not filled by hand" },
    { "131/3.1", "--date", "2025-03-01", "gross=1", 1, "it asks for net, vat" },
    { "131/3.1", "--date", "2025-03-01", "net", 2, "has no “=”" },
    { "131/3.1", "--date", "2025-03-01", "net=1.5", 2, "is no amount" },
    { "131/3.1", "--date", "2025-03-01", "net=1", 1, "needs a party" },
    { "131/3.1", "--choose", "2=9999", "net=1", 1, "not in the chart" },
    { "131/3.1", "--choose", "4=5111", "net=1", 1, "has no line 4" },
    { "131/3.1", "--party", "NOBODY", "net=1", 1, "nobody has the code" },
    { "131/3.1", "--scope", "sideways", "net=1", 2, "take internal or external" },
    { "111/3.16b", "--foreign", "x", "actual-rate=1", 2, "is no amount" },
    { "111/3.16b", "--party", "KH1", "actual-rate=1", 1, "foreign money" },
  };
  g_autofree char *before = test_folder_state (fixture->folder);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (TestRun) run =
          test_run ("guide", fixture->book, "--case", wrong[i].case_id, "--amount",
                    wrong[i].amount, wrong[i].option, wrong[i].value, "--post", NULL);

      test_run_expect (run, wrong[i].status);
      test_contains (run->err, wrong[i].reason);
    }
  {
    g_autofree char *after = test_folder_state (fixture->folder);
    g_autoptr (TestRun) lonely = test_run ("guide", fixture->book, "--post", NULL);
    g_autoptr (TestRun) unused = test_run ("guide", fixture->book, "--case", "131/3.1", "--choose",
                                           "1=5111", NULL);
    g_autoptr (TestRun) nothing = test_run ("guide", fixture->book, "xyzzy", NULL);

    g_assert_cmpstr (before, ==, after);
    test_run_expect (lonely, 2);
    test_run_expect (unused, 2);
    test_run_expect (nothing, 1);
    test_contains (nothing->err, "xyzzy");
  }
}

static void
test_account (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *csv = test_done ("account", fixture->book, "131", "--format", "csv", NULL);
  g_autofree char *text = test_done ("account", fixture->book, "4111", NULL);
  g_autoptr (TestRun) other = test_run ("account", fixture->book, "632", NULL);
  g_autoptr (TestRun) nowhere = test_run ("account", fixture->book, "zzz", NULL);

  (void) data;
  g_assert_true (
      g_str_has_prefix (csv, "part,case,text\nname,,Phải thu của khách hàng\nbelongs,,"));
  test_contains (csv, "needs,,party\n");
  test_contains (csv, "entry,131/3.1,");
  test_contains (text, "Capital paid in by official and contributing associate members.");
  test_contains (text, "Member capital contribution in cash");
  test_run_expect (other, 1);
  test_contains (other->err, "611");
  test_run_expect (nowhere, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/guide/words-find-cases", TestCliFixture, NULL, test_cli_set_up, test_list,
              test_cli_tear_down);
  g_test_add ("/cli/guide/a-case-tells-what-it-asks", TestCliFixture, NULL, test_cli_set_up,
              test_case, test_cli_tear_down);
  g_test_add ("/cli/guide/a-case-makes-a-voucher", TestCliFixture, NULL, test_cli_set_up,
              test_voucher, test_cli_tear_down);
  g_test_add ("/cli/guide/what-is-wrong-is-refused", TestCliFixture, NULL, test_cli_set_up,
              test_refused, test_cli_tear_down);
  g_test_add ("/cli/account/tells-what-it-is-for", TestCliFixture, NULL, test_cli_set_up,
              test_account, test_cli_tear_down);
  return g_test_run ();
}
