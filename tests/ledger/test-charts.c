/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data of every chart that a book may be kept by. */
#include "base/csv-reader.h"
#include "base/paths.h"
#include "helpers/ledger.h"
#include "ledger/chart-list.h"

#include <string.h>

static char *
read_data (const char *name)
{
  g_autofree char *path = sheaf_paths_data (name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  (void) g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static SheafBook *
new_book (const char *chart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafChartEntry) entry = sheaf_chart_entry_find (chart, &error);
  const SheafBookSpec spec = {
    .name = "HTX", .year = 2024, .chart = chart, .law = entry == NULL ? "" : entry->law
  };
  const SheafActor actor = test_actor (sheaf_date_new (2024, 12, 31));
  SheafBook       *book;

  book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);
  g_assert_no_error (error);
  return book;
}

typedef void (*ChartTest) (SheafBook             *book,
                           const SheafChartEntry *entry);

/* Runs a test on a new book of every chart. */
static void
test_every_chart (gconstpointer data)
{
  const ChartTest *test = data;
  g_autoptr (GPtrArray) entries = sheaf_chart_list (NULL);

  g_assert_cmpuint (entries->len, >=, 3);
  for (guint i = 0; i < entries->len; i++)
    {
      const SheafChartEntry *entry = entries->pdata[i];
      g_autoptr (SheafBook) book = new_book (entry->id);

      g_test_message ("%s", entry->id);
      (*test) (book, entry);
      test_verify (book);
    }
}

/* Each code once (the table refuses another), its parent above it and the beginning of its code. */
static void
check_accounts (SheafBook             *book,
                const SheafChartEntry *entry)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_autofree char  *name = g_strdup_printf ("charts/%s.csv", entry->id);
  g_autofree char  *text = read_data (name);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (text);
  const GPtrArray *fields = sheaf_csv_reader_next (reader, NULL);

  while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      const char *code = fields->pdata[0], *parent = fields->pdata[1];

      g_assert_true (g_hash_table_add (codes, g_strdup (code)));
      g_assert_true (*parent == '\0' || (g_str_has_prefix (code, parent) &&
                                         g_hash_table_contains (codes, parent)));
    }
  g_assert_cmpuint (g_hash_table_size (codes), ==, sheaf_chart_count (chart));
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      const char *const   languages[] = { "vi", "en", "fr" };

      for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
        g_assert_cmpstr (sheaf_account_name (account, languages[l]), !=, "");
      if (account->role != NULL)
        g_assert_true (sheaf_chart_by_role (chart, account->role, NULL) == account);
    }
}

static char **
read_lacks (const char *chart)
{
  g_autofree char *text = read_data ("charts/charts.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  char **lacks;

  g_assert_true (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL));
  lacks = g_key_file_get_string_list (file, chart, "lacks", NULL, NULL);
  return lacks != NULL ? lacks : g_new0 (char *, 1);
}

static void
expect_role (const SheafChart *chart,
             char            **lacks,
             const char       *role)
{
  gboolean lacking = g_strv_contains ((const char *const *) lacks, role);

  if ((sheaf_chart_by_role (chart, role, NULL) == NULL) != lacking)
    g_error ("the role %s: in charts.ini “lacks” and the chart disagree", role);
}

/* The C files below a folder, one after the other. */
static void
gather_source (const char *folder,
               GString    *source)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        gather_source (path, source);
      else if (g_str_has_suffix (name, ".c") && g_file_get_contents (path, &text, NULL, NULL))
        g_string_append (source, text);
    }
}

/* Whatever role of any chart the code names must be in every chart, or the list says it lacks. */
static void
check_roles_of_code (SheafBook             *book,
                     const SheafChartEntry *entry)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_autoptr (SheafBook) whole = new_book ("vn-tt71");
  const SheafChart *roles = sheaf_chart_get (whole, NULL);
  g_autofree char  *folder = g_test_build_filename (G_TEST_DIST, "..", "src", NULL);
  g_autoptr (GString) source = g_string_new (NULL);
  g_auto (GStrv) lacks = read_lacks (entry->id);
  guint asked = 0;

  gather_source (folder, source);
  for (guint i = 0; i < sheaf_chart_count (roles); i++)
    {
      const char      *role = sheaf_chart_at (roles, i)->role;
      g_autofree char *literal = g_strdup_printf ("\"%s\"", role != NULL ? role : "#");

      if (strstr (source->str, literal) == NULL)
        continue;
      expect_role (chart, lacks, role);
      asked++;
    }
  g_assert_cmpuint (asked, >=, 10); /* else the pattern no longer finds them */
}

/* Every role that a posting template names, and every event that the first chart has. */
static void
check_postings (SheafBook             *book,
                const SheafChartEntry *entry)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_autofree char  *name = g_strdup_printf ("postings/%s.ini", entry->id);
  g_autofree char  *text = read_data (name);
  g_autofree char  *first = read_data ("postings/vn-tt71.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GKeyFile) model = g_key_file_new ();
  g_auto (GStrv) parts = g_strsplit (text, "role:", -1);
  g_auto (GStrv) events = NULL;

  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (g_str_has_prefix (parts[i], "NAME"))
        continue; /* the comment that explains it */
      parts[i][strcspn (parts[i], " \n")] = '\0';
      g_assert_nonnull (sheaf_chart_by_role (chart, parts[i], &error));
    }
  g_assert_true (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL));
  g_assert_true (g_key_file_load_from_data (model, first, strlen (first), G_KEY_FILE_NONE, NULL));
  events = g_key_file_get_groups (model, NULL);
  for (guint i = 0; events[i] != NULL; i++)
    g_assert_true (g_key_file_has_group (file, events[i]));
}

