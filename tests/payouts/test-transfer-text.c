/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The purpose of a transfer keeps year and member, whatever must go. */
#include "payouts/transfer-text.h"

#include "distribution/coop.h"
#include "distribution/draft.h"

#include <string.h>

static void
test_texts (void)
{
  static const struct
  {
    const char *member;
    gsize       most;
    const char *text;
  } cases[] = {
    { "TV0012", 100, "CHIA THU NHAP HTX 2025 TV0012" },
    { "TV0012", 29, "CHIA THU NHAP HTX 2025 TV0012" },
    { "TV0012", 28, "CHIA THU NHAP 2025 TV0012" },
    { "TV0012", 25, "CHIA THU NHAP 2025 TV0012" },
    { "TV-0012/ĐB", 25, "CHIA THU 2025 TV 0012 DB" },
    { "TV0012", 15, "2025 TV0012" },
    { "TV0012", 11, "2025 TV0012" },
    { "TV0012", 10, "TV0012" },
    { "TV0012", 4, "0012" },
    { "XA-HIEP-HOA-THON-BA-0000012", 25, "HIEP HOA THON BA 0000012" },
  };
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sheaf_transfer_text (law, 2025, cases[i].member, cases[i].most);

      g_assert_cmpuint (strlen (text), <=, cases[i].most);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfer-text/year-and-member-are-kept", test_texts);
  return g_test_run ();
}
