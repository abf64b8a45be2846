/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares what the book holds with the program's files. */
#include "app/newer-data-jobs.h"

#include "book/data.h"
#include "distribution/law-update.h"
#include "statements/form-update.h"

/* A question shows no more differences than a person reads. */
#define EXAMPLES 6

void
sheaf_newer_free (SheafNewerAll *all)
{
  if (all == NULL)
    return;
  for (guint kind = 0; kind < SHEAF_NEWER_KINDS; kind++)
    g_free (all->kinds[kind].examples);
  g_free (all);
}

static GPtrArray *
list_law_differences (SheafBook *book,
                      int        year,
                      GError   **error)
{
  GPtrArray       *differences;
  g_autofree char *file = NULL;
  g_autofree char *own = NULL;
  g_autofree char *program = NULL;

  if (!sheaf_law_update_texts (book, year, &file, &own, &program, error))
    return NULL;
  differences = g_ptr_array_new_with_free_func (sheaf_form_difference_free);
  sheaf_form_compare (file, own, program, differences);
  return differences;
}

/* "[floor internal-use-labour] rate: 0.40 → 0.51" */
static char *
tell_examples (const GPtrArray *differences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (differences->len, EXAMPLES); i++)
    {
      const SheafFormDifference *one = differences->pdata[i];

      g_string_append_printf (text, "%s%s %s: %s → %s", i == 0 ? "" : "\n", one->part, one->what,
                              *one->before != '\0' ? one->before : "–",
                              *one->after != '\0' ? one->after : "–");
    }
  if (differences->len > EXAMPLES)
    g_string_append (text, "\n…");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_taken (SheafBook     *book,
          SheafNewerKind kind,
          int            year,
          gboolean      *ret_taken,
          GError       **error)
{
  g_autoptr (GPtrArray) versions = sheaf_data_versions (book, error);

  *ret_taken = FALSE;
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const SheafDataVersion *version = versions->pdata[i];
      gboolean                law = g_str_has_prefix (version->name, "laws/");

      if (law == (kind == SHEAF_NEWER_LAW) &&
          sheaf_date_cmp (version->from, sheaf_book_year_start (book, year)) == 0)
        *ret_taken = TRUE;
    }
  return versions != NULL;
}

static gboolean
load_kind (SheafBook     *book,
           SheafNewerKind kind,
           SheafNewer    *newer,
           GError       **error)
{
  g_autoptr (GPtrArray) differences = NULL;

  if (kind == SHEAF_NEWER_LAW ? !sheaf_law_update_year (book, &newer->year, error)
                              : !sheaf_form_update_year (book, &newer->year, error))
    return FALSE;
  differences = kind == SHEAF_NEWER_LAW ? list_law_differences (book, newer->year, error)
                                        : sheaf_form_differences (book, newer->year, error);
  if (differences == NULL)
    return FALSE;
  newer->count = differences->len;
  newer->examples = tell_examples (differences);
  return is_taken (book, kind, newer->year, &newer->taken, error);
}

gpointer
sheaf_newer_read_job (gpointer      connection,
                      gpointer data G_GNUC_UNUSED,
                      GError      **error)
{
  SheafNewerAll *all = g_new0 (SheafNewerAll, 1);

  for (guint kind = 0; kind < SHEAF_NEWER_KINDS; kind++)
    if (!load_kind (connection, (SheafNewerKind) kind, &all->kinds[kind], error))
      {
        sheaf_newer_free (all);
        return NULL;
      }
  return all;
}

gpointer
sheaf_newer_act_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  const SheafNewerAct *act = data;
  gboolean             changed, done;
  guint                files;

  if (act->kind == SHEAF_NEWER_LAW)
    done = act->back ? sheaf_law_update_take_back (connection, act->year, error)
                     : sheaf_law_update (connection, act->year, &changed, error);
  else
    done = act->back ? sheaf_form_update_take_back (connection, act->year, error)
                     : sheaf_form_update (connection, act->year, &files, error);
  return GINT_TO_POINTER (done);
}
