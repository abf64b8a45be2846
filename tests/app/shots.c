/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shots DIR [LANGUAGE [GROUP [SIZE…]]]: a picture of every page and dialog on the sample book, in
 * Vietnamese or the language given, light and dark, at several sizes. GROUP takes one part of them
 * (frame, reports, members, card, payouts, year-end, distribution; all), a SIZE such as
 * 1280x720, 1024x640@130 (per cent of the text) or 1280x720@100dark only that one. Ends with a
 * failure when something does not come up. */
#include "shots.h"

#include "window-fixture.h"

#include "app/application.h"
#include "app/format.h"
#include "app/pages.h"
#include "app/sample.h"
#include "app/settings.h"
#include "base/config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

typedef struct
{
  ShotsSize size;
  gboolean  dark;
} Look;

/* The last are there to see that nothing is cut off: once is enough. */
static const Look looks[] = {
  { { 1280, 720, 100 }, FALSE },
  { { 1280, 720, 100 }, TRUE },
  { { 1920, 1080, 100 }, FALSE },
  { { 1920, 1080, 100 }, TRUE },
  { { 1024, 640, 100 }, FALSE },
  { { 1280, 720, 130 }, FALSE },
};

static GtkApplication *application;
static const char     *group = "all";

static void
take_pages (SheafWindow     *window,
            gboolean         dark,
            const ShotsSize *size)
{
  static const char *const elsewhere[] = { "overview", "statements", "books", "lists", "closing",
                                           "counts", "reconciliation", "confirmations", NULL };
  guint                    n_entries;
  const SheafPageEntry    *entries = sheaf_pages_list (&n_entries);

  for (guint i = 0; i < n_entries; i++)
    {
      if (g_strv_contains (elsewhere, entries[i].name))
        continue;
      shots_go (window, entries[i].name, "");
      shots_take (GTK_WIDGET (window), entries[i].name, dark, size);
    }
  shots_go (window, "accounts", "131");
  shots_take (GTK_WIDGET (window), "account", dark, size);
  shots_go (window, "vouchers", "new");
  shots_take (GTK_WIDGET (window), "voucher-new", dark, size);
  if (!gtk_widget_activate_action (
          window_fixture_find (GTK_WIDGET (window), g_type_from_name ("SheafVoucherForm")),
          "voucher.cancel", NULL))
    g_error ("an empty voucher cannot be thrown away");
  shots_wait ();
}

static void
take_dialogs (SheafWindow     *window,
              gboolean         dark,
              const ShotsSize *size)
{
  shots_take_page_dialog (window, "accounts", "accounts.open-detail",
                          g_type_from_name ("SheafAccountsPage"), "detail-account", dark, size);
  shots_take_page_dialog (window, "accounts", "accounts.help",
                          g_type_from_name ("SheafAccountsPage"), "account-help", dark, size);
  shots_take_page_dialog (window, "items", "items.new", g_type_from_name ("SheafItemsPage"),
                          "item", dark, size);
  shots_take_page_dialog (window, "vouchers", "voucher.print",
                          g_type_from_name ("SheafVoucherForm"), "voucher-paper", dark, size);
  shots_take_page_dialog (window, "distribution", "distribution.unpost",
                          g_type_from_name ("SheafDistributionPage"), "distribution-act", dark,
                          size);
  shots_take_page_dialog (window, "parties", "parties.new", g_type_from_name ("SheafPartiesPage"),
                          "party-new", dark, size);
  shots_take_page_dialog (window, "vouchers", "voucher.reverse",
                          g_type_from_name ("SheafVoucherForm"), "reverse", dark, size);
  shots_take_page_dialog (window, "vouchers", "voucher.guide",
                          g_type_from_name ("SheafVoucherForm"), "guide", dark, size);
  shots_take_page_dialog (window, "vouchers", "voucher.invoices",
                          g_type_from_name ("SheafVoucherForm"), "invoices", dark, size);
  shots_take_page_dialog (window, "vouchers", "voucher.attachments",
                          g_type_from_name ("SheafVoucherForm"), "attachments", dark, size);
  shots_take_page_dialog (window, "vouchers", "voucher.save-template",
                          g_type_from_name ("SheafVoucherForm"), "save-template", dark, size);
}

