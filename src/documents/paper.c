/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new paper is a line in the table and a function that draws it. */
#include "documents/paper.h"

#include "base/file.h"
#include "base/i18n.h"
#include "distribution/error.h"
#include "documents/error.h"
#include "documents/paper-private.h"
#include "documents/share-slips.h"
#include "payouts/batch.h"

#include <errno.h>
#include <glib/gstdio.h>

/* In the order in which a year's papers are filed. */
static const struct
{
  SheafPaper     paper;
  SheafPaperDraw draw;
} PAPERS[] = {
  { { "B01-HTX", N_ ("Statement of financial position (B01-HTX)"), FALSE },
    sheaf_paper_draw_statement },
  { { "B02-HTX", N_ ("Statement of operating results (B02-HTX)"), FALSE },
    sheaf_paper_draw_statement },
  { { "F01-HTX", N_ ("Trial balance (F01-HTX)"), FALSE }, sheaf_paper_draw_statement },
  { { "member-statements", N_ ("Statements of members’ shares"), TRUE }, sheaf_paper_draw_members },
  { { "payout-list", N_ ("Distribution list with signatures"), FALSE },
    sheaf_paper_draw_payout_list },
  { { "payments", N_ ("Lists of payments"), FALSE }, sheaf_paper_draw_payments },
  { { "payment-slips", N_ ("Payment vouchers (02-TT)"), FALSE }, sheaf_paper_draw_slips },
};

const SheafPaper *
sheaf_paper_at (guint position)
{
  return position < G_N_ELEMENTS (PAPERS) ? &PAPERS[position].paper : NULL;
}

/* The paper's place in the table; -1 with an error that names those there are. */
static int
find_paper (const char *name,
            GError    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PAPERS); i++)
    {
      if (g_ascii_strcasecmp (PAPERS[i].paper.name, name) == 0)
        return (int) i;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", PAPERS[i].paper.name);
    }
  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_NAME,
               _ ("There is no paper “%s”: choose among %s"), name, names->str);
  return -1;
}

static GBytes *
make_paper (SheafSource *source,
            int          place,
            const char  *member,
            GError     **error)
{
  g_autoptr (SheafDocument)
      document = PAPERS[place].draw (source, PAPERS[place].paper.name, member, error);

  return document != NULL ? sheaf_document_finish (document, error) : NULL;
}

GBytes *
sheaf_paper_make (SheafBook  *book,
                  const char *name,
                  int         year,
                  const char *member,
                  GError    **error)
{
  g_autoptr (SheafSource) source = NULL;
  int place;

  g_return_val_if_fail (book != NULL && name != NULL, NULL);
  place = find_paper (name, error);
  if (place < 0)
    return NULL;
  source = sheaf_source_new (book, year, error);
  return source != NULL ? make_paper (source, place, member, error) : NULL;
}

GBytes *
sheaf_paper_make_statement (SheafBook  *book,
                            const char *form,
                            int         year,
                            SheafDate   to,
                            GError    **error)
{
  g_autoptr (SheafSource) source = NULL;
  g_autoptr (SheafDocument) document = NULL;

  g_return_val_if_fail (book != NULL && form != NULL, NULL);
  source = sheaf_source_new (book, year, error);
  if (source == NULL)
    return NULL;
  document = sheaf_paper_draw_statement_to (source, form, to, error);
  return document != NULL ? sheaf_document_finish (document, error) : NULL;
}

/* The path, when the paper was written. */
static char *
write_paper (SheafSource *source,
             int          place,
             const char  *folder,
             GError     **error)
{
  g_autoptr (GBytes) bytes = make_paper (source, place, NULL, error);
  g_autofree char *name = g_strdup_printf ("%s-%d.pdf", PAPERS[place].paper.name,
                                           sheaf_source_year (source));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (bytes == NULL)
    return NULL;
  if (!sheaf_file_write (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return NULL;
  return g_steal_pointer (&path);
}

static gboolean
make_folder (const char *folder,
             GError    **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_FOLDER,
               _ ("The folder %s cannot be made (%s): choose another folder"), folder,
               g_strerror (errno));
  return FALSE;
}

/* Which papers of the table are wanted; all when only is NULL. */
static gboolean
choose_papers (const char *const *only,
               gboolean           wanted[G_N_ELEMENTS (PAPERS)],
               GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (PAPERS); i++)
    wanted[i] = only == NULL;
  for (; only != NULL && *only != NULL; only++)
    {
      int place = find_paper (*only, error);

      if (place < 0)
        return FALSE;
      wanted[place] = TRUE;
    }
  return TRUE;
}

