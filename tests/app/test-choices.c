/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pickers find. */
#include "app/choices.h"

static SheafChoices *
make_choices (void)
{
  SheafChoices *choices = sheaf_choices_new ();

  sheaf_choices_add (choices, 1, "1111", "Tiền Việt Nam");
  sheaf_choices_add (choices, 2, "131", "Phải thu của khách hàng");
  sheaf_choices_add (choices, 3, "1331", "Thuế GTGT được khấu trừ");
  sheaf_choices_add (choices, 4, "TV001", "Nguyễn Thị Đào");
  return choices;
}

static void
expect_first (const SheafChoices *choices,
              const char         *typed,
              const char         *code)
{
  g_autoptr (GPtrArray) found = sheaf_choices_search (choices, typed, 5);

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (((const SheafChoice *) g_ptr_array_index (found, 0))->code, ==, code);
}

static void
test_codes_come_before_names (void)
{
  g_autoptr (SheafChoices) choices = make_choices ();

  expect_first (choices, "13", "131");
  expect_first (choices, "1331", "1331");
  expect_first (choices, "tv", "TV001");
}

static void
test_names_are_found_without_accents (void)
{
  g_autoptr (SheafChoices) choices = make_choices ();

  expect_first (choices, "khach hang", "131");
  expect_first (choices, "dao", "TV001");
  expect_first (choices, "hang thu", "131");
  expect_first (choices, "KHẤU", "1331");
}

static void
test_words_begin_at_word_starts (void)
{
  g_autoptr (SheafChoices) choices = make_choices ();
  g_autoptr (GPtrArray) found = sheaf_choices_search (choices, "hach", 5);

  g_assert_cmpuint (found->len, ==, 0);
}

/* A merged party stands in old entries: it has its name there, and is not offered for new ones. */
static void
test_what_is_retired_is_not_offered (void)
{
  g_autoptr (SheafChoices) choices = make_choices ();

  sheaf_choices_add (choices, 5, "TV001A", "Nguyễn Thị Đào (cũ)");
  sheaf_choices_retire (choices);
  {
    g_autoptr (GPtrArray) found = sheaf_choices_search (choices, "tv001", 5);

    g_assert_cmpuint (found->len, ==, 1);
    g_assert_cmpint (((const SheafChoice *) g_ptr_array_index (found, 0))->id, ==, 4);
  }
  g_assert_cmpstr (sheaf_choices_find_id (choices, 5)->code, ==, "TV001A");
  g_assert_cmpint (sheaf_choices_find_code (choices, "tv001a")->id, ==, 5);
  g_assert_null (sheaf_choices_find_id (choices, 6));
}

static void
test_a_code_is_found_in_any_case (void)
{
  g_autoptr (SheafChoices) choices = make_choices ();

  g_assert_cmpint (sheaf_choices_find_code (choices, "tv001")->id, ==, 4);
  g_assert_null (sheaf_choices_find_code (choices, "tv00"));
  g_assert_cmpstr (sheaf_choices_find_id (choices, 2)->code, ==, "131");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choices/what-is-retired-is-not-offered", test_what_is_retired_is_not_offered);
  g_test_add_func ("/choices/codes-come-before-names", test_codes_come_before_names);
  g_test_add_func ("/choices/names-are-found-without-accents",
                   test_names_are_found_without_accents);
  g_test_add_func ("/choices/words-begin-at-word-starts", test_words_begin_at_word_starts);
  g_test_add_func ("/choices/a-code-is-found-in-any-case", test_a_code_is_found_in_any_case);
  return g_test_run ();
}
