/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread may speak another language than the program. */
#include "base/language.h"

#include "base/catalog.h"
#include "base/i18n.h"

static gpointer
speak_french (gpointer data)
{
  (void) data;
  g_assert_null (sheaf_language_speak ("fr"));
  g_assert_cmpstr (_ ("Account"), ==, "Compte");
  g_assert_cmpstr (sheaf_language_current (), ==, "fr");
  return NULL;
}

static void
test_threads (void)
{
  const char *before = sheaf_language_speak ("vi");
  GThread    *thread;

  g_assert_null (before);
  g_assert_cmpstr (sheaf_language_current (), ==, "vi");
  g_assert_cmpstr (_ ("Account"), ==, "Tài khoản");
  thread = g_thread_new ("french", speak_french, NULL);
  g_thread_join (thread);
  g_assert_cmpstr (_ ("Account"), ==, "Tài khoản");
  g_assert_cmpstr (_ ("a sentence that nobody translated"), ==,
                   "a sentence that nobody translated");
  g_assert_cmpstr (sheaf_language_speak (before), ==, "vi");
  g_assert_cmpstr (_ ("Account"), ==, "Account");
  g_assert_cmpstr (sheaf_language_current (), ==, "en");
}

/* A file cut off anywhere gives no translation and reads nothing beyond its end. */
static void
test_broken_catalog (void)
{
  static const guint32 head[] = { 0x950412de, 0, 2, 20, 36, 100, 4000, 5, 4000, 5, 4000, 5, 4000 };

  for (gsize size = 0; size <= sizeof head; size += 3)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (head, size);
      g_autoptr (SheafCatalog) catalog = sheaf_catalog_new (bytes);

      g_assert_cmpint (catalog != NULL, ==, size >= 20);
      if (catalog != NULL)
        g_assert_null (sheaf_catalog_find (catalog, "Account"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sheaf_language_init ("en");
  g_test_add_func ("/language/a-thread-speaks-its-own", test_threads);
  g_test_add_func ("/language/broken-catalog-translates-nothing", test_broken_catalog);
  return g_test_run ();
}