/* A year without a plan, or without anything to share, still has its statements. */
static gboolean
is_nothing_yet (const GError *cause)
{
  return cause->domain == SHEAF_DISTRIBUTION_ERROR ||
         g_error_matches (cause, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY);
}

GPtrArray *
sheaf_paper_write (SheafBook         *book,
                   int                year,
                   const char        *folder,
                   const char *const *only,
                   SheafProblems     *problems,
                   GError           **error)
{
  g_autoptr (SheafSource) source = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gboolean wanted[G_N_ELEMENTS (PAPERS)];
  gboolean there;

  g_return_val_if_fail (book != NULL && folder != NULL && problems != NULL, NULL);
  if (!choose_papers (only, wanted, error))
    return NULL;
  there = g_file_test (folder, G_FILE_TEST_EXISTS);
  if (!make_folder (folder, error))
    return NULL;
  source = sheaf_source_new (book, year, error);
  for (guint i = 0; source != NULL && i < G_N_ELEMENTS (PAPERS); i++)
    {
      g_autoptr (GError) cause = NULL;
      char *path;

      if (!wanted[i])
        continue;
      path = write_paper (source, (int) i, folder, &cause);
      if (path != NULL)
        g_ptr_array_add (paths, path);
      else if (cause == NULL || only != NULL || !is_nothing_yet (cause))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          if (!there)
            (void) g_rmdir (folder); /* one with papers stays */
          return NULL;
        }
      else
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, PAPERS[i].paper.name, "%s",
                            cause->message);
    }
  return source != NULL ? g_steal_pointer (&paths) : NULL;
}

/* Why a list has no payment vouchers. */
static void
fail_no_vouchers (SheafBook *book,
                  gint64     batch_id,
                  GError   **error)
{
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (book, batch_id, error);

  if (batch == NULL)
    return;
  g_set_error_literal (
      error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
      batch->method == SHEAF_PAYOUT_BANK
          ? _ ("A list through the bank has no payment vouchers: its order to the bank has what "
               "the "
               "bank needs")
          : _ ("No payment of the list stands, so there are no payment vouchers: make a new list"));
}

GBytes *
sheaf_paper_make_batch (SheafBook      *book,
                        int             year,
                        gint64          batch_id,
                        SheafBatchPaper paper,
                        SheafProblems  *problems,
                        GError        **error)
{
  g_autoptr (SheafSource) source = NULL;
  g_autoptr (SheafDocument) document = NULL;

  g_return_val_if_fail (book != NULL && problems != NULL, NULL);
  if (paper == SHEAF_BATCH_PAPER_SLIPS)
    return sheaf_share_slips_make (book, batch_id, problems, error);
  source = sheaf_source_new (book, year, error);
  if (source == NULL)
    return NULL;
  document = paper == SHEAF_BATCH_PAPER_VOUCHERS
                 ? sheaf_paper_draw_batch_slips (source, batch_id, error)
                 : sheaf_paper_draw_batch (source, batch_id, error);
  if (document == NULL)
    return NULL;
  if (sheaf_document_pages (document) > 0)
    return sheaf_document_finish (document, error);
  fail_no_vouchers (book, batch_id, error);
  return NULL;
}

/* Saves a document of a payment and adds its path; one without pages is left out. */
static gboolean
save_batch (SheafDocument *document,
            const char    *folder,
            const char    *name,
            gint64         batch_id,
            GPtrArray     *paths,
            GError       **error)
{
  g_autofree char *file = g_strdup_printf ("%s-%" G_GINT64_FORMAT ".pdf", name, batch_id);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (sheaf_document_pages (document) == 0)
    return TRUE;
  if (!sheaf_document_save (document, path, error))
    return FALSE;
  g_ptr_array_add (paths, g_steal_pointer (&path));
  return TRUE;
}

GPtrArray *
sheaf_paper_write_batch (SheafBook  *book,
                         int         year,
                         gint64      batch_id,
                         const char *folder,
                         GError    **error)
{
  g_autoptr (SheafSource) source = NULL;
  g_autoptr (SheafDocument) list = NULL;
  g_autoptr (SheafDocument) slips = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (book != NULL && folder != NULL, NULL);
  if (!make_folder (folder, error))
    return NULL;
  source = sheaf_source_new (book, year, error);
  list = source != NULL ? sheaf_paper_draw_batch (source, batch_id, error) : NULL;
  slips = list != NULL ? sheaf_paper_draw_batch_slips (source, batch_id, error) : NULL;
  if (slips == NULL)
    return NULL;
  if (!save_batch (list, folder, "payment", batch_id, paths, error) ||
      !save_batch (slips, folder, "payment-slips", batch_id, paths, error))
    return NULL;
  return g_steal_pointer (&paths);
}
