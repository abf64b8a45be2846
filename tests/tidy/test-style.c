/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What eyes forget: lengths, heads, floating point, account numbers, POTFILES, templates. */

#include "rules.h"
#include "source-tree.h"

#include <string.h>

typedef void (*Rule) (const char *path, const char *text, GPtrArray *findings);

static const char *const c_suffixes[] = { ".c", ".h", NULL };
static const char *const source_suffixes[] = { ".c", NULL };
static const char *const ui_suffixes[] = { ".ui", NULL };
static const char *const resource_suffixes[] = { ".gresource.xml", NULL };
static const char *const all_suffixes[] = { "", NULL };

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
apply (Rule rule, const char *folder, const char *const *suffixes, GPtrArray *findings)
{
  g_autoptr (GPtrArray) paths = tidy_list_files (folder, suffixes);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = tidy_read_file (paths->pdata[i]);

      rule (paths->pdata[i], text, findings);
    }
}

/* The rule finds nothing in GOOD and something in BAD. */
static void
expect_judged (Rule rule, const char *path, const char *good, const char *bad)
{
  g_autoptr (GPtrArray) findings = new_findings ();

  rule (path, good, findings);
  g_assert_cmpuint (findings->len, ==, 0);
  rule (path, bad, findings);
  g_assert_cmpuint (findings->len, ==, 1);
}

static char *
repeat (const char *text, guint times)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (result, text);
  return g_string_free (result, FALSE);
}

static void
test_lines_have_at_most_100_columns (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autofree char *good = repeat ("ễ", 100);
  g_autofree char *bad = repeat ("ễ", 101);

  expect_judged (tidy_check_line_length, "src/base/text.c", good, bad);
  apply (tidy_check_line_length, "src", c_suffixes, findings);
  apply (tidy_check_line_length, "tests", c_suffixes, findings);
  tidy_expect_none (findings);
}

static void
test_files_have_at_most_500_lines (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autofree char *good = repeat (";\n", 500);
  g_autofree char *bad = repeat (";\n", 501);

  expect_judged (tidy_check_file_length, "src/base/text.c", good, bad);
  apply (tidy_check_file_length, "src", c_suffixes, findings);
  apply (tidy_check_file_length, "tests", c_suffixes, findings);
  tidy_expect_none (findings);
}

static void
test_files_begin_with_licence_and_purpose (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  const char *good = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* Money. */\n";

  expect_judged (tidy_check_head, "src/base/money.c", good, "/* Money. */\n");
  expect_judged (tidy_check_head, "src/base/money.c", good,
                 "/* SPDX-License-Identifier: GPL-3.0-or-later */\n\n#include <glib.h>\n");
  apply (tidy_check_head, "src", c_suffixes, findings);
  apply (tidy_check_head, "tests", c_suffixes, findings);
  tidy_expect_none (findings);
}

static void
test_figures_have_no_floating_point (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();

  expect_judged (tidy_check_no_floats, "src/ledger/balance.c",
                 "/* no double */ const char *s = \"a \\\" float\"; int doubled;",
                 "static double rate;");
  expect_judged (tidy_check_no_floats, "src/cli/main.c", "", "gfloat x = 1;");
  tidy_check_no_floats ("src/documents/page.c", "double x;", findings);
  apply (tidy_check_no_floats, "src", c_suffixes, findings);
  tidy_expect_none (findings);
}

static void
test_accounts_are_named_by_role (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();

  expect_judged (tidy_check_no_account_numbers, "src/capital/share.c",
                 "role = \"member-capital\"; n = 4111; s = \"12\";", "account = \"4111\";");
  apply (tidy_check_no_account_numbers, "src", source_suffixes, findings);
  tidy_expect_none (findings);
}

static void
test_every_folder_has_a_readme (void)
{
  g_autofree char *root = tidy_source_root ();
  g_autofree char *src = g_build_filename (root, "src", NULL);
  g_autoptr (GDir) dir = g_dir_open (src, 0, NULL);
  const char *name;
  guint       folders = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *build_file = g_strdup_printf ("src/%s/meson.build", name);
      g_autofree char *readme = g_strdup_printf ("src/%s/README.md", name);

      if (!tidy_file_exists (build_file))
        continue;
      folders++;
      if (!tidy_file_exists (readme))
        g_test_fail_printf ("%s is missing", readme);
    }
  g_assert_cmpuint (folders, >, 0);
}

static void
test_nothing_names_a_folder_outside (void)
{
  static const char *const folders[] = { "src", "tests", "ui", "resources", "po", ".ci" };
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autofree char *bad = g_strconcat ("see ..", "/shared/design", NULL);

  expect_judged (tidy_check_stays_inside, "README.md", "shared/design ../share", bad);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    apply (tidy_check_stays_inside, folders[i], all_suffixes, findings);
  tidy_expect_none (findings);
}

static void
expect_potfiles (const char *path, const char *text, guint expected)
{
  g_autoptr (GPtrArray) findings = new_findings ();

  tidy_check_in_potfiles (path, text, "# some\nsrc/base/a.c\nui/a.ui\n", findings);
  g_assert_cmpuint (findings->len, ==, expected);
}

