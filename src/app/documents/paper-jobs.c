/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview shows the very bytes that are saved and printed. */
#include "app/documents/paper-jobs.h"

#include "app/statements/report-files.h"
#include "base/file.h"
#include "documents/certificate-paper.h"
#include "documents/handover-paper.h"
#include "documents/paper.h"
#include "documents/voucher-paper.h"

#include <poppler.h>

struct _SheafMadePaper
{
  GBytes          *bytes;
  PopplerDocument *document;
  guint            pages;
  SheafProblems   *warnings;
};

static void
clear_paper (SheafMadePaper *paper)
{
  g_clear_object (&paper->document);
  g_clear_pointer (&paper->bytes, g_bytes_unref);
  g_clear_pointer (&paper->warnings, sheaf_problems_free);
}

SheafMadePaper *
sheaf_made_paper_ref (SheafMadePaper *paper)
{
  return g_atomic_rc_box_acquire (paper);
}

void
sheaf_made_paper_unref (SheafMadePaper *paper)
{
  if (paper != NULL)
    g_atomic_rc_box_release_full (paper, (GDestroyNotify) clear_paper);
}

guint
sheaf_made_paper_pages (const SheafMadePaper *paper)
{
  return paper->pages;
}

const SheafProblems *
sheaf_made_paper_warnings (const SheafMadePaper *paper)
{
  return paper->warnings;
}

void
sheaf_paper_wish_free (SheafPaperWish *wish)
{
  if (wish == NULL)
    return;
  g_free (wish->member);
  g_free (wish->certificate);
  g_free (wish->language);
  sheaf_report_wish_free (wish->report);
  g_free (wish);
}

void
sheaf_paper_picture_free (SheafPaperPicture *picture)
{
  if (picture == NULL)
    return;
  sheaf_made_paper_unref (picture->paper);
  g_free (picture);
}

void
sheaf_paper_saving_free (SheafPaperSaving *saving)
{
  if (saving == NULL)
    return;
  sheaf_made_paper_unref (saving->paper);
  g_free (saving->path);
  g_free (saving);
}

static gboolean
add_bytes (const char    *bytes,
           gsize          length,
           gpointer       data,
           GError **error G_GNUC_UNUSED)
{
  g_byte_array_append (data, (const guint8 *) bytes, (guint) length);
  return TRUE;
}

static GBytes *
make_report (SheafBook             *book,
             const SheafReportWish *report,
             GError               **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!sheaf_report_files_write (book, report, SHEAF_REPORT_FILE_PDF, add_bytes, bytes, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
make_certificates (SheafBook  *book,
                   const char *number,
                   SheafDate   on,
                   const char *language,
                   GError    **error)
{
  const SheafCertificatePrint print = { .language = language };
  g_autoptr (GPtrArray)
      one = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_certificate_free);
  g_autoptr (GPtrArray) all = NULL;
  SheafCertificate *certificate;

  if (*number == '\0')
    {
      all = sheaf_certificates_on (book, on, error);
      return all == NULL ? NULL : sheaf_certificate_paper_make (book, all, &print, error);
    }
  certificate = sheaf_certificate_load (book, number, error);
  if (certificate == NULL)
    return NULL;
  g_ptr_array_add (one, certificate);
  return sheaf_certificate_paper_make (book, one, &print, error);
}

static GBytes *
make_bytes (SheafBook            *book,
            const SheafPaperWish *wish,
            SheafProblems        *warnings,
            GError              **error)
{
  if (wish->report != NULL)
    return make_report (book, wish->report, error);
  if (wish->certificate != NULL)
    return make_certificates (book, wish->certificate, wish->certificates_on,
                              wish->language, error);
  if (wish->handover_party != 0)
    return sheaf_handover_paper_make (book, wish->handover_party, wish->handover_on, NULL, error);
  if (wish->batch_id != 0)
    return sheaf_paper_make_batch (book, wish->year, wish->batch_id, wish->batch_paper, warnings,
                                   error);
  if (wish->voucher_id != 0)
    return sheaf_voucher_paper_make (book, wish->voucher_id, error);
  return sheaf_paper_make (book, wish->name, wish->year,
                           *wish->member != '\0' ? wish->member : NULL, error);
}

gpointer
sheaf_paper_make_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  g_autoptr (SheafProblems) warnings = sheaf_problems_new ();
  g_autoptr (GBytes) bytes = make_bytes (connection, data, warnings, error);
  PopplerDocument *document;
  SheafMadePaper  *paper;

  if (bytes == NULL)
    return NULL;
  document = poppler_document_new_from_bytes (bytes, NULL, error);
  if (document == NULL)
    return NULL;
  paper = g_atomic_rc_box_new0 (SheafMadePaper);
  paper->pages = (guint) poppler_document_get_n_pages (document);
  paper->bytes = g_steal_pointer (&bytes);
  paper->document = document;
  paper->warnings = g_steal_pointer (&warnings);
  return paper;
}

/* The texture's bytes own the surface: no copy. */
static GdkTexture *
take_surface (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

gpointer
sheaf_paper_picture_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  const SheafPaperPicture *picture = data;
  PopplerDocument         *document = picture->paper->document;
  PopplerPage             *page = poppler_document_get_page (document, (int) picture->page);
  cairo_surface_t         *surface;
  cairo_t                 *cr;
  double                   width;
  double                   height;
  double                   scale;

  (void) connection;
  (void) error;
  poppler_page_get_size (page, &width, &height);
  scale = picture->width_px / width;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, picture->width_px,
                                        (int) (height * scale + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  g_object_unref (page);
  return take_surface (surface);
}

gpointer
sheaf_paper_save_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  const SheafPaperSaving *saving = data;
  g_autoptr (SheafProblems) warnings = sheaf_problems_new ();
  g_autoptr (GPtrArray) paths = NULL;

  if (saving->paper != NULL)
    {
      gsize         length;
      gconstpointer bytes = g_bytes_get_data (saving->paper->bytes, &length);

      if (!sheaf_file_write (saving->path, bytes, length, error))
        return NULL;
      return g_steal_pointer (&warnings);
    }
  paths = sheaf_paper_write (connection, saving->year, saving->path, NULL, warnings, error);
  return paths != NULL ? g_steal_pointer (&warnings) : NULL;
}

gpointer
sheaf_paper_record_job (gpointer connection,
                        gpointer data,
                        GError **error)
{
  const SheafMadePaper *paper = data;
  GDestroyNotify        free_page = (GDestroyNotify) cairo_surface_destroy;
  GPtrArray            *pages = g_ptr_array_new_with_free_func (free_page);

  (void) connection;
  (void) error;
  for (guint i = 0; i < paper->pages; i++)
    {
      PopplerPage      *page = poppler_document_get_page (paper->document, (int) i);
      cairo_rectangle_t extents = { 0, 0, 0, 0 };
      cairo_surface_t  *surface;
      cairo_t          *cr;

      poppler_page_get_size (page, &extents.width, &extents.height);
      surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
      cr = cairo_create (surface);
      poppler_page_render_for_printing (page, cr);
      cairo_destroy (cr);
      g_object_unref (page);
      g_ptr_array_add (pages, surface);
    }
  return pages;
}
