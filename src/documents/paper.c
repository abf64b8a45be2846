/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new paper is a line in the table and a function that draws it. */
#include "documents/paper.h"

#include "base/file.h"
#include "base/i18n.h"
#include "distribution/error.h"
#include "documents/error.h"
#include "documents/payment-list.h"
#include "documents/source.h"
#include "documents/statement-paper.h"

#include <errno.h>

/* Draws the paper of this name; member may be NULL. */
typedef SheafDocument *(*Draw) (SheafSource *source,
                                const char  *name,
                                const char  *member,
                                GError     **error);

static SheafDocument *
open_document (SheafSource  *source,
               const char   *name,
               SheafPageTurn turn,
               GError      **error)
{
  int              year = sheaf_source_year (source);
  g_autofree char *title = g_strdup_printf ("%s %d", name, year);
  SheafDate        day = sheaf_book_year_end (sheaf_source_book (source), year);

  return sheaf_frame_open (sheaf_source_frame (source), sheaf_source_texts (source), title, day,
                           turn, error);
}

static SheafDocument *
draw_statement (SheafSource              *source,
                const char               *name,
                G_GNUC_UNUSED const char *member,
                GError                  **error)
{
  g_autoptr (SheafStatement) statement = NULL;
  g_autoptr (SheafDocument) document = NULL;

  statement = sheaf_statement_compute (sheaf_source_book (source), name, sheaf_source_year (source),
                                       SHEAF_DATE_NONE, error);
  if (statement == NULL)
    return NULL;
  document = open_document (source, name, sheaf_statement_paper_turn (statement), error);
  if (document == NULL)
    return NULL;
  if (!sheaf_statement_paper_draw (document, sheaf_source_texts (source),
                                   sheaf_source_frame (source), statement, error))
    return NULL;
  return g_steal_pointer (&document);
}

static gboolean
draw_member (SheafSource           *source,
             SheafDocument         *document,
             const SheafYearShares *shares,
             const char            *code,
             GError               **error)
{
  SheafMemberFigures figures;

  if (!sheaf_source_member (source, code, &figures, error))
    return FALSE;
  sheaf_document_restart (document);
  return sheaf_member_statement_draw (document, sheaf_source_texts (source),
                                      sheaf_source_frame (source), shares, &figures, error);
}

static SheafDocument *
draw_members (SheafSource *source,
              const char  *name,
              const char  *member,
              GError     **error)
{
  const SheafYearShares *shares = sheaf_source_shares (source, error);
  g_autoptr (SheafDocument) document = NULL;
  g_autoptr (GArray) rows = NULL;
  guint drawn = 0;

  if (shares == NULL)
    return NULL;
  rows = sheaf_source_rows (source, error);
  document = rows != NULL ? open_document (source, name, SHEAF_PAGE_PORTRAIT, error) : NULL;
  if (document == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *code = g_array_index (rows, SheafPayoutRow, i).code;

      if (member != NULL && g_strcmp0 (member, code) != 0)
        continue;
      if (!draw_member (source, document, shares, code, error))
        return NULL;
      drawn++;
    }
  if (drawn > 0)
    return g_steal_pointer (&document);
  if (member != NULL)
    g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                 _ ("Member %s has no share in the income of %d: choose another member or year"),
                 member, sheaf_source_year (source));
  else
    g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                 _ ("Nobody has a share in the income of %d: correct the distribution plan"),
                 sheaf_source_year (source));
  return NULL;
}

static SheafDocument *
draw_payout_list (SheafSource              *source,
                  const char               *name,
                  G_GNUC_UNUSED const char *member,
                  GError                  **error)
{
  const SheafYearShares *shares = sheaf_source_shares (source, error);
  g_autoptr (SheafDocument) document = NULL;
  g_autoptr (GArray) rows = NULL;

  if (shares == NULL)
    return NULL;
  rows = sheaf_source_rows (source, error);
  document = rows != NULL ? open_document (source, name, SHEAF_PAGE_LANDSCAPE, error) : NULL;
  if (document == NULL)
    return NULL;
  if (!sheaf_payout_list_draw (document, sheaf_source_texts (source), sheaf_source_frame (source),
                               shares, (const SheafPayoutRow *) (gpointer) rows->data, rows->len,
                               error))
    return NULL;
  return g_steal_pointer (&document);
}

static gboolean
draw_batch (SheafSource   *source,
            SheafDocument *document,
            gint64         id,
            GError       **error)
{
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (sheaf_source_book (source), id, error);

  if (batch == NULL)
    return FALSE;
  sheaf_document_restart (document);
  return sheaf_payment_list_draw (document, sheaf_source_texts (source),
                                  sheaf_source_frame (source), batch,
                                  sheaf_source_word_options (source), error);
}

static SheafDocument *
draw_payments (SheafSource              *source,
               const char               *name,
               G_GNUC_UNUSED const char *member,
               GError                  **error)
{
  int year = sheaf_source_year (source);
  g_autoptr (GArray) ids = sheaf_payout_list (sheaf_source_book (source), year, error);
  g_autoptr (SheafDocument) document = NULL;

  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                   _ ("Nothing was paid of the income of %d yet: pay members first"), year);
      return NULL;
    }
  document = open_document (source, name, SHEAF_PAGE_PORTRAIT, error);
  for (guint i = 0; document != NULL && i < ids->len; i++)
    if (!draw_batch (source, document, g_array_index (ids, gint64, i), error))
      return NULL;
  return g_steal_pointer (&document);
}

/* In the order in which a year's papers are filed. */
static const struct
{
  SheafPaper paper;
  Draw       draw;
} PAPERS[] = {
  { { "B01-HTX", N_ ("Statement of financial position (B01-HTX)"), FALSE }, draw_statement },
  { { "B02-HTX", N_ ("Statement of operating results (B02-HTX)"), FALSE }, draw_statement },
  { { "F01-HTX", N_ ("Trial balance (F01-HTX)"), FALSE }, draw_statement },
  { { "member-statements", N_ ("Statements of members’ shares"), TRUE }, draw_members },
  { { "payout-list", N_ ("Distribution list with signatures"), FALSE }, draw_payout_list },
  { { "payments", N_ ("Lists of payments"), FALSE }, draw_payments },
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

  g_return_val_if_fail (book != NULL && folder != NULL && problems != NULL, NULL);
  if (!choose_papers (only, wanted, error) || !make_folder (folder, error))
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
          return NULL;
        }
      else
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, PAPERS[i].paper.name, "%s",
                            cause->message);
    }
  return source != NULL ? g_steal_pointer (&paths) : NULL;
}

char *
sheaf_paper_write_batch (SheafBook  *book,
                         int         year,
                         gint64      batch_id,
                         const char *folder,
                         GError    **error)
{
  g_autoptr (SheafSource) source = NULL;
  g_autoptr (SheafDocument) document = NULL;
  g_autofree char *name = g_strdup_printf ("payment-%d-%" G_GINT64_FORMAT ".pdf", year, batch_id);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_return_val_if_fail (book != NULL && folder != NULL, NULL);
  if (!make_folder (folder, error))
    return NULL;
  source = sheaf_source_new (book, year, error);
  if (source == NULL)
    return NULL;
  document = open_document (source, "payment", SHEAF_PAGE_PORTRAIT, error);
  if (document == NULL || !draw_batch (source, document, batch_id, error))
    return NULL;
  return sheaf_document_save (document, path, error) ? g_steal_pointer (&path) : NULL;
}