static void
test_messages_are_in_potfiles (void)
{
  g_autoptr (GPtrArray) paths = tidy_list_files ("src", c_suffixes);
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autofree char *potfiles = NULL;

  expect_potfiles ("src/base/a.c", "f (_(\"Hello\"));", 0);
  expect_potfiles ("src/base/b.c", "f (_(\"Hello\"));", 1);
  expect_potfiles ("src/base/b.c", "f (_ (\"Hello\"));", 1);
  expect_potfiles ("src/base/b.c", "#define _(text) x\n/* _( */ sheaf_f (1);", 0);
  expect_potfiles ("ui/a.ui", "<property translatable=\"yes\">", 0);
  expect_potfiles ("ui/b.ui", "<property translatable=\"yes\">", 1);
  expect_potfiles ("ui/b.ui", "<property>", 0);
  if (!tidy_file_exists ("po/POTFILES"))
    {
      g_test_skip ("there is no po/POTFILES yet");
      return;
    }
  potfiles = tidy_read_file ("po/POTFILES");
  g_ptr_array_extend_and_steal (paths, tidy_list_files ("ui", ui_suffixes));
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = tidy_read_file (paths->pdata[i]);

      tidy_check_in_potfiles (paths->pdata[i], text, potfiles, findings);
    }
  tidy_expect_none (findings);
}

static void
test_messages_are_whole (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (GPtrArray) samples = new_findings ();

  tidy_check_messages_are_whole ("a.c", "f (_ (\"%\" PRId64 \" rows\"), \"%\" G_GINT64_FORMAT);",
                                 samples);
  g_assert_cmpuint (samples->len, ==, 0);
  tidy_check_messages_are_whole ("b.c", "f (_ (\"row %\" G_GINT64_FORMAT\n \" is bad\"), id);",
                                 samples);
  g_assert_cmpuint (samples->len, ==, 1);
  apply (tidy_check_messages_are_whole, "src", c_suffixes, findings);
  tidy_expect_none (findings);
}

static void
test_potfiles_are_there (void)
{
  g_autofree char *potfiles = NULL;
  g_auto (GStrv) lines = NULL;

  if (!tidy_file_exists ("po/POTFILES"))
    {
      g_test_skip ("there is no po/POTFILES yet");
      return;
    }
  potfiles = tidy_read_file ("po/POTFILES");
  lines = g_strsplit (potfiles, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#' && !tidy_file_exists (lines[i]))
      g_test_fail_printf ("po/POTFILES names %s, which is not there", lines[i]);
}

static gboolean
is_sample_file (const char *path)
{
  return g_str_equal (path, "src/app/a/page.c") || g_str_equal (path, "src/app/a/page.h") ||
         g_str_equal (path, "src/app/a/half.c");
}

static void
expect_template (const char *path, const char *text, guint expected)
{
  g_autoptr (GPtrArray) findings = new_findings ();

  tidy_check_template (path, text, "<file>a/page.ui</file> a/half.ui a/cell.ui a/menu.ui",
                       is_sample_file, findings);
  g_assert_cmpuint (findings->len, ==, expected);
}

static void
test_templates_have_their_class (void)
{
  g_autoptr (GPtrArray) templates = tidy_list_files ("ui", ui_suffixes);
  g_autoptr (GPtrArray) lists = tidy_list_files ("resources", resource_suffixes);
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (GString) resources = g_string_new (NULL);

  expect_template ("ui/a/page.ui", "<template class=\"SheafPage\"", 0);
  expect_template ("ui/a/half.ui", "<template class=\"SheafHalf\"", 1);
  expect_template ("ui/a/cell.ui", "<template class=\"GtkListItem\"", 0);
  expect_template ("ui/a/menu.ui", "<menu id=\"menu\">", 0);
  expect_template ("ui/a/lost.ui", "<menu id=\"menu\">", 1);
  for (guint i = 0; i < lists->len; i++)
    {
      g_autofree char *text = tidy_read_file (lists->pdata[i]);

      g_string_append (resources, text);
    }
  for (guint i = 0; i < templates->len; i++)
    {
      g_autofree char *text = tidy_read_file (templates->pdata[i]);

      tidy_check_template (templates->pdata[i], text, resources->str, tidy_file_exists, findings);
    }
  tidy_expect_none (findings);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/lines-have-at-most-100-columns", test_lines_have_at_most_100_columns);
  g_test_add_func ("/style/files-have-at-most-500-lines", test_files_have_at_most_500_lines);
  g_test_add_func ("/style/files-begin-with-licence-and-purpose",
                   test_files_begin_with_licence_and_purpose);
  g_test_add_func ("/style/figures-have-no-floating-point", test_figures_have_no_floating_point);
  g_test_add_func ("/style/accounts-are-named-by-role", test_accounts_are_named_by_role);
  g_test_add_func ("/style/every-folder-has-a-readme", test_every_folder_has_a_readme);
  g_test_add_func ("/style/nothing-names-a-folder-outside", test_nothing_names_a_folder_outside);
  g_test_add_func ("/style/messages-are-in-potfiles", test_messages_are_in_potfiles);
  g_test_add_func ("/style/messages-are-whole", test_messages_are_whole);
  g_test_add_func ("/style/potfiles-are-there", test_potfiles_are_there);
  g_test_add_func ("/style/templates-have-their-class", test_templates_have_their_class);
  return g_test_run ();
}