/* A copy of the demo's book, so that looking changes nothing; the sample itself where there is
 * none. */
static char *
prepare_book (const char *own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) demo = g_file_new_for_path (SHEAF_BUILD_ROOT "/demo/demo.sheaf");
  char *path = g_build_filename (own, "demo.sheaf", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  if (g_file_query_exists (demo, NULL))
    (void) g_file_copy (demo, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  else
    (void) sheaf_sample_make (path, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  return path;
}

static gboolean
is_wanted (const char *its)
{
  return g_str_equal (group, "all") || g_str_equal (group, its);
}

/* Of a copy of its own, so that each look begins alike. */
static void
take_all (const char      *own,
          gboolean         dark,
          const ShotsSize *size)
{
  g_autofree char *book = prepare_book (own);
  SheafWindow     *window;

  (void) g_settings_set_int (sheaf_settings (), "text-size", size->text);
  sheaf_application_apply_settings ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
  window = sheaf_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), size->width, size->height);
  gtk_window_present (GTK_WINDOW (window));
  shots_wait ();
  shots_take (GTK_WIDGET (window), "start", dark, size);
  sheaf_window_open (window, book);
  window_fixture_wait_for_book (window);
  if (is_wanted ("frame"))
    shots_take_frame (window, dark, size);
  if (is_wanted ("reports"))
    shots_take_reports (window, dark, size);
  if (g_str_equal (group, "all"))
    {
      take_pages (window, dark, size);
      take_dialogs (window, dark, size);
    }
  if (is_wanted ("card"))
    shots_take_card (window, dark, size);
  if (is_wanted ("members"))
    shots_take_members (window, dark, size);
  if (is_wanted ("payouts"))
    shots_take_payouts (window, dark, size);
  if (is_wanted ("year-end"))
    shots_take_year_end (window, dark, size);
  if (is_wanted ("distribution"))
    shots_take_distribution (window, dark, size);
  gtk_window_close (GTK_WINDOW (window));
  window_fixture_settle ();
  (void) g_remove (book);
}

/* "1280x720@130dark" */
static Look
read_look (const char *text)
{
  Look  look = { { 0, 0, 100 }, g_str_has_suffix (text, "dark") };
  char *rest;

  look.size.width = (int) g_ascii_strtoll (text, &rest, 10);
  look.size.height = *rest == 'x' ? (int) g_ascii_strtoll (rest + 1, &rest, 10) : 0;
  if (*rest == '@')
    look.size.text = (int) g_ascii_strtoll (rest + 1, NULL, 10);
  if (look.size.width <= 0 || look.size.height <= 0 || look.size.text <= 0)
    g_error ("%s is no size: write 1280x720, 1280x720@130 or 1280x720@100dark", text);
  return look;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *own = NULL;

  application = window_fixture_init (&argc, &argv, argc >= 3 ? argv[2] : "vi");
  if (argc < 2)
    {
      g_printerr ("which folder shall the pictures go to? shots DIR [LANGUAGE [GROUP [SIZE…]]]\n");
      return 1;
    }
  shots_folder = argv[1];
  if (argc >= 4)
    group = argv[3];
  sheaf_format_set_today (sheaf_date_new (2026, 5, 4));
  own = g_dir_make_tmp ("sheaf-shots-XXXXXX", NULL);
  for (guint i = 0; argc <= 4 && i < G_N_ELEMENTS (looks); i++)
    take_all (own, looks[i].dark, &looks[i].size);
  for (int i = 4; i < argc; i++)
    {
      const Look look = read_look (argv[i]);

      take_all (own, look.dark, &look.size);
    }
  (void) g_rmdir (own);
  g_print ("%u pictures\n", shots_taken);
  return 0;
}
