/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every #include of src against the table of who may include whom. */

#include "rules.h"
#include "source-tree.h"

static const char *const c_suffixes[] = { ".c", ".h", NULL };

static void
test_sources_keep_to_the_layers (void)
{
  g_autoptr (GPtrArray) paths = tidy_list_files ("src", c_suffixes);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = tidy_read_file (paths->pdata[i]);

      tidy_check_includes (paths->pdata[i], text, findings);
    }
  tidy_expect_none (findings);
}

static const struct
{
  const char *path;
  const char *line;
  gboolean    allowed;
} samples[] = {
  { "src/ledger/voucher.c", "#include \"ledger/voucher.h\"", TRUE },
  { "src/ledger/voucher.c", "#include \"store/store.h\"", TRUE },
  { "src/ledger/voucher.c", "#include \"members/member.h\"", FALSE },
  { "src/trade/delivery.c", "#include \"capital/share.h\"", FALSE },
  { "src/statements/form.c", "#include \"capital/share.h\"", TRUE },
  { "src/exchange/csv-import.c", "#include \"documents/table.h\"", FALSE },
  { "src/cli/main.c", "#include \"app/window.h\"", FALSE },
  { "src/base/money.c", "#include \"money.h\"", FALSE },
  { "src/base/money.c", "#include \"nowhere/money.h\"", FALSE },
  { "src/nowhere/money.c", "#include <glib.h>", FALSE },
  { "src/base/money.c", "#include <glib.h>", TRUE },
  { "src/base/money.c", "  #  include <gtk/gtk.h>", FALSE },
  { "src/app/ledger/page.c", "#include <adwaita.h>", TRUE },
  { "src/documents/page.c", "#include <hpdf.h>", TRUE },
  { "src/exchange/page.c", "#include <hpdf.h>", FALSE },
  { "src/book/book.c", "#include <sqlite3.h>", FALSE },
  { "src/store/store.c", "#include <sqlite3.h>", TRUE },
  { "src/ledger/period.c", "#include <time.h>", FALSE },
  { "src/base/text.c", "#include <curl/curl.h>", FALSE },
};

static void
test_samples_are_judged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

      tidy_check_includes (samples[i].path, samples[i].line, findings);
      g_test_message ("%s: %s", samples[i].path, samples[i].line);
      g_assert_cmpuint (findings->len, ==, samples[i].allowed ? 0 : 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layers/samples-are-judged", test_samples_are_judged);
  g_test_add_func ("/layers/sources-keep-to-the-layers", test_sources_keep_to_the_layers);
  return g_test_run ();
}
