/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Vietnamese alphabet. */
#include "base/order.h"

#include <string.h>

/* Expects the texts, up to NULL, to stand in the order of the alphabet. */
static void
expect_order (const char        *language,
              SheafOrderBy       by,
              const char *const *names)
{
  g_autoptr (SheafOrder) order = sheaf_order_new (language);

  for (guint i = 1; names[i] != NULL; i++)
    {
      g_autofree char *before = sheaf_order_name_key (order, names[i - 1], by);
      g_autofree char *after = sheaf_order_name_key (order, names[i], by);

      if (strcmp (before, after) >= 0)
        g_error ("“%s” does not come before “%s”", names[i - 1], names[i]);
    }
}

/* Letters: a ă â … d đ e ê … o ô ơ … u ư. Tones in dictionaries: level, falling, asking, tumbling,
 * sharp, heavy. */
static void
test_letters (void)
{
  static const char *const letters[] = { "ca", "că", "câ", "da", "đa", "e", "ê", "o",
                                         "ô", "ơ", "u", "ư", "y", NULL };
  static const char *const tones[] = { "ma", "mà", "mả", "mã", "má", "mạ", "man", NULL };

  expect_order ("vi", SHEAF_ORDER_AS_WRITTEN, letters);
  expect_order ("vi", SHEAF_ORDER_AS_WRITTEN, tones);
}

/* The whole given name counts before any family name, tones too. */
static void
test_given_names (void)
{
  static const char *const names[] = { "Trần Thị An", "Lê Văn Anh", "Đỗ Văn Dũng", "Bùi Đức",
                                       "Lê Đức", "Nguyễn Thị Ê", "Phạm Văn Ước", NULL };

  static const char *const tones[] = { "Vũ Hà", "An Hạ", "Bùi Hạ", NULL };

  expect_order ("vi", SHEAF_ORDER_BY_GIVEN, names);
  expect_order ("vi", SHEAF_ORDER_BY_GIVEN, tones);
}

static void
test_family_names (void)
{
  static const char *const names[] = { "Bùi Đức", "Đỗ Văn Dũng", "Lê Đức", "Lê Văn Anh", NULL };

  expect_order ("vi", SHEAF_ORDER_AS_WRITTEN, names);
}

static void
test_decomposed_is_the_same (void)
{
  g_autoptr (SheafOrder) order = sheaf_order_new ("vi");
  g_autofree char *composed = sheaf_order_key (order, "\xe1\xba\xa5"); /* ấ */
  g_autofree char *decomposed = sheaf_order_key (order, "a\xcc\x82\xcc\x81");

  g_assert_cmpstr (composed, ==, decomposed);
}

static void
test_odd_texts (void)
{
  g_autoptr (SheafOrder) order = sheaf_order_new ("no-such-language");
  g_autofree char *empty = sheaf_order_name_key (order, "", SHEAF_ORDER_BY_GIVEN);
  g_autofree char *one = sheaf_order_name_key (order, " An ", SHEAF_ORDER_BY_GIVEN);
  g_autofree char *same = sheaf_order_name_key (order, "An", SHEAF_ORDER_BY_GIVEN);

  g_assert_cmpint (strcmp (empty, one), <, 0);
  g_assert_cmpstr (one, ==, same);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/letters", test_letters);
  g_test_add_func ("/order/given-names", test_given_names);
  g_test_add_func ("/order/family-names", test_family_names);
  g_test_add_func ("/order/decomposed-is-the-same", test_decomposed_is_the_same);
  g_test_add_func ("/order/odd-texts", test_odd_texts);
  return g_test_run ();
}
