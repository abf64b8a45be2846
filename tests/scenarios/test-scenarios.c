/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells every story of this folder: one test a file. */
#include "story.h"

#include <string.h>

/* A refusal must be expected by the very next line. */
static void
check_expected (const Story *story)
{
  if (story->refused != NULL)
    story_fail (story, "line %u was refused: %s", story->refused_line, story->refused->message);
}

static void
post_voucher (Story *story)
{
  SheafVoucher *voucher = g_steal_pointer (&story->voucher);

  if (voucher == NULL)
    return;
  story->refused_line = story->line - 1;
  (void) sheaf_voucher_post (story->book, voucher, &story->voucher_id, &story->refused);
  sheaf_voucher_free (voucher);
}

static void
tell_line (Story           *story,
           const StoryLine *line)
{
  StoryAct act;

  post_voucher (story);
  if (strcmp (line->words[0], "expect") == 0)
    {
      if (strcmp (story_word (story, line, 1), "error") != 0)
        check_expected (story);
      story_expect (story, line);
      return;
    }
  check_expected (story);
  act = story_find_act (line->words[0]);
  if (act == NULL)
    story_fail (story, "nothing begins with “%s”", line->words[0]);
  story->refused_line = story->line;
  (void) act (story, line, &story->refused); /* the next line is asked whether it was expected */
}

static gboolean
is_indented (const char *text)
{
  return text != NULL && g_ascii_isspace (*text) && text[strspn (text, " \t")] != '\0';
}

static gboolean
is_empty (const char *text)
{
  const char *start = text + strspn (text, " \t");

  return *start == '\0' || *start == '#';
}

/* The indented lines below one, without their indent. */
static char *
take_block (char **lines,
            guint  from)
{
  GString *block = g_string_new (NULL);

  for (guint i = from; is_indented (lines[i]); i++)
    g_string_append_printf (block, "%s\n", lines[i] + strspn (lines[i], " \t"));
  return g_string_free (block, FALSE);
}

static void
tell_text (Story      *story,
           const char *text,
           const char *block,
           gboolean    is_row)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  int       n_words;
  StoryLine line;

  if (!g_shell_parse_argv (text, &n_words, &words, &error))
    story_fail (story, "%s", error->message);
  line = (StoryLine){ .words = words, .n_words = (guint) n_words, .block = block };
  if (is_row)
    story_add_row (story, &line);
  else
    tell_line (story, &line);
}

static void
tell_story (const char *path)
{
  Story            story = { .path = path, .year = 2025 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  story.book = story_new_book ("vn-tt71", 2025, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean         indented = is_indented (lines[i]);
      g_autofree char *block = NULL;

      story.line = i + 1;
      if (is_empty (lines[i]) || (indented && story.voucher == NULL))
        continue; /* a block was taken with the line above it */
      block = take_block (lines, i + 1);
      tell_text (&story, lines[i], block, indented);
    }
  post_voucher (&story);
  check_expected (&story);
  g_free (story.warned);
  sheaf_book_free (story.book);
}

static void
tell_file (gconstpointer path)
{
  tell_story (path);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *folder = NULL;
  const char      *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "scenarios", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (paths, i));
      g_autofree char *test = NULL;

      *strrchr (base, '.') = '\0';
      test = g_strconcat ("/scenario/", base, NULL);
      g_test_add_data_func (test, g_ptr_array_index (paths, i), tell_file);
    }
  g_assert_cmpuint (paths->len, >, 0);
  return g_test_run ();
}