/* Every account that the closing names is there, and every revenue and expense is closed. */
static void
check_closing (SheafBook             *book,
               const SheafChartEntry *entry)
{
  static const char *const keys[] = { "from", "external", "internal" };
  const SheafChart        *chart = sheaf_chart_get (book, NULL);
  g_autofree char         *name = g_strdup_printf ("closings/%s.ini", entry->id);
  g_autofree char         *text = read_data (name);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GHashTable) closed = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) steps = NULL;

  g_assert_true (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL));
  steps = g_key_file_get_string_list (file, "closing", "order", NULL, NULL);
  for (guint s = 0; steps[s] != NULL; s++)
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
      {
        g_auto (GStrv) codes = g_key_file_get_string_list (file, steps[s], keys[k], NULL, NULL);

        for (guint c = 0; codes != NULL && codes[c] != NULL; c++)
          {
            const SheafAccount *account = sheaf_chart_by_code (chart, codes[c]);

            g_assert_nonnull (account);
            if (k == 0)
              g_hash_table_add (closed, (gpointer) account);
          }
      }
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      gboolean            found = FALSE;

      if (account->type != SHEAF_ACCOUNT_REVENUE && account->type != SHEAF_ACCOUNT_EXPENSE &&
          account->type != SHEAF_ACCOUNT_CONTRA_REVENUE)
        continue;
      for (const SheafAccount *up = account; up != NULL && !found;
           up = sheaf_chart_by_id (chart, up->parent_id))
        found = g_hash_table_contains (closed, up);
      if (!found)
        g_error ("%s of %s is never closed", account->code, entry->id);
    }
}

/* A hint sends to accounts that are there, a note speaks of one that is there, in three
 * languages. */
static void
check_hints (SheafBook             *book,
             const SheafChartEntry *entry)
{
  static const char *const endings[] = { "hints", "notes", "dues" };
  const SheafChart        *chart = sheaf_chart_get (book, NULL);

  for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
    {
      g_autofree char *name = g_strdup_printf ("charts/%s.%s.csv", entry->id, endings[e]);
      g_autofree char *path = sheaf_paths_data (name);
      g_autofree char *text = NULL;
      g_autoptr (SheafCsvReader) reader = NULL;
      const GPtrArray *fields;

      if (!g_file_get_contents (path, &text, NULL, NULL))
        continue;
      reader = sheaf_csv_reader_open_text (text);
      (void) sheaf_csv_reader_next (reader, NULL); /* the header */
      while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
        {
          g_auto (GStrv) codes = g_strsplit (fields->pdata[e == 0 ? 1 : 0], ", ", -1);

          for (guint i = 0; codes[i] != NULL; i++)
            g_assert_nonnull (sheaf_chart_by_code (chart, codes[i]));
          g_assert_true ((sheaf_chart_by_code (chart, fields->pdata[0]) != NULL) == (e >= 1));
        }
    }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_chart_check_files ("vn-tt99", "vn-2023", FALSE, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART);
  g_assert_nonnull (strstr (error->message, "vn-tt71, vn-tt24, intl"));
  g_clear_error (&error);
  g_assert_false (sheaf_chart_check_files ("vn-tt71", "vn-1799", FALSE, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART);
  g_clear_error (&error);
  g_assert_false (sheaf_chart_check_files ("vn-tt71", "../laws/vn-2023", FALSE, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART);
}

static void
test_years (void)
{
  g_autoptr (SheafChartEntry) old = sheaf_chart_entry_find ("vn-tt24", NULL);
  g_autoptr (SheafChartEntry) now = sheaf_chart_entry_find ("vn-tt71", NULL);

  g_assert_true (sheaf_chart_entry_fits (old, 2024));
  g_assert_false (sheaf_chart_entry_fits (old, 2025));
  g_assert_false (sheaf_chart_entry_fits (now, 2024));
  g_assert_true (sheaf_chart_entry_fits (now, 2025));
}

int
main (int    argc,
      char **argv)
{
  static const ChartTest accounts = check_accounts, roles = check_roles_of_code,
                         postings = check_postings, closing = check_closing, hints = check_hints;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/charts/codes-once-parents-above-names-in-three-languages", &accounts,
                        test_every_chart);
  g_test_add_data_func ("/charts/roles-of-the-code-are-there-or-said-to-lack", &roles,
                        test_every_chart);
  g_test_add_data_func ("/charts/posting-templates-find-their-roles", &postings, test_every_chart);
  g_test_add_data_func ("/charts/closing-closes-every-result-account", &closing, test_every_chart);
  g_test_add_data_func ("/charts/hints-and-notes-speak-of-accounts-there", &hints,
                        test_every_chart);
  g_test_add_func ("/charts/unknown-chart-and-law-are-refused", test_unknown);
  g_test_add_func ("/charts/years-a-chart-is-meant-for", test_years);
  return g_test_run ();
}
